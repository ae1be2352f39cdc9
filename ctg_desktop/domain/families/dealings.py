"""What happened with a household: contacts and referrals; a visitor needs no name for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class ContactKind(StrEnum):
    """How somebody was in contact."""

    COUNTER = "counter"
    PHONE = "phone"
    EMAIL = "email"
    POST = "post"
    VISIT = "visit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ContactNote:
    """A dated, short note.

    Attributes:
        id: UUIDv7; empty before the first save.
        household: Id.
        author: Who wrote it.
    """

    id: str = ""
    household: str = ""
    on: date = date.min
    kind: ContactKind = ContactKind.COUNTER
    text: str = ""
    author: str = ""


class ReferralOutcome(StrEnum):
    """What became of a referral."""

    GIVEN = "given"
    """The address was given; nobody knows more."""
    CONTACTED = "contacted"
    """They got in touch with the service."""
    HELPED = "helped"
    DECLINED = "declined"
    """The service could not help, or they did not want it."""


OUTCOME_WORDS: Mapping[ReferralOutcome, str] = MappingProxyType(
    {
        ReferralOutcome.GIVEN: "adresse donnée",
        ReferralOutcome.CONTACTED: "contact pris",
        ReferralOutcome.HELPED: "aide reçue",
        ReferralOutcome.DECLINED: "sans suite",
    }
)


@dataclass(frozen=True, slots=True)
class Referral:
    """Somebody was told where to go: the indicator "personnes réorientées sur le bon service".

    Attributes:
        id: UUIDv7; empty before the first save.
        household: Id; empty for a visitor without a name.
        need: Code of :mod:`ctg_desktop.domain.needs`.
        listing: Id of the entry they were sent to.
        listing_name: Its name on that day, so that counts outlive the entry.
        persons: How many persons it concerned, 1 to 20.
    """

    id: str = ""
    household: str = ""
    on: date = date.min
    need: str = ""
    listing: str = ""
    listing_name: str = ""
    outcome: ReferralOutcome = ReferralOutcome.GIVEN
    persons: int = 1
