"""What takes the focus has a name, and each page begins where its work is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.help_panel import HelpPanel
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from tests.ui.focusable import focusable, nameless
from tests.ui.keys import press

Settle = Callable[[], None]


@pytest.mark.parametrize("page", list(PageKey))
def test_whatever_takes_the_focus_has_a_name(
    window: MainWindow, settle: Settle, page: PageKey
) -> None:
    window.show_page(page)
    settle()
    assert focusable(window)
    assert nameless(window) == []


@pytest.mark.parametrize("part", ["identite", "livret", "themes", "fichiers"])
def test_every_part_of_the_settings_is_named(window: MainWindow, settle: Settle, part: str) -> None:
    window.show_page(PageKey.SETTINGS).show_part(part)
    settle()
    assert nameless(window) == []


@pytest.mark.parametrize("page", [PageKey.HOME, PageKey.PRINTS, PageKey.SETTINGS])
def test_tab_goes_as_the_eye_does(window: MainWindow, settle: Settle, page: PageKey) -> None:
    shown = window.show_page(page)
    settle()
    expected = set(map(id, focusable(shown)))
    chain = []
    one = shown.nextInFocusChain()
    while one is not shown:
        if id(one) in expected:
            chain.append(one)
        one = one.nextInFocusChain()
    places = [widget.mapTo(shown, QPoint(0, 0)) for widget in chain]
    for before, after in pairwise(places):
        same_line = abs(after.y() - before.y()) < 24
        assert after.y() > before.y() - 24 or after.x() > before.x(), (before, after)
        assert not same_line or after.x() > before.x(), (before, after)


def focus_of(window: MainWindow, settle: Settle, page: PageKey) -> QWidget:
    """Go from the first page to another by the rail, and return what has the focus then."""
    window.activateWindow()
    window.show_page(PageKey.HOME)
    settle()
    press(window.rail.button(page), Qt.Key.Key_Return)
    settle()
    focused = window.focusWidget()
    assert focused is not None
    return focused


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (PageKey.DIRECTORY, "Importer un fichier…"),
        (PageKey.CALENDAR, "Écrire une manifestation"),
        (PageKey.PRINTS, "Papiers à imprimer"),
        (PageKey.SETTINGS, "Commune"),
    ],
)
def test_an_empty_page_begins_with_its_first_action(
    window: MainWindow, settle: Settle, page: PageKey, place: str
) -> None:
    focused = focus_of(window, settle, page)
    assert focused.accessibleName() == place


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (PageKey.DIRECTORY, "Fiches"),
        (PageKey.CALENDAR, "Dates de l’agenda"),
        (PageKey.PRINTS, "Papiers à imprimer"),
    ],
)
def test_a_page_begins_where_its_work_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, settle: Settle, page: PageKey, place: str
) -> None:
    desk.office.directory.save(Listing(name="Mairie"))
    desk.office.calendar.save(Event(title="Marché", start=desk.today()))
    focused = focus_of(window, settle, page)
    qtbot.waitUntil(lambda: focused.accessibleName().startswith(place))


def test_f1_opens_a_help_that_escape_closes(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    (panel,) = (one for one in window.findChildren(QWidget) if one.windowTitle() == "Aide")
    assert panel.isVisible()
    assert nameless(panel) == []
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_help_names_the_keys_of_a_print(window: MainWindow) -> None:
    window.show_help()
    (panel,) = window.findChildren(HelpPanel)
    said = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert "Page préc., Page suiv." in said
    assert "Impressions" in said
    panel.close()
