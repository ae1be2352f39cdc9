"""What is typed of a new family is answered beside it: warned of, asked for, or refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.familles.form.consent_ticks import ConsentTicks
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.familles.keyboard import ALT, NewFamily
from tests.ui.opened import TODAY

Key = Qt.Key


def test_forbidden_source_is_warned_of_and_not_refused(new: NewFamily) -> None:
    new.begin()
    field = new.field("known_through")
    assert field.hint.isHidden()
    field.editor.set_value("census")  # type: ignore[attr-defined]  # a choice
    field.editor.edited.emit()  # type: ignore[attr-defined]
    assert "La loi interdit" in field.hint.text()
    assert not field.is_refused


def test_reminder_stands_by_every_free_text_that_calls_for_it(
    new: NewFamily, page: FamiliesPage
) -> None:
    new.begin()
    for name, key in (("referent", Key.Key_F), ("note", Key.Key_O)):
        field = new.field(name)
        new.press(key, ALT)
        new.type_("suit la ")
        assert "la religion" not in field.hint.text()
        new.type_("maladie")
        assert "Rien sur la santé, la religion" in field.hint.text()
    new.type_phone("0639980303")
    new.tab()
    new.press(Key.Key_Space)
    new.tab(4)
    assert new.said().endswith("date")
    new.tab()
    new.type_("certificat ")
    assert not sensitive_shown(page)
    new.type_("d’invalidité")
    assert sensitive_shown(page)


def sensitive_shown(page: FamiliesPage) -> bool:
    rows = page.detail.form.findChildren(ConsentTicks)
    return any(line.warning.isVisible() for row in rows for line in row.lines)


def test_notice_is_asked_for_until_it_is_given(new: NewFamily) -> None:
    new.begin()
    field = new.field("informed_on")
    assert "pas encore remise" in field.hint.text()
    field.editor.tick.click()  # type: ignore[attr-defined]  # a tick with its day
    assert field.hint.isHidden()
    assert new.page.editor.typed().informed_on == TODAY


def test_year_that_is_none_is_refused_beside_its_person(qtbot: QtBot, new: NewFamily) -> None:
    new.begin()
    new.type_child("Zoé", "cinq ans")
    new.save()
    field = new.field("persons")
    qtbot.waitUntil(lambda: field.is_refused)
    assert new.said() == "Personne 1, année de naissance"


def test_family_without_name_is_refused_in_plain_words(qtbot: QtBot, new: NewFamily) -> None:
    new.begin()
    new.press(Key.Key_D, ALT)
    new.type_("3, rue du Four")
    new.save()
    field = new.field("name")
    qtbot.waitUntil(lambda: field.is_refused)
