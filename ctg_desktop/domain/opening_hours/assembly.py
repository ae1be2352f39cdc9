"""Elements tied into rules: second step of the French grammar.

Whatever could be read in two ways is refused rather than guessed. What is read is shown back in
full French (``wording``), whose sentences this grammar reads to the same rules.
"""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.opening_hours.closings import closings, is_item
from ctg_desktop.domain.opening_hours.drafts import Context, Draft
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
from ctg_desktop.domain.opening_hours.ordering import Exclusion, ordered
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError
from ctg_desktop.domain.opening_hours.under_way import ATTACHED, UnderWay, check

_JOINS = {Word.BUT: Join.REPLACE, Word.ALSO: Join.ADD}


def assemble(elements: list[Element]) -> Rules:
    """Return the rules that the elements say, in the order in which they must be applied.

    Raises:
        NotUnderstoodError: Where the elements cannot be tied together with certainty.
    """
    return _Assembly(elements).rules()


class _Assembly(UnderWay):
    def __init__(self, elements: list[Element]) -> None:
        super().__init__(elements)
        self._after_word = False
        self._after_closing = False

    def rules(self) -> Rules:
        while not self.cursor.at_end:
            element = self.cursor.element
            if self._after_word and element.tie in ATTACHED:
                element = replace(element, tie=Tie.COMMA)
            self._after_word = False
            self.cursor.skip()
            self._end_of_line(element)
            self._handle(element)
            self.last = element
        self.finish(self.cursor.element)
        self.end_of_context()
        return ordered(self.gathered)

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
        self.context.announced |= element.tie is Tie.COLON and self.draft.is_empty
        if self.context.is_empty:
            return
        if element.tie is Tie.STOP and self.context.used:
            self.context = Context()
        elif element.tie is Tie.LINE and self.context.used and not self.context.announced:
            self.context.stale = True

    def _days(self, element: Element, value: Days | Holiday) -> None:
        draft = self.draft
        after_days = self.follows(Days) and draft.has_days
        joined_to_slot = after_days and (
            (draft.times_first and _is_listed(element))
            or (not draft.has_times and element.tie is Tie.AND)
        )
        if draft.has_times and not draft.has_days and draft.context.is_empty and not draft.note:
            check(element.tie is not Tie.STOP, element)
            draft.times_first = True
        elif (draft.has_times or draft.note) and not (joined_to_slot or self._awaits_days(element)):
            check(not (draft.note and element.tie is Tie.NONE), element)
            self.finish(element)
            self.draft.needs_times = element.tie in ATTACHED
        elif draft.has_days and element.tie in {Tie.LINE, Tie.STOP}:
            check(element.tie is Tie.STOP, element)
            self.finish(element)
        self.begin(element)
        if isinstance(value, Days):
            check(not self.draft.holidays, element)
            self.draft.add_days(value, element.start)
        else:
            self.draft.holidays.append(value)

    def _awaits_days(self, element: Element) -> bool:
        """Whether the draft is but a note said before its days."""
        bare_note = not (self.draft.has_days or self.draft.has_times)
        return bare_note and self.follows(Note) and element.tie in ATTACHED

    def _time(self, element: Element, value: TimeSpan) -> None:
        self._make_room_for_time(element)
        draft = self.draft
        if self.follows(Part) and element.tie is Tie.NONE:
            check(_is_within(value, draft.parts.pop()), element)
        elif draft.times and element.tie is Tie.NONE:
            check(bool(draft.times[-1].end and value.end), element)
        draft.times.append(value)

    def _part(self, element: Element, part: Part) -> None:
        self._make_room_for_time(element)
        if self.follows(TimeSpan) and element.tie is Tie.NONE:
            check(_is_within(self.draft.times[-1], part), element)
        else:
            self.draft.parts.append(part)

    def _make_room_for_time(self, element: Element) -> None:
        draft = self.draft
        if draft.times_first:
            named = isinstance(element.value, Part) and self.follows(TimeSpan)
            check(named or element.tie not in ATTACHED, element)
            self.finish(element)
        elif draft.note and draft.has_times:
            check(element.tie not in ATTACHED, element)
            self.finish(element)
            self.draft.days, self.draft.holidays = list(draft.days), list(draft.holidays)
            self.draft.context = draft.context
        elif draft.is_empty and (self.gathered.opened or self.gathered.closed):
            check(not self.context.is_empty and not self.context.used, element)
        self.begin(element)

    def _narrow(self, element: Element, value: Dates | Parity | Holiday) -> None:
        draft = self.draft
        attached = element.tie in ATTACHED
        if draft.has_days and not draft.has_times and element.tie is Tie.AND:
            check(value is Holiday.SCHOOL, element)
            draft.holidays.append(Holiday.SCHOOL)
        elif not draft.is_empty and attached:
            check(not (self.follows(Days) and _is_one_day(value)), element)
            draft.context = draft.context.narrowed()
            draft.context.add(value, element.start, listed=False)
        elif not draft.is_empty and self.follows(Dates) and isinstance(value, Dates):
            raise NotUnderstoodError(element.start)
        else:
            complete = draft.has_times or draft.note is not None or element.tie is Tie.STOP
            check(draft.is_empty or complete, element)
            self.finish(element)
            if self.context.used:
                self.context = Context()
            listed = self.follows(Dates) and not attached
            self.context.add(value, element.start, listed=listed)

    def _note(self, element: Element, note: Note) -> None:
        draft = self.draft
        after = self.cursor.element
        if not draft.is_empty and element.tie in ATTACHED:
            check(draft.note is None, element)
            draft.note = note
        elif self._after_closing and element.tie in ATTACHED:
            self.gathered.comment_closing(note.comment, element.start)
        elif self._is_note_of_rule(element, after):
            self.finish(element)
            self.begin(element)
            self.draft.note = note
        else:
            self.finish(element)
            self.gathered.add_note(note, element.start)

    def _is_note_of_rule(self, element: Element, after: Element) -> bool:
        """Whether a note that follows no rule belongs to one: to the next, or to a whole season."""
        if after.tie is Tie.NONE and isinstance(after.value, Days | Holiday | TimeSpan | Part):
            return True
        context = self.context
        return element.tie in ATTACHED and context.narrows and not (context.used or context.term)

    def _word(self, element: Element, word: Word) -> None:
        if word is Word.CLOSED:
            self._closed(element)
        elif word is Word.EXCEPT:
            self._except(element)
        else:
            self.finish(element)
            self._after_word = True
            self.join = _JOINS.get(word)

    def _closed(self, element: Element) -> None:
        after = self.cursor.element
        if after.tie in ATTACHED and isinstance(after.value, TimeSpan | Part):
            self._closed_hours(element)
            return
        if is_item(after) and after.tie in ATTACHED:
            self.finish(element)
            for rule in closings(self.cursor):
                self.gathered.closed.append(self.within_context(rule, element))
            return
        if self.draft.is_empty:
            self.begin(element)
        else:
            check(element.tie in ATTACHED and not self.draft.needs_times, element)
        ends = after.tie not in ATTACHED or not after.value or isinstance(after.value, Note)
        check(ends, element)
        self.gathered.closed.append(self.draft.closed())
        self.draft = Draft()

    def _closed_hours(self, element: Element) -> None:
        draft, attached = self.draft, element.tie in ATTACHED
        names_days = draft.has_days and attached and not (draft.has_times or draft.note)
        if names_days:
            self.draft = Draft()
        check(names_days or draft.is_empty or not attached, element)
        self.finish(element)
        rules = closings(self.cursor)
        check(len(rules) == 1, element)
        if names_days:
            rule = replace(draft.closed(), times=rules[0].times)
            self.gathered.closed.append(rule)
        else:
            check(self.context.is_empty, element)
            self.gathered.close_hours(rules[0])

    def _except(self, element: Element) -> None:
        draft = self.draft
        check(not self._after_closing, element)
        if draft.is_empty and self.context.is_empty and not self.gathered.opened:
            check(self.cursor.element.value is Holiday.SCHOOL, element)
            self.cursor.skip()
            self.context.term = True
        elif draft.is_empty or element.tie not in ATTACHED:
            self.finish(element)
            for rule in closings(self.cursor, excepting=draft):
                self.gathered.closed.append(self.within_context(rule, element))
        else:
            for rule in closings(self.cursor, excepting=draft):
                self._take_out(draft, rule, element)

    def _take_out(self, draft: Draft, rule: Rule, element: Element) -> None:
        plain = not (any(rule.context) or rule.times or any(span.nth for span in rule.days))
        if not (plain and rule.days and draft.days and not any(d.nth for d in draft.days)):
            self.gathered.exceptions.append(Exclusion(rule, draft, element.start))
            return
        draft.days = draft.without(rule.days)
        check(bool(draft.days), element)
        if rule.holidays:
            rest = replace(rule, days=())
            self.gathered.exceptions.append(Exclusion(rest, draft, element.start))


def _is_listed(element: Element) -> bool:
    return element.tie in {Tie.COMMA, Tie.AND, Tie.NONE}


def _is_within(span: TimeSpan, part: Part) -> bool:
    bounds = PART_TIMES[part].bounds
    return bounds.start <= span.start and (span.end or span.start) <= bounds.end


def _is_one_day(value: Dates | Parity | Holiday) -> bool:
    return isinstance(value, Dates) and any(
        span.start == span.end and span.start.day for span in value.spans
    )
