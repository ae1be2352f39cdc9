"""A letter by which an organisation confirms its entry, or has it corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.errors import UserError

WEEKS = 3
"""How long people have to answer until a person decides otherwise."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One organisation and its present entry.

    Attributes:
        listing: As it may be printed.
    """

    recipient: Recipient
    listing: Listing


def usual_deadline(day: date) -> date:
    """Return until when people answer a letter of this day."""
    return day + timedelta(weeks=WEEKS)


def check_deadline(deadline: date, day: date) -> None:
    """Refuse a deadline that is not after the letter.

    Raises:
        UserError: ``confirmation-deadline-past``.
    """
    if deadline <= day:
        raise UserError("confirmation-deadline-past", field="deadline")
