"""What a family is given when it is welcomed, and why something of it may be left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.families.contacting import emails_for, may_contact
from ctg_desktop.domain.families.household import (
    Channel,
    Household,
    Purpose,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.rules import LONG_LINE
from ctg_desktop.domain.families.steps import contacted
from ctg_desktop.domain.papers import BookletForm, Language
from ctg_desktop.domain.text import fold

_FRENCH, _ENGLISH = "fr", "en"
_MORE = ", …"


class WelcomePart(StrEnum):
    """A paper of the welcome, in the order in which they are handed over."""

    NOTICE = "notice"
    """What is kept of them: French and English."""
    LETTER = "letter"
    INVITATION = "invitation"
    BOOKLET = "booklet"


class LeftOut(StrEnum):
    """Why a paper was not made."""

    NOTHING_TO_INVITE_TO = "nothing-to-invite-to"
    OBJECTED = "objected"
    MOVED_AWAY = "moved-away"
    NOT_INFORMED = "not-informed"
    """They were not told what is kept of them, and the notice is not among the papers."""
    NOTHING_SERVES = "nothing-serves"
    """Only what serves their needs was wanted, and no entry does, or they have none."""


class WelcomeRemark(StrEnum):
    """What a person should know of the papers that were made."""

    NO_ADDRESS = "no-address"
    """Letters without an address are handed over."""
    NO_NEEDS = "no-needs"
    """The booklet is in its usual order."""


@dataclass(frozen=True, slots=True)
class WelcomeOptions:
    """How a family is welcomed.

    Attributes:
        language: Of the booklet; ``None`` for what they speak.
        only_needs: The booklet holds nothing but what serves their needs.
    """

    parts: tuple[WelcomePart, ...] = tuple(WelcomePart)
    language: Language | None = None
    booklet: BookletForm = BookletForm.A4
    only_needs: bool = False


def language_of(household: Household) -> Language:
    """Return in which language a family reads best: French, with English when that may help."""
    spoken = household.languages
    if _ENGLISH in spoken or (spoken and _FRENCH not in spoken):
        return Language.BOTH
    return Language.FRENCH


def reason_against(
    household: Household, purpose: Purpose, today: date, *, notice: bool
) -> LeftOut | None:
    """Return why a family may not be given a letter; ``None`` when it may.

    Args:
        household: As stored.
        purpose: Of the letter.
        today: The day it is handed over.
        notice: The privacy notice is handed over with it.
    """
    told = replace(household, informed_on=today) if notice else household
    if may_contact(told, Channel.POST, purpose, today):
        return None
    if household.left_on is not None:
        return LeftOut.MOVED_AWAY
    return LeftOut.OBJECTED if household.objected_on is not None else LeftOut.NOT_INFORMED


def parts_by_email(household: Household, purpose: Purpose, today: date) -> tuple[WelcomePart, ...]:
    """Return what goes with an e-mail: an invitation where each address agreed to those as well.

    Args:
        household: As stored.
        purpose: Of the e-mail.
        today: The day it is drafted.
    """
    addressed = set(emails_for(household, purpose, today))
    invited = addressed <= set(emails_for(household, Purpose.INVITATIONS, today))
    left_out = {WelcomePart.LETTER} if invited else {WelcomePart.LETTER, WelcomePart.INVITATION}
    return tuple(one for one in WelcomePart if addressed and one not in left_out)


def titles_said(titles: Iterable[str]) -> str:
    """Return the titles for the checklist, each once; "…" where there is no room for all."""
    said = ""
    for title in {fold(one): one for one in titles}.values():
        longer = f"{said}, {title}" if said else title
        if len(longer) + len(_MORE) > LONG_LINE:
            return said + _MORE
        said = longer
    return said


def welcomed(
    household: Household, parts: frozenset[WelcomePart], invited_to: str, on: date
) -> Household:
    """Return a family after papers were handed over; the first notice keeps its day.

    Args:
        household: As stored.
        parts: What was handed over.
        invited_to: Titles, as printed.
        on: The day.
    """
    done = household.welcome
    checklist = WelcomeChecklist(
        letter_on=on if WelcomePart.LETTER in parts else done.letter_on,
        booklet_on=on if WelcomePart.BOOKLET in parts else done.booklet_on,
        visit_on=done.visit_on,
        invited_on=on if WelcomePart.INVITATION in parts else done.invited_on,
        invited_to=invited_to if WelcomePart.INVITATION in parts else done.invited_to,
    )
    informed = on if WelcomePart.NOTICE in parts else None
    return contacted(
        replace(household, welcome=checklist, informed_on=household.informed_on or informed), on
    )
