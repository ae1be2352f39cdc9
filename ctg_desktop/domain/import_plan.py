"""What an import would do, before it does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Progress


class Verdict(StrEnum):
    """What happens to one row of a foreign file."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    CONFLICT = "conflict"
    DISSOLVED = "dissolved"
    SKIP = "skip"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class ForeignRecord:
    """One row of a foreign file, understood as a listing.

    Attributes:
        row: Number of the row or record in its file, from 1, headers not counted.
        listing: What the file says; fields it does not speak of are left empty.
        fields: Names of the listing's fields that the file speaks of.
        dissolved: The file says that the organisation is closed.
        skip: Code of the reason why the row is not for this commune; empty otherwise.
        refuse: Code of the reason why the row cannot be read; empty otherwise.
        kept_as_text: Fields whose value was kept as text because it was not understood, or left
            out because it cannot be one (``phones``, ``emails``…), or mended (``encoding``).
        former_ids: Earlier public keys of the same organisation, as (kind, value).
    """

    row: int
    listing: Listing
    fields: frozenset[str] = frozenset()
    dissolved: bool = False
    skip: str = ""
    refuse: str = ""
    kept_as_text: tuple[str, ...] = ()
    former_ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that an import would change, as plain JSON-able values."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """The verdict on one row.

    Attributes:
        listing_id: The existing listing concerned; empty for an addition.
        after: The listing as it would be saved (additions, updates, dissolutions).
        changes: What an update writes.
        conflicts: Fields the file would change but a person corrected since: kept unless asked.
        reason: Code that explains a skip, a refusal or a conflict.
    """

    row: int
    verdict: Verdict
    name: str
    listing_id: str = ""
    after: Listing | None = None
    changes: tuple[FieldChange, ...] = ()
    conflicts: tuple[FieldChange, ...] = ()
    reason: str = ""
    kept_as_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole answer to "what would this file do?".

    Attributes:
        format: Code of the foreign format.
        digest: SHA-256 of the file, in hexadecimal.
        seen: Highest counter of the journal when the plan was made; checked before applying.
        rows: Rows that add, change, conflict, dissolve or are refused. Skipped and identical
            rows are only counted.
        counts: How many rows got each verdict.
        reasons: How many rows were skipped or refused for each reason code.
    """

    format: str
    digest: str
    seen: int
    rows: tuple[PlannedRow, ...]
    counts: dict[Verdict, int]
    reasons: dict[str, int]


class ForeignFile(Protocol):
    """A foreign file that was recognised and can be read as a stream."""

    @property
    def format(self) -> str:
        """Code of the format: ``rna``, ``dila``, ``spreadsheet``…."""

    def records(self, progress: Progress) -> Iterator[ForeignRecord]:
        """Read the records one by one, in the order of the file."""
