"""Filters kept under a name."""

from __future__ import annotations

import pytest

from ctg_desktop.domain.directory import ListingFilter, ListingState
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office

WANTED = ListingFilter(
    category="health",
    theme="youth",
    kinds=frozenset({ListingKind.HEALTH, ListingKind.PLACE}),
    states=frozenset({ListingState.LATE, ListingState.TO_VERIFY}),
    text="médecin, l’été",
)


def test_a_vault_begins_without_searches(office: Office) -> None:
    assert office.searches.all() == ()


def test_every_condition_of_a_filter_comes_back(office: Office) -> None:
    saved = office.searches.save("  Santé des jeunes ", WANTED)
    assert saved.changes.settings == {"searches"}
    assert saved.search.name == "Santé des jeunes"
    assert office.searches.all() == (saved.search,)
    assert office.searches.get(saved.search.id).wanted == WANTED
    assert office.searches.named("sante des JEUNES").wanted == WANTED


def test_searches_come_by_name(office: Office) -> None:
    for name in ("Écoles", "abeilles", "Zinc"):
        office.searches.save(name, ListingFilter())
    assert [one.name for one in office.searches.all()] == ["abeilles", "Écoles", "Zinc"]


def test_renaming_and_removing_can_be_undone(office: Office) -> None:
    kept = office.searches.save("Une", WANTED).search
    other = office.searches.save("Autre", ListingFilter(text="bus")).search
    office.searches.rename(kept.id, "Deux")
    assert office.searches.get(kept.id).wanted == WANTED
    office.journal.undo()
    assert office.searches.get(kept.id).name == "Une"
    office.searches.remove(kept.id)
    assert office.searches.all() == (other,)
    office.journal.undo()
    assert office.searches.get(kept.id).wanted == WANTED


def test_a_search_keeps_its_own_name_when_only_its_capitals_change(office: Office) -> None:
    kept = office.searches.save("bus", ListingFilter()).search
    assert office.searches.rename(kept.id, "Bus").search.name == "Bus"


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "search-name-missing"), (" \n", "search-name-missing"), ("BÛS", "search-name-twice")],
)
def test_refused_names(office: Office, name: str, code: str) -> None:
    office.searches.save("Bus", ListingFilter())
    other = office.searches.save("Car", ListingFilter()).search
    with pytest.raises(UserError, match=code):
        office.searches.save(name, ListingFilter())
    with pytest.raises(UserError, match=code):
        office.searches.rename(other.id, name)
    assert [one.name for one in office.searches.all()] == ["Bus", "Car"]


def test_what_is_not_there_is_refused(office: Office) -> None:
    for ask in (office.searches.get, office.searches.remove, office.searches.named):
        with pytest.raises(UserError, match="search-unknown"):
            ask("rien")
    with pytest.raises(UserError, match="search-unknown"):
        office.searches.rename("rien", "Nom")
