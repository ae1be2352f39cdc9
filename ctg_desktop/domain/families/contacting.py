"""Whether a household may be called or written to: the one rule, for every path.

By phone or e-mail: a dated consent for that purpose, given since it was last taken back. By post:
once the household was told what is kept of it. In no way at all: when it objected, or left. For the
community, a consent is asked in any case: its name would leave the commune.
Source: regulation (EU) 2016/679 (GDPR), articles 6, 7 and 21.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ctg_desktop.domain.families.consents import taken_back_after
from ctg_desktop.domain.families.household import (
    Channel,
    ChannelConsent,
    Household,
    Purpose,
    ReachableEmail,
    ReachablePhone,
)


def may_contact(household: Household, channel: Channel, purpose: Purpose, today: date) -> bool:
    """Tell whether a household may be reached this way for this purpose."""
    if not _may_be_spoken_to(household):
        return False
    if channel is Channel.PHONE:
        return bool(phones_for(household, purpose, today))
    if channel is Channel.EMAIL:
        return bool(emails_for(household, purpose, today))
    informed = household.informed_on is not None and household.informed_on <= today
    return informed and (purpose is not Purpose.COMMUNITY or _agreed_anywhere(household, today))


def phones_for(household: Household, purpose: Purpose, today: date) -> tuple[ReachablePhone, ...]:
    """Return the phones that may be called for a purpose."""
    if not _may_be_spoken_to(household):
        return ()
    return tuple(one for one in household.phones if _holds(one.consents, purpose, today))


def emails_for(household: Household, purpose: Purpose, today: date) -> tuple[ReachableEmail, ...]:
    """Return the addresses that may be written to for a purpose."""
    if not _may_be_spoken_to(household):
        return ()
    return tuple(one for one in household.emails if _holds(one.consents, purpose, today))


def consents_of(household: Household) -> Iterator[ChannelConsent]:
    """Yield every consent, those taken back too."""
    for phone in household.phones:
        yield from phone.consents
    for email in household.emails:
        yield from email.consents


def _may_be_spoken_to(household: Household) -> bool:
    return household.objected_on is None and household.left_on is None


def _holds(consents: Sequence[ChannelConsent], purpose: Purpose, today: date) -> bool:
    return any(
        one.purpose is purpose
        and one.holds
        and one.given_on <= today
        and taken_back_after(one, consents) is None
        for one in consents
    )


def _agreed_anywhere(household: Household, today: date) -> bool:
    by_phone = (one.consents for one in household.phones)
    by_email = (one.consents for one in household.emails)
    return any(_holds(one, Purpose.COMMUNITY, today) for one in (*by_phone, *by_email))
