"""The choices of the papers of the notice board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.month_poster_form import MonthPosterForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import DayWanted, ListingsWanted, PaperKey
from ctg_desktop.ui.impressions.tear_off_form import TearOffForm
from ctg_desktop.ui.impressions.week_sheet_form import WeekSheetForm
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from tests.ui.opened import nameless

Settle = Callable[[], None]


@pytest.fixture
def show(window: MainWindow, desk: Desk, settle: Settle) -> Callable[..., PrintsPage]:
    """Bring a paper to the front, as another page asks for it."""
    desk.office.calendar.save(Event(title="Loto", start=date(2026, 12, 5)))
    desk.office.directory.save(
        Listing(name="Bus", category="mobility", phones=(Phone("+33549001234"),))
    )
    page = window.show_page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)

    def shown(key: PaperKey, wanted: object = None) -> PrintsPage:
        page.show_paper(key, wanted)
        settle()
        settle()
        return page

    return shown


def test_the_poster_begins_with_the_next_month_and_turns(
    show: Callable[..., PrintsPage], qtbot: QtBot
) -> None:
    page = show(PaperKey.MONTH)
    form = page.form
    assert isinstance(form, MonthPosterForm)
    assert form.month.title.text() == "Décembre 2026"
    assert page.preview.page_count == 1
    form.month.back.click()
    assert form.month.value() == date(2026, 11, 1)
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.title.text() == "Rien dans l’agenda ce mois-ci"
    form.month.on.click()
    qtbot.waitUntil(lambda: page.preview.page_count == 1)
    assert form.left_out.isHidden()


def test_the_calendar_asks_for_the_month_it_shows(show: Callable[..., PrintsPage]) -> None:
    form = show(PaperKey.MONTH, DayWanted(date(2027, 3, 14))).form
    assert isinstance(form, MonthPosterForm)
    assert form.month.title.text() == "Mars 2027"


def test_paper_and_colour_are_remembered_but_not_the_month(
    show: Callable[..., PrintsPage], desk: Desk, settle: Settle
) -> None:
    form = show(PaperKey.MONTH).form
    assert isinstance(form, MonthPosterForm)
    form.paper.set_value("a3")
    form.colour.set_value("#7a1f3d")
    form.picture.set_value(False)
    form.edit()
    form.month.on.click()
    settle()
    again = MonthPosterForm(desk)
    again.load()
    settle()
    assert (again.paper.value(), again.colour.value()) == ("a3", "#7a1f3d")
    assert not again.picture.value()
    assert again.month.value() == date(2026, 12, 1)


def test_what_was_kept_and_is_no_longer_known_is_left_aside(desk: Desk, settle: Settle) -> None:
    for kept in ({"paper": "a2", "colour": "#ffff00"}, ["a3"], None):
        desk.office.settings.set_preference("notice-board.month", kept)
        form = MonthPosterForm(desk)
        form.load()
        settle()
        assert (form.paper.value(), form.colour.value()) == ("a4", "")


def test_a_week_begins_with_the_next_and_turns(show: Callable[..., PrintsPage]) -> None:
    page = show(PaperKey.WEEK)
    form = page.form
    assert isinstance(form, WeekSheetForm)
    assert form.week.title.text() == "Semaine 49\ndu 30\u00a0nov. au 6\u00a0déc. 2026"
    assert page.preview.page_count == 1
    form.week.back.click()
    assert form.week.title.text().startswith("Semaine 48\n")
    form.receive(DayWanted(date(2026, 12, 31)))
    assert form.week.title.text() == "Semaine 53\ndu 28\u00a0déc. au 3\u00a0janv. 2027"


def test_a_list_of_a_chapter_or_of_what_the_directory_selected(
    show: Callable[..., PrintsPage], desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page = show(PaperKey.STRIPS)
    form = page.form
    assert isinstance(form, TearOffForm)
    assert page.preview.page_count == 0
    form.entries.set_value("category:mobility")
    form.strips.set_value(8)
    form.edit()
    qtbot.waitUntil(lambda: page.preview.page_count == 1)
    (bus, _name) = desk.office.calendar.places("Bus")[0]
    show(PaperKey.STRIPS, ListingsWanted((bus,)))
    assert form.entries.currentText() == "1\u00a0fiche choisie dans Livret"
    form.edit()
    settle()
    again = TearOffForm(desk)
    again.load()
    settle()
    assert (again.entries.value(), again.strips.value()) == ("category:mobility", 8)


def test_everything_has_a_name(show: Callable[..., PrintsPage]) -> None:
    for key in (PaperKey.MONTH, PaperKey.WEEK, PaperKey.STRIPS):
        form = show(key).form
        assert form is not None
        assert nameless(form) == []
