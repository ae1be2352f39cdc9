"""What hangs on a notice board: choices of the month poster, the week sheet, the tear-off list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from ctg_desktop.domain import wording
from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.moments import monday_of

STRIPS = range(8, 13)
"""How many strips a tear-off list may have."""

USUAL_STRIPS = 10
WEEK_DAYS = 7


class PosterPaper(StrEnum):
    """The paper of a month poster; the values are those of the command line."""

    A4 = "a4"
    A3 = "a3"


class SheetPaper(StrEnum):
    """How the A4 paper of a week sheet lies; the values are those of the command line."""

    PORTRAIT = "portrait"
    LANDSCAPE = "paysage"


@dataclass(frozen=True, slots=True)
class MonthPosterOptions:
    """How the poster of a month is made.

    Attributes:
        month: Any day of the month.
        colour: ``#rrggbb`` of the colour field; empty for the commune's own.
        picture: Show the cover picture of the commune as a band, where there is one.
    """

    month: date
    paper: PosterPaper = PosterPaper.A4
    colour: str = ""
    picture: bool = True


@dataclass(frozen=True, slots=True)
class WeekSheetOptions:
    """How the sheet of a week is made.

    Attributes:
        day: Any day of the week.
    """

    day: date
    paper: SheetPaper = SheetPaper.PORTRAIT


@dataclass(frozen=True, slots=True)
class TearOffOptions:
    """Which entries a tear-off list holds; the first of these that is set counts.

    Attributes:
        listings: Ids, in the order of the list.
        theme: Code of a theme.
        category: Code of a chapter.
        title: Heading; empty for the name of the chapter, theme or only entry.
        strips: How many strips at the foot of each page.
    """

    listings: tuple[str, ...] = ()
    theme: str = ""
    category: str = ""
    title: str = ""
    strips: int = USUAL_STRIPS


@dataclass(frozen=True, slots=True)
class MonthContent:
    """Everything the poster of a month prints, already filtered and sorted.

    Attributes:
        first: First day of the month.
        occurrences: Dates that touch the month, in order.
        events: The events of those occurrences, by id.
        place_names: Listing id → name, for places.
        town_hall: Its listing, consent applied.
        holidays: Public holidays of the month.
    """

    profile: Profile
    first: date
    edition: date
    occurrences: tuple[Occurrence, ...]
    events: Mapping[str, Event] = field(default_factory=dict)
    place_names: Mapping[str, str] = field(default_factory=dict)
    town_hall: Listing | None = None
    holidays: Mapping[date, str] = field(default_factory=dict)
    picture: Picture | None = None
    picture_alt: str = ""


@dataclass(frozen=True, slots=True)
class WeekContent:
    """Everything the sheet of a week prints; as :class:`MonthContent`, from a Monday."""

    profile: Profile
    monday: date
    edition: date
    occurrences: tuple[Occurrence, ...]
    place_names: Mapping[str, str] = field(default_factory=dict)
    town_hall: Listing | None = None
    holidays: Mapping[date, str] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the week, Monday first."""
        return tuple(self.monday + timedelta(days=number) for number in range(WEEK_DAYS))


@dataclass(frozen=True, slots=True)
class TearOffContent:
    """Everything a tear-off list prints, consent applied.

    Attributes:
        colour: ``#rrggbb`` of the chapter, or of the commune.
    """

    profile: Profile
    edition: date
    title: str
    colour: str
    listings: tuple[Listing, ...]
    town_hall: Listing | None = None


def week_words(day: date) -> tuple[str, str]:
    """Return what a week is called: "Semaine 48", "du lundi 23 au dimanche 29 novembre 2026"."""
    monday = monday_of(day)
    sunday = monday + timedelta(days=WEEK_DAYS - 1)
    if monday.year != sunday.year:
        first = wording.day_full(monday)
    elif monday.month != sunday.month:
        first = f"{WEEKDAYS[0]} {wording.day_of_month(monday)}"
    else:
        first = f"{WEEKDAYS[0]} {wording.day_number(monday.day)}"
    number = monday.isocalendar().week
    return f"Semaine {number}", f"du {first} au {wording.day_full(sunday)}"
