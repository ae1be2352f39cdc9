"""What happens to a household, step by step: each gives the household after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from ctg_desktop.domain.families.household import (
    Channel,
    Household,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)

T = TypeVar("T", ReachablePhone, ReachableEmail)


def contacted(household: Household, on: date) -> Household:
    """Let its time run from a contact, unless there was a later one."""
    last = household.last_contact
    return household if last is not None and last >= on else replace(household, last_contact=on)


def gone(household: Household, on: date) -> Household:
    """It moved away: nobody calls it back."""
    return contacted(replace(household, left_on=on, call_back_on=None), on)


def came_back(household: Household, on: date) -> Household:
    """It lives here again; the date of its first arrival stays, which a year was counted by."""
    return contacted(replace(household, left_on=None), on)


def silent(household: Household, on: date) -> Household:
    """It asked not to be contacted: nobody calls it back. What it agreed to is kept as history."""
    return contacted(replace(household, objected_on=on, call_back_on=None), on)


def withdrawn(
    household: Household, channel: Channel, purpose: Purpose | None, on: date
) -> Household:
    """Take back the consents that hold for a channel.

    Args:
        household: As stored.
        channel: Phone or e-mail.
        purpose: For one purpose; ``None`` for all.
        on: When; a consent given later that day or after is taken back on the day it was given.
    """
    phones, emails = household.phones, household.emails
    if channel is Channel.PHONE:
        phones = tuple(_without_consent(one, purpose, on) for one in phones)
    if channel is Channel.EMAIL:
        emails = tuple(_without_consent(one, purpose, on) for one in emails)
    return contacted(replace(household, phones=phones, emails=emails), on)


def _without_consent(reachable: T, purpose: Purpose | None, on: date) -> T:
    return replace(
        reachable,
        consents=tuple(
            replace(one, withdrawn_on=max(on, one.given_on))
            if one.holds and purpose in (None, one.purpose)
            else one
            for one in reachable.consents
        ),
    )
