"""What a family is given when it is welcomed, and why something of it may be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.families.contacting import may_contact
from ctg_desktop.domain.families.household import (
    Channel,
    Household,
    Purpose,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.steps import contacted
from ctg_desktop.domain.papers import BookletForm, Language

INVITATION_DAYS = 60
_FRENCH, _ENGLISH = "fr", "en"


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
        days: How far ahead they are invited.
    """

    parts: tuple[WelcomePart, ...] = tuple(WelcomePart)
    language: Language | None = None
    booklet: BookletForm = BookletForm.A4
    only_needs: bool = False
    days: int = INVITATION_DAYS


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
