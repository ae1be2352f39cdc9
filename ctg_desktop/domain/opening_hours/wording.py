"""Opening hours said in words, in French and in English, in full or shortened.

Rules are said one after the other. Those of one part of the year follow its name and a colon, and a
semicolon leaves it. What cannot be worded is shown as it is stored, and a text kept as a comment is
shown without its quotes. The full and the short French are read back by ``parse_typed``.

Spaces: U+00A0 inside a time ("9 h", "12 h 30"), before a dash and before a colon or inside « »;
U+202F before a semicolon; a line may only break after a dash or between words.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import replace

from ctg_desktop.domain.opening_hours.canonical import canonical, default_join, is_note
from ctg_desktop.domain.opening_hours.english import English
from ctg_desktop.domain.opening_hours.french import French
from ctg_desktop.domain.opening_hours.model import (
    WEEK,
    DaySpan,
    Holiday,
    Join,
    Rule,
    Rules,
    State,
)
from ctg_desktop.domain.opening_hours.osm_reader import read
from ctg_desktop.domain.opening_hours.phrasebook import Phrasebook
from ctg_desktop.domain.opening_hours.short_english import ShortEnglish
from ctg_desktop.domain.opening_hours.short_french import ShortFrench


class Style(enum.Enum):
    """How much room the words may take."""

    FULL = "full"
    SHORT = "short"


_FRENCH: dict[Style, Phrasebook] = {Style.FULL: French(), Style.SHORT: ShortFrench()}
_ENGLISH: dict[Style, Phrasebook] = {Style.FULL: English(), Style.SHORT: ShortEnglish()}


def to_french(osm: str, *, style: Style = Style.FULL) -> str:
    """Return stored opening hours in French, as shown and printed.

    Args:
        osm: OpenStreetMap text.
        style: ``FULL`` is a sentence without its full stop ("Du lundi au vendredi 9 h – 12 h 30");
            ``SHORT`` fits a table ("lun. – ven. 9 h – 12 h 30").
    """
    return _worded(osm, _FRENCH[style])


def to_english(osm: str, *, style: Style = Style.FULL) -> str:
    """Return stored opening hours in British English; remarks stay in the language they are in.

    Args:
        osm: OpenStreetMap text.
        style: ``FULL`` is a sentence without its full stop ("Monday to Friday 9 am – noon");
            ``SHORT`` fits a table ("Mon – Fri 9 am – noon").
    """
    return _worded(osm, _ENGLISH[style])


def _worded(osm: str, book: Phrasebook) -> str:
    rules = read(osm)
    if rules is None:
        return osm
    rules = canonical(rules)
    if len(rules) == 1 and is_note(rules[0]):
        comment = rules[0].comment
        known = book.known_comments.get(comment)
        return book.capitalised(known) if known else comment
    return book.capitalised(_sentence(_as_seasons(rules), book))


def _as_seasons(rules: Rules) -> Rules:
    """Take school holidays for a part of the year, as they are when one says that it is open."""
    alone = len(rules) == 1
    return tuple(
        replace(
            rule,
            in_school_holidays=True,
            holidays=(),
            days=() if alone else (DaySpan(WEEK[0], WEEK[-1]),),
        )
        if rule.holidays == (Holiday.SCHOOL,) and not rule.days and rule.state is not State.CLOSED
        else rule
        for rule in rules
    )


def _sentence(rules: Rules, book: Phrasebook) -> str:
    words: list[str] = []
    for rank, rule in enumerate(rules):
        before = rules[rank - 1] if rank else None
        goes_on = before is not None and _goes_on(before, rule)
        if before:
            words.append(", " if goes_on else book.semicolon)
        words.append(_join_word(rules[:rank], rule, book))
        if not goes_on or before is None:
            words.append(_context(rule, book))
        words.append(_clause(rule, before, book))
    return "".join(words)


def _goes_on(before: Rule, rule: Rule) -> bool:
    """Whether a comma is enough between two rules."""
    if before.state is State.CLOSED and rule.state is not State.CLOSED and not is_note(rule):
        return False
    if before.state is State.UNKNOWN and not before.comment:
        return False
    if before.state is State.CLOSED and rule.times:
        return False
    return _is_worded_with_context(before) == _is_worded_with_context(rule) and (
        not _is_worded_with_context(rule) or before.context == rule.context
    )


def _is_worded_with_context(rule: Rule) -> bool:
    return any(rule.context) and not _is_global_closing(rule)


def _is_global_closing(rule: Rule) -> bool:
    narrow = rule.days or rule.holidays or rule.times or rule.in_school_holidays
    return rule.state is State.CLOSED and not narrow and not (rule.dates and rule.weeks)


def _join_word(earlier: Sequence[Rule], rule: Rule, book: Phrasebook) -> str:
    if is_note(rule) or not earlier or rule.join is default_join(earlier, rule):
        return ""
    return book.but if rule.join is Join.REPLACE else book.also


def _context(rule: Rule, book: Phrasebook) -> str:
    if not _is_worded_with_context(rule):
        return ""
    only_holidays = not (rule.days or rule.holidays or rule.times or rule.comment)
    ending = "" if only_holidays and rule.state is State.UNKNOWN else book.colon
    return book.context(rule) + ending


def _clause(rule: Rule, before: Rule | None, book: Phrasebook) -> str:
    if is_note(rule):
        return book.note(rule.comment)
    if rule.state is not State.CLOSED:
        return book.opening(rule)
    after_opening = before is not None and before.state is not State.CLOSED
    return book.closing(rule, after_opening=after_opening, alone=_is_global_closing(rule))
