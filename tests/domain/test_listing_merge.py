"""How two entries become one."""

from __future__ import annotations

from datetime import date

from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.listing import ExternalIds, Listing
from ctg_desktop.domain.listing_merge import merged

KEPT = Listing(id="a", name="Foyer rural", phones=(Phone("15"),), published=False)
OTHER = Listing(
    id="b",
    name="Foyer rural et bibliothèque",
    category="associations",
    summary="Livres et jeux.",
    phones=(Phone("15"), Phone("18")),
    address=Address(("2, place de la Halle",)),
    external_ids=ExternalIds(rna="W863000000"),
    verified_on=date(2026, 9, 3),
)


def test_the_kept_one_is_completed() -> None:
    result = merged(KEPT, OTHER)
    assert (result.id, result.name, result.category) == ("a", "Foyer rural", "town-hall")
    assert result.summary == "Livres et jeux."
    assert result.phones == (Phone("15"), Phone("18"))
    assert result.address == OTHER.address
    assert result.external_ids.rna == "W863000000"
    assert result.verified_on == date(2026, 9, 3)


def test_a_merge_does_not_publish_a_draft() -> None:
    assert merged(KEPT, OTHER).published is False


def test_merging_with_an_equal_one_changes_nothing() -> None:
    assert merged(OTHER, OTHER) == OTHER
