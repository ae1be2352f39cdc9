"""When the town hall is open on each day of a week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.opening_hours.daily import open_spans, speaks_of_public_holidays

CLOSED = "fermée"


def hours_by_day(
    listing: Listing | None, days: tuple[date, ...], holidays: Mapping[date, str]
) -> dict[date, tuple[str, ...]]:
    """Return the opening hours of each day, a slot a line, "fermée" for a day without any.

    A town hall is closed on public holidays unless its hours say otherwise.

    Returns:
        Nothing when the directory does not tell for each of these days.
    """
    if listing is None or not listing.opening_hours:
        return {}
    found: dict[date, tuple[str, ...]] = {}
    for day in days:
        spans = open_spans(listing.opening_hours, day)
        if spans is None:
            return {}
        slots = tuple(wording.span(*span) for span in spans)
        found[day] = slots if slots and not _is_shut(listing, day, holidays) else (CLOSED,)
    return found


def _is_shut(listing: Listing, day: date, holidays: Mapping[date, str]) -> bool:
    if listing.closed_until is not None and day <= listing.closed_until:
        return True
    return day in holidays and not speaks_of_public_holidays(listing.opening_hours)
