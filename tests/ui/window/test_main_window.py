"""The window around the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PAGES, PageKey
from ctg_desktop.ui.theme.theme import Theme

Settle = Callable[[], None]


@pytest.mark.parametrize("page", list(PageKey))
def test_no_other_window_flashes_up(
    qapp: QApplication, window: MainWindow, settle: Settle, page: PageKey
) -> None:
    shown: list[object] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name in Qt
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
                shown.extend([watched] if watched.isWindow() else [])
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    window.show_page(page)
    settle()
    qapp.removeEventFilter(watch)
    assert shown == []


def test_the_smallest_window_is_not_smaller_than_what_it_holds(
    window: MainWindow, settle: Settle
) -> None:
    window.resize(1024, 700)
    for spec in PAGES:
        window.show_page(spec.key)
    settle()
    assert (window.width(), window.height()) == (1024, 700)


def test_the_bottom_line_says_when_something_was_saved(window: MainWindow, desk: Desk) -> None:
    saved = desk.office.directory.save(Listing(name="Mairie"))
    desk.bus.changed.emit(saved.changes)
    assert window.status.left.text().startswith("Enregistré à ")


def test_the_window_takes_the_colour_and_name_of_the_commune(
    window: MainWindow, theme: Theme, desk: Desk, settle: Settle
) -> None:
    before = theme.roles.band
    profile = replace(desk.office.settings.profile(), name="Saint-Éloi", accent="#7a1f3d")
    desk.bus.changed.emit(desk.office.settings.save_profile(profile))
    settle()
    assert theme.roles.band != before
    assert window.band.name.text() == "Saint-Éloi"
    assert "Saint-Éloi" in window.windowTitle()
