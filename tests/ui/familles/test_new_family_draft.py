"""What was typed of a new family and not stored waits in the vault."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.familles.keyboard import NewFamily
from tests.ui.opened import Opened


@pytest.fixture
def other(qtbot: QtBot, opened: Opened, new: NewFamily) -> FamiliesPage:
    """The page as it is opened anew, after a family was begun."""
    new.begin()
    new.type_name("Famille Le")
    new.keep_draft()
    page = FamiliesPage(opened.desk)
    qtbot.addWidget(page)
    return page


def test_what_is_typed_comes_back_after_the_window_was_closed(
    qtbot: QtBot, other: FamiliesPage
) -> None:
    other.activated()
    qtbot.waitUntil(lambda: other.detail.title.accessibleName() == "Famille Le")


def test_draft_of_a_new_family_that_is_taken_up_has_the_whole_page(
    qtbot: QtBot, other: FamiliesPage
) -> None:
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
