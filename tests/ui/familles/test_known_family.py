"""While a family is typed, one that is known already, or that came back, is noticed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Person,
    Purpose,
)
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.familles.keyboard import Keyboard, families_of, said, settle, stored
from tests.ui.opened import TODAY, Opened

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_family_that_left_comes_back_with_what_was_typed(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Girard")
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("0639980404")
    line = page.detail.similar
    qtbot.waitUntil(line.isVisible)
    words = line.message.text().replace("\xa0", " ")
    assert words.startswith("Famille Girard, partie en mars 2026 (même nom)")
    assert line.same_button.text().strip() == "Elle revient"
    line.same_button.click()
    qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.name != "")
    assert page.editor.is_dirty
    page.save_()
    settle(qtbot, opened)
    qtbot.waitUntil(lambda: not page.editor.is_dirty)
    found = stored(opened, "Famille Girard")
    assert found.left_on is None
    assert [one.number for one in found.phones] == ["+33639980202", "+33639980404"]
    assert opened.office.drafts.keys("household:") == []


def test_family_that_is_known_is_gone_on_with_and_not_noted_twice(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    before = stored(opened, "Famille Martin-Dubois")
    begin()
    keyboard.type_("Famille Dubois-Martin")
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("0639980101")
    keyboard.tab(2)
    keyboard.press(Key.Key_Space)
    keyboard.press(Key.Key_P, ALT)
    keyboard.type_("Zoé")
    line = page.detail.similar
    qtbot.waitUntil(line.isVisible)
    assert line.same_button.text().strip() == "C’est elle"
    keyboard.press(Key.Key_E, ALT)
    qtbot.waitUntil(lambda: page.record_id == before.id)
    qtbot.waitUntil(lambda: said(keyboard) == "Nom")
    assert page.editor.is_dirty
    assert page.list.isVisible()
    keyboard.press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not page.editor.is_dirty)
    settle(qtbot, opened)
    after = stored(opened, "Famille Martin-Dubois")
    assert families_of(opened) == 4
    assert [one.number for one in after.phones] == ["+33639980101"]
    assert after.phones[0].consents == (
        *before.phones[0].consents,
        ChannelConsent(Purpose.INVITATIONS, TODAY),
    )
    assert after.persons == (*before.persons, Person("Zoé"))
    assert opened.office.drafts.keys("household:") == []


def test_what_cannot_be_read_stays_typed_beside_a_family_that_is_known(
    qtbot: QtBot, page: FamiliesPage, keyboard: Keyboard, begin: Callable[[], None]
) -> None:
    begin()
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("0639980101")
    keyboard.press(Key.Key_P, ALT)
    keyboard.type_("Zoé")
    keyboard.tab(2)
    keyboard.press(Key.Key_Space)
    keyboard.tab()
    keyboard.type_("cinq ans")
    qtbot.waitUntil(page.detail.similar.isVisible)
    keyboard.press(Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "année de naissance" in said(keyboard))
    field = page.detail.form.fields.field("persons")
    assert field is not None
    qtbot.waitUntil(lambda: field.is_refused)
    assert not page.record_id
    assert page.editor.values()["phones"][0]["number"] == "0639980101"


def test_family_that_looks_alike_is_looked_at_without_storing_what_is_typed(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Dubois")
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("0639980101")
    qtbot.waitUntil(page.detail.similar.isVisible)
    keyboard.press(Key.Key_U, ALT)
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Martin-Dubois")
    settle(qtbot, opened)
    assert families_of(opened) == 4
    assert opened.office.drafts.keys("household:") == ["household:new"]
    assert page.list.isVisible()
    opened.window.banner.button.click()
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Dubois")
    assert not page.list.isVisible()
    assert page.editor.values()["phones"][0]["number"] == "0639980101"


def test_phone_that_two_families_share_is_told_and_stored(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    keyboard: Keyboard,
    begin: Callable[[], None],
) -> None:
    begin()
    keyboard.type_("Famille Blanc")
    keyboard.press(Key.Key_T, ALT)
    keyboard.type_("06 39 98 01 01")
    qtbot.waitUntil(page.detail.similar.isVisible)
    assert "(même téléphone)" in page.detail.similar.message.text()
    keyboard.press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: bool(page.editor.record_id))
    assert stored(opened, "Famille Blanc").phones[0].number == "+33639980101"
