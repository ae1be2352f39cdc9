"""Attendance sheets from a vault: for an event, for a meeting typed by hand."""

from __future__ import annotations

from datetime import date, datetime

import pypdfium2
import pytest

from ctg_desktop.domain.attendance import (
    AttendanceColumn,
    AttendanceOptions,
    Meeting,
    Orientation,
)
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.attendance_sheets import CHOICES, actions
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper

TODAY = date(2026, 11, 23)


def at(*numbers: int) -> datetime:
    """Return a local time, as events store it."""
    return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - local time, as stored


def text_of(paper: RenderedPaper) -> str:
    with pypdfium2.PdfDocument(paper.content) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_the_next_date_of_a_series(office: Office) -> None:
    hall = office.directory.save(Listing(name="Salle des fêtes")).listing
    event = Event(
        title="Marché",
        start=at(2026, 1, 3, 9),
        end=at(2026, 1, 3, 12),
        recurrence="FREQ=MONTHLY;BYDAY=1SA",
        place=hall.id,
        organiser="Les producteurs",
    )
    saved = office.calendar.save(event).event
    meeting = office.attendance.meeting_of_event(saved.id, TODAY)
    assert (meeting.title, meeting.day) == ("Marché", date(2026, 12, 5))
    assert (meeting.place, meeting.organiser) == ("Salle des fêtes", "Les producteurs")
    later = office.attendance.meeting_of_event(saved.id, date(2027, 1, 1))
    assert later.day == date(2027, 1, 2)


def test_an_event_that_is_over_gives_its_first_date(office: Office) -> None:
    saved = office.calendar.save(Event(title="Fête", start=date(2020, 7, 14))).event
    assert office.attendance.meeting_of_event(saved.id, TODAY).day == date(2020, 7, 14)


def test_a_person_who_did_not_agree_is_not_named(office: Office) -> None:
    person = Listing(kind=ListingKind.RESOURCE_PERSON, category="resource-persons", name="Ada")
    host = office.directory.save(person).listing
    event = Event(title="Atelier", start=TODAY, place=host.id, organiser=host.id)
    saved = office.calendar.save(event).event
    meeting = office.attendance.meeting_of_event(saved.id, TODAY)
    assert (meeting.place, meeting.organiser) == ("", "")


def test_an_unknown_event_is_refused(office: Office) -> None:
    with pytest.raises(UserError, match="event-unknown"):
        office.attendance.meeting_of_event("0190a000-0000-7000-8000-000000000000", TODAY)


def test_the_action_is_said_by_its_title(office: Office) -> None:
    number, title = actions()[9]
    paper = office.attendance.render(Meeting("Réunion", action=number), AttendanceOptions(), TODAY)
    assert f"{number} – {title[:20]}" in text_of(paper).replace("\u00a0", " ")


def test_an_action_that_does_not_exist_is_refused(office: Office) -> None:
    with pytest.raises(UserError, match="attendance-action-unknown") as refused:
        office.attendance.render(Meeting("Réunion", action=19), AttendanceOptions(), TODAY)
    assert refused.value.params["limit"] == 18


def test_known_people_come_from_the_directory(office: Office) -> None:
    ids = [office.directory.save(Listing(name=name)).listing.id for name in ("Club", "Autre")]
    source = office.recipients.of_directory(ids[:1])
    paper = office.attendance.render(Meeting("Réunion"), AttendanceOptions(), TODAY, known=source)
    assert "Club" in text_of(paper)
    assert "Autre" not in text_of(paper)


def test_choices_are_remembered(office: Office) -> None:
    assert office.attendance.choices() == AttendanceOptions()
    chosen = AttendanceOptions(
        (AttendanceColumn.NAME, AttendanceColumn.PHOTO), Orientation.LANDSCAPE, 12, 3, "À nous."
    )
    office.attendance.keep_choices(chosen)
    assert office.attendance.choices() == chosen


@pytest.mark.parametrize("kept", ["x", {"columns": []}, {"columns": ["x"]}, {"rows": -4}])
def test_choices_that_make_no_sense_are_forgotten(office: Office, kept: object) -> None:
    office.settings.set_preference(CHOICES, kept)
    assert office.attendance.choices() == AttendanceOptions()
