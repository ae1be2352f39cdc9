"""What people are told before their name is printed, and what they agree to, item by item.

Source: regulation (EU) 2016/679 (GDPR), articles 7, 13 and 14; law 78-17 of 6 January 1978.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ctg_desktop.domain import text, wording
from ctg_desktop.domain.contact import Address, ContactPerson
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.listing_rules import checked_email
from ctg_desktop.domain.papers import Language
from ctg_desktop.domain.phone import parse_phone

TEXT_LIMIT = 600


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """Who answers for personal data, and what the commune decided; empty where nobody said it.

    Attributes:
        dpo_name: Data protection officer: a person, or the body that lends one.
        dpo_phone: In E.164 where it could be understood.
        retention: How long data are kept: "jusqu’au retrait de l’accord, et deux ans au plus".
        purposes: Why, where it is not what is proposed.
        recipients: Who sees them, where it is not what is proposed.
    """

    dpo_name: str = ""
    dpo_email: str = ""
    dpo_phone: str = ""
    retention: str = ""
    purposes: str = ""
    recipients: str = ""

    @property
    def dpo(self) -> str:
        """How the officer is reached, in one line; empty when nobody said."""
        phone = wording.phone(self.dpo_phone) if self.dpo_phone else ""
        return ", ".join(filter(None, (self.dpo_name, self.dpo_email, phone)))


class NoticeGap(StrEnum):
    """What a notice must say and nobody told the program."""

    ADDRESS = "address"
    DPO = "dpo"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class NoticeOptions:
    """How notices are printed; in French or in English."""

    language: Language = Language.FRENCH


@dataclass(frozen=True, slots=True)
class SubjectItem:
    """One item that may be printed.

    Attributes:
        value: As the directory holds it; empty for nothing.
        consent: The agreement it holds; ``None`` for none.
    """

    item: ConsentItem
    value: str = ""
    consent: Consent | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody who is told.

    Attributes:
        name: Empty to be written by hand.
        entry: Entry in which the name would stand, where it is not their own.
        source: Where the data came from, when not from the person.
    """

    name: str = ""
    role: str = ""
    entry: str = ""
    source: str = ""
    items: tuple[SubjectItem, ...] = field(
        default_factory=lambda: tuple(SubjectItem(one) for one in ConsentItem)
    )


def checked_privacy(settings: PrivacySettings) -> PrivacySettings:
    """Return settings as they are kept.

    Raises:
        UserError: ``email-invalid``, ``phone-invalid``, ``text-too-long``.
    """
    email, phone = text.line(settings.dpo_email, "dpo_email"), text.line(settings.dpo_phone, "")
    return replace(
        settings,
        dpo_name=text.line(settings.dpo_name, "dpo_name"),
        dpo_email=checked_email(email, "dpo_email") if email else "",
        dpo_phone=parse_phone(phone, "dpo_phone") if phone else "",
        retention=text.line(settings.retention, "retention"),
        purposes=text.paragraph(settings.purposes, "purposes", limit=TEXT_LIMIT),
        recipients=text.paragraph(settings.recipients, "recipients", limit=TEXT_LIMIT),
    )


def subjects_of(listing: Listing, *, asked: bool) -> tuple[Subject, ...]:
    """Return the people that an entry names, each with what would be printed of them.

    Args:
        listing: The entry as it is stored: consent is what the notice asks for.
        asked: It was chosen by name: then somebody is told, whoever it is.
    """
    if listing.kind is ListingKind.RESOURCE_PERSON:
        return (_person(listing),)
    if listing.contact_persons:
        return tuple(_contact(listing, one) for one in listing.contact_persons)
    if asked or listing.kind is ListingKind.ASSOCIATION:
        return (_contact(listing, ContactPerson("")),)
    return ()


def _person(listing: Listing) -> Subject:
    phones = (wording.phone(one.number) for one in listing.phones if one.number)
    values = {
        ConsentItem.NAME: listing.name,
        ConsentItem.PHONE: ", ".join(phones),
        ConsentItem.EMAIL: ", ".join(one.address for one in listing.emails if one.address),
        ConsentItem.ADDRESS: _one_line(listing.address),
    }
    return Subject(listing.name, "", "", listing.source, _items(listing, values))


def _contact(listing: Listing, person: ContactPerson) -> Subject:
    values = {
        ConsentItem.NAME: person.name,
        ConsentItem.PHONE: wording.phone(person.phone) if person.phone else "",
        ConsentItem.EMAIL: person.email,
    }
    source = listing.source if person.name else ""
    return Subject(person.name, person.role, listing.name, source, _items(listing, values))


def _items(listing: Listing, values: dict[ConsentItem, str]) -> tuple[SubjectItem, ...]:
    given = {one.item: one for one in listing.consents}
    return tuple(SubjectItem(one, values.get(one, ""), given.get(one)) for one in ConsentItem)


def _one_line(address: Address) -> str:
    town = f"{address.postal_code} {address.city}".strip()
    return ", ".join(line for line in (*(one.strip(" ,") for one in address.lines), town) if line)
