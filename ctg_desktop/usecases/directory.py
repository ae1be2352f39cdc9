"""Keep the directory: list, save, verify, publish, merge and delete listings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ctg_desktop.db.vault import UnitOfWork, Vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import (
    DirectoryCounts,
    ListingFilter,
    ListingRow,
    ListingSort,
    Similar,
)
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_merge import merged
from ctg_desktop.domain.listing_rules import checked
from ctg_desktop.domain.meanwhile import with_typed_over
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.backups import BeforeChange, nothing_before

SIMILAR_LIMIT = 5
MASS = 20
"""Listings changed at once from which on a backup is made before."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A listing as it was stored, and what storing it changed."""

    listing: Listing
    changes: Changes


class Directory:
    """The listings of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
        before: Makes a backup before a change of many listings.
    """

    def __init__(
        self, vault: Vault, actor: str = "", before: BeforeChange = nothing_before
    ) -> None:
        self._vault = vault
        self._actor = actor
        self._before = before

    def index(self, wanted: ListingFilter, sort: ListingSort, today: date) -> tuple[str, ...]:
        """Return the ids of the listings that a list shows, in its order."""
        with self._vault.reading() as stored:
            return tuple(stored.listings.ids(wanted, sort, today))

    def rows(self, ids: Sequence[str], today: date) -> list[ListingRow]:
        """Return one page of a list; ids that were deleted meanwhile are left out."""
        with self._vault.reading() as stored:
            return stored.listings.rows(ids, today)

    def get(self, listing_id: str) -> Listing:
        """Return one listing.

        Raises:
            UserError: ``listing-unknown``.
        """
        with self._vault.reading() as stored:
            return stored.listings.get(listing_id)

    def counts(self, today: date) -> DirectoryCounts:
        """Return how many listings there are, by category and by state."""
        with self._vault.reading() as stored:
            return stored.listings.counts(today)

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the names of listings by id; unknown ids are left out."""
        with self._vault.reading() as stored:
            return stored.listings.names(ids)

    def similar(self, listing: Listing) -> list[Similar]:
        """Return listings that look like this one: same name, phone or address."""
        with self._vault.reading() as stored:
            return stored.listings.similar(
                listing.name,
                [phone.number for phone in listing.phones],
                next(iter(listing.address.lines), ""),
                excluding=listing.id,
                limit=SIMILAR_LIMIT,
            )

    def save(self, listing: Listing, shown: Listing | None = None) -> Saved:
        """Check and store a listing, new (without id) or changed.

        Args:
            listing: As it was typed.
            shown: As it was when typing began: what was not typed since stays as it is stored by
                now. ``None`` stores all of it.

        Raises:
            UserError: A rule of ``domain.listing_rules``, ``category-unknown``,
                ``theme-unknown``, ``picture-missing``, ``listing-unknown`` (also for an
                organiser).
        """
        ready = checked(listing)
        label = "listing-saved" if ready.id else "listing-added"
        with self._vault.writing(label, actor=self._actor, name=ready.name) as work:
            if ready.id and shown is not None:
                known = work.listings.get(ready.id)
                ready = checked(replace(with_typed_over(known, shown, listing), id=known.id))
            _check_category(work, ready)
            _check_references(work, ready)
            stored = work.listings.save(ready) if ready.id else work.listings.add(ready)
        return Saved(stored, work.changes)

    def delete(self, ids: Sequence[str]) -> Changes:
        """Delete listings; undo brings them back."""
        self._before_all(ids)
        with self._vault.writing("listings-deleted", actor=self._actor, count=len(ids)) as work:
            work.listings.delete(ids)
        return work.changes

    def verify(self, ids: Sequence[str], on: date) -> Changes:
        """Note that somebody checked these entries on a day."""
        self._before_all(ids)
        with self._vault.writing("listings-verified", actor=self._actor, count=len(ids)) as work:
            for listing in map(work.listings.get, ids):
                work.listings.save(replace(listing, verified_on=on))
        return work.changes

    def move(self, ids: Sequence[str], category: str) -> Changes:
        """Put listings into a chapter.

        Raises:
            UserError: ``category-unknown``.
        """
        self._before_all(ids)
        with self._vault.writing("listings-moved", actor=self._actor, count=len(ids)) as work:
            for listing in map(work.listings.get, ids):
                moved = replace(listing, category=category)
                _check_category(work, moved)
                work.listings.save(moved)
        return work.changes

    def publish(self, ids: Sequence[str], published: bool) -> Changes:  # noqa: FBT001 - the state itself
        """Publish listings, or make drafts of them."""
        label = "listings-published" if published else "listings-unpublished"
        self._before_all(ids)
        with self._vault.writing(label, actor=self._actor, count=len(ids)) as work:
            for listing in map(work.listings.get, ids):
                work.listings.save(replace(listing, published=published))
        return work.changes

    def merge(self, keep_id: str, other_id: str) -> Saved:
        """Complete a listing with a duplicate, which is deleted; events follow; undo separates.

        Raises:
            UserError: ``listing-unknown``, ``merge-with-itself``.
        """
        if keep_id == other_id:
            raise UserError("merge-with-itself")
        with self._vault.writing("listings-merged", actor=self._actor, count=2) as work:
            stored = work.listings.save(
                merged(work.listings.get(keep_id), work.listings.get(other_id))
            )
            _redirect_events(work, other_id, keep_id)
            work.listings.delete([other_id])
        return Saved(stored, work.changes)

    def _before_all(self, ids: Sequence[str]) -> None:
        """Back the vault up before a change that nobody will look over record by record."""
        if len(ids) >= MASS:
            self._before(Why.CHANGE)


def _check_category(work: UnitOfWork, listing: Listing) -> None:
    if listing.category not in {category.code for category in work.categories.all()}:
        raise UserError("category-unknown", field="category", code_given=listing.category[:60])


def _check_references(work: UnitOfWork, listing: Listing) -> None:
    """Refuse what names nothing, unless it was kept from before."""
    known = work.listings.get(listing.id) if listing.id else Listing()
    strange = set(listing.themes) - set(known.themes)
    strange -= {theme.code for theme in work.themes.all()}
    if strange:
        raise UserError("theme-unknown", field="themes", value=min(strange)[:60])
    organisers = set(listing.organisers) - set(known.organisers)
    if organisers - set(work.listings.names(sorted(organisers))):
        raise UserError("listing-unknown", field="organisers")
    if listing.picture != known.picture and listing.picture:
        work.pictures.get(listing.picture)


def _redirect_events(work: UnitOfWork, old_id: str, new_id: str) -> None:
    for event in work.events.all():
        if old_id in (event.place, event.organiser):
            work.events.save(
                replace(
                    event,
                    place=new_id if event.place == old_id else event.place,
                    organiser=new_id if event.organiser == old_id else event.organiser,
                )
            )
