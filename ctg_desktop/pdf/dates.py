"""How papers say when and where something takes place, in French."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP, WEEKDAYS_SHORT
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.moments import last_day


def short_day(day: date) -> str:
    """Return a day of a month that was named above: "sam. 12"."""
    return f"{WEEKDAYS_SHORT[day.weekday()]}{NBSP}{wording.day_number(day.day)}"


def short_moment(moment: date) -> str:
    """Return a day with its month, and its time when it has one: "sam. 12 juin à 20 h"."""
    shown = wording.day_of_month(moment)
    weekday = WEEKDAYS_SHORT[moment.weekday()]
    if isinstance(moment, datetime):
        return f"{weekday}{NBSP}{shown} à {wording.time(moment)}"
    return f"{weekday}{NBSP}{shown}"


def until(occurrence: Occurrence) -> str:
    """Return "jusqu’au dim. 13 juin" for what lasts several days, otherwise nothing."""
    last = last_day(occurrence.start, occurrence.end)
    return f"jusqu’au {short_moment(last)}" if last > occurrence.day else ""


def hours(occurrence: Occurrence) -> str:
    """Return "9 h – 12 h", "9 h" without an end, nothing for a whole day."""
    start, end = occurrence.start, occurrence.end
    if not isinstance(start, datetime):
        return ""
    if isinstance(end, datetime) and end > start:
        return wording.span(start, end)
    return wording.time(start)


def moved(occurrence: Occurrence) -> str:
    """Return "déplacé, au lieu du sam. 12 juin" for what was moved, otherwise nothing."""
    if occurrence.moved_from is None or occurrence.cancelled:
        return ""
    return f"déplacé, au lieu du {short_moment(occurrence.moved_from)}"


def title(occurrence: Occurrence) -> str:
    """Return the title, "Annulé" before it where nothing takes place."""
    return f"Annulé : {occurrence.title}" if occurrence.cancelled else occurrence.title


def place(reference: str, names: Mapping[str, str]) -> str:
    """Return where it is: the text itself, or the name of the listing it refers to.

    Args:
        reference: A text, or the id of a listing.
        names: What may be printed of listings, by id.
    """
    return names.get(reference, "" if is_id(reference) else reference)
