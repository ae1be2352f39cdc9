"""Attendance sheets in the window: a meeting of the calendar or typed, columns, sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from ctg_desktop.domain.attendance import AttendanceColumn, Orientation
from ctg_desktop.domain.event import Event
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.attendance_form import AttendanceForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import EventWanted, PaperKey
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from tests.ui.impressions.conftest import fill
from tests.ui.impressions.in_hand import again, in_hand, second_date
from tests.ui.impressions.reading import said
from tests.ui.keys import type_text
from tests.ui.opened import nameless

Settle = Callable[[], None]


@pytest.fixture
def event(desk: Desk) -> Event:
    """Save an event that takes place each Thursday."""
    start = datetime(2026, 11, 26, 14)  # noqa: DTZ001 - local time, as stored
    return desk.office.calendar.save(
        Event(title="Café <des> aidants", start=start, recurrence="FREQ=WEEKLY", place="Salle")
    ).event


@pytest.fixture
def page(window: MainWindow, desk: Desk, event: Event, settle: Settle) -> PrintsPage:
    """Return the page of prints with an attendance sheet in hand."""
    fill(desk)
    assert event.id
    return in_hand(window, PaperKey.ATTENDANCE, settle)


@pytest.fixture
def form(page: PrintsPage) -> AttendanceForm:
    """Return the choices of the sheet."""
    assert isinstance(page.form, AttendanceForm)
    return page.form


def test_without_a_title_it_asks_for_the_meeting(page: PrintsPage, form: AttendanceForm) -> None:
    assert page.empty.isVisible()
    assert not form.meeting.fields["title"].is_refused


def test_a_date_of_the_calendar_fills_the_meeting(
    page: PrintsPage, form: AttendanceForm, settle: Settle
) -> None:
    calendar = form.meeting.calendar
    assert calendar.itemText(2) == "jeu.\u00a03\u00a0déc. 2026 – Café <des> aidants"
    calendar.setCurrentIndex(2)
    calendar.edited.emit()
    again(page, settle)
    meeting = form.meeting.value()
    assert meeting is not None
    assert (meeting.title, meeting.day) == ("Café <des> aidants", date(2026, 12, 3))
    assert "Café <des> aidants" in said(page)
    assert "jeudi 3 décembre 2026, à 14 h" in said(page)


def test_a_meeting_typed_by_hand(page: PrintsPage, form: AttendanceForm, settle: Settle) -> None:
    type_text(form.meeting.title, "Réunion d’équipe")
    type_text(form.meeting.day.line, "3/12")
    page.refresh()
    settle()
    assert "Réunion d’équipe" in said(page)
    assert "jeudi 3 décembre 2026" in said(page)


def test_a_day_that_is_none_is_refused_beside_it(page: PrintsPage, form: AttendanceForm) -> None:
    type_text(form.meeting.title, "Réunion")
    type_text(form.meeting.day.line, "jamais")
    page.refresh()
    assert form.meeting.day.is_refused


def test_no_column_is_refused_and_narrow_ones_are_said(
    page: PrintsPage, form: AttendanceForm
) -> None:
    for tick in form.sheet.columns.values():
        if not tick.value():
            tick.click()
    assert "étroites" in form.sheet.columns_field.hint.text()
    form.sheet.orientation.set_value(str(Orientation.LANDSCAPE))
    form.sheet.orientation.edited.emit()
    assert form.sheet.columns_field.hint.isHidden()
    for tick in form.sheet.columns.values():
        tick.click()
    page.refresh()
    assert form.sheet.columns_field.is_refused
    form.sheet.columns[AttendanceColumn.NAME].click()
    assert not form.sheet.columns_field.is_refused


def test_expected_listings_are_written(
    page: PrintsPage, form: AttendanceForm, settle: Settle
) -> None:
    type_text(form.meeting.title, "Réunion")
    assert not form.expected.recipients.isVisibleTo(form)
    form.expected.tick.click()
    assert form.expected.recipients.isVisibleTo(form)
    page.refresh()
    settle()
    assert "Amicale & œuvre 2" in said(page)


def test_sentences_and_columns_are_found_again(
    form: AttendanceForm, desk: Desk, settle: Settle
) -> None:
    assert "gardée par la mairie de Valmoulin-sur-Clain" in form.sheet.privacy.value()
    assert desk.office.attendance.choices().privacy == ""
    form.sheet.privacy.setPlainText("Gardée six mois.")
    form.sheet.columns[AttendanceColumn.PHONE].click()
    form.sheet.rows.setValue(12)
    assert not form.sheet.pages_field.isVisibleTo(form)
    settle()
    kept = desk.office.attendance.choices()
    assert (kept.privacy, kept.rows) == ("Gardée six mois.", 12)
    assert AttendanceColumn.PHONE in kept.columns
    again = AttendanceForm(desk)
    again.load()
    settle()
    assert again.sheet.value() == kept
    again.deleteLater()


def test_the_calendar_asks_for_the_sheet_of_the_date_in_hand(
    window: MainWindow, event: Event, settle: Settle
) -> None:
    second_date(window, settle).attendance_button.click()
    settle()
    page = window.page(PageKey.PRINTS)
    assert isinstance(page, PrintsPage)
    assert isinstance(page.form, AttendanceForm)
    meeting = page.form.meeting.value()
    assert meeting is not None
    assert (meeting.title, meeting.day) == (event.title, date(2026, 12, 3))


def test_an_event_deleted_meanwhile_is_said(
    page: PrintsPage,
    form: AttendanceForm,
    event: Event,
    desk: Desk,
    settle: Settle,
    reported: list[Exception],
) -> None:
    desk.office.calendar.delete([event.id])
    page.show_paper(PaperKey.ATTENDANCE, EventWanted(event.id, date(2026, 12, 1)))
    settle()
    assert form.meeting.title.text() == ""
    assert form.meeting.calendar_field.is_refused
    assert reported == []


def test_everything_has_a_name(form: AttendanceForm) -> None:
    form.expected.tick.click()
    form.sheet.details.set_open(True)
    assert nameless(form) == []
