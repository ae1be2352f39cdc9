"""Whether a place is open at a moment, asked of the ``opening-hours-py`` library.

The library takes a bare comment for "open", school holidays for days that never come (it has no
calendar of them), "SH We" for "SH or We", a slot without end for one that lasts until midnight, a
closing of some hours for one of the whole day, and a fallback for one of whole days only. So the
rules are first rewritten into what it evaluates as the specification says. School holidays depend
on the zone of the school and on each year's decree: the answer is given when it is the same in and
outside of them, and is "unknown" otherwise.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import replace

from ctg_desktop.domain.opening_hours.canonical import canonical, is_note
from ctg_desktop.domain.opening_hours.model import (
    DAY_MINUTES,
    Holiday,
    Join,
    Rule,
    Rules,
    State,
    TimeSpan,
)
from ctg_desktop.domain.opening_hours.osm_reader import read
from ctg_desktop.domain.opening_hours.osm_writer import write

_COUNTRY = "FR"


class _Answer(enum.Enum):
    OPEN = True
    CLOSED = False
    UNKNOWN = None


def is_valid(osm: str) -> bool:
    """Return whether the text is in OpenStreetMap ``opening_hours`` syntax; empty text is not."""
    import opening_hours

    try:
        osm.encode()
    except UnicodeEncodeError:
        return False
    return bool(opening_hours.validate(osm))


def is_open(osm: str, at: dt.datetime) -> bool | None:
    """Return whether the place is open, or ``None`` when the text does not tell.

    It does not for what is kept as text, by appointment, given without hours or without end, or
    when it depends on school holidays. French public holidays are known.

    Args:
        osm: Stored opening hours.
        at: Local time (without zone, or its zone is left aside).
    """
    at = at.replace(tzinfo=None)
    rules = read(osm)
    if rules is None:
        return _foreign(osm, at)
    rules = canonical(rules)
    answers = {_answer(variant, at) for variant in _school_variants(rules)}
    return answers.pop().value if len(answers) == 1 else None


def _foreign(osm: str, at: dt.datetime) -> bool | None:
    depends = not is_valid(osm) or '"' in osm or Holiday.SCHOOL.value in osm
    return None if depends else _ask(osm, at).value


def _school_variants(rules: Rules) -> list[Rules]:
    if not any(_is_of_school_holidays(rule) for rule in rules):
        return [rules]
    return [tuple(_outside(rules)), tuple(map(_inside, rules))]


def _is_of_school_holidays(rule: Rule) -> bool:
    return rule.in_school_holidays or Holiday.SCHOOL in rule.holidays


def _outside(rules: Iterable[Rule]) -> Iterable[Rule]:
    for rule in rules:
        others = tuple(holiday for holiday in rule.holidays if holiday is not Holiday.SCHOOL)
        if not rule.in_school_holidays and (others or rule.days or not rule.holidays):
            yield replace(rule, holidays=others)


def _inside(rule: Rule) -> Rule:
    if Holiday.SCHOOL in rule.holidays:
        return replace(rule, days=(), holidays=())
    return replace(rule, in_school_holidays=False)


def _answer(rules: Rules, at: dt.datetime) -> _Answer:
    if any(_closes_some_hours(rule) and _covers(rule, at) for rule in rules):
        return _Answer.UNKNOWN if any(map(is_note, rules)) else _Answer.CLOSED
    main = [
        part
        for rule in rules
        if not (is_note(rule) or _closes_some_hours(rule))
        for part in _evaluable(rule)
    ]
    answer = _ask(write(tuple(main)), at) if main else _Answer.CLOSED
    noted = answer is _Answer.CLOSED and any(map(is_note, rules))
    return _Answer.UNKNOWN if noted else answer


def _closes_some_hours(rule: Rule) -> bool:
    return rule.state is State.CLOSED and bool(rule.times)


def _covers(rule: Rule, at: dt.datetime) -> bool:
    return _ask(write((replace(rule, state=State.OPEN, comment=""),)), at) is _Answer.OPEN


def _evaluable(rule: Rule) -> list[Rule]:
    """Return the rule without comment, its slots that have no end as hours that are unknown."""
    rule = replace(rule, comment="")
    endless = tuple(TimeSpan(span.start, DAY_MINUTES) for span in rule.times if not span.end)
    if not endless or rule.state is State.CLOSED:
        return [rule]
    known = tuple(span for span in rule.times if span.end)
    unknown = replace(rule, times=endless, state=State.UNKNOWN)
    if not known:
        return [unknown]
    return [replace(rule, times=known), replace(unknown, join=Join.ADD)]


def _ask(osm: str, at: dt.datetime) -> _Answer:
    from opening_hours import OpeningHours
    from opening_hours import State as Found

    found = OpeningHours(osm, country=_COUNTRY).state(at)[0]
    answers = {Found.OPEN: _Answer.OPEN, Found.CLOSED: _Answer.CLOSED}
    return answers.get(found, _Answer.UNKNOWN)
