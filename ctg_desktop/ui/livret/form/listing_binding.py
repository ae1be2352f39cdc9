"""How listings are stored from their form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.editing.binding import ADDRESS_ALIASES
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.livret.form.typed import to_listing, typed_from
from ctg_desktop.usecases.directory import Directory

ALIASES = {
    **ADDRESS_ALIASES,
    "external_ids.rna": "rna",
    "external_ids.siret": "siret",
    "external_ids.dila": "dila",
}
"""Start of a path in an error → field of the form."""


class ListingBinding:
    """Joins the form of a listing to the directory."""

    entity = "listing"

    def __init__(self, directory: Directory, today: Callable[[], date]) -> None:
        self._directory, self._today = directory, today

    def blank(self) -> Listing:
        """Return a new listing; a person types it, so it is verified the day it is typed."""
        return Listing(verified_on=self._today())

    def id_of(self, record: Listing) -> str:
        """Return the id of a listing."""
        return record.id

    def with_id(self, record: Listing, record_id: str) -> Listing:
        """Return the listing with another id."""
        return replace(record, id=record_id)

    def load(self, record_id: str) -> Listing:
        """Read a listing.

        Raises:
            UserError: ``listing-unknown``.
        """
        return self._directory.get(record_id)

    def store(self, record: Listing, shown: Listing, /) -> tuple[Listing, Changes]:
        """Check and store a listing.

        Args:
            record: As it was typed.
            shown: As it was when typing began.

        Raises:
            UserError: A field is refused.
        """
        saved = self._directory.save(record, shown)
        return saved.listing, saved.changes

    def values(self, record: Listing) -> Values:
        """Return what the form shows of a listing."""
        return typed_from(record)

    def record(self, values: Values, base: Listing) -> Listing:
        """Return the listing that was typed.

        Raises:
            UserError: A day is none.
        """
        return to_listing(values, base, self._today())

    def name(self, values: Values) -> str:
        """Return the name of a listing, for a sentence."""
        return str(values["name"]).strip() or "fiche sans nom"
