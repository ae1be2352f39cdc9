"""What an import would change, and what it never changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.import_plan import ForeignRecord, PlannedRow, Verdict
from ctg_desktop.domain.listing import ExternalIds, Listing, ListingKind
from ctg_desktop.imports.merging import taken
from ctg_desktop.imports.planning import REFUSALS_SHOWN

from .foreign import Memory

CLUB = Listing(
    kind=ListingKind.ASSOCIATION,
    category="associations",
    name="Club de lecture",
    summary="Lire ensemble",
    address=Address(("1 rue du Puits",), "86400", "Civray", "86078"),
    phones=(Phone("05 49 00 00 01"),),
    external_ids=ExternalIds(rna="W861000001"),
    source="Un fichier",
)
FIELDS = frozenset({"name", "summary", "address", "phones", "emails", "external_ids", "website"})


def record(listing: Listing = CLUB, row: int = 1, **more: object) -> ForeignRecord:
    return ForeignRecord(row, listing, **({"fields": FIELDS} | more))  # type: ignore[arg-type]  # test values


def planned(memory: Memory, *records: ForeignRecord, code: str = "rna") -> list[PlannedRow]:
    return list(memory.plan(iter(records), code).rows)


def known(memory: Memory, *, corrected: Iterable[str] = ()) -> Listing:
    memory.apply(memory.plan(iter([record()]), "rna"))
    return memory.put(memory.only, corrected=corrected)


def test_unknown_listing_is_added_and_then_the_same() -> None:
    memory = Memory()
    (row,) = planned(memory, record())
    assert row.verdict is Verdict.ADD
    assert row.after is not None
    assert row.after.phones == (Phone("+33549000001"),)
    known(memory)
    again = memory.plan(iter([record()]), "rna")
    assert again.rows == ()
    assert again.counts[Verdict.SAME] == 1


def test_update_names_what_changes() -> None:
    memory = Memory()
    ours = known(memory)
    (row,) = planned(memory, record(replace(CLUB, summary="Lire et écrire")))
    assert row.verdict is Verdict.UPDATE
    assert row.listing_id == ours.id
    assert [(one.field, one.old, one.new) for one in row.changes] == [
        ("summary", "Lire ensemble", "Lire et écrire")
    ]
    assert row.after == replace(ours, summary="Lire et écrire")


def test_a_corrected_phone_survives_and_can_be_given_up() -> None:
    memory = Memory()
    known(memory)
    memory.put(
        replace(memory.only, phones=(Phone("+33549000009", "bureau"),)), corrected={"phones"}
    )
    changed = replace(CLUB, summary="Lire et écrire")
    (row,) = planned(memory, record(changed))
    assert row.verdict is Verdict.CONFLICT
    assert row.reason == "corrected-by-hand"
    assert [one.field for one in row.conflicts] == ["phones"]
    assert row.after is not None
    assert row.after.phones == (Phone("+33549000009", "bureau"),)
    assert row.after.summary == "Lire et écrire"
    given_up = taken(row.after, row.conflicts, ["phones"])
    assert given_up.phones == (Phone("+33549000001"),)
    assert taken(row.after, row.conflicts, []) == row.after


def test_an_empty_value_erases_nothing() -> None:
    memory = Memory()
    known(memory)
    empty = replace(CLUB, summary="", address=Address(), phones=(), website="")
    assert planned(memory, record(empty)) == []


def test_a_field_the_file_does_not_speak_of_is_left_alone() -> None:
    memory = Memory()
    known(memory)
    assert planned(memory, record(replace(CLUB, audience="Adultes", price="10 €"))) == []


@pytest.mark.parametrize(
    "same",
    [
        replace(CLUB, name="CLUB DE LECTURE"),
        replace(CLUB, name="Club  de lecture."),
        replace(CLUB, address=replace(CLUB.address, city="CIVRAY")),
        replace(CLUB, address=replace(CLUB.address, lines=("1, Rue du puits",))),
        replace(CLUB, phones=(Phone("+33 5 49 00 00 01"),)),
        replace(CLUB, source="Autre fichier, autre date"),
    ],
)
def test_spelling_alone_is_no_change(same: Listing) -> None:
    memory = Memory()
    known(memory)
    assert planned(memory, record(same)) == []


def test_private_phones_labels_and_persons_of_ours_stay() -> None:
    memory = Memory()
    ours = known(memory)
    memory.put(
        replace(
            ours,
            phones=(Phone("+33549000001", "accueil"), Phone("+33639980001", private=True)),
            emails=(Email("prive@club.example", private=True),),
            contact_persons=(ContactPerson("Jeanne Exemple", "présidente", "+33639980002"),),
        )
    )
    theirs = replace(
        CLUB,
        phones=(Phone("05 49 00 00 01"), Phone("05 49 00 00 02")),
        contact_persons=(ContactPerson("jeanne exemple", "", "", "j@club.example"),),
    )
    (row,) = planned(memory, record(theirs, fields=FIELDS | {"contact_persons"}))
    assert row.after is not None
    assert row.after.phones == (
        Phone("+33549000001", "accueil"),
        Phone("+33549000002"),
        Phone("+33639980001", private=True),
    )
    assert row.after.emails == (Email("prive@club.example", private=True),)
    assert row.after.contact_persons == (
        ContactPerson("Jeanne Exemple", "présidente", "+33639980002", "j@club.example"),
    )


def test_matched_by_name_within_the_commune() -> None:
    memory = Memory()
    typed = memory.put(replace(CLUB, external_ids=ExternalIds(), phones=(), source=""))
    (row,) = planned(memory, record(replace(CLUB, name="CLUB DE LECTURE")))
    assert row.listing_id == typed.id
    assert row.after is not None
    assert row.after.external_ids.rna == "W861000001"
    assert row.after.source == "Un fichier"
    assert row.after.name == "Club de lecture"


@pytest.mark.parametrize(
    "other",
    [
        replace(
            CLUB,
            external_ids=ExternalIds(),
            address=replace(CLUB.address, insee_code="86194", city="Poitiers"),
        ),
        replace(CLUB, external_ids=ExternalIds(rna="W861000099")),
        replace(CLUB, kind=ListingKind.BUSINESS, external_ids=ExternalIds()),
    ],
)
def test_a_namesake_elsewhere_or_of_another_kind_is_another(other: Listing) -> None:
    memory = Memory()
    memory.put(other)
    (row,) = planned(memory, record())
    assert row.verdict is Verdict.ADD


def test_same_row_twice_is_refused_the_second_time() -> None:
    rows = planned(Memory(), record(), record(row=2))
    assert [(row.verdict, row.reason) for row in rows] == [
        (Verdict.ADD, ""),
        (Verdict.REFUSE, "duplicate-row"),
    ]
    memory = Memory()
    known(memory)
    (row,) = planned(memory, record(), record(row=2))
    assert row.reason == "duplicate-row"


def test_one_siret_for_several_places_and_one_name_at_several_addresses() -> None:
    bus = replace(CLUB, external_ids=ExternalIds(siret="01234567890123"))
    stops = [
        replace(bus, name=f"Bus {place}", address=Address((place,), "86400", city))
        for place, city in (("Le Bourg", "Brux"), ("La Gare", "Anché"), ("Le Bourg", "Voulon"))
    ]
    stops += [replace(stops[0], address=Address(("Le Lavoir",), "86400", "Brux"))]
    memory = Memory()
    for expected in (Verdict.ADD, Verdict.SAME):
        plan = memory.plan(
            iter([record(one, row) for row, one in enumerate(stops, 1)]), "spreadsheet"
        )
        assert plan.counts[expected] == len(stops)
        memory.apply(plan)
    assert len(memory.listings) == len(stops)


def test_renamed_listing_is_found_by_siret_when_its_name_is_close() -> None:
    siret = ExternalIds(siret="01234567890123")
    memory = Memory()
    ours = memory.put(replace(CLUB, name="Boulangerie Exemple", external_ids=siret))
    close = replace(CLUB, name="Boulangerie Exemples", external_ids=siret)
    (row,) = planned(memory, record(close), code="spreadsheet")
    assert row.listing_id == ours.id
    far = replace(CLUB, name="Bibliothèque", external_ids=siret)
    (row,) = planned(memory, record(far), code="spreadsheet")
    assert row.verdict is Verdict.ADD


def test_two_candidates_and_nothing_to_choose_by_is_refused() -> None:
    memory = Memory()
    for line in ("1 rue A", "2 rue B"):
        memory.put(replace(CLUB, external_ids=ExternalIds(), address=Address((line,), "86400")))
    theirs = replace(CLUB, external_ids=ExternalIds(), address=Address(("3 rue C",), "86400"))
    (row,) = planned(memory, record(theirs), code="spreadsheet")
    assert (row.verdict, row.reason) == (Verdict.REFUSE, "ambiguous")


def test_a_refused_value_costs_only_itself() -> None:
    theirs = replace(
        CLUB,
        phones=(Phone("12"), Phone("pas un numéro"), Phone("05 49 00 00 01")),
        emails=(Email("pas une adresse"),),
        website="pas une url !",
        address=replace(CLUB.address, postal_code="864000"),
        external_ids=ExternalIds(rna="W861000001", siret="123"),
        contact_persons=(ContactPerson("Jeanne Exemple", phone="non"),),
    )
    (row,) = planned(Memory(), record(theirs))
    assert row.verdict is Verdict.ADD
    assert set(row.kept_as_text) == {
        "address",
        "contact_persons",
        "emails",
        "external_ids",
        "phones",
        "website",
    }
    assert row.after is not None
    assert row.after.phones == (Phone("12"), Phone("+33549000001"))
    assert row.after.contact_persons == (ContactPerson("Jeanne Exemple"),)
    assert row.after.address.lines == ("1 rue du Puits",)


def test_texts_beyond_their_limit_are_cut_not_lost() -> None:
    (row,) = planned(Memory(), record(replace(CLUB, name="n" * 5000, summary="s " * 5000)))
    assert row.after is not None
    assert len(row.after.name) == 300
    assert len(row.after.summary) <= 280


def test_republished_by_hand_stays_published_unless_asked() -> None:
    memory = Memory()
    known(memory, corrected={"published"})
    (row,) = planned(memory, record(dissolved=True))
    assert row.verdict is Verdict.DISSOLVED
    assert row.changes == ()
    assert row.after is not None
    assert row.after.published
    assert not taken(row.after, row.conflicts, ["published"]).published


def test_refused_rows_are_counted_beyond_those_shown() -> None:
    many = (record(CLUB, row, refuse="row-unreadable") for row in range(REFUSALS_SHOWN + 50))
    plan = Memory().plan(many, "rna")
    assert plan.counts[Verdict.REFUSE] == REFUSALS_SHOWN + 50
    assert len(plan.rows) == REFUSALS_SHOWN
    assert plan.reasons == {"row-unreadable": REFUSALS_SHOWN + 50}
