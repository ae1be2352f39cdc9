"""The repetitions that the form offers, to and from iCalendar rules (RFC 5545, RRULE)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1
ORDINALS = (1, 2, 3, 4, LAST)


class Repeat(StrEnum):
    """How often an event comes back."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY_BY_DAY = "monthly-by-day"
    MONTHLY_BY_WEEKDAY = "monthly-by-weekday"
    YEARLY = "yearly"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RecurrenceChoice:
    """A rule as the form shows it.

    Attributes:
        interval: Every n-th day, week, month or year.
        weekdays: ISO numbers (1 Monday … 7 Sunday); empty for the weekday of the first date.
        ordinals: Which weekdays of the month: 1 first … 4 fourth, -1 last.
        until: Last day on which it may take place; ``None`` for no end.
        rule: The rule as it was found, where the form has no words for it.
    """

    repeat: Repeat = Repeat.NEVER
    interval: int = 1
    weekdays: frozenset[int] = frozenset()
    ordinals: tuple[int, ...] = ()
    until: date | None = None
    rule: str = ""


_FREQUENCIES: dict[Repeat, str] = {
    Repeat.DAILY: "DAILY",
    Repeat.WEEKLY: "WEEKLY",
    Repeat.MONTHLY_BY_DAY: "MONTHLY",
    Repeat.MONTHLY_BY_WEEKDAY: "MONTHLY",
    Repeat.YEARLY: "YEARLY",
}


def to_rule(choice: RecurrenceChoice, start: date) -> str:
    """Return the RRULE value of a choice; empty for an event that does not come back.

    Args:
        choice: What the form shows.
        start: First day of the event, whose weekday is meant where none was chosen.
    """
    if choice.repeat is Repeat.NEVER:
        return ""
    if choice.repeat is Repeat.OTHER:
        return choice.rule
    parts = [f"FREQ={_FREQUENCIES[choice.repeat]}"]
    if choice.interval > 1:
        parts.append(f"INTERVAL={choice.interval}")
    parts.extend(_days_of(choice, start))
    if choice.until is not None:
        parts.append(f"UNTIL={choice.until:%Y%m%d}T235959")
    return ";".join(parts)


def from_rule(rule: str) -> RecurrenceChoice:
    """Return the choice that stands for a rule; ``Repeat.OTHER`` where the form has no words."""
    if not rule:
        return RecurrenceChoice()
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    choice = _read(parts)
    return choice or RecurrenceChoice(Repeat.OTHER, rule=rule)


def _days_of(choice: RecurrenceChoice, start: date) -> list[str]:
    days = sorted(choice.weekdays or {start.isoweekday()})
    if choice.repeat is Repeat.WEEKLY:
        return [f"BYDAY={','.join(DAYS[day - 1] for day in days)}"]
    if choice.repeat is Repeat.MONTHLY_BY_WEEKDAY:
        nths = choice.ordinals or (ordinal_of(start),)
        return [f"BYDAY={','.join(f'{nth}{DAYS[day - 1]}' for nth in nths for day in days)}"]
    return []


def ordinal_of(day: date) -> int:
    """Return which weekday of its month a day is: 1 first … 4 fourth, -1 for a fifth."""
    nth = (day.day - 1) // 7 + 1
    return nth if nth <= 4 else LAST


def _read(parts: dict[str, str]) -> RecurrenceChoice | None:
    known = {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "WKST"}
    interval, until = _number(parts.get("INTERVAL", "1")), _day(parts.get("UNTIL", ""))
    if not parts.keys() <= known or interval is None or (until is None and "UNTIL" in parts):
        return None
    found = _frequency(parts.get("FREQ", ""), parts.get("BYDAY", ""))
    if found is None:
        return None
    repeat, ordinals, weekdays = found
    return RecurrenceChoice(repeat, interval, weekdays, ordinals, until)


_Days = tuple[Repeat, tuple[int, ...], frozenset[int]]


def _frequency(frequency: str, by_day: str) -> _Days | None:
    if frequency == "WEEKLY":
        days = _weekdays(by_day)
        return None if days is None else (Repeat.WEEKLY, (), days)
    if frequency == "MONTHLY" and by_day:
        return _monthly(by_day)
    simple = {"DAILY": Repeat.DAILY, "MONTHLY": Repeat.MONTHLY_BY_DAY, "YEARLY": Repeat.YEARLY}
    return None if by_day or frequency not in simple else (simple[frequency], (), frozenset())


def _weekdays(by_day: str) -> frozenset[int] | None:
    names = by_day.split(",") if by_day else []
    return frozenset(DAYS.index(one) + 1 for one in names) if set(names) <= set(DAYS) else None


def _monthly(by_day: str) -> _Days | None:
    """Read "1SA", "1SA,3SA": some weeks of one weekday; several weekdays have no words here."""
    names = by_day.split(",")
    days = {one[-2:] for one in names}
    ordinals = tuple(sorted({nth for one in names if (nth := _ordinal(one[:-2])) is not None}))
    if len(days) != 1 or not days <= set(DAYS) or len(ordinals) != len(names):
        return None
    weekday = DAYS.index(days.pop()) + 1
    in_order = tuple(nth for nth in ORDINALS if nth in ordinals)
    return (Repeat.MONTHLY_BY_WEEKDAY, in_order, frozenset({weekday}))


def _ordinal(text: str) -> int | None:
    return next((nth for nth in ORDINALS if text in {str(nth), f"+{nth}"}), None)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 999 else None


def _day(text: str) -> date | None:
    digits = text[:8]
    if not (digits.isascii() and digits.isdigit() and len(digits) == 8):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
