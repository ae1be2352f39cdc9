"""A window that closes keeps its place and what was being typed in it."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.theme.theme import Theme
from tests.keys_for_tests import bare
from tests.ui.keys import type_text

Settle = Callable[[], None]


def test_its_place_is_remembered(
    qtbot: QtBot, window: MainWindow, desk: Desk, theme: Theme, settle: Settle
) -> None:
    window.resize(1030, 720)
    window.close()
    settle()
    state = desk.office.settings.preference("window-geometry")
    other = MainWindow(desk, theme, desk.office.settings.profile())
    qtbot.addWidget(other)
    other.restore_state(state)
    # The display of the tests is 800 points wide: a window is never put beyond its screen.
    assert other.height() == 720
    other.restore_state("nonsense é")
    other.restore_state(12)
    assert other.height() == 720


def test_what_is_typed_in_the_settings_survives_closing(
    qtbot: QtBot, window: MainWindow, desk: Desk, theme: Theme, settle: Settle
) -> None:
    page = window.show_page(PageKey.SETTINGS)
    settle()
    section = page.sections[0]
    section.name.end(False)
    type_text(section.name, " la Neuve")
    window.close()
    settle()
    other = MainWindow(desk, theme, desk.office.settings.profile())
    qtbot.addWidget(other)
    found = other.show_page(PageKey.SETTINGS)
    settle()
    assert found.sections[0].name.text() == "Valmoulin-sur-Clain la Neuve"
    assert "retrouvée" in other.banner.text()
    other.banner.button.click()
    settle()
    assert found.sections[0].name.text() == "Valmoulin-sur-Clain"
    assert desk.office.drafts.keys("settings:") == []


def test_the_window_stays_once_when_typing_cannot_be_written(
    window: MainWindow, desk: Desk, settle: Settle, reported: list[Exception]
) -> None:
    page = window.show_page(PageKey.SETTINGS)
    settle()
    type_text(page.sections[0].name, "X")
    other = bare(desk.office.folder / "coffre.db")
    other.execute("BEGIN IMMEDIATE")
    window.close()
    assert window.isVisible()
    assert "n’a pas pu être écrit" in window.banner.text()
    assert [one.code for one in reported if isinstance(one, EnvironmentFault)] == ["vault-busy"]
    other.execute("ROLLBACK")
    other.close()
    type_text(page.sections[0].name, "Y")
    window.close()
    settle()
    assert not window.isVisible()
    kept = desk.office.drafts.get("settings:identite")
    assert kept is not None
    assert kept["changes"]["value"]["name"].startswith("XY")
