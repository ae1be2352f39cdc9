"""Invented families of the demonstration commune, who arrived over the last twelve months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from ctg_desktop.db.vault import UnitOfWork
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealing_rules import checked_note, checked_referral
from ctg_desktop.domain.families.dealings import (
    ContactKind,
    ContactNote,
    Referral,
    ReferralOutcome,
)
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    KnownThrough,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    Role,
    WelcomeChecklist,
)
from ctg_desktop.domain.families.rules import checked_household
from ctg_desktop.domain.families.steps import contacted
from ctg_desktop.domain.text import fold
from ctg_desktop.paths import asset

FILE = "demo/families.json"
_TOWN = Address(postal_code="86999", city="Valmoulin-sur-Clain", insee_code="86999")
_PROOF = "bulletin signé, classeur Accueil"
_PHONES = 639_980_300
"""The first of a range that is given to nobody (ARCEP, numbers for works of fiction)."""


class _Note(msgspec.Struct, frozen=True):
    ago: int
    kind: ContactKind
    text: str


class _Told(msgspec.Struct, frozen=True):
    """Somebody was told where to go; ``to`` is the key of a listing of the demonstration."""

    ago: int
    need: str
    to: str
    outcome: ReferralOutcome = ReferralOutcome.GIVEN
    persons: int = 1


class _Family(msgspec.Struct, frozen=True):
    """A family of the file; days are counted back from today, those of a call on from it.

    Attributes:
        adults: First and last name.
        children: First name, last name, age.
        phone: What it agreed to be called for; ``None`` for no phone.
        email: Likewise, by e-mail.
        isolated: Who said so, empty for themselves; ``None`` for not isolated.
    """

    arrived: int
    name: str
    adults: tuple[str, ...]
    children: tuple[tuple[str, str, int], ...] = ()
    street: str = ""
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    known: KnownThrough = KnownThrough.DECLARATION
    informed: int | None = None
    phone: str | None = None
    email: str | None = None
    isolated: str | None = None
    referent: str = ""
    letter: int | None = None
    booklet: int | None = None
    visit: int | None = None
    invited: int | None = None
    call_back: int | None = None
    left: int | None = None
    objected: int | None = None
    notes: tuple[_Note, ...] = ()
    referrals: tuple[_Told, ...] = ()


class _File(msgspec.Struct, frozen=True):
    """Families, and visitors who left no name."""

    families: tuple[_Family, ...]
    visitors: tuple[_Told, ...]


def store_demo_families(work: UnitOfWork, listings: Mapping[str, str], today: date) -> None:
    """Store the families, what was said with them and where they were sent.

    Args:
        work: Of a practice vault, whose listings are stored.
        listings: Ids of listings by key.
        today: The day from which everything is dated.

    Raises:
        UserError: A rule of ``domain.families``: the data file is wrong.
    """
    file = msgspec.json.decode(asset(FILE).read_bytes(), type=_File)
    names = work.listings.names(sorted(set(listings.values())))

    def told(one: _Told, household: str = "") -> None:
        listing = listings[one.to]
        referral = Referral(
            household=household,
            on=today - timedelta(one.ago),
            need=one.need,
            listing=listing,
            listing_name=names[listing],
            outcome=one.outcome,
            persons=one.persons,
        )
        work.referrals.add(checked_referral(referral, today))

    for number, family in enumerate(file.families):
        stored = work.households.add(_household(family, number, today))
        for note in family.notes:
            on = today - timedelta(note.ago)
            said = ContactNote("", stored.id, on, note.kind, note.text, "Accueil")
            work.notes.add(checked_note(said, today))
        for one in family.referrals:
            told(one, stored.id)
    for one in file.visitors:
        told(one)


def _household(family: _Family, number: int, today: date) -> Household:
    def ago(days: int | None) -> date | None:
        return None if days is None else today - timedelta(days)

    told = ago(family.informed) or today
    adults = (one.split(" ", 1) for one in family.adults)
    phones = () if family.phone is None else (f"+33{_PHONES + number}",)
    emails = () if family.email is None else (_address(family.name),)
    household = Household(
        name=family.name,
        arrival_date=ago(family.arrived),
        known_through=family.known,
        address=_at(family.street),
        phones=tuple(ReachablePhone(one, _agreed(family.phone or "", told)) for one in phones),
        emails=tuple(ReachableEmail(one, _agreed(family.email or "", told)) for one in emails),
        languages=family.languages,
        needs=family.needs,
        isolated=family.isolated is not None,
        isolated_through=family.isolated or "",
        persons=(
            *(Person(first, last) for first, last in adults),
            *(
                Person(first, last, Role.CHILD, today.year - age)
                for first, last, age in family.children
            ),
        ),
        referent=family.referent,
        informed_on=ago(family.informed),
        objected_on=ago(family.objected),
        left_on=ago(family.left),
        call_back_on=None if family.call_back is None else today + timedelta(family.call_back),
        welcome=WelcomeChecklist(
            letter_on=ago(family.letter),
            booklet_on=ago(family.booklet),
            visit_on=ago(family.visit),
            invited_on=ago(family.invited),
            invited_to="Accueil des nouveaux habitants" if family.invited is not None else "",
        ),
    )
    days = (*(one.ago for one in family.notes), *(one.ago for one in family.referrals))
    ready = checked_household(household, today)
    return contacted(ready, today - timedelta(min(days))) if days else ready


def _at(street: str) -> Address:
    return Address((street,) if street else (), _TOWN.postal_code, _TOWN.city, _TOWN.insee_code)


def _address(name: str) -> str:
    plain = "".join(one if one.isalnum() else "." for one in fold(name))
    return f"{plain.removeprefix('famille.')}@courriel.example"


def _agreed(purposes: str, on: date) -> tuple[ChannelConsent, ...]:
    return tuple(ChannelConsent(Purpose(one), on, _PROOF) for one in purposes.split())
