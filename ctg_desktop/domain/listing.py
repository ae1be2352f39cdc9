"""One entry of the directory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone


class ListingKind(StrEnum):
    """What a listing is, whatever chapter it is printed in."""

    PUBLIC_SERVICE = "public-service"
    ASSOCIATION = "association"
    BUSINESS = "business"
    HEALTH = "health"
    CHILDCARE_SCHOOL = "childcare-school"
    PLACE = "place"
    RESOURCE_PERSON = "resource-person"
    COMMUNITY_ACTION = "community-action"


class Coverage(StrEnum):
    """How far a listing serves: its commune, the pole, or the whole community."""

    COMMUNE = "commune"
    POLE = "pole"
    COMMUNITY = "community"


class ConsentItem(StrEnum):
    """What a private person may agree to have printed."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Consent:
    """A dated agreement to print one item (GDPR, article 7: it must be possible to prove it).

    Attributes:
        proof: Where the agreement can be found, e.g. "formulaire signé, classeur 2026".
    """

    item: ConsentItem
    given_on: date
    proof: str = ""


@dataclass(frozen=True, slots=True)
class ExternalIds:
    """Keys of the same organisation in public files."""

    rna: str = ""
    siret: str = ""
    dila: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A service, association, business, person or place that a commune lists.

    Attributes:
        id: UUIDv7 made by the program; empty before the first save.
        category: Code of the booklet chapter.
        themes: Codes of the leaflets it belongs to.
        summary: One sentence, at most 280 characters.
        opening_hours: OpenStreetMap ``opening_hours`` syntax.
        organisers: Ids of the listings that run this one.
        verified_on: Last day somebody checked the entry.
        closed_until: Last day of a temporary closure.
        picture: Id of a stored picture or logo; empty for none.
        source: Where the entry came from, with the credit its licence asks.
    """

    id: str = ""
    kind: ListingKind = ListingKind.PUBLIC_SERVICE
    category: str = "town-hall"
    themes: tuple[str, ...] = ()
    name: str = ""
    summary: str = ""
    description: str = ""
    description_en: str = ""
    address: Address = field(default_factory=Address)
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    website: str = ""
    opening_hours: str = ""
    audience: str = ""
    price: str = ""
    conditions: str = ""
    accessibility: str = ""
    coverage: Coverage = Coverage.COMMUNE
    contact_persons: tuple[ContactPerson, ...] = ()
    organisers: tuple[str, ...] = ()
    consents: tuple[Consent, ...] = ()
    external_ids: ExternalIds = field(default_factory=ExternalIds)
    verified_on: date | None = None
    closed_until: date | None = None
    picture: str = ""
    picture_alt: str = ""
    source: str = ""
    published: bool = True
