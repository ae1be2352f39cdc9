"""A consent that was taken back stays so until a newer one, whatever is stored meanwhile.

Source: regulation (EU) 2016/679 (GDPR), article 7.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ctg_desktop.domain import text, wording
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    ReachableEmail,
    ReachablePhone,
)
from ctg_desktop.domain.families.past_days import PastDays
from ctg_desktop.domain.listing_rules import checked_each
from ctg_desktop.errors import UserError

T = TypeVar("T", ReachablePhone, ReachableEmail)

Consents = tuple[ChannelConsent, ...]


def taken_back_after(consent: ChannelConsent, among: Iterable[ChannelConsent]) -> date | None:
    """Return the last day on which its purpose was taken back after a consent; else ``None``.

    Args:
        consent: One that was not taken back itself.
        among: All consents of the same phone or e-mail address.
    """
    days = [
        one.withdrawn_on
        for one in among
        if one.purpose is consent.purpose and one.withdrawn_on is not None
    ]
    last = max(days, default=None)
    return last if last is not None and consent.given_on < last else None


def checked_consents(consents: Consents, field: str, days: PastDays) -> Consents:
    """Return the consents of a phone or an e-mail address as they are stored, each once.

    What was taken back on a day to come, by a clock that was wrong, was taken back by today.

    Raises:
        UserError: ``date-in-future``, ``consent-withdrawn-before``, ``consent-before-withdrawal``,
            ``too-many-items``, and those of texts and dates.
    """

    def rule(consent: ChannelConsent, path: str) -> ChannelConsent:
        given = days.checked(consent.given_on, f"{path}.given_on") or consent.given_on
        withdrawn = days.checked(consent.withdrawn_on, f"{path}.withdrawn_on")
        if withdrawn is not None and withdrawn < given:
            raise UserError("consent-withdrawn-before", field=f"{path}.withdrawn_on")
        if withdrawn is not None:
            given, withdrawn = min(given, days.today), min(withdrawn, days.today)
        proof = text.line(consent.proof, f"{path}.proof")
        return replace(consent, given_on=given, withdrawn_on=withdrawn, proof=proof)

    ready = checked_each(consents, f"{field}.consents", rule)
    for index, consent in enumerate(ready):
        back = taken_back_after(consent, ready) if consent.holds else None
        if back is not None:
            path = f"{field}.consents.{index}.given_on"
            raise UserError("consent-before-withdrawal", field=path, day=wording.day(back))
    return tuple(dict.fromkeys(ready))


def with_withdrawals(
    known: tuple[T, ...], typed: tuple[T, ...], key: Callable[[T], str]
) -> tuple[T, ...]:
    """Return phones, or e-mail addresses, as typed, with what was taken back while they were typed.

    A form, a draft or a command may hold a consent that was taken back since. Where a number or an
    address was corrected as well, the consent is known by its purpose, its day and its proof.

    Args:
        known: As they are stored by now.
        typed: As they are to be stored.
        key: Tells one from others.
    """
    stored = {key(one): one.consents for one in known}
    given = {key(one) for one in typed}
    gone = [one for name, consents in stored.items() if name not in given for one in consents]
    back = [one for one in gone if not one.holds and replace(one, withdrawn_on=None) not in gone]
    return tuple(
        replace(one, consents=_with_kept(one.consents, stored[key(one)]))
        if key(one) in stored
        else replace(one, consents=_taken_back(one.consents, back))
        for one in typed
    )


def _with_kept(typed: Consents, stored: Consents) -> Consents:
    """Keep what was taken back of the same number; its day and its proof may be corrected."""
    told = {_same(one) for one in typed if not one.holds}
    missing = {_same(one): one for one in stored if not one.holds and _same(one) not in told}
    kept = [missing.pop(_same(one), one) for one in typed]
    return (*kept, *missing.values())


def _taken_back(typed: Consents, back: list[ChannelConsent]) -> Consents:
    ended = {replace(one, withdrawn_on=None): one for one in back}
    return tuple(ended.get(one, one) for one in typed)


def _same(consent: ChannelConsent) -> tuple[str, date]:
    return consent.purpose.value, consent.given_on
