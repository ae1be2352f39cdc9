"""An attendance sheet: the meeting, the columns to fill by hand, the rows known before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from ctg_desktop.domain import text
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.event import Moment, Occurrence
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.domain.wording import day_full, of_place, span, time
from ctg_desktop.errors import UserError

MOST_ROWS = 1000
MOST_PAGES = 50
PRIVACY_LIMIT = 600


class AttendanceColumn(StrEnum):
    """A column of the sheet; the values are those of the command line."""

    NAME = "nom"
    STRUCTURE = "structure"
    TOWN = "commune"
    PHONE = "telephone"
    EMAIL = "courriel"
    AGE = "tranche-age"
    HOURS = "heures"
    PHOTO = "photo"
    SIGNATURE = "signature"


COLUMNS_FIRST = (
    AttendanceColumn.NAME,
    AttendanceColumn.STRUCTURE,
    AttendanceColumn.TOWN,
    AttendanceColumn.SIGNATURE,
)

LEAST_WIDTHS: Mapping[AttendanceColumn, float] = MappingProxyType(
    {
        AttendanceColumn.NAME: 38.0,
        AttendanceColumn.STRUCTURE: 34.0,
        AttendanceColumn.TOWN: 26.0,
        AttendanceColumn.PHONE: 31.0,
        AttendanceColumn.EMAIL: 42.0,
        AttendanceColumn.AGE: 25.0,
        AttendanceColumn.HOURS: 18.0,
        AttendanceColumn.PHOTO: 27.0,
        AttendanceColumn.SIGNATURE: 30.0,
    }
)
"""Millimetres in which a hand can write each of them; also their shares of the width."""


class Orientation(StrEnum):
    """How the page lies; the values are those of the command line."""

    PORTRAIT = "portrait"
    LANDSCAPE = "paysage"


_ROOM: Mapping[Orientation, float] = MappingProxyType(
    {Orientation.PORTRAIT: 176.0, Orientation.LANDSCAPE: 271.0}
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What people attend.

    Attributes:
        day: ``None`` to be written by hand.
        hours: "14 h – 16 h", as typed.
        place: Empty to be written by hand.
        action: Number of an action of the plan; ``None`` for none.
    """

    title: str = ""
    day: date | None = None
    hours: str = ""
    place: str = ""
    organiser: str = ""
    action: int | None = None


@dataclass(frozen=True, slots=True)
class AttendanceOptions:
    """How the sheet is made.

    Attributes:
        rows: Empty rows; 0 to fill the pages.
        pages: At least so many pages, when ``rows`` is 0.
        privacy: Sentences at the foot; empty for those of the town hall.
    """

    columns: tuple[AttendanceColumn, ...] = COLUMNS_FIRST
    orientation: Orientation = Orientation.PORTRAIT
    rows: int = 0
    pages: int = 1
    privacy: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """All that a sheet prints.

    Attributes:
        action: The action in words, empty for none.
        known: Rows filled before, column → text; in order.
    """

    meeting: Meeting
    options: AttendanceOptions
    profile: Profile
    action: str = ""
    known: tuple[Mapping[AttendanceColumn, str], ...] = field(default=())

    @property
    def privacy(self) -> str:
        """The sentences at the foot."""
        return self.options.privacy or privacy_sentences(self.profile)


def checked_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting as it is printed, or refuse it for one field.

    Raises:
        UserError: ``attendance-title-missing``, ``date-out-of-range``, ``text-too-long``.
    """
    title = text.line(meeting.title, "title")
    if not title:
        raise UserError("attendance-title-missing", field="title")
    if meeting.day is not None and meeting.day.year not in YEARS:
        raise UserError("date-out-of-range", field="day", year=meeting.day.year)
    return replace(
        meeting,
        title=title,
        hours=text.line(meeting.hours, "hours", limit=80),
        place=text.line(meeting.place, "place"),
        organiser=text.line(meeting.organiser, "organiser"),
    )


def checked_attendance(options: AttendanceOptions) -> AttendanceOptions:
    """Return options that can be printed, columns in the order of the sheet.

    Raises:
        UserError: ``attendance-columns-missing``, ``attendance-rows-out-of-range``,
            ``attendance-pages-out-of-range``, ``text-too-long``.
    """
    columns = tuple(one for one in AttendanceColumn if one in options.columns)
    if not columns:
        raise UserError("attendance-columns-missing", field="columns")
    if not 0 <= options.rows <= MOST_ROWS:
        raise UserError("attendance-rows-out-of-range", field="empty_rows", limit=MOST_ROWS)
    if not 1 <= options.pages <= MOST_PAGES:
        raise UserError("attendance-pages-out-of-range", field="pages", limit=MOST_PAGES)
    privacy = text.paragraph(options.privacy, "privacy", limit=PRIVACY_LIMIT)
    return replace(options, columns=columns, privacy=privacy)


def is_crowded(options: AttendanceOptions) -> bool:
    """Tell whether the columns are too narrow to write in on this page."""
    wanted = sum(LEAST_WIDTHS[one] for one in options.columns)
    return wanted > _ROOM[options.orientation]


def privacy_sentences(profile: Profile) -> str:
    """Return who keeps the sheet, why and how long (GDPR, article 13, said briefly)."""
    keeper = profile.name
    if profile.role is Role.COMMUNE:
        keeper = f"la mairie {of_place(profile.name)}"
    return (
        f"Cette feuille est gardée par {keeper} pour connaître les personnes présentes et rendre "
        "compte de la rencontre. Elle est détruite au bout d’un an et n’est montrée qu’à celles et "
        "ceux qui suivent cette action. Pour voir, corriger ou faire effacer ce qui vous concerne, "
        "adressez-vous à l’accueil."
    )


def meeting_of(occurrence: Occurrence, place: str, organiser: str) -> Meeting:
    """Return a date of the calendar as a meeting.

    Args:
        occurrence: The date.
        place: Name of its place.
        organiser: Name of who runs it.
    """
    return Meeting(
        title=occurrence.title,
        day=occurrence.day,
        hours=_hours(occurrence.start, occurrence.end),
        place=place,
        organiser=organiser,
    )


def when(meeting: Meeting) -> str:
    """Return the day and the hours in words; empty when neither is known."""
    said = day_full(meeting.day) if meeting.day else ""
    return ", ".join(part for part in (said, meeting.hours) if part)


def known_rows(gathered: Gathered) -> tuple[Mapping[AttendanceColumn, str], ...]:
    """Return the rows that recipients fill: what the directory may print of them."""
    return tuple(_row(one) for one in gathered.recipients)


def _row(recipient: Recipient) -> Mapping[AttendanceColumn, str]:
    fields = recipient.fields
    town = fields.get("adresse", "").rpartition(", ")[2].lstrip("0123456789 ")
    return {
        AttendanceColumn.NAME: fields.get("contact", ""),
        AttendanceColumn.STRUCTURE: recipient.name,
        AttendanceColumn.TOWN: town,
        AttendanceColumn.PHONE: fields.get("telephone", ""),
        AttendanceColumn.EMAIL: fields.get("courriel", ""),
    }


def _hours(start: Moment, end: Moment | None) -> str:
    if not isinstance(start, datetime):
        return ""
    if isinstance(end, datetime) and end.date() == start.date() and end != start:
        return span(start, end)
    return f"à{NBSP}{time(start)}"
