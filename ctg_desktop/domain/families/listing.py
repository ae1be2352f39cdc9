"""How lists of households are asked for and what their rows hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class HouseholdState(StrEnum):
    """Where a household stands; the first that holds, in this order, is the one a row shows."""

    OBJECTED = "objected"
    LEFT = "left"
    TO_REVIEW = "to-review"
    """Its time has run out: a person decides, nothing goes by itself."""
    TO_CALL_BACK = "to-call-back"
    """The day of the call has come."""
    TO_WELCOME = "to-welcome"
    WELCOMED = "welcomed"
    """The booklet was handed over, or a visit paid."""


class HouseholdView(StrEnum):
    """The lists of the page; a household may stand in several."""

    CURRENT = "current"
    """All but those who left."""
    TO_WELCOME = "to-welcome"
    WELCOMED = "welcomed"
    TO_CALL_BACK = "to-call-back"
    TO_REVIEW = "to-review"
    ISOLATED = "isolated"
    NOT_INFORMED = "not-informed"
    """The privacy notice was not given yet (a month at most: GDPR, article 14)."""
    LEFT = "left"
    ALL = "all"


class HouseholdColumn(StrEnum):
    """A column of the list, and what it can be sorted by."""

    NAME = "name"
    ARRIVAL = "arrival_date"
    PLACE = "place"
    STATE = "state"
    PERSONS = "persons"
    NEEDS = "needs"
    REFERENT = "referent"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True, slots=True)
class HouseholdFilter:
    """Which households a list shows; every condition that is set must hold.

    Attributes:
        need: Code; empty for all.
        language: ISO 639-1 code; empty for all.
        text: Words of name, persons, address, phone, e-mail, referent; tolerant as the search.
    """

    view: HouseholdView = HouseholdView.CURRENT
    need: str = ""
    language: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdSort:
    """Order of a list."""

    column: HouseholdColumn = HouseholdColumn.ARRIVAL
    descending: bool = True


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One row of the list, light enough to be paged.

    Attributes:
        place: First line of the address, or the city.
        persons: How many, children included.
        children: How many of them are children.
    """

    id: str
    name: str
    arrival_date: date | None
    place: str
    state: HouseholdState
    isolated: bool
    informed: bool
    persons: int
    children: int
    needs: tuple[str, ...]
    referent: str
    last_contact: date | None
    call_back_on: date | None


@dataclass(frozen=True, slots=True)
class FamilyCounts:
    """How many households each view holds, as of a day."""

    by_view: dict[HouseholdView, int] = field(default_factory=dict)


class LikenessReason(StrEnum):
    """Why two households may be the same."""

    NAME = "name"
    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class SimilarHousehold:
    """A household that may be the one being typed; one that left may have come back."""

    id: str
    name: str
    why: frozenset[LikenessReason]
    left_on: date | None = None
