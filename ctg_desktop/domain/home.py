"""What the first page says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.families.listing import FamilyCounts
from ctg_desktop.domain.register.clock import RegisterClock


@dataclass(frozen=True, slots=True)
class HomeSummary:
    """What there is to do today.

    Attributes:
        unverified: Published listings not verified for six months, late ones included.
        late: Those not verified for a year, or never.
        oldest: The oldest verification among them; ``None`` when one was never verified.
        drafts: Keys of typing that was not saved.
        booklet_printed_on: Day of the last booklet made; ``None`` before the first.
        changed_since: Listings and events changed since that booklet.
        families: How many households each view holds.
        register: Receipts of the register that are due: numbers and days, which need no opening.
    """

    total: int
    published: int
    unpublished: int
    unverified: int
    late: int
    oldest: date | None
    categories_used: int
    categories_total: int
    next_occurrences: tuple[Occurrence, ...]
    drafts: tuple[str, ...]
    booklet_printed_on: date | None
    changed_since: int
    families: FamilyCounts = field(default_factory=FamilyCounts)
    register: RegisterClock = field(default_factory=RegisterClock)
