"""What a family agreed to is ticked in its form, and what it took back stays taken back."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.contacting import emails_for
from ctg_desktop.domain.families.household import Purpose
from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.form.channel_rows import ChannelRow
from ctg_desktop.ui.familles.rights_dialogs import ObjectionDialog
from tests.ui.familles.known import Show, dialog_of, settle, stored
from tests.ui.keys import retype
from tests.ui.opened import TODAY, Opened

FAMILY = "Famille Martin-Dubois"
ADDRESS = "martin.dubois@valmoulin.example"


@pytest.fixture
def detail(show: Show) -> HouseholdDetail:
    return show(FAMILY)


def email_row(detail: HouseholdDetail) -> ChannelRow:
    detail.show_part("fiche")
    rows = detail.form.findChildren(ChannelRow)
    return next(one for one in rows if one.line.value().startswith("martin"))


def object_to_emails(qtbot: QtBot, opened: Opened, detail: HouseholdDetail) -> None:
    detail.rights.object()
    dialog = dialog_of(detail, ObjectionDialog)
    dialog.what.set_value("email")
    dialog.what.edited.emit()
    dialog.button.click()
    settle(qtbot, opened)
    assert taken_back(opened) == [TODAY]


def taken_back(opened: Opened) -> list[date | None]:
    return [one.withdrawn_on for one in stored(opened, FAMILY).emails[0].consents]


@pytest.mark.parametrize("address", [ADDRESS, "claire.martin@valmoulin.example"])
def test_form_that_was_refused_does_not_bring_back_what_is_taken_back_meanwhile(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail, address: str
) -> None:
    row = email_row(detail)
    retype(row.line, "martin dubois@valmoulin.example")
    detail.editor.save()
    settle(qtbot, opened)
    assert detail.editor.is_dirty
    object_to_emails(qtbot, opened, detail)
    retype(row.line, address)
    detail.editor.save()
    settle(qtbot, opened)
    assert not detail.editor.is_dirty
    assert stored(opened, FAMILY).emails[0].address == address
    assert taken_back(opened) == [TODAY]
    assert not row.consents.ticks[Purpose.WELCOME].value()


def test_day_before_the_withdrawal_is_refused_beside_it_and_a_newer_one_taken(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail
) -> None:
    object_to_emails(qtbot, opened, detail)
    row = email_row(detail)
    row.consents.ticks[Purpose.WELCOME].click()
    retype(row.consents.lines[0].day, "5/11/2026")
    detail.editor.save()
    settle(qtbot, opened)
    field = detail.form.fields.field("emails")
    assert field is not None
    assert field.is_refused
    assert opened.window.focusWidget() is row.consents.lines[0].day
    assert taken_back(opened) == [TODAY]
    retype(row.consents.lines[0].day, "23/11/2026")
    detail.editor.save()
    settle(qtbot, opened)
    found = stored(opened, FAMILY)
    assert len(emails_for(found, Purpose.WELCOME, TODAY)) == 1
    assert len(found.emails[0].consents) == 2


def test_tick_taken_off_by_mistake_gives_back_what_was_agreed_to(
    qtbot: QtBot, opened: Opened, detail: HouseholdDetail
) -> None:
    row = email_row(detail)
    before = row.values()
    tick = row.consents.ticks[Purpose.WELCOME]
    tick.click()
    assert row.values()["past"]
    tick.click()
    assert row.values() == before
    assert not detail.editor.is_dirty
    tick.click()
    detail.editor.save()
    settle(qtbot, opened)
    tick.click()
    detail.editor.save()
    settle(qtbot, opened)
    assert [one.given_on for one in stored(opened, FAMILY).emails[0].consents] == [
        TODAY,
        date(2026, 10, 1),
    ]
