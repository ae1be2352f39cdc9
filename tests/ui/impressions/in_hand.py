"""A paper taken in hand in the window, and laid out without waiting for the pause."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.ui.agenda.detail import EventDetail
from ctg_desktop.ui.agenda.page import CalendarPage
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey

Settle = Callable[[], None]


def in_hand(window: MainWindow, key: PaperKey, settle: Settle) -> PrintsPage:
    """Return the page of prints with a paper in hand."""
    window.resize(1366, 768)
    shown = window.show_page(PageKey.PRINTS)
    assert isinstance(shown, PrintsPage)
    take(shown, key, settle)
    return shown


def take(page: PrintsPage, key: PaperKey, settle: Settle) -> None:
    """Take another paper in hand, and wait for its print."""
    page.show_paper(key)
    again(page, settle)


def second_date(window: MainWindow, settle: Settle) -> EventDetail:
    """Return the detail of the calendar, which shows the second date that is listed."""
    agenda = window.show_page(PageKey.CALENDAR)
    assert isinstance(agenda, CalendarPage)
    settle()
    agenda.list.table.selectRow(1)
    settle()
    agenda._open_row(1)
    settle()
    return agenda.detail


def again(page: PrintsPage, settle: Settle) -> None:
    """Lay out what is chosen now."""
    settle()
    page.refresh()
    settle()
    settle()
