"""What a secretary does with listings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.directory import Likeness, ListingFilter, ListingSort, ListingState
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.office import Office

TODAY = date(2026, 11, 23)
FOYER = Listing(
    kind=ListingKind.ASSOCIATION,
    category="associations",
    name="Foyer rural",
    phones=(Phone("05 49 00 98 76"),),
    address=Address(("2, place de la Halle",), "86400", "Civray"),
)


def names(office: Office, **wanted: object) -> list[str]:
    ids = office.directory.index(ListingFilter(**wanted), ListingSort(), TODAY)
    return [row.name for row in office.directory.rows(ids, TODAY)]


def test_saving_gives_what_was_stored_and_what_changed(office: Office) -> None:
    saved = office.directory.save(FOYER)
    assert saved.listing.id
    assert saved.listing.phones == (Phone("+33549009876"),)
    assert saved.changes.listings == {saved.listing.id}
    assert office.directory.get(saved.listing.id) == saved.listing


def test_saving_the_same_again_changes_nothing(office: Office) -> None:
    saved = office.directory.save(FOYER).listing
    assert not office.directory.save(saved).changes


def test_an_unknown_category_is_refused_beside_its_field(office: Office) -> None:
    with pytest.raises(UserError) as refused:
        office.directory.save(replace(FOYER, category="nulle-part"))
    assert (refused.value.code, refused.value.field) == ("category-unknown", "category")
    assert names(office) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"themes": ("nulle-part",)}, "theme-unknown"),
        ({"organisers": ("nulle-part",)}, "listing-unknown"),
        ({"picture": "nulle-part"}, "picture-missing"),
    ],
)
def test_what_names_nothing_is_refused(office: Office, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(UserError) as refused:
        office.directory.save(replace(FOYER, **wrong))
    assert refused.value.code == code


def test_an_organiser_that_was_deleted_since_does_not_stand_in_the_way(office: Office) -> None:
    organiser = office.directory.save(FOYER).listing
    run_by = replace(FOYER, name="Atelier", organisers=(organiser.id,), themes=("volunteering",))
    saved = office.directory.save(run_by).listing
    office.directory.delete([organiser.id])
    assert office.directory.save(replace(saved, summary="Ouvert")).listing.summary == "Ouvert"


def test_several_at_once_and_one_undo(office: Office) -> None:
    ids = [office.directory.save(replace(FOYER, name=f"Club {n}")).listing.id for n in range(3)]
    office.directory.verify(ids, TODAY)
    office.directory.move(ids, "health")
    office.directory.publish(ids, published=False)
    counts = office.directory.counts(TODAY)
    assert (counts.by_category, counts.by_state[ListingState.DRAFT]) == ({"health": 3}, 3)
    office.directory.delete(ids)
    assert names(office) == []
    for _ in range(3):
        office.journal.undo()
    assert names(office, category="associations") == ["Club 0", "Club 1", "Club 2"]
    assert {office.directory.get(one).verified_on for one in ids} == {TODAY}


def test_duplicates_are_noticed(office: Office) -> None:
    kept = office.directory.save(FOYER).listing
    typed = Listing(name="foyer  RURAL", phones=(Phone("05 49 00 98 76"),))
    (found,) = office.directory.similar(typed)
    assert found.id == kept.id
    assert Likeness.NAME in found.why
    assert office.directory.similar(kept) == []


def test_a_merge_takes_events_along_and_is_reversible(office: Office) -> None:
    kept = office.directory.save(FOYER).listing
    other = office.directory.save(replace(FOYER, name="Le foyer", summary="Livres")).listing
    event = office.calendar.save(Event(title="Fête", start=TODAY, place=other.id)).event
    office.directory.merge(kept.id, other.id)
    assert names(office) == ["Foyer rural"]
    assert office.directory.get(kept.id).summary == "Livres"
    assert office.calendar.get(event.id).place == kept.id
    office.journal.undo()
    assert names(office) == ["Foyer rural", "Le foyer"]
    assert office.calendar.get(event.id).place == other.id


def test_a_merge_with_itself_is_refused(office: Office) -> None:
    kept = office.directory.save(FOYER).listing
    with pytest.raises(UserError, match="merge-with-itself"):
        office.directory.merge(kept.id, kept.id)


def test_history_tells_who_and_what(office: Office) -> None:
    saved = office.directory.save(FOYER).listing
    office.directory.save(replace(saved, name="Foyer"))
    changed, created = office.journal.history("listing", saved.id)
    assert (created.label, created.actor) == ("listing-added", "accueil")
    assert changed.changes[0].fields == {"name": ("Foyer rural", "Foyer")}


def test_undo_keeps_what_was_corrected_since(office: Office) -> None:
    saved = office.directory.save(FOYER).listing
    first = office.directory.save(replace(saved, name="Foyer", summary="Livres"))
    office.directory.save(replace(first.listing, summary="Livres et jeux"))
    report = office.journal.undo(first.changes.change_set)
    after = office.directory.get(saved.id)
    assert (after.name, after.summary) == ("Foyer rural", "Livres et jeux")
    assert [(one.id, one.field) for one in report.kept] == [(saved.id, "summary")]


def test_redo(office: Office) -> None:
    saved = office.directory.save(FOYER).listing
    office.directory.delete([saved.id])
    office.journal.undo()
    assert names(office) == ["Foyer rural"]
    office.journal.redo()
    assert names(office) == []
