"""The repository of listings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from ctg_desktop.db import stamps
from ctg_desktop.db.batches import batches, ids_in_order
from ctg_desktop.db.fields import fields_of
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.listing_likeness import similar_listings
from ctg_desktop.db.listing_mapping import WHOLE, columns_of, listing_of
from ctg_desktop.db.listing_query import conditions, order, state_at
from ctg_desktop.db.tables import ListingRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.db.whole_records import DeletableRecords, Mapping
from ctg_desktop.domain.directory import (
    DirectoryCounts,
    ListingFilter,
    ListingRow,
    ListingSort,
    ListingState,
    Similar,
)
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.needs import Need

ExternalKind = Literal["rna", "siret", "dila"]

STREAMED = 500

_EXTERNAL: dict[str, InstrumentedAttribute[str]] = {
    "rna": ListingRecord.rna,
    "siret": ListingRecord.siret,
    "dila": ListingRecord.dila,
}


class ListingRepository(DeletableRecords[Listing, ListingRecord]):
    """The listings of a vault."""

    def __init__(self, session: JournaledSession, vocabulary: Vocabulary) -> None:
        super().__init__(session, _MAPPING)
        self._vocabulary = vocabulary

    def ids(self, wanted: ListingFilter, sort: ListingSort, today: date) -> list[str]:
        """Return the ids of a list, in its order."""
        asked = select(ListingRecord.id).where(*self._where(wanted, today))
        return ids_in_order(self._session.connection(), asked.order_by(*order(sort, today)))

    def rows(self, ids: Sequence[str], today: date) -> list[ListingRow]:
        """Return the rows for these ids, in the order asked; unknown ids are left out."""
        kind = ListingRecord
        columns = (
            kind.id,
            kind.name,
            kind.kind,
            kind.category,
            kind.place,
            kind.phone,
            kind.email,
            state_at(today).label("state"),
            kind.verified_on,
            kind.closed_until,
            kind.published,
            kind.updated_at,
        )
        found: dict[str, ListingRow] = {}
        for some in batches(ids):
            for row in self._session.execute(select(*columns).where(kind.id.in_(some))):
                values = row._asdict()
                values["kind"], values["state"] = ListingKind(row.kind), ListingState(row.state)
                found[row.id] = ListingRow(**values)
        return [found[one] for one in ids if one in found]

    def counts(self, today: date) -> DirectoryCounts:
        """Return how many listings there are as of a day."""
        kind, count = ListingRecord, func.count()
        state = state_at(today)
        by_category = self._session.execute(select(kind.category, count).group_by(kind.category))
        by_state = dict(self._session.execute(select(state, count).group_by(state)).tuples().all())
        states = {one: by_state.get(one.value, 0) for one in ListingState}
        total = sum(states.values())
        return DirectoryCounts(
            total=total,
            published=total - states[ListingState.DRAFT],
            by_category=dict(by_category.tuples().all()),
            by_state=states,
        )

    def stream(self, wanted: ListingFilter, today: date) -> Iterator[Listing]:
        """Return the listings by folded name, a few at a time; valid while the vault is read."""
        asked = (
            select(*WHOLE)
            .where(*self._where(wanted, today))
            .order_by(*order(ListingSort(), today))
            .execution_options(yield_per=STREAMED)
        )
        return map(listing_of, self._session.connection().execute(asked))

    def serving(self, need: Need) -> list[tuple[str, str]]:
        """Return (id, name) of the published listings that serve a need, by name."""
        kind = ListingRecord
        asked = (
            select(kind.id, kind.name, kind.category, kind.themes, kind.summary, kind.description)
            .where(kind.published)
            .order_by(kind.name_folded, kind.id)
        )
        rows = self._session.connection().execute(asked)
        return [
            (row.id, row.name)
            for row in rows
            if need.is_served_by(
                Listing(
                    name=row.name,
                    category=row.category,
                    themes=tuple(row.themes),
                    summary=row.summary,
                    description=row.description,
                )
            )
        ]

    def by_external(self, kind: ExternalKind, value: str) -> Listing | None:
        """Return the first listing made that has this key of a public file."""
        if not value:
            return None
        asked = select(ListingRecord).where(_EXTERNAL[kind] == value).order_by(ListingRecord.id)
        record = self._session.scalars(asked.limit(1)).first()
        return None if record is None else listing_of(record)

    def external_keys(self) -> dict[tuple[str, str], str]:
        """Return (kind, value) → id for every key of a public file that a listing has."""
        asked = (
            select(ListingRecord.id, *_EXTERNAL.values())
            .where(or_(*(column != "" for column in _EXTERNAL.values())))
            .order_by(ListingRecord.id)
        )
        found: dict[tuple[str, str], str] = {}
        for listing_id, *values in self._session.execute(asked):
            for kind, value in zip(_EXTERNAL, values, strict=True):
                if value:
                    found.setdefault((kind, value), listing_id)
        return found

    def similar(
        self,
        name: str,
        phones: Sequence[str],
        address_line: str,
        *,
        excluding: str = "",
        limit: int = 5,
    ) -> list[Similar]:
        """Return listings that may be the same, those with most reasons first."""
        found = similar_listings(
            self._session.connection(), self._vocabulary, name, phones, address_line
        )
        return [one for one in found if one.id != excluding][:limit]

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the names of listings by id; unknown ids are left out."""
        found: dict[str, str] = {}
        for some in batches(ids):
            asked = select(ListingRecord.id, ListingRecord.name).where(ListingRecord.id.in_(some))
            found.update(self._session.execute(asked).tuples().all())
        return found

    def corrected_fields(self, ids: Sequence[str]) -> dict[str, set[str]]:
        """Return the fields of each listing whose value a person wrote, not an import.

        Fields are those of ``Listing``; one that is empty since the listing was made counts as
        written by nobody.
        """
        found: dict[str, set[str]] = {}
        for some in batches(ids):
            asked = select(ListingRecord.id, ListingRecord.stamps).where(ListingRecord.id.in_(some))
            for listing_id, written in self._session.execute(asked).tuples():
                if stamps.is_imported(written.get(stamps.WHOLE, [])):
                    paths = stamps.typed_fields(written, written.keys() - {stamps.WHOLE})
                else:
                    paths = self._typed_by_hand(listing_id, written)
                found[listing_id] = {path.partition(".")[0] for path in paths}
        return found

    def _where(self, wanted: ListingFilter, today: date) -> list[ColumnElement[bool]]:
        return list(conditions(wanted, today, self._session.connection(), self._vocabulary))

    def _typed_by_hand(self, listing_id: str, written: stamps.Stamps) -> set[str]:
        record = self._record(listing_id)
        paths = {
            one.path
            for one in fields_of(ListingRecord)
            if one.path in written or not one.is_empty(getattr(record, one.key))
        }
        return stamps.typed_fields(written, paths)


_MAPPING = Mapping(
    ListingRecord,
    "listing-unknown",
    columns_of,
    listing_of,
    lambda listing, listing_id: replace(listing, id=listing_id),
)
