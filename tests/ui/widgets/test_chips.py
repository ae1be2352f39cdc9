"""Chips filter a list: one is chosen, by the arrows too, and each says how many it shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from tests.ui.keys import press

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def chips(qtbot: QtBot) -> FilterChips:
    chips = FilterChips("Filtrer par rubrique")
    qtbot.addWidget(chips)
    chips.set_choices([Choice("", "Toutes", 1234), Choice("a", "R & D", 3), Choice("s", "Santé")])
    chips.show()
    return chips


def test_chips_say_how_many_they_show(chips: FilterChips) -> None:
    assert [chip.accessibleName() for chip in chips._chips.values()] == [
        "Toutes,  1\u202f234",
        "R & D,  3",
        "Santé",
    ]
    assert chips._chips["a"].text() == "R && D  3"


def test_chips_are_chosen_with_the_arrows(qtbot: QtBot, chips: FilterChips) -> None:
    chips.activateWindow()
    first = chips._chips[""]
    first.setFocus()
    with qtbot.waitSignal(chips.chosen) as chosen:
        press(first, Qt.Key.Key_Right)
    assert chosen.args == ["a"]
    with qtbot.waitSignal(chips.chosen) as chosen:
        press(chips._chips["a"], Qt.Key.Key_End)
    assert chosen.args == ["s"]
    assert chips._chips["s"].hasFocus()
    with qtbot.waitSignal(chips.chosen) as chosen:
        press(chips._chips["s"], Qt.Key.Key_Right)
    assert chosen.args == [""]


def test_only_the_chosen_chip_is_a_tab_stop(chips: FilterChips) -> None:
    chips.choose("s")
    stops = [
        key for key, chip in chips._chips.items() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["s"]


def test_chips_break_lines_in_a_narrow_window(chips: FilterChips) -> None:
    wide, narrow = chips.heightForWidth(900), chips.heightForWidth(150)
    assert narrow >= 2 * wide


def test_a_filter_that_is_gone_gives_way_to_the_first(chips: FilterChips) -> None:
    chips.choose("s")
    chips.set_choices([Choice("", "Toutes", 3), Choice("a", "Associations", 3)])
    assert chips.current == ""
