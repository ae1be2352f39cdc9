"""Opening hours made from tables: one column a day, as in public files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ctg_desktop.domain.opening_hours.canonical import canonical, group_by_slots, is_note
from ctg_desktop.domain.opening_hours.model import (
    APPOINTMENT,
    DAY_MINUTES,
    WEEK,
    Join,
    Rule,
    Rules,
    State,
    TimeSpan,
    runs_through_night,
    standard_comment,
)
from ctg_desktop.domain.opening_hours.osm_reader import read
from ctg_desktop.domain.opening_hours.osm_writer import kept_text, unquoted, write
from ctg_desktop.domain.opening_hours.spans import compact_times, day_ranges
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError
from ctg_desktop.domain.opening_hours.typed import TEXT_LIMIT, assemble_text
from ctg_desktop.domain.text import clean
from ctg_desktop.errors import UserError

_CLOCK = re.compile(r"\s*([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?\s*")


def from_weekly(slots: Mapping[int, Sequence[tuple[str, str]]]) -> str:
    """Return the slots of a week as OpenStreetMap text; days that have equal slots go together.

    Args:
        slots: For each ISO weekday (1 Monday … 7 Sunday), pairs of start and end ("09:00", "12:00";
            seconds are left out; an empty end when it is not known; an empty pair is passed over).
            A slot may run through the night, from noon or later to 8 in the morning at most.

    Raises:
        UserError: ``opening-hours-day-invalid`` or ``opening-hours-time-invalid``, with the value.
    """
    table: dict[int, tuple[TimeSpan, ...]] = {}
    for day, pairs in slots.items():
        if day not in WEEK:
            raise UserError("opening-hours-day-invalid", value=day)
        spans = [_span(start, end) for start, end in pairs if start.strip() or end.strip()]
        if spans:
            table[day] = compact_times(spans)
    rules = (
        Rule(days=tuple(day_ranges(days)), times=times) for times, days in group_by_slots(table)
    )
    return write(canonical(rules))


def with_comment(osm: str, comment: str) -> str:
    """Return the opening hours with a comment that was kept apart from them.

    A comment that says when it is closed ("sauf jours fériés") becomes a rule; that one needs an
    appointment holds for every slot; any other is shown with each of them.

    Args:
        osm: Stored opening hours, or nothing.
        comment: One line of text, or nothing.
    """
    comment = unquoted(" ".join(clean(comment).split()))[:TEXT_LIMIT].strip()
    rules = read(osm) if osm else ()
    if not comment:
        return osm
    if rules is None:
        return f"{osm} || {kept_text(comment)}"
    if not any(_opens(rule) for rule in rules):
        return _with_note(rules, comment)
    closings = _closings(comment)
    if closings:
        kept = [rule for rule in rules if not is_note(rule)]
        return write(canonical((*kept, *closings, *filter(is_note, rules))))
    if any(map(is_note, rules)):
        return _with_note(rules, comment)
    return write(canonical(_commented(rules, _meaning(comment))))


def _opens(rule: Rule) -> bool:
    return not (is_note(rule) or rule.state is State.CLOSED)


def _with_note(rules: Rules, comment: str) -> str:
    note = Rule(state=State.UNKNOWN, comment=standard_comment(comment), join=Join.ELSE)
    return write(canonical((*rules, note)))


def _commented(rules: Rules, comment: str) -> Iterator[Rule]:
    state = State.UNKNOWN if comment == APPOINTMENT else State.OPEN
    for rule in rules:
        if not _opens(rule) or rule.comment:
            yield rule
        else:
            kept = rule.state if rule.state is State.UNKNOWN else state
            yield replace(rule, state=kept, comment=comment)


def _meaning(comment: str) -> str:
    try:
        rules = assemble_text(comment)
    except NotUnderstoodError:
        return comment
    return rules[0].comment if len(rules) == 1 and is_note(rules[0]) else comment


def _closings(comment: str) -> Rules:
    words = comment.strip("().;, ")
    try:
        rules = assemble_text(f"24/7, {words}")[1:]
    except NotUnderstoodError:
        return ()
    return rules if all(rule.state is State.CLOSED for rule in rules) else ()


def _span(start: str, end: str) -> TimeSpan:
    first = _minutes(start)
    if first == DAY_MINUTES:
        raise UserError("opening-hours-time-invalid", value=start)
    if not end.strip():
        return TimeSpan(first)
    last = _minutes(end) or DAY_MINUTES
    if last <= first and not runs_through_night(first, last):
        raise UserError("opening-hours-time-invalid", value=end)
    return TimeSpan(first, last if last > first else last + DAY_MINUTES)


def _minutes(text: str) -> int:
    match = _CLOCK.fullmatch(text)
    minutes = int(match[1]) * 60 + int(match[2]) if match and int(match[2]) < 60 else -1
    if not 0 <= minutes <= DAY_MINUTES:
        raise UserError("opening-hours-time-invalid", value=text)
    return minutes
