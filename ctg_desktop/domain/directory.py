"""How lists of the directory are asked for and what their rows hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.listing import ListingKind

VERIFY_AFTER_DAYS = 183
LATE_AFTER_DAYS = 365


class ListingState(StrEnum):
    """How far an entry can be trusted today."""

    CURRENT = "current"
    TO_VERIFY = "to-verify"
    LATE = "late"
    CLOSED = "closed"
    DRAFT = "draft"


class ListingColumn(StrEnum):
    """A column of the list, and what it can be sorted by."""

    NAME = "name"
    CATEGORY = "category"
    KIND = "kind"
    PLACE = "place"
    PHONE = "phone"
    EMAIL = "email"
    STATE = "state"
    VERIFIED_ON = "verified_on"
    UPDATED_AT = "updated_at"


@dataclass(frozen=True, slots=True)
class ListingFilter:
    """Which listings a list shows; every condition that is set must hold.

    Attributes:
        category: Code of a chapter; empty for all.
        theme: Code of a theme; empty for all.
        kinds: Kinds to keep; empty for all.
        states: States to keep, as of ``today``; empty for all.
        text: Words to find in the listing, tolerant as the global search.
    """

    category: str = ""
    theme: str = ""
    kinds: frozenset[ListingKind] = frozenset()
    states: frozenset[ListingState] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class ListingSort:
    """Order of a list."""

    column: ListingColumn = ListingColumn.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListingRow:
    """One row of the list, light enough to be paged.

    Attributes:
        place: First address line, or the city.
        phone: First phone that is not private, as stored.
    """

    id: str
    name: str
    kind: ListingKind
    category: str
    place: str
    phone: str
    email: str
    state: ListingState
    verified_on: date | None
    closed_until: date | None
    published: bool
    updated_at: str


@dataclass(frozen=True, slots=True)
class DirectoryCounts:
    """How many listings there are, as of a day.

    Attributes:
        total: Drafts included.
        by_category: Code of each chapter that has listings → how many, drafts included.
        by_state: Every state → how many.
    """

    total: int
    published: int
    by_category: dict[str, int]
    by_state: dict[ListingState, int]


class Likeness(StrEnum):
    """Why two listings may be the same."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Similar:
    """A listing that may be the one being typed."""

    id: str
    name: str
    why: frozenset[Likeness]


def state_of(
    *, published: bool, verified_on: date | None, closed_until: date | None, today: date
) -> ListingState:
    """Return the state of an entry as of a day.

    A draft is a draft whatever its dates; a closure that has not ended comes before verification.
    """
    if not published:
        return ListingState.DRAFT
    if closed_until is not None and closed_until >= today:
        return ListingState.CLOSED
    if verified_on is None or (today - verified_on).days > LATE_AFTER_DAYS:
        return ListingState.LATE
    if (today - verified_on).days > VERIFY_AFTER_DAYS:
        return ListingState.TO_VERIFY
    return ListingState.CURRENT
