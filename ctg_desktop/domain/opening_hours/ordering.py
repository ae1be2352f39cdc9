"""The order in which typed rules must be applied, and what each exception is made to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ctg_desktop.domain.opening_hours.canonical import default_join
from ctg_desktop.domain.opening_hours.drafts import Draft, weekdays
from ctg_desktop.domain.opening_hours.elements import Note
from ctg_desktop.domain.opening_hours.model import (
    WEEK,
    Holiday,
    Join,
    Rule,
    Rules,
    State,
    single_days,
)
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What is taken out of one rule only, and where it was said."""

    rule: Rule
    draft: Draft
    start: int


@dataclass(slots=True)
class Gathered:
    """What was understood of a text so far.

    Attributes:
        opened: Rules that open, as they were said.
        closed: Closings of all.
        exceptions: What is taken out of one rule.
        note: What stands beside all rules.
        is_sealed: Hours were closed on all the days said; no other may follow.
    """

    opened: list[Draft] = field(default_factory=list)
    closed: list[Rule] = field(default_factory=list)
    exceptions: list[Exclusion] = field(default_factory=list)
    note: Note | None = None
    is_sealed: bool = False

    def open(self, draft: Draft) -> None:
        """Keep a complete rule.

        Raises:
            NotUnderstoodError: After hours that were said to be closed on all days before.
        """
        if self.is_sealed:
            raise NotUnderstoodError(draft.start)
        self.opened.append(draft)

    def add_season(self, draft: Draft) -> None:
        """Keep a part of the year that is all that was said."""
        if draft.context.term:
            self.closed.append(Rule(holidays=(Holiday.SCHOOL,), state=State.CLOSED))
        else:
            self.open(draft)

    def close_hours(self, rule: Rule) -> None:
        """Keep a closing of some hours of every day; nothing may open after it."""
        self.closed.append(rule)
        self.is_sealed = True

    def add_note(self, note: Note, start: int) -> None:
        """Keep a note that stands alone; "uniquement sur rendez-vous" holds for every rule.

        Raises:
            NotUnderstoodError: When there is one already.
        """
        if note.only and self.opened:
            for draft in self.opened:
                draft.note = draft.note or note
        elif self.note is None:
            self.note = note
        else:
            raise NotUnderstoodError(start)

    def comment_closing(self, comment: str, start: int) -> None:
        """Put a comment on the last closing.

        Raises:
            NotUnderstoodError: When there is none, or it has one.
        """
        if not self.closed or self.closed[-1].comment:
            raise NotUnderstoodError(start)
        self.closed[-1] = replace(self.closed[-1], comment=comment)


def ordered(gathered: Gathered) -> Rules:
    """Return all rules: openings, then closings; what holds in school holidays after the rest.

    Raises:
        NotUnderstoodError: When a closing would leave nothing of an opening that was said.
    """
    closed = [*gathered.closed, *_exceptions(gathered)]
    school_closed = [rule for rule in closed if _closes_school_holidays(rule)]
    other_closed = [rule for rule in closed if not _closes_school_holidays(rule)]
    drafts = sorted(gathered.opened, key=_is_special)
    _check_bare_days(drafts)
    in_school = [d for d in drafts if d.context.school or Holiday.SCHOOL in d.holidays]
    usual = [draft for draft in drafts if draft not in in_school]
    rules: list[Rule] = []
    _open(rules, usual)
    _close(rules, school_closed, usual)
    _open(rules, in_school)
    _close(rules, other_closed, drafts)
    if gathered.note:
        comment = gathered.note.comment
        rules.append(Rule(state=State.UNKNOWN, comment=comment, join=Join.ELSE))
    return tuple(rules)


def _check_bare_days(drafts: list[Draft]) -> None:
    """Refuse days without hours beside days with some: the same hours may be meant."""
    bare = [draft for draft in drafts if not (draft.has_times or draft.note)]
    if bare and len(bare) < len(drafts):
        raise NotUnderstoodError(bare[0].start)


def _open(rules: list[Rule], drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if not (draft.has_days or draft.context.narrows) and rules:
            raise NotUnderstoodError(draft.start)
        rule = draft.opened()
        rules.append(replace(rule, join=draft.join or default_join(rules, rule)))


def _close(rules: list[Rule], closed: list[Rule], drafts: Iterable[Draft]) -> None:
    for rule in closed:
        for draft in drafts:
            if _kills(rule, draft.opened()):
                raise NotUnderstoodError(draft.start)
        rules.append(rule)


def _kills(closing: Rule, opening: Rule) -> bool:
    if closing.times or (closing.weeks and closing.weeks is not opening.weeks):
        return False
    if closing.in_school_holidays and not opening.in_school_holidays:
        return False
    if closing.dates and closing.dates != opening.dates:
        return False
    if closing.holidays and set(opening.holidays) & set(closing.holidays):
        return True
    if not closing.days:
        return not closing.holidays
    return bool(opening.days) and _covers(closing, opening)


def _covers(closing: Rule, opening: Rule) -> bool:
    plain = weekdays(tuple(span for span in closing.days if not span.nth))
    return all(span in closing.days or weekdays((span,)) <= plain for span in opening.days)


def _exceptions(gathered: Gathered) -> list[Rule]:
    """Return the exceptions as closings.

    One said within a list holds for its rule only. One said at the end of the list holds for all,
    and is said back in the same place: "mer 14h-18h, sam 10h-12h sauf vacances scolaires".
    """
    found = []
    for exception in gathered.exceptions:
        others = [d for d in gathered.opened if d is not exception.draft and not d.context.school]
        holds_for_all = not others or exception.draft is gathered.opened[-1]
        found.append(exception.rule if holds_for_all else _scoped(exception, others))
    term = [draft for draft in gathered.opened if draft.context.term]
    others = [d for d in gathered.opened if not (d.context.term or d.context.school)]
    if term and not others:
        found.append(Rule(holidays=(Holiday.SCHOOL,), state=State.CLOSED))
    for draft in term if others else ():
        rule = Rule(holidays=(Holiday.SCHOOL,), state=State.CLOSED)
        found.append(_scoped(Exclusion(rule, draft, draft.start), others))
    return found


def _scoped(exception: Exclusion, others: list[Draft]) -> Rule:
    rule, draft = exception.rule, exception.draft
    if rule.days or rule.times or rule.holidays == (Holiday.PUBLIC,):
        return rule
    days = single_days(tuple(draft.days))
    shared = any(days & single_days(tuple(other.days)) for other in others)
    if shared or not draft.days or len(rule.holidays) > 1 or days == frozenset(WEEK):
        raise NotUnderstoodError(exception.start)
    return replace(
        rule,
        days=tuple(draft.days),
        holidays=(),
        in_school_holidays=rule.in_school_holidays or rule.holidays == (Holiday.SCHOOL,),
    )


def _closes_school_holidays(rule: Rule) -> bool:
    return Holiday.SCHOOL in rule.holidays and not rule.times


def _is_special(draft: Draft) -> tuple[bool, bool]:
    return (draft.context.school or Holiday.SCHOOL in draft.holidays, bool(draft.context.dates))
