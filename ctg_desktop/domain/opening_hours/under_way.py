"""The rule that is being put together, and when it begins, is complete, or is said within another.

Whatever could be read in two ways is refused rather than guessed.
"""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.opening_hours.drafts import Context, Draft
from ctg_desktop.domain.opening_hours.element_cursor import ElementCursor
from ctg_desktop.domain.opening_hours.elements import Element, Tie
from ctg_desktop.domain.opening_hours.model import Join, Rule
from ctg_desktop.domain.opening_hours.ordering import Gathered
from ctg_desktop.domain.opening_hours.token_cursor import NotUnderstoodError

ATTACHED = (Tie.NONE, Tie.COLON)
"""What ties an element to the one before it more closely than a comma."""


class UnderWay:
    """What was read so far.

    Attributes:
        cursor: Stands before what is read next.
        draft: The rule that is being put together.
        context: The season or the weeks that were said for it and for those that follow.
        gathered: Rules that are complete.
        last: What was read last.
        join: How the next rule joins those before it, where a word said so.
    """

    def __init__(self, elements: list[Element]) -> None:
        self.cursor = ElementCursor(elements)
        self.draft = Draft()
        self.context = Context()
        self.gathered = Gathered()
        self.last: Element | None = None
        self.join: Join | None = None

    def within_context(self, rule: Rule, element: Element) -> Rule:
        """Return a closing, narrowed to the context where it is said within one."""
        context = self.context
        if context.is_empty or context.stale or rule.dates or rule.in_school_holidays:
            return rule
        if not (rule.days or rule.holidays) or context.term:
            return rule
        if context.school and rule.holidays:
            return rule
        check(not (context.weeks and rule.weeks), element)
        context.used = True
        weeks = rule.weeks or context.weeks
        return replace(rule, dates=context.dates, weeks=weeks, in_school_holidays=context.school)

    def begin(self, element: Element) -> None:
        """Begin a rule in the context that was said, unless one is under way."""
        draft = self.draft
        if not draft.is_empty:
            return
        check(not self.context.stale, element)
        self.context.used = True
        draft.start, draft.context = element.start, self.context
        draft.join, self.join = self.join, None

    def finish(self, element: Element) -> None:
        """End the rule that is under way: ``element`` belongs to none, or to the next."""
        draft = self.draft
        if draft.is_empty:
            return
        bare = not (draft.has_times or draft.note)
        check_at(draft.start, not bare or (element.tie not in ATTACHED or not element.value))
        check_at(draft.start, not (bare and draft.needs_times))
        self.gathered.open(draft)
        self.draft = Draft()

    def end_of_context(self) -> None:
        """Use a context that no rule followed: for the one before it, or as all that was said."""
        context, opened = self.context, self.gathered.opened
        if context.used or context.is_empty:
            return
        start = self.cursor.element.start
        if not (opened or self.gathered.closed):
            self.gathered.add_season(Draft(start, context))
        else:
            alone = len(opened) == 1 and not self.gathered.closed and opened[0].context.is_empty
            check_at(start, alone and not context.term)
            opened[0].context = context

    def follows(self, kind: type) -> bool:
        """Tell whether what was read last is of a kind."""
        return self.last is not None and isinstance(self.last.value, kind)


def check(sound: bool, element: Element) -> None:  # noqa: FBT001 - reads as an assertion
    """Refuse an element that could be read in two ways.

    Raises:
        NotUnderstoodError: Where it begins.
    """
    check_at(element.start, sound)


def check_at(start: int, sound: bool) -> None:  # noqa: FBT001 - reads as an assertion
    """Refuse what begins at a place; see :func:`check`."""
    if not sound:
        raise NotUnderstoodError(start)
