"""One way of writing rules that mean the same thing, as far as it can be done without a loss.

Two liberties are taken, because public data needs them: a rule that is nothing but a comment, after
others, is a note that stands beside them (``||``) and not a replacement of them all; and a comment
on given hours leaves them open, unless it says that one must make an appointment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ctg_desktop.domain.opening_hours.model import (
    APPOINTMENT,
    DAY_MINUTES,
    WEEK,
    DaySpan,
    Holiday,
    Join,
    Rule,
    Rules,
    State,
    TimeSpan,
    days_between,
    overlap,
    single_days,
    standard_comment,
)
from ctg_desktop.domain.opening_hours.spans import (
    compact_dates,
    compact_days,
    compact_times,
    day_ranges,
)

_INNER_QUOTES = str.maketrans("«»", "“”")
_EVERY_DAY = (DaySpan(1, 7),)
_WIPES = (Rule(state=State.CLOSED), Rule(), Rule(join=Join.ADD))
_WHOLE_DAY = (TimeSpan(0, DAY_MINUTES),)


def canonical(rules: Iterable[Rule]) -> Rules:
    """Return the rules in their canonical form; applying it twice changes nothing more."""
    tidied = _without_repeats(map(_tidy, rules))
    others = _merged(_with_days(_after_wipe([rule for rule in tidied if not is_note(rule)])))
    return _joined([*_with_days(map(_tidy, others)), *_note(filter(is_note, tidied))])


def is_note(rule: Rule) -> bool:
    """Return whether the rule is nothing but a comment."""
    return rule.selects_all and rule.state is State.UNKNOWN


def default_join(earlier: Iterable[Rule], rule: Rule) -> Join:
    """Return how a rule relates to those before it when nothing is said.

    Slots of the same day in the same part of the year add up; when they overlap, they cannot both
    be meant and the later replaces the earlier. Everything else replaces.
    """
    if is_note(rule):
        return Join.ELSE
    rivals = [other for other in earlier if _are_rivals(other, rule)]
    clash = any(overlap(a, b) for other in rivals for a in other.times for b in rule.times)
    return Join.ADD if rivals and not clash else Join.REPLACE


def _without_repeats(rules: Iterable[Rule]) -> list[Rule]:
    done: list[Rule] = []
    for rule in rules:
        if not done or replace(rule, join=done[-1].join) != done[-1]:
            done.append(rule)
    return done


def _after_wipe(rules: list[Rule]) -> list[Rule]:
    """Leave out what comes before a rule for all times, which undoes it.

    When that rule only closes and others follow, it says nothing: places are closed by default.
    """
    wipes = [rank for rank, rule in enumerate(rules) if rule in _WIPES]
    if not wipes:
        return rules
    rules = rules[wipes[-1] :]
    return rules[1:] if rules[0] == _WIPES[0] and len(rules) > 1 else rules


def _with_days(rules: Iterable[Rule]) -> list[Rule]:
    """Name every day of the week where a rule names none, unless it is the only opening."""
    rules = list(rules)
    alone = sum(rule.state is not State.CLOSED for rule in rules) < 2
    return [replace(rule, days=_EVERY_DAY) if _lacks_days(rule, alone) else rule for rule in rules]


def _lacks_days(rule: Rule, alone: bool) -> bool:  # noqa: FBT001 - said by its caller
    if rule.days or rule.holidays or rule.selects_all:
        return False
    return bool(rule.times) if rule.state is State.CLOSED else not alone


def _note(notes: Iterable[Rule]) -> list[Rule]:
    comments = dict.fromkeys(note.comment for note in notes)
    comment = standard_comment(", ".join(comments))
    return [Rule(state=State.UNKNOWN, comment=comment, join=Join.ELSE)] if comments else []


def _are_rivals(one: Rule, other: Rule) -> bool:
    if one.state is State.CLOSED or other.state is State.CLOSED or not (one.times and other.times):
        return False
    if one.dates != other.dates or one.in_school_holidays != other.in_school_holidays:
        return False
    if set(one.holidays) & set(other.holidays):
        return True
    if (one.holidays and not one.days) or (other.holidays and not other.days):
        return False
    return bool(single_days(one.days) & single_days(other.days))


def _tidy(rule: Rule) -> Rule:
    days = compact_days(rule.days)
    holidays = () if days == _EVERY_DAY else tuple(dict.fromkeys(rule.holidays))
    within = rule.in_school_holidays
    if within and days in {(), _EVERY_DAY}:
        days = ()
        holidays, within = (Holiday.SCHOOL,), False
    rule = replace(
        rule,
        dates=compact_dates(rule.dates),
        in_school_holidays=within,
        days=days,
        holidays=tuple(sorted(holidays, key=lambda holiday: holiday.value)),
        times=compact_times(rule.times),
        comment=standard_comment(rule.comment),
    )
    return _with_whole_day(_with_state(rule))


def _with_state(rule: Rule) -> Rule:
    if not rule.comment or rule.state is State.CLOSED:
        return rule
    if rule.comment == APPOINTMENT:
        return replace(rule, state=State.UNKNOWN)
    return replace(rule, state=State.OPEN) if rule.times else rule


def _with_whole_day(rule: Rule) -> Rule:
    if rule.state is State.CLOSED:
        times = () if rule.times == _WHOLE_DAY else rule.times
        days = () if rule.days == _EVERY_DAY and not times else rule.days
        return replace(rule, times=times, days=days, join=Join.REPLACE)
    if rule.state is not State.OPEN:
        return rule
    times = rule.times or _WHOLE_DAY
    every_day = rule.days in {(), _EVERY_DAY} and not rule.holidays
    if every_day and times == _WHOLE_DAY and not any(rule.context):
        return replace(rule, days=(), times=() if not rule.comment else times)
    return replace(rule, times=times)


def _joined(rules: list[Rule]) -> Rules:
    joined = []
    for rank, rule in enumerate(rules):
        if len(rules) > 1 or not is_note(rule):
            rule = replace(rule, comment=rule.comment.translate(_INNER_QUOTES))  # noqa: PLW2901
        joined.append(rule if rank else replace(rule, join=Join.REPLACE))
    return tuple(joined)


def _merged(rules: list[Rule]) -> list[Rule]:
    done: list[Rule] = []
    run: list[Rule] = []
    for rule in rules:
        if run and not _continues(run, rule, first=not done):
            done.extend(_grouped(run))
            run = []
        run.append(rule)
    return [*done, *_grouped(run)]


def _continues(run: list[Rule], rule: Rule, *, first: bool) -> bool:
    if not (_is_weekly(run[0]) and _is_weekly(rule)):
        return False
    if (rule.context, rule.state, rule.comment) != (
        run[0].context,
        run[0].state,
        run[0].comment,
    ):
        return False
    if rule.join is Join.REPLACE and run[0].join is Join.REPLACE:
        return True
    known = frozenset(day for other in run for day in single_days(other.days))
    return run[0].join is Join.REPLACE and (first or single_days(rule.days) <= known)


def _is_weekly(rule: Rule) -> bool:
    ranked = any(span.nth for span in rule.days)
    return bool(rule.times) and not (ranked or rule.holidays or rule.state is State.CLOSED)


def _grouped(run: list[Rule]) -> list[Rule]:
    if len(run) < 2:
        return run
    table: dict[int, tuple[TimeSpan, ...]] = {}
    for rule in run:
        for day in _weekdays(rule.days):
            kept = table.get(day, ()) if rule.join is Join.ADD else ()
            table[day] = compact_times((*kept, *rule.times))
    return [
        replace(run[0], days=tuple(day_ranges(days)), times=times)
        for times, days in group_by_slots(table)
    ]


def _weekdays(spans: tuple[DaySpan, ...]) -> list[int]:
    if not spans:
        return list(WEEK)
    return [day for span in spans for day in days_between(span.first, span.last)]


def group_by_slots(
    table: dict[int, tuple[TimeSpan, ...]],
) -> list[tuple[tuple[TimeSpan, ...], list[int]]]:
    """Return the days of a week that have equal slots together, in the order of the week."""
    groups: dict[tuple[TimeSpan, ...], list[int]] = {}
    for day in sorted(table):
        groups.setdefault(table[day], []).append(day)
    return list(groups.items())
