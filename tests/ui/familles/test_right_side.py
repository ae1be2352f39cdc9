"""What stands beside the list is made while nobody waits for it, and never all at once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.right_side import RightSide
from tests.ui.familles.known import settle
from tests.ui.opened import Opened


def test_form_is_made_a_part_at_a_time(qtbot: QtBot, opened: Opened) -> None:
    page = FamiliesPage(opened.desk)
    qtbot.addWidget(page)
    right = page.findChild(RightSide)
    assert isinstance(right, RightSide)
    had_more = []

    def note(detail: HouseholdDetail) -> None:
        had_more.append(detail.growing.grow())

    right.made.connect(note)
    page.activated()
    qtbot.waitUntil(lambda: had_more == [True])
    detail = page.findChild(HouseholdDetail)
    assert isinstance(detail, HouseholdDetail)
    qtbot.waitUntil(lambda: "note" in detail.form.fields.values())
    settle(qtbot, opened)
