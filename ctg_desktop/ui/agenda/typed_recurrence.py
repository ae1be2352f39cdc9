"""The repetition of an event as the form offers it, to and from iCalendar rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import WEEKDAYS
from ctg_desktop.domain.recurrence import Frequency, RuleParts, parts_of, rule_of
from ctg_desktop.errors import UserError

TypedRule = dict[str, Any]
"""``choice``, the parts of a custom rule, and the last day as it is typed. JSON-able."""

LAST = -1
ORDINALS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", LAST: "dernier"}


class Choice(StrEnum):
    """What the list of the form offers."""

    NEVER = "never"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY_NTH = "monthly-nth"
    MONTHLY_LAST = "monthly-last"
    MONTHLY_DAY = "monthly-day"
    YEARLY = "yearly"
    CUSTOM = "custom"
    KEPT = "kept"


def typed_rule(rrule: str, start: date) -> TypedRule:
    """Return what the form shows of a rule.

    Args:
        rrule: As stored; empty for none.
        start: First day of the event: a rule that follows from it is one of the simple choices.
    """
    if not rrule:
        return _typed(Choice.NEVER, RuleParts(), "")
    try:
        parts = parts_of(rrule)
    except UserError:
        parts = None
    if parts is None:
        return {**_typed(Choice.KEPT, RuleParts(), ""), "rule": rrule}
    until = wording.day(parts.until) if parts.until else ""
    bare = replace(parts, until=None)
    for choice in choices_for(start):
        if bare in _equals(choice, start):
            return _typed(choice, _parts(choice, start), until)
    return _typed(Choice.CUSTOM, parts, until)


def rule_from(typed: TypedRule, start: date, today: date) -> str:
    """Return the rule of what the form shows.

    Args:
        typed: What :func:`typed_rule` returns, perhaps changed.
        start: First day of the event, as it is typed now.
        today: For a last day without a year.

    Raises:
        UserError: ``recurrence-invalid``; ``date-invalid`` for the last day.
    """
    choice = Choice(typed["choice"])
    if choice is Choice.NEVER:
        return ""
    if choice is Choice.KEPT:
        return str(typed["rule"])
    parts = _custom(typed, start) if choice is Choice.CUSTOM else _parts(choice, start)
    text = str(typed["until"]).strip()
    if text:
        until = wording.parse_day(text, max(today, start), field="recurrence.until")
        parts = replace(parts, until=until, count=0)
    return rule_of(parts)


def choices_for(start: date) -> tuple[Choice, ...]:
    """Return the simple choices that make sense for a first day."""
    nth = (start.day - 1) // 7 + 1
    monthly = [Choice.MONTHLY_NTH] if nth in ORDINALS else []
    if _is_last(start):
        monthly.append(Choice.MONTHLY_LAST)
    return (
        Choice.WEEKLY,
        Choice.FORTNIGHTLY,
        *monthly,
        Choice.MONTHLY_DAY,
        Choice.YEARLY,
    )


def choice_words(choice: Choice, start: date) -> str:
    """Return the words of a choice, e.g. "Chaque mois, le premier samedi"."""
    weekday = WEEKDAYS[start.weekday()]
    nth = ORDINALS.get((start.day - 1) // 7 + 1, "")
    return {
        Choice.NEVER: "Jamais",
        Choice.WEEKLY: f"Chaque semaine, le {weekday}",
        Choice.FORTNIGHTLY: f"Toutes les 2\u00a0semaines, le {weekday}",
        Choice.MONTHLY_NTH: f"Chaque mois, le {nth} {weekday}",
        Choice.MONTHLY_LAST: f"Chaque mois, le dernier {weekday}",
        Choice.MONTHLY_DAY: f"Chaque mois, le {wording.day_number(start.day)}",
        Choice.YEARLY: f"Chaque année, le {wording.day_of_month(start)}",
        Choice.CUSTOM: "Autrement…",
        Choice.KEPT: "Règle particulière, gardée telle quelle",
    }[choice]


def _typed(choice: Choice, parts: RuleParts, until: str) -> TypedRule:
    return {
        "choice": choice.value,
        "frequency": parts.frequency.value,
        "interval": parts.interval,
        "weekdays": list(parts.weekdays),
        "nth": parts.nth,
        "month_day": parts.month_day,
        "months": list(parts.months),
        "count": parts.count,
        "until": until,
        "rule": "",
    }


def _custom(typed: TypedRule, start: date) -> RuleParts:
    frequency = Frequency(typed["frequency"])
    weekdays = tuple(int(day) for day in typed["weekdays"])
    nth, month_day = int(typed["nth"]), int(typed["month_day"])
    if frequency is Frequency.WEEKLY:
        weekdays, nth, month_day = weekdays or (start.isoweekday(),), 0, 0
    elif frequency is Frequency.DAILY:
        nth, month_day = 0, 0
    elif weekdays and not nth:
        nth = 1
    return RuleParts(
        frequency=frequency,
        interval=int(typed["interval"]),
        weekdays=weekdays,
        nth=nth,
        month_day=0 if weekdays else month_day,
        months=tuple(int(month) for month in typed["months"]),
        count=int(typed["count"]),
    )


def _parts(choice: Choice, start: date) -> RuleParts:
    weekday = (start.isoweekday(),)
    nth = (start.day - 1) // 7 + 1
    return {
        Choice.WEEKLY: RuleParts(Frequency.WEEKLY, weekdays=weekday),
        Choice.FORTNIGHTLY: RuleParts(Frequency.WEEKLY, 2, weekday),
        Choice.MONTHLY_NTH: RuleParts(Frequency.MONTHLY, weekdays=weekday, nth=nth),
        Choice.MONTHLY_LAST: RuleParts(Frequency.MONTHLY, weekdays=weekday, nth=LAST),
        Choice.MONTHLY_DAY: RuleParts(Frequency.MONTHLY, month_day=start.day),
        Choice.YEARLY: RuleParts(Frequency.YEARLY),
    }[choice]


def _equals(choice: Choice, start: date) -> tuple[RuleParts, ...]:
    """Return the ways in which a simple choice may have been written."""
    parts = _parts(choice, start)
    if choice in {Choice.WEEKLY, Choice.FORTNIGHTLY}:
        return (parts, replace(parts, weekdays=()))
    if choice is Choice.MONTHLY_DAY:
        return (parts, replace(parts, month_day=0))
    if choice is Choice.YEARLY:
        return (parts, replace(parts, month_day=start.day, months=(start.month,)))
    return (parts,)


def _is_last(start: date) -> bool:
    return start.day + 7 > _month_length(start)


def _month_length(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - date(day.year, day.month, 1)).days
