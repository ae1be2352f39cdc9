"""A family is noted at the counter: one screen, the keyboard alone, in under a minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import (
    Person,
    Purpose,
    Role,
)
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.ui.familles.form.consent_ticks import ConsentTicks
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.welcome_dialog import WelcomeDialog
from tests.ui.familles.keyboard import Keyboard, said, settle, stored
from tests.ui.opened import TODAY, Opened, nameless, out_of_order, tab_order

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
A_MINUTE = 300
"""Keys a minute of somebody who types with a few fingers while listening."""


def test_whole_family_is_noted_by_keys_alone_in_under_a_minute(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Lemoine")
    keyboard.tab()
    assert said(keyboard) == "Arrivée"
    keyboard.press(Key.Key_D, ALT)
    assert said(keyboard) == "Adresse"
    keyboard.type_("3, rue du Four")
    keyboard.press(Key.Key_T, ALT)
    assert said(keyboard) == "Téléphone 1"
    keyboard.type_("0639980303")
    keyboard.tab()
    keyboard.press(Key.Key_Space)
    keyboard.press(Key.Key_P, ALT)
    assert said(keyboard) == "Personne 1, prénom"
    for first in ("Ana", "Rui"):
        keyboard.type_(first)
        keyboard.tab()
        keyboard.type_("Lemoine")
        keyboard.press(Key.Key_Return)
    keyboard.type_("Zoé")
    keyboard.tab(2)
    keyboard.press(Key.Key_Space)
    keyboard.tab()
    assert said(keyboard) == "Personne 3, année de naissance"
    keyboard.type_("2022")
    keyboard.press(Key.Key_B, ALT)
    keyboard.press(Key.Key_Space)
    keyboard.press(Key.Key_L, ALT)
    keyboard.type_("port, ang")
    keyboard.press(Key.Key_I, ALT)
    qtbot.waitUntil(lambda: bool(page.detail.form.fields.value("informed_on")))
    keyboard.press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: bool(page.editor.record_id))
    settle(qtbot, opened)
    assert keyboard.pressed < A_MINUTE / 2
    found = stored(opened, "Famille Lemoine")
    assert found.arrival_date == TODAY
    assert found.informed_on == TODAY
    assert (found.address.lines, found.address.postal_code, found.address.city) == (
        ("3, rue du Four",),
        "86400",
        "Valmoulin",
    )
    assert found.phones[0].number == "+33639980303"
    assert [(one.purpose, one.given_on) for one in found.phones[0].consents] == [
        (Purpose.WELCOME, TODAY)
    ]
    assert found.persons == (
        Person("Ana", "Lemoine"),
        Person("Rui", "Lemoine"),
        Person("Zoé", "", Role.CHILD, 2022),
    )
    assert found.needs == ("childcare",)
    assert found.languages == ("pt", "en")


def test_tab_visits_the_form_as_the_eye_does_and_everything_has_a_name(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    opened.window.resize(1366, 768)
    begin()
    form = page.detail.form
    assert nameless(page) == []
    qtbot.waitUntil(lambda: form.width() > 1000)
    assert down_the_columns(tab_order(page), form.counter) == []
    keyboard.press(Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible)
    form.details.set_open(True)
    QApplication.processEvents()
    assert out_of_order(page, form.content) == []
    assert nameless(page) == []


def test_tab_stops_at_every_need_and_goes_on_from_the_first(
    keyboard: Keyboard, begin: Callable[[], None]
) -> None:
    begin()
    keyboard.press(Key.Key_B, ALT)
    assert said(keyboard) == NEEDS[0].label
    visited = []
    for _ in NEEDS:
        visited.append(said(keyboard))
        keyboard.tab()
    assert visited == [need.label for need in NEEDS]
    assert said(keyboard).startswith("Isolée")
    keyboard.press(Key.Key_P, ALT)
    keyboard.tab(3)
    assert said(keyboard) == NEEDS[0].label


def down_the_columns(visited: list[QWidget], holder: QWidget) -> list[tuple[str, str]]:
    """Return neighbours that go back, where the form has three columns."""

    def place(one: QWidget) -> tuple[int, ...]:
        at = one.mapTo(holder, QPoint(0, one.height() // 2))
        return (at.x() * 3 // holder.width(), at.y() // 12, at.x())

    within = [one for one in visited if holder.isAncestorOf(one)]
    assert len(within) > 15
    return [
        (one.accessibleName(), two.accessibleName())
        for one, two in pairwise(within)
        if place(one) >= place(two)
    ]


@pytest.mark.parametrize("size", [(1366, 768), (1366, 700)])
def test_everything_asked_at_the_counter_is_seen_at_once(
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
    size: tuple[int, int],
) -> None:
    opened.window.resize(*size)
    begin()
    keyboard.type_("Famille Lemoine")
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("0639980303")
    keyboard.tab()
    keyboard.press(Key.Key_Space)
    keyboard.press(Key.Key_P, ALT)
    for first in ("Ana", "Rui", "Zoé"):
        keyboard.type_(first)
        keyboard.press(Key.Key_Return)
    form = page.detail.form
    asked = ("name", "arrival_date", "known_through", "address_lines", "city", "phones", "emails")
    for name in (*asked, "persons", "needs", "informed_on"):
        field = form.fields.field(name)
        assert field is not None
        shown = field.visibleRegion().boundingRect()
        assert shown.height() == field.height(), name
    assert page.detail.save_button.isVisible()
    assert form.verticalScrollBar().value() == 0


def test_list_comes_back_beside_what_is_typed_and_goes_again(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    assert not page.list.isVisible()
    keyboard.type_("Famille Le")
    keyboard.press(Key.Key_Escape)
    assert keyboard.target() is page.list.table
    assert page.detail.title.accessibleName() == "Famille Le"
    keyboard.press(Key.Key_N, CONTROL)
    assert said(keyboard) == "Nom"
    keyboard.type_("moine")
    keyboard.press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: bool(page.editor.record_id))
    settle(qtbot, opened)
    assert stored(opened, "Famille Lemoine").arrival_date == TODAY
    assert page.list.isVisible()
    assert page.filters.chips.isVisible()
    assert keyboard.target() is page.detail.follow.welcome_button


def test_letters_of_alt_are_each_given_once(
    page: FamiliesPage, keyboard: Keyboard, begin: Callable[[], None]
) -> None:
    begin()
    assert keyboard.target().isVisible()
    shown = [one for one in page.window().findChildren(QWidget) if one.isVisible()]
    words = [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton)]
    keys = [QKeySequence.mnemonic(one).toString() for one in words]
    given = Counter(one for one in keys if one)
    assert len(given) > 10
    assert [key for key, times in given.items() if times > 1] == []


def test_forbidden_source_is_warned_of_and_not_refused(
    page: FamiliesPage, begin: Callable[[], None]
) -> None:
    begin()
    field = page.detail.form.fields.field("known_through")
    assert field is not None
    assert field.hint.isHidden()
    field.editor.set_value("census")  # type: ignore[attr-defined]  # a choice
    field.editor.edited.emit()  # type: ignore[attr-defined]
    assert "La loi interdit" in field.hint.text()
    assert not field.is_refused


def test_reminder_stands_by_every_free_text_that_calls_for_it(
    page: FamiliesPage, keyboard: Keyboard, begin: Callable[[], None]
) -> None:
    begin()
    fields = page.detail.form.fields
    for name, key in (("referent", Key.Key_F), ("note", Key.Key_O)):
        field = fields.field(name)
        assert field is not None
        keyboard.press(key, ALT)
        keyboard.type_("suit la ")
        assert "la religion" not in field.hint.text()
        keyboard.type_("maladie")
        assert "Rien sur la santé, la religion" in field.hint.text()
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("0639980303")
    keyboard.tab()
    keyboard.press(Key.Key_Space)
    keyboard.tab(4)
    assert said(keyboard).endswith("date")
    keyboard.tab()
    keyboard.type_("certificat ")
    assert not sensitive_shown(page)
    keyboard.type_("d’invalidité")
    assert sensitive_shown(page)


def sensitive_shown(page: FamiliesPage) -> bool:
    rows = page.detail.form.findChildren(ConsentTicks)
    return any(line.warning.isVisible() for row in rows for line in row.lines)


def test_notice_is_asked_for_until_it_is_given(
    page: FamiliesPage, begin: Callable[[], None]
) -> None:
    begin()
    field = page.detail.form.fields.field("informed_on")
    assert field is not None
    assert "pas encore remise" in field.hint.text()
    field.editor.tick.click()  # type: ignore[attr-defined]  # a tick with its day
    assert field.hint.isHidden()
    assert page.editor.typed().informed_on == TODAY


def test_year_that_is_none_is_refused_beside_its_person(
    qtbot: QtBot, page: FamiliesPage, keyboard: Keyboard, begin: Callable[[], None]
) -> None:
    begin()
    keyboard.press(Key.Key_P, ALT)
    keyboard.type_("Zoé")
    keyboard.tab(2)
    keyboard.press(Key.Key_Space)
    keyboard.tab()
    keyboard.type_("cinq ans")
    keyboard.press(Key.Key_S, CONTROL)
    field = page.detail.form.fields.field("persons")
    assert field is not None
    qtbot.waitUntil(lambda: field.is_refused)
    assert said(keyboard) == "Personne 1, année de naissance"


def test_family_without_name_is_refused_in_plain_words(
    qtbot: QtBot, page: FamiliesPage, keyboard: Keyboard, begin: Callable[[], None]
) -> None:
    begin()
    keyboard.press(Key.Key_D, ALT)
    keyboard.type_("3, rue du Four")
    keyboard.press(Key.Key_S, CONTROL)
    field = page.detail.form.fields.field("name")
    assert field is not None
    qtbot.waitUntil(lambda: field.is_refused)


def test_what_is_typed_comes_back_after_the_window_was_closed(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Le")
    page.editor.drafts.flush()
    settle(qtbot, opened)
    assert opened.office.drafts.keys("household:") == ["household:new"]
    other = FamiliesPage(opened.desk)
    qtbot.addWidget(other)
    other.activated()
    qtbot.waitUntil(lambda: other.detail.title.accessibleName() == "Famille Le")


def test_notice_that_a_family_is_stored_welcomes_that_family(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Lemoine")
    keyboard.press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: bool(page.editor.record_id))
    settle(qtbot, opened)
    page.show_record(stored(opened, "Famille Petit").id)
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Petit")
    opened.window.banner.button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(WelcomeDialog)))
    dialog = page.findChild(WelcomeDialog)
    assert isinstance(dialog, WelcomeDialog)
    assert dialog.title.text() == "Accueillir Famille Lemoine"
    dialog.reject()


def test_draft_of_a_new_family_that_is_taken_up_has_the_whole_page(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Le")
    page.editor.drafts.flush()
    settle(qtbot, opened)
    other = FamiliesPage(opened.desk)
    qtbot.addWidget(other)
    other.resize(1140, 660)
    other.show()
    other.activated()
    line = other.detail.draft_line
    qtbot.waitUntil(line.isVisible)
    assert other.list.isVisible()
    line.take_up_button.click()
    assert not other.list.isVisible()
    assert other.detail.title.accessibleName() == "Famille Le"
    assert not line.isVisible()


def test_a_family_begun_before_the_page_was_counted_lives_in_the_commune_too(
    qtbot: QtBot, opened: Opened
) -> None:
    shown = FamiliesPage(opened.desk)
    qtbot.addWidget(shown)
    shown.activated()
    shown.new_()
    qtbot.waitUntil(lambda: shown.editor.base is not None)
    assert shown.editor.base is not None
    assert shown.editor.base.address.city == "Valmoulin"
    shown.flush()
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
