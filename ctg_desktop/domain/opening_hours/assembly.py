"""Elements tied into rules: second step of the French grammar.

Whatever could be read in two ways is refused rather than guessed. What is read is shown back in
full French (``wording``), whose sentences this grammar reads to the same rules.
"""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.opening_hours.closings import closings, is_item
from ctg_desktop.domain.opening_hours.drafts import Context, Draft
from ctg_desktop.domain.opening_hours.element_cursor import ElementCursor
from ctg_desktop.domain.opening_hours.elements import (
    Dates,
    Days,
    Element,
    Note,
    Tie,
    Word,
)
from ctg_desktop.domain.opening_hours.lexicon import PART_TIMES, Part
from ctg_desktop.domain.opening_hours.model import (
    Holiday,
    Join,
    Parity,
    Rule,
    Rules,
    TimeSpan,
)
from ctg_desktop.domain.opening_hours.ordering import Exclusion, Gathered, ordered
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError

_ATTACHED = (Tie.NONE, Tie.COLON)
_JOINS = {Word.BUT: Join.REPLACE, Word.ALSO: Join.ADD}


def assemble(elements: list[Element]) -> Rules:
    """Return the rules that the elements say, in the order in which they must be applied.

    Raises:
        NotUnderstoodError: Where the elements cannot be tied together with certainty.
    """
    return _Assembly(elements).rules()


class _Assembly:
    def __init__(self, elements: list[Element]) -> None:
        self._cursor = ElementCursor(elements)
        self._draft = Draft()
        self._context = Context()
        self._gathered = Gathered()
        self._last: Element | None = None
        self._after_word = False
        self._join: Join | None = None
        self._after_closing = False

    def rules(self) -> Rules:
        while not self._cursor.at_end:
            element = self._cursor.element
            if self._after_word and element.tie in _ATTACHED:
                element = replace(element, tie=Tie.COMMA)
            self._after_word = False
            self._cursor.skip()
            self._end_of_line(element)
            self._handle(element)
            self._last = element
        self._finish(self._cursor.element)
        self._end_of_context()
        return ordered(self._gathered)

    def _handle(self, element: Element) -> None:
        value = element.value
        if isinstance(value, Days) or value is Holiday.PUBLIC:
            self._days(element, value)
        elif isinstance(value, TimeSpan):
            self._time(element, value)
        elif isinstance(value, Part):
            self._part(element, value)
        elif isinstance(value, Dates | Parity | Holiday):
            self._narrow(element, value)
        elif isinstance(value, Note):
            self._note(element, value)
        elif isinstance(value, Word):
            self._word(element, value)
        self._after_closing = value in {Word.CLOSED, Word.EXCEPT}

    def _end_of_line(self, element: Element) -> None:
        self._context.announced |= element.tie is Tie.COLON and self._draft.is_empty
        if self._context.is_empty:
            return
        if element.tie is Tie.STOP and self._context.used:
            self._context = Context()
        elif element.tie is Tie.LINE and self._context.used and not self._context.announced:
            self._context.stale = True

    def _days(self, element: Element, value: Days | Holiday) -> None:
        draft = self._draft
        after_days = self._follows(Days) and draft.has_days
        joined_to_slot = after_days and (
            (draft.times_first and _is_listed(element))
            or (not draft.has_times and element.tie is Tie.AND)
        )
        if draft.has_times and not draft.has_days and draft.context.is_empty and not draft.note:
            _check(element.tie is not Tie.STOP, element)
            draft.times_first = True
        elif (draft.has_times or draft.note) and not (joined_to_slot or self._awaits_days(element)):
            _check(not (draft.note and element.tie is Tie.NONE), element)
            self._finish(element)
            self._draft.needs_times = element.tie in _ATTACHED
        elif draft.has_days and element.tie in {Tie.LINE, Tie.STOP}:
            _check(element.tie is Tie.STOP, element)
            self._finish(element)
        self._begin(element)
        if isinstance(value, Days):
            _check(not self._draft.holidays, element)
            self._draft.add_days(value, element.start)
        else:
            self._draft.holidays.append(value)

    def _awaits_days(self, element: Element) -> bool:
        """Whether the draft is but a note said before its days."""
        bare_note = not (self._draft.has_days or self._draft.has_times)
        return bare_note and self._follows(Note) and element.tie in _ATTACHED

    def _time(self, element: Element, value: TimeSpan) -> None:
        self._make_room_for_time(element)
        draft = self._draft
        if self._follows(Part) and element.tie is Tie.NONE:
            _check(_is_within(value, draft.parts.pop()), element)
        elif draft.times and element.tie is Tie.NONE:
            _check(bool(draft.times[-1].end and value.end), element)
        draft.times.append(value)

    def _part(self, element: Element, part: Part) -> None:
        self._make_room_for_time(element)
        if self._follows(TimeSpan) and element.tie is Tie.NONE:
            _check(_is_within(self._draft.times[-1], part), element)
        else:
            self._draft.parts.append(part)

    def _make_room_for_time(self, element: Element) -> None:
        draft = self._draft
        if draft.times_first:
            named = isinstance(element.value, Part) and self._follows(TimeSpan)
            _check(named or element.tie not in _ATTACHED, element)
            self._finish(element)
        elif draft.note and draft.has_times:
            _check(element.tie not in _ATTACHED, element)
            self._finish(element)
            self._draft.days, self._draft.holidays = list(draft.days), list(draft.holidays)
            self._draft.context = draft.context
        elif draft.is_empty and (self._gathered.opened or self._gathered.closed):
            _check(not self._context.is_empty and not self._context.used, element)
        self._begin(element)

    def _narrow(self, element: Element, value: Dates | Parity | Holiday) -> None:
        draft = self._draft
        attached = element.tie in _ATTACHED
        if draft.has_days and not draft.has_times and element.tie is Tie.AND:
            _check(value is Holiday.SCHOOL, element)
            draft.holidays.append(Holiday.SCHOOL)
        elif not draft.is_empty and attached:
            _check(not (self._follows(Days) and _is_one_day(value)), element)
            draft.context = draft.context.narrowed()
            draft.context.add(value, element.start, listed=False)
        elif not draft.is_empty and self._follows(Dates) and isinstance(value, Dates):
            raise NotUnderstoodError(element.start)
        else:
            complete = draft.has_times or draft.note is not None or element.tie is Tie.STOP
            _check(draft.is_empty or complete, element)
            self._finish(element)
            if self._context.used:
                self._context = Context()
            listed = self._follows(Dates) and not attached
            self._context.add(value, element.start, listed=listed)

    def _note(self, element: Element, note: Note) -> None:
        draft = self._draft
        after = self._cursor.element
        if not draft.is_empty and element.tie in _ATTACHED:
            _check(draft.note is None, element)
            draft.note = note
        elif self._after_closing and element.tie in _ATTACHED:
            self._gathered.comment_closing(note.comment, element.start)
        elif self._is_note_of_rule(element, after):
            self._finish(element)
            self._begin(element)
            self._draft.note = note
        else:
            self._finish(element)
            self._gathered.add_note(note, element.start)

    def _is_note_of_rule(self, element: Element, after: Element) -> bool:
        """Whether a note that follows no rule belongs to one: to the next, or to a whole season."""
        if after.tie is Tie.NONE and isinstance(after.value, Days | Holiday | TimeSpan | Part):
            return True
        context = self._context
        return element.tie in _ATTACHED and context.narrows and not (context.used or context.term)

    def _word(self, element: Element, word: Word) -> None:
        if word is Word.CLOSED:
            self._closed(element)
        elif word is Word.EXCEPT:
            self._except(element)
        else:
            self._finish(element)
            self._after_word = True
            self._join = _JOINS.get(word)

    def _closed(self, element: Element) -> None:
        after = self._cursor.element
        if after.tie in _ATTACHED and isinstance(after.value, TimeSpan | Part):
            self._closed_hours(element)
            return
        if is_item(after) and after.tie in _ATTACHED:
            self._finish(element)
            for rule in closings(self._cursor):
                self._gathered.closed.append(self._within_context(rule, element))
            return
        if self._draft.is_empty:
            self._begin(element)
        else:
            _check(element.tie in _ATTACHED and not self._draft.needs_times, element)
        ends = after.tie not in _ATTACHED or not after.value or isinstance(after.value, Note)
        _check(ends, element)
        self._gathered.closed.append(self._draft.closed())
        self._draft = Draft()

    def _closed_hours(self, element: Element) -> None:
        draft, attached = self._draft, element.tie in _ATTACHED
        names_days = draft.has_days and attached and not (draft.has_times or draft.note)
        if names_days:
            self._draft = Draft()
        _check(names_days or draft.is_empty or not attached, element)
        self._finish(element)
        rules = closings(self._cursor)
        _check(len(rules) == 1, element)
        if names_days:
            rule = replace(draft.closed(), times=rules[0].times)
            self._gathered.closed.append(rule)
        else:
            _check(self._context.is_empty, element)
            self._gathered.close_hours(rules[0])

    def _except(self, element: Element) -> None:
        draft = self._draft
        _check(not self._after_closing, element)
        if draft.is_empty and self._context.is_empty and not self._gathered.opened:
            _check(self._cursor.element.value is Holiday.SCHOOL, element)
            self._cursor.skip()
            self._context.term = True
        elif draft.is_empty or element.tie not in _ATTACHED:
            self._finish(element)
            for rule in closings(self._cursor, excepting=draft):
                self._gathered.closed.append(self._within_context(rule, element))
        else:
            for rule in closings(self._cursor, excepting=draft):
                self._take_out(draft, rule, element)

    def _take_out(self, draft: Draft, rule: Rule, element: Element) -> None:
        plain = not (any(rule.context) or rule.times or any(span.nth for span in rule.days))
        if not (plain and rule.days and draft.days and not any(d.nth for d in draft.days)):
            self._gathered.exceptions.append(Exclusion(rule, draft, element.start))
            return
        draft.days = draft.without(rule.days)
        _check(bool(draft.days), element)
        if rule.holidays:
            rest = replace(rule, days=())
            self._gathered.exceptions.append(Exclusion(rest, draft, element.start))

    def _within_context(self, rule: Rule, element: Element) -> Rule:
        context = self._context
        if context.is_empty or context.stale or rule.dates or rule.in_school_holidays:
            return rule
        if not (rule.days or rule.holidays) or context.term:
            return rule
        if context.school and rule.holidays:
            return rule
        _check(not (context.weeks and rule.weeks), element)
        context.used = True
        weeks = rule.weeks or context.weeks
        return replace(rule, dates=context.dates, weeks=weeks, in_school_holidays=context.school)

    def _begin(self, element: Element) -> None:
        draft = self._draft
        if not draft.is_empty:
            return
        _check(not self._context.stale, element)
        self._context.used = True
        draft.start, draft.context = element.start, self._context
        draft.join, self._join = self._join, None

    def _finish(self, element: Element) -> None:
        draft = self._draft
        if draft.is_empty:
            return
        bare = not (draft.has_times or draft.note)
        _check_at(draft.start, not bare or (element.tie not in _ATTACHED or not element.value))
        _check_at(draft.start, not (bare and draft.needs_times))
        self._gathered.open(draft)
        self._draft = Draft()

    def _end_of_context(self) -> None:
        context, opened = self._context, self._gathered.opened
        if context.used or context.is_empty:
            return
        start = self._cursor.element.start
        if not (opened or self._gathered.closed):
            self._gathered.add_season(Draft(start, context))
        else:
            alone = len(opened) == 1 and not self._gathered.closed and opened[0].context.is_empty
            _check_at(start, alone and not context.term)
            opened[0].context = context

    def _follows(self, kind: type) -> bool:
        return self._last is not None and isinstance(self._last.value, kind)


def _is_listed(element: Element) -> bool:
    return element.tie in {Tie.COMMA, Tie.AND, Tie.NONE}


def _is_within(span: TimeSpan, part: Part) -> bool:
    bounds = PART_TIMES[part].bounds
    return bounds.start <= span.start and (span.end or span.start) <= bounds.end


def _is_one_day(value: Dates | Parity | Holiday) -> bool:
    return isinstance(value, Dates) and any(
        span.start == span.end and span.start.day for span in value.spans
    )


def _check(sound: bool, element: Element) -> None:  # noqa: FBT001 - reads as an assertion
    _check_at(element.start, sound)


def _check_at(start: int, sound: bool) -> None:  # noqa: FBT001 - reads as an assertion
    if not sound:
        raise NotUnderstoodError(start)
