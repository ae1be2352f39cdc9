"""While a family is typed, one that is known already, or that came back, is noticed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import ChannelConsent, Person, Purpose
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.familles.keyboard import ALT, NewFamily
from tests.ui.familles.known import everybody, settle, stored
from tests.ui.opened import TODAY, Opened

Key = Qt.Key
KNOWN_PHONE = "0639980101"


def begin_like(qtbot: QtBot, new: NewFamily, name: str, phone: str = KNOWN_PHONE) -> None:
    """Begin a family until the screen says that it looks like one that is known."""
    new.begin()
    new.type_name(name)
    new.type_phone(phone)
    qtbot.waitUntil(new.page.detail.similar.isVisible)


def test_family_that_left_comes_back_with_what_was_typed(
    qtbot: QtBot, opened: Opened, new: NewFamily, page: FamiliesPage
) -> None:
    begin_like(qtbot, new, "Famille Girard", "0639980404")
    line = page.detail.similar
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
    qtbot: QtBot, opened: Opened, new: NewFamily, page: FamiliesPage
) -> None:
    before = stored(opened, "Famille Martin-Dubois")
    begin_like(qtbot, new, "Famille Dubois-Martin")
    new.tab(2)
    new.press(Key.Key_Space)
    new.press(Key.Key_P, ALT)
    new.type_("Zoé")
    line = page.detail.similar
    qtbot.waitUntil(line.isVisible)
    assert line.same_button.text().strip() == "C’est elle"
    new.press(Key.Key_E, ALT)
    qtbot.waitUntil(lambda: page.record_id == before.id)
    qtbot.waitUntil(lambda: new.said() == "Nom")
    assert page.editor.is_dirty
    assert page.list.isVisible()
    new.save()
    qtbot.waitUntil(lambda: not page.editor.is_dirty)
    settle(qtbot, opened)
    after = stored(opened, "Famille Martin-Dubois")
    assert len(everybody(opened)) == 4
    assert [one.number for one in after.phones] == ["+33639980101"]
    assert after.phones[0].consents == (
        *before.phones[0].consents,
        ChannelConsent(Purpose.INVITATIONS, TODAY),
    )
    assert after.persons == (*before.persons, Person("Zoé"))
    assert opened.office.drafts.keys("household:") == []


def test_what_cannot_be_read_stays_typed_beside_a_family_that_is_known(
    qtbot: QtBot, new: NewFamily, page: FamiliesPage
) -> None:
    new.begin()
    new.type_phone(KNOWN_PHONE)
    new.type_child("Zoé", "cinq ans")
    qtbot.waitUntil(page.detail.similar.isVisible)
    new.press(Key.Key_E, ALT)
    qtbot.waitUntil(lambda: "année de naissance" in new.said())
    field = new.field("persons")
    qtbot.waitUntil(lambda: field.is_refused)
    assert not page.record_id
    assert page.editor.values()["phones"][0]["number"] == KNOWN_PHONE


def test_family_that_looks_alike_is_looked_at_without_storing_what_is_typed(
    qtbot: QtBot, opened: Opened, new: NewFamily, page: FamiliesPage
) -> None:
    begin_like(qtbot, new, "Famille Dubois")
    new.press(Key.Key_U, ALT)
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Martin-Dubois")
    settle(qtbot, opened)
    assert len(everybody(opened)) == 4
    assert opened.office.drafts.keys("household:") == ["household:new"]
    assert page.list.isVisible()
    opened.window.banner.button.click()
    qtbot.waitUntil(lambda: page.detail.title.accessibleName() == "Famille Dubois")
    assert not page.list.isVisible()
    assert page.editor.values()["phones"][0]["number"] == KNOWN_PHONE


def test_phone_that_two_families_share_is_told_and_stored(
    qtbot: QtBot, new: NewFamily, page: FamiliesPage
) -> None:
    begin_like(qtbot, new, "Famille Blanc", "06 39 98 01 01")
    assert "(même téléphone)" in page.detail.similar.message.text()
    assert new.store("Famille Blanc").phones[0].number == "+33639980101"
