"""A family is noted at the counter: one screen, the keyboard alone, in under a minute."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import Person, Purpose, Role
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.welcome_dialog import WelcomeDialog
from tests.ui.familles.keyboard import ALT, CONTROL, NewFamily
from tests.ui.familles.known import settle, stored
from tests.ui.opened import TODAY, Opened

Key = Qt.Key
A_MINUTE = 300
"""Keys a minute of somebody who types with a few fingers while listening."""


def test_whole_family_is_noted_by_keys_alone_in_under_a_minute(
    qtbot: QtBot, new: NewFamily
) -> None:
    new.begin()
    new.type_name("Famille Lemoine")
    new.tab()
    assert new.said() == "Arrivée"
    new.press(Key.Key_D, ALT)
    assert new.said() == "Adresse"
    new.type_("3, rue du Four")
    new.type_phone("0639980303")
    new.tab()
    new.press(Key.Key_Space)
    new.press(Key.Key_P, ALT)
    assert new.said() == "Personne 1, prénom"
    for first in ("Ana", "Rui"):
        new.type_(first)
        new.tab()
        new.type_("Lemoine")
        new.press(Key.Key_Return)
    new.type_("Zoé")
    new.tab(2)
    new.press(Key.Key_Space)
    new.tab()
    assert new.said() == "Personne 3, année de naissance"
    new.type_("2022")
    new.press(Key.Key_B, ALT)
    new.press(Key.Key_Space)
    new.press(Key.Key_L, ALT)
    new.type_("port, ang")
    new.press(Key.Key_I, ALT)
    qtbot.waitUntil(lambda: bool(new.page.detail.form.fields.value("informed_on")))
    found = new.store("Famille Lemoine")
    assert new.pressed < A_MINUTE / 2
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


def test_list_comes_back_beside_what_is_typed_and_goes_again(
    new: NewFamily, page: FamiliesPage
) -> None:
    new.begin()
    assert not page.list.isVisible()
    new.type_name("Famille Le")
    new.press(Key.Key_Escape)
    assert new.target() is page.list.table
    assert page.detail.title.accessibleName() == "Famille Le"
    new.press(Key.Key_N, CONTROL)
    assert new.said() == "Nom"
    new.type_("moine")
    assert new.store("Famille Lemoine").arrival_date == TODAY
    assert page.list.isVisible()
    assert page.filters.chips.isVisible()
    assert new.target() is page.detail.follow.welcome_button


def test_notice_that_a_family_is_stored_welcomes_that_family(
    qtbot: QtBot, opened: Opened, new: NewFamily, page: FamiliesPage
) -> None:
    new.begin()
    new.type_name("Famille Lemoine")
    new.store("Famille Lemoine")
    page.show_record(stored(opened, "Famille Petit").id)
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Petit")
    opened.window.banner.button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(WelcomeDialog)))
    dialog = page.findChild(WelcomeDialog)
    assert isinstance(dialog, WelcomeDialog)
    assert dialog.title.text() == "Accueil\u00a0: Famille Lemoine"
    dialog.reject()


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
    settle(qtbot, opened)
