"""What an attendance sheet says of a meeting, and what it refuses."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ctg_desktop.domain.attendance import (
    AttendanceColumn,
    AttendanceOptions,
    Meeting,
    Orientation,
    checked_attendance,
    checked_meeting,
    is_crowded,
    known_rows,
    meeting_of,
    privacy_sentences,
    when,
)
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.event import Moment, Occurrence
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.errors import UserError


def at(*numbers: int) -> datetime:
    """Return a local time, as events store it."""
    return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - local time, as stored


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (date(2026, 12, 3), None, ""),
        (at(2026, 12, 3, 14), None, "à 14 h"),
        (at(2026, 12, 3, 14), at(2026, 12, 3, 16, 30), "14 h – 16 h 30"),
        (at(2026, 12, 3, 20), at(2026, 12, 4, 9), "à 20 h"),
    ],
)
def test_a_date_of_the_calendar_is_a_meeting(start: Moment, end: Moment | None, hours: str) -> None:
    meeting = meeting_of(Occurrence("x", "Atelier", start, end, "y"), "Salle", "Mairie")
    assert (meeting.title, meeting.day, meeting.place) == ("Atelier", date(2026, 12, 3), "Salle")
    assert meeting.hours.replace("\u00a0", " ") == hours


def test_when_says_what_is_known() -> None:
    assert when(Meeting()) == ""
    assert when(Meeting(hours="14 h")) == "14 h"
    said = when(Meeting(day=date(2026, 12, 3), hours="14 h"))
    assert said.replace("\u00a0", " ") == "jeudi 3 décembre 2026, 14 h"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Civray", "la mairie de Civray"),
        ("Anché", "la mairie d’Anché"),
        ("Le Vigeant", "la mairie du Vigeant"),
        ("Les Adjots", "la mairie des Adjots"),
    ],
)
def test_the_town_hall_is_named(name: str, said: str) -> None:
    assert said in privacy_sentences(Profile(Role.COMMUNE, "86078", name))


def test_a_community_is_named_as_it_is() -> None:
    said = privacy_sentences(Profile(Role.COMMUNITY, "200000000", "Le Val inventé"))
    assert "gardée par Le Val inventé pour" in said


def test_known_rows_hold_what_the_directory_may_print() -> None:
    fields = {"contact": "Ada Invention", "adresse": "2, rue du Pont, 86400 Civray"}
    (row,) = known_rows(Gathered((Recipient("1", "Club", fields=fields),), ("Brouillon",)))
    assert row[AttendanceColumn.NAME] == "Ada Invention"
    assert row[AttendanceColumn.STRUCTURE] == "Club"
    assert row[AttendanceColumn.TOWN] == "Civray"
    assert AttendanceColumn.SIGNATURE not in row


def test_columns_come_in_the_order_of_the_sheet() -> None:
    options = AttendanceOptions((AttendanceColumn.SIGNATURE, AttendanceColumn.NAME))
    columns = checked_attendance(options).columns
    assert columns == (AttendanceColumn.NAME, AttendanceColumn.SIGNATURE)


def test_all_columns_need_the_page_lying() -> None:
    everything = tuple(AttendanceColumn)
    assert is_crowded(AttendanceOptions(everything))
    assert not is_crowded(AttendanceOptions(everything, Orientation.LANDSCAPE))
    assert not is_crowded(AttendanceOptions())


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (AttendanceOptions(()), "attendance-columns-missing"),
        (AttendanceOptions(rows=-1), "attendance-rows-out-of-range"),
        (AttendanceOptions(rows=1001), "attendance-rows-out-of-range"),
        (AttendanceOptions(pages=0), "attendance-pages-out-of-range"),
        (AttendanceOptions(pages=51), "attendance-pages-out-of-range"),
        (AttendanceOptions(privacy="x" * 601), "text-too-long"),
    ],
)
def test_options_beyond_reason_are_refused(options: AttendanceOptions, code: str) -> None:
    with pytest.raises(UserError, match=code):
        checked_attendance(options)


@pytest.mark.parametrize(
    ("meeting", "code"),
    [
        (Meeting(" "), "attendance-title-missing"),
        (Meeting("x" * 301), "text-too-long"),
        (Meeting("Atelier", day=date(1000, 1, 1)), "date-out-of-range"),
        (Meeting("Atelier", hours="x" * 81), "text-too-long"),
    ],
)
def test_meetings_that_cannot_be_are_refused(meeting: Meeting, code: str) -> None:
    with pytest.raises(UserError, match=code):
        checked_meeting(meeting)
