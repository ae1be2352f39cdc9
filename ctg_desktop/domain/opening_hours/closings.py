"""Closings and exceptions: "fermé le lundi et en août", "sauf jours fériés"."""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.opening_hours.drafts import Draft
from ctg_desktop.domain.opening_hours.element_cursor import ElementCursor
from ctg_desktop.domain.opening_hours.elements import Dates, Days, Element, Tie
from ctg_desktop.domain.opening_hours.lexicon import Part
from ctg_desktop.domain.opening_hours.model import DAY_MINUTES, Holiday, Parity, Rule, TimeSpan
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError

_LISTED = (Tie.COMMA, Tie.AND)
_CLOSE = (Tie.NONE, Tie.COLON)
_WHOLE_WEEK = 7


def closings(cursor: ElementCursor, *, excepting: Draft | None = None) -> list[Rule]:
    """Read what is closed, up to where something else begins.

    Args:
        cursor: Stands after the word that closes.
        excepting: The rule that exceptions are made to, when the word was one of exception.

    Raises:
        NotUnderstoodError: When it could be read in more than one way.
    """
    start = cursor.element.start
    items = [_item(cursor, excepting)]
    while _list_goes_on(cursor, excepting, several=len(items) > 1):
        items.append(_item(cursor, excepting))
    if len(items) > 1 and any(_kinds(item) > 1 for item in items):
        raise NotUnderstoodError(start)
    return _gathered([item.closed() for item in items])


def is_item(element: Element) -> bool:
    """Return whether a closing can begin with this element."""
    return isinstance(element.value, Days | Holiday | Dates | Parity)


def _item(cursor: ElementCursor, excepting: Draft | None) -> Draft:
    item = Draft(start=cursor.element.start)
    first = True
    while (first or _continues(item, cursor.element)) and _add(item, cursor.element, excepting):
        cursor.skip()
        first = False
    if first or len(item.without(())) == _WHOLE_WEEK:
        raise NotUnderstoodError(cursor.element.start)
    if item.context.school and not item.days:
        item.context.school = False
        item.holidays.append(Holiday.SCHOOL)
    return item


def _continues(item: Draft, element: Element) -> bool:
    more_hours = item.has_times and isinstance(element.value, TimeSpan | Part)
    return element.tie in _CLOSE or (more_hours and element.tie in _LISTED)


def _add(item: Draft, element: Element, excepting: Draft | None) -> bool:
    value = element.value
    if isinstance(value, Days):
        _check(not item.holidays, element)
        item.add_days(value, element.start)
    elif value is Holiday.PUBLIC:
        _check(not item.days and item.context.is_empty, element)
        item.holidays.append(value)
    elif isinstance(value, Dates | Parity | Holiday):
        _check(not item.holidays, element)
        item.context.add(value, element.start, listed=False)
    elif isinstance(value, TimeSpan | Part):
        return _add_time(item, value, element, excepting)
    else:
        return False
    return True


def _add_time(
    item: Draft, value: TimeSpan | Part, element: Element, excepting: Draft | None
) -> bool:
    if excepting and not excepting.has_times:
        return False
    clock_after_exception = excepting is not None and isinstance(value, TimeSpan)
    whole_day = value == TimeSpan(0, DAY_MINUTES)
    says_when = item.has_days or (item.context.is_empty and not excepting)
    _check(says_when and not (clock_after_exception or whole_day), element)
    if isinstance(value, Part):
        item.parts.append(value)
    else:
        _check(bool(value.end), element)
        item.times.append(value)
    return True


def _check(sound: bool, element: Element) -> None:  # noqa: FBT001 - reads as an assertion
    if not sound:
        raise NotUnderstoodError(element.start)


def _list_goes_on(cursor: ElementCursor, excepting: Draft | None, *, several: bool) -> bool:
    element = cursor.element
    if element.tie not in _LISTED or not is_item(element):
        return False
    run, after = cursor.run(is_item)
    if not isinstance(after.value, TimeSpan | Part):
        return True
    if excepting and not excepting.has_times:
        _check(all(other.tie is not Tie.COMMA for other in run) and after.tie in _CLOSE, element)
        return True
    separate = sum(other.tie not in _CLOSE for other in run) == 1 and not several
    _check(separate and element.tie is Tie.COMMA, element)
    return False


def _kinds(item: Draft) -> int:
    context = item.context
    said = (item.has_days, context.dates, context.weeks, context.school, item.has_times)
    return sum(map(bool, said))


def _gathered(rules: list[Rule]) -> list[Rule]:
    done: list[Rule] = []
    for rule in rules:
        done.append(_together(done.pop(), rule) if done and _go_together(done[-1], rule) else rule)
    return done


def _go_together(one: Rule, other: Rule) -> bool:
    if _is_days_only(one) and _is_days_only(other):
        return True
    return bool(other.dates) and one == replace(other, dates=one.dates)


def _together(one: Rule, other: Rule) -> Rule:
    return replace(
        one,
        dates=one.dates + other.dates,
        days=one.days + other.days,
        holidays=one.holidays + other.holidays,
    )


def _is_days_only(rule: Rule) -> bool:
    return not (any(rule.context) or rule.times)
