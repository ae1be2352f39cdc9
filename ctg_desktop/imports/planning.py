"""What a foreign file would do to the directory: pure, nothing is written.

The rules: a listing is found by public key, then by name within the commune. Only what the file
speaks of can change. A field that a person wrote last is never overwritten without being asked. An
empty value erases nothing. Planning the same file again after applying it finds nothing to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ctg_desktop.domain.import_plan import (
    FieldChange,
    ForeignRecord,
    ImportPlan,
    PlannedRow,
    Verdict,
)
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import checked
from ctg_desktop.errors import UserError
from ctg_desktop.imports.acceptance import accepted
from ctg_desktop.imports.existing import ExistingDirectory
from ctg_desktop.imports.matching import Claims, match
from ctg_desktop.imports.merging import merge

# Formats that say themselves what kind of listing they hold.
_KNOWN_KINDS = frozenset({"rna", "dila"})
# Refused rows beyond this number are only counted.
REFUSALS_SHOWN = 1000


def plan(
    records: Iterable[ForeignRecord],
    existing: ExistingDirectory,
    *,
    format: str,  # noqa: A002  # the word of ImportPlan, by keyword only
    digest: str,
    seen: int,
) -> ImportPlan:
    """Decide what to do with every row of a file.

    Rows of other communes and rows that would change nothing are only counted, so that a file of
    gigabytes needs no more memory than the rows that matter.

    Args:
        records: The rows, in the order of the file.
        existing: The directory as it is.
        format: Code of the foreign format.
        digest: SHA-256 of the file.
        seen: Highest counter of the journal now, checked again before applying.
    """
    planner = _Planner(existing, kind_is_sure=format in _KNOWN_KINDS)
    for record in records:
        planner.add(record)
    return ImportPlan(
        format=format,
        digest=digest,
        seen=seen,
        rows=tuple(planner.rows.values()),
        counts={verdict: planner.counts[verdict] for verdict in Verdict},
        reasons=dict(planner.reasons),
    )


class _Planner:
    """Goes through the rows once, remembering what earlier ones stood for."""

    def __init__(self, existing: ExistingDirectory, *, kind_is_sure: bool) -> None:
        self._existing = existing
        self._kind_is_sure = kind_is_sure
        self._claims = Claims()
        self._dissolved_by_name: dict[str, int] = {}
        self.rows: dict[int, PlannedRow] = {}
        self.counts: Counter[Verdict] = Counter()
        self.reasons: Counter[str] = Counter()

    def add(self, record: ForeignRecord) -> None:
        if record.skip and not record.refuse:
            self._skip(record.skip)
            return
        record = record if record.refuse else accepted(record)
        if record.refuse:
            self._refuse(record, record.refuse)
            return
        sure = self._kind_is_sure or "kind" in record.fields
        found = match(record, self._existing, self._claims, kind_is_sure=sure)
        if record.dissolved:
            self._dissolve(record, found.listing, sure=found.sure)
        elif found.problem:
            self._refuse(record, found.problem)
        else:
            self._claims.take(record, found.listing)
            self._keep(record, found.listing)

    def _keep(self, record: ForeignRecord, listing: Listing | None) -> None:
        if listing is None:
            new = record.listing
            self._put(record, Verdict.ADD, after=replace(new, id="") if new.id else new)
            return
        self._withdraw_dissolution(listing.id)
        corrected = self._existing.corrected_fields(listing.id)
        merged = merge(listing, record.listing, record.fields, corrected)
        if not merged.changes and not merged.conflicts:
            self.counts[Verdict.SAME] += 1
            return
        try:
            after = checked(merged.after)
        except UserError:
            self._refuse(record, "too-many-faults")
            return
        self._put(
            record,
            Verdict.CONFLICT if merged.conflicts else Verdict.UPDATE,
            listing_id=listing.id,
            after=after,
            changes=merged.changes,
            conflicts=merged.conflicts,
            reason="corrected-by-hand" if merged.conflicts else "",
        )

    def _dissolve(self, record: ForeignRecord, listing: Listing | None, *, sure: bool) -> None:
        """Propose to unpublish what the file says is closed, unless a person published it."""
        if listing is None or listing.id in self._claims.listings:
            self._skip("dissolved")
        elif not listing.published:
            self.counts[Verdict.SAME] += 1
        else:
            if sure:
                self._claims.take(record, listing)
            else:
                self._dissolved_by_name[listing.id] = record.row
            change = (FieldChange("published", old=True, new=False),)
            asked = "published" in self._existing.corrected_fields(listing.id)
            self._put(
                record,
                Verdict.DISSOLVED,
                listing_id=listing.id,
                after=listing if asked else replace(listing, published=False),
                changes=() if asked else change,
                conflicts=change if asked else (),
                reason="dissolved",
            )

    def _withdraw_dissolution(self, listing_id: str) -> None:
        """An active organisation of that name turned up after a dissolved one: it is the living."""
        row = self._dissolved_by_name.pop(listing_id, None)
        if row is not None:
            del self.rows[row]
            self.counts[Verdict.DISSOLVED] -= 1
            self._skip("dissolved")

    def _put(
        self,
        record: ForeignRecord,
        verdict: Verdict,
        *,
        after: Listing,
        listing_id: str = "",
        changes: tuple[FieldChange, ...] = (),
        conflicts: tuple[FieldChange, ...] = (),
        reason: str = "",
    ) -> None:
        self.counts[verdict] += 1
        self.rows[record.row] = PlannedRow(
            row=record.row,
            verdict=verdict,
            name=after.name,
            listing_id=listing_id,
            after=after,
            changes=changes,
            conflicts=conflicts,
            reason=reason,
            kept_as_text=record.kept_as_text,
        )

    def _skip(self, reason: str) -> None:
        self.counts[Verdict.SKIP] += 1
        self.reasons[reason] += 1

    def _refuse(self, record: ForeignRecord, reason: str) -> None:
        self.counts[Verdict.REFUSE] += 1
        self.reasons[reason] += 1
        if self.counts[Verdict.REFUSE] <= REFUSALS_SHOWN:
            name = record.listing.name[:80]
            self.rows[record.row] = PlannedRow(record.row, Verdict.REFUSE, name, reason=reason)
