"""What a year of the directory and the calendar comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.history import Operation


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure under a name.

    Attributes:
        count: ``None`` where nobody can know it; never to be shown as 0.
    """

    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Verification:
    """How long ago the published entries were checked, as of the edition; each counted once.

    Attributes:
        half_year: Within six months.
        year: Between six and twelve months ago.
        older: Longer ago.
        never: Without a date.
    """

    half_year: int
    year: int
    older: int
    never: int

    @property
    def total(self) -> int:
        """All entries."""
        return self.half_year + self.year + self.older + self.never

    @property
    def within_year(self) -> int:
        """Those checked within twelve months."""
        return self.half_year + self.year


@dataclass(frozen=True, slots=True)
class Movements:
    """How many records are new, changed or gone at the end of a year, against its beginning.

    Attributes:
        changed: Neither new nor gone.
    """

    created: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class SheetCoverage:
    """What the directory holds for a sheet of the action plan.

    Attributes:
        sheet: Its number.
        title: Its title.
        leaflet: The theme whose leaflet answers it.
        count: Published entries of the theme; ``None`` where the commune gave the theme up.
        recent: Of those, checked within twelve months.
    """

    sheet: int
    title: str
    leaflet: str
    count: int | None
    recent: int | None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do next.

    Attributes:
        what: In a few words: "Fiches sans téléphone".
        names: Some of those concerned, first the most pressing; private persons are not named.
    """

    what: str
    count: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearReport:
    """Everything that the report prints.

    Attributes:
        edition: The day it is made, as of which entries are counted.
        since: First day that the journal knows; ``None`` when it is empty.
        published: Entries published.
        drafts: Entries that are not.
        listings: Of the entries; ``None`` where the journal does not reach.
        events: Of the calendar, likewise.
        months: Dates of events in each month of the year, those cancelled left out.
        organisers: Who holds most of them.
        other_organisers: How many more hold some.
        unnamed_dates: Dates without an organiser, or of one who may not be named.
    """

    profile: Profile
    year: int
    edition: date
    since: date | None
    published: int
    drafts: int
    chapters: tuple[Tally, ...]
    themes: tuple[Tally, ...]
    verification: Verification
    listings: Movements | None
    events: Movements | None
    sources: tuple[Tally, ...]
    months: tuple[int | None, ...]
    organisers: tuple[Tally, ...]
    other_organisers: int
    unnamed_dates: int
    coverage: tuple[SheetCoverage, ...]
    tasks: tuple[Task, ...]

    @property
    def dates(self) -> int | None:
        """Dates of events in the year; ``None`` when no month is known."""
        known = [one for one in self.months if one is not None]
        return sum(known) if known else None

    @property
    def organiser_count(self) -> int | None:
        """How many organisations hold events; ``None`` when no month is known."""
        if self.dates is None:
            return None
        return len(self.organisers) + self.other_organisers


def movements(operations: Iterable[tuple[str, Operation]]) -> Movements:
    """Return what a year of operations comes to: what came and went again does not count.

    Args:
        operations: Id and operation, in the order they happened.
    """
    first: dict[str, Operation] = {}
    last: dict[str, Operation] = {}
    changed: set[str] = set()
    for record, operation in operations:
        first.setdefault(record, operation)
        last[record] = operation
        if operation is Operation.CHANGED:
            changed.add(record)
    created = {one for one, operation in first.items() if operation is Operation.CREATED}
    removed = {one for one, operation in last.items() if operation is Operation.DELETED}
    return Movements(
        created=len(created - removed),
        changed=len(changed - created - removed),
        removed=len(removed - created),
    )
