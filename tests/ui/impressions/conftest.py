from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.booklet.form import BookletPaperForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey


def fill(desk: Desk, count: int = 3) -> list[str]:
    """Save some listings and return their ids."""
    return [
        desk.office.directory.save(
            Listing(
                name=f"Amicale & œuvre {number}",
                kind=ListingKind.ASSOCIATION,
                category="associations",
                verified_on=date(2026, 11, 2),
            )
        ).listing.id
        for number in range(count)
    ]


@pytest.fixture
def page(window: MainWindow, desk: Desk, settle: Callable[[], None]) -> PrintsPage:
    """Return the page of prints with the booklet of a few listings in hand."""
    fill(desk)
    window.resize(1366, 768)
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    page.show_paper(PaperKey.BOOKLET)
    settle()
    settle()
    return page


@pytest.fixture
def form(page: PrintsPage) -> BookletPaperForm:
    """Return the choices of the booklet."""
    assert isinstance(page.form, BookletPaperForm)
    return page.form


@pytest.fixture
def shown(page: PrintsPage, desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    """Wait until the preview shows what is chosen now."""

    def wait() -> None:
        qtbot.waitUntil(lambda: page.print_button.isEnabled() and not desk.tasks.is_busy)

    return wait
