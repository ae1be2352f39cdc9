"""What a listing must be before it is saved, and what of it may be printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ctg_desktop.domain import text
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Consent, ConsentItem, ExternalIds, Listing, ListingKind
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError

T = TypeVar("T")

ITEM_LIMIT = 50
LONG_LINE = 1000

_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()\[\]]{1,190}\.[^\s@.<>,;:]{2,63}")
_POSTAL_CODE = re.compile(r"\d{5}")
_INSEE_CODE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
_SIRET = re.compile(r"\d{14}")
_WEBSITE = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)


def checked(listing: Listing) -> Listing:
    """Return the listing as it is stored, or refuse it for one field.

    Raises:
        UserError: ``listing-name-missing``, ``text-too-long``, ``too-many-items``,
            ``phone-invalid``, ``email-invalid``, ``website-invalid``, ``postal-code-invalid``,
            ``insee-code-invalid``, ``siret-invalid``, ``date-out-of-range``; ``field`` says where.
    """
    name = text.line(listing.name, "name")
    if not name:
        raise UserError("listing-name-missing", field="name")
    return replace(
        listing,
        name=name,
        themes=_codes(listing.themes, "themes"),
        organisers=_codes(listing.organisers, "organisers"),
        picture=text.line(listing.picture, "picture"),
        summary=text.line(listing.summary, "summary", limit=text.SUMMARY_LIMIT),
        description=text.paragraph(listing.description, "description"),
        description_en=text.paragraph(listing.description_en, "description_en"),
        address=checked_address(listing.address),
        phones=checked_each(listing.phones, "phones", _phone),
        emails=checked_each(listing.emails, "emails", _email),
        website=_website(listing.website),
        opening_hours=text.paragraph(listing.opening_hours, "opening_hours"),
        contact_persons=checked_each(listing.contact_persons, "contact_persons", _contact_person),
        consents=checked_each(listing.consents, "consents", _consent),
        external_ids=_external_ids(listing.external_ids),
        verified_on=checked_day(listing.verified_on, "verified_on"),
        closed_until=checked_day(listing.closed_until, "closed_until"),
        audience=text.line(listing.audience, "audience", limit=LONG_LINE),
        price=text.line(listing.price, "price", limit=LONG_LINE),
        conditions=text.line(listing.conditions, "conditions", limit=LONG_LINE),
        accessibility=text.line(listing.accessibility, "accessibility", limit=LONG_LINE),
        picture_alt=text.line(listing.picture_alt, "picture_alt"),
        source=text.line(listing.source, "source", limit=LONG_LINE),
    )


def printable(listing: Listing) -> Listing | None:
    """Return what of a listing may be printed or leave the program, or ``None`` for nothing.

    A draft is never printed. A resource person is a private person: no name without consent
    means no entry, and each item needs its own dated consent. For an organisation, what is
    marked as private, and the phone or e-mail of a contact person, need that consent too.
    """
    if not listing.published:
        return None
    agreed = {consent.item for consent in listing.consents}
    person = listing.kind is ListingKind.RESOURCE_PERSON
    if person and ConsentItem.NAME not in agreed:
        return None
    phone, email = ConsentItem.PHONE in agreed, ConsentItem.EMAIL in agreed
    return replace(
        listing,
        phones=tuple(
            replace(one, private=False)
            for one in listing.phones
            if phone or not (person or one.private)
        ),
        emails=tuple(
            replace(one, private=False)
            for one in listing.emails
            if email or not (person or one.private)
        ),
        address=listing.address if not person or ConsentItem.ADDRESS in agreed else Address(),
        contact_persons=tuple(
            replace(
                one,
                phone=one.phone if phone else "",
                email=one.email if email else "",
            )
            for one in listing.contact_persons
            if not person
        ),
        picture="" if person else listing.picture,
        consents=(),
    )


def tells_of_persons(listing: Listing) -> bool:
    """Tell whether what may leave of a listing (:func:`printable`) is about private persons.

    That is a resource person, the contact persons of an organisation, and a private phone or
    e-mail for which there is a consent.
    """
    if printable(listing) is None:
        return False
    agreed = {consent.item for consent in listing.consents}
    private = (ConsentItem.PHONE in agreed and any(one.private for one in listing.phones)) or (
        ConsentItem.EMAIL in agreed and any(one.private for one in listing.emails)
    )
    person = listing.kind is ListingKind.RESOURCE_PERSON
    return person or private or bool(listing.contact_persons)


def checked_each(items: tuple[T, ...], field: str, rule: Callable[[T, str], T]) -> tuple[T, ...]:
    """Return items as they are stored, each by its rule with its own path.

    Raises:
        UserError: ``too-many-items``, and what the rule raises.
    """
    if len(items) > ITEM_LIMIT:
        raise UserError("too-many-items", field=field, limit=ITEM_LIMIT)
    return tuple(rule(item, f"{field}.{index}") for index, item in enumerate(items))


def checked_address(address: Address) -> Address:
    """Return a postal address as it is stored.

    Raises:
        UserError: ``postal-code-invalid``, ``insee-code-invalid``, ``text-too-long``,
            ``too-many-items``.
    """
    postal_code = text.line(address.postal_code, "address.postal_code").replace(" ", "")
    insee_code = text.line(address.insee_code, "address.insee_code").upper()
    if postal_code and not _POSTAL_CODE.fullmatch(postal_code):
        raise UserError("postal-code-invalid", field="address.postal_code", value=postal_code[:20])
    if insee_code and not _INSEE_CODE.fullmatch(insee_code):
        raise UserError("insee-code-invalid", field="address.insee_code", value=insee_code[:20])
    return Address(
        lines=_lines(address.lines, "address.lines"),
        postal_code=postal_code,
        city=text.line(address.city, "address.city"),
        insee_code=insee_code,
        delegated_commune=text.line(address.delegated_commune, "address.delegated_commune"),
    )


def _lines(typed: tuple[str, ...], field: str) -> tuple[str, ...]:
    cleaned: tuple[str, ...] = checked_each(typed, field, text.line)
    return tuple(one for one in cleaned if one)


def _codes(codes: tuple[str, ...], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_lines(codes, field)))


def checked_day(day: date | None, field: str) -> date | None:
    """Return a day of which a town hall may speak, or none.

    Raises:
        UserError: ``date-out-of-range``.
    """
    if day is not None and day.year not in YEARS:
        raise UserError("date-out-of-range", field=field, year=day.year)
    return day


def _phone(phone: Phone, field: str) -> Phone:
    number = parse_phone(text.line(phone.number, f"{field}.number"), f"{field}.number")
    return replace(phone, number=number, label=text.line(phone.label, f"{field}.label"))


def _email(email: Email, field: str) -> Email:
    address = checked_email(email.address, f"{field}.address")
    return replace(email, address=address, label=text.line(email.label, f"{field}.label"))


def checked_email(typed: str, field: str) -> str:
    """Return an e-mail address as it is stored.

    Raises:
        UserError: ``email-invalid``, ``text-too-long``.
    """
    address = text.line(typed, field).removeprefix("mailto:")
    if not _EMAIL.fullmatch(address):
        raise UserError("email-invalid", field=field, value=address[:60])
    return address


def _website(typed: str) -> str:
    website = text.line(typed, "website", limit=500)
    if website and not _SCHEME.match(website):
        website = f"https://{website}"
    if website and not _WEBSITE.fullmatch(website):
        raise UserError("website-invalid", field="website", value=website[:80])
    return website


def _contact_person(person: ContactPerson, field: str) -> ContactPerson:
    phone = text.line(person.phone, f"{field}.phone")
    email = text.line(person.email, f"{field}.email")
    return ContactPerson(
        name=text.line(person.name, f"{field}.name"),
        role=text.line(person.role, f"{field}.role"),
        phone=parse_phone(phone, f"{field}.phone") if phone else "",
        email=checked_email(email, f"{field}.email") if email else "",
    )


def _consent(consent: Consent, field: str) -> Consent:
    checked_day(consent.given_on, f"{field}.given_on")
    return replace(consent, proof=text.line(consent.proof, f"{field}.proof"))


def _external_ids(ids: ExternalIds) -> ExternalIds:
    siret = "".join(text.line(ids.siret, "external_ids.siret").split())
    if siret and not _SIRET.fullmatch(siret):
        raise UserError("siret-invalid", field="external_ids.siret", value=siret[:30])
    return ExternalIds(
        rna=text.line(ids.rna, "external_ids.rna"),
        siret=siret,
        dila=text.line(ids.dila, "external_ids.dila"),
    )
