"""The register of associations: both layouts and their traps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.import_plan import ForeignRecord, Verdict
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.imports.context import ReadingContext

from .foreign import ACTIVE, CONTEXT, OLD_ACTIVE, WALDEC, Memory, delimited, read, rna


def one(path: Path, context: ReadingContext = CONTEXT) -> ForeignRecord:
    (record,) = read(path, context)
    return record


def test_waldec_row(tmp_path: Path) -> None:
    record = one(rna(tmp_path / "rna.csv", ACTIVE))
    assert record.listing.name == "Amicale des Aînés du Bourg (ADAB)"
    assert record.listing.kind is ListingKind.ASSOCIATION
    assert record.listing.category == "associations"
    assert record.listing.summary == "Organiser des rencontres"
    assert record.listing.description == ""
    assert record.listing.external_ids.rna == "W861000001"
    assert "Licence Ouverte" in record.listing.source
    assert record.listing.address == Address(
        lines=("4 bis rue du Moulin",), postal_code="86400", city="Civray", insee_code="86078"
    )
    assert not record.dissolved
    assert record.skip == record.refuse == ""


def test_older_row_in_cp1252_with_line_breaks(tmp_path: Path) -> None:
    row = OLD_ACTIVE | {"objet": "Jouer ensemble,\nl'été", "email": "belote@club.example"}
    record = one(rna(tmp_path / "import.csv", row, encoding="cp1252", older=True))
    assert record.listing.address.lines == ("Salle des fêtes", "14 boulevard des Tilleuls")
    assert record.listing.summary == "Jouer ensemble, l'été"
    assert record.former_ids == (("rna", "0863000001"),)


def test_private_addresses_are_never_read(tmp_path: Path) -> None:
    shown = repr(one(rna(tmp_path / "rna.csv", ACTIVE)))
    assert "SECRET" not in shown.upper()
    assert "INVENTEE" not in shown.upper()
    assert "'PF'" not in shown


def test_a_phone_not_said_public_is_never_printed(tmp_path: Path) -> None:
    row = OLD_ACTIVE | {"telephone": "05 49 00 00 03", "email": "tresor@club.example"}
    memory = Memory()
    memory.take_in(rna(tmp_path / "import.csv", row, older=True))
    assert memory.only.phones == (Phone("+33549000003", private=True),)
    shown = printable(memory.only)
    assert shown is not None
    assert not shown.phones
    assert not shown.emails


def test_columns_are_found_by_name_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "rna.csv"
    path.write_text(delimited([*reversed(WALDEC), "nouvelle"], [ACTIVE]), "utf-8")
    assert one(path).listing.name == "Amicale des Aînés du Bourg (ADAB)"


@pytest.mark.parametrize(
    ("changes", "dissolved", "skip"),
    [
        ({"position": "A"}, False, ""),
        ({"position": "D"}, True, ""),
        ({"date_disso": "2020-05-01"}, True, ""),
        ({"date_disso": "2999-05-01"}, False, ""),
        ({"position": "R"}, False, "not-active"),
        ({"position": "S"}, False, "not-active"),
        ({"adrs_codeinsee": "86194"}, False, "other-commune"),
    ],
)
def test_positions(tmp_path: Path, changes: dict[str, str], dissolved: bool, skip: str) -> None:
    record = one(rna(tmp_path / "rna.csv", ACTIVE | changes))
    assert (record.dissolved, record.skip) == (dissolved, skip)


def test_delegated_communes(tmp_path: Path) -> None:
    context = ReadingContext("86082", date(2026, 11, 23), delegated={"86067": "Châtillon"})
    rows = (
        ACTIVE | {"adrs_codeinsee": "86082", "adrs_libcommune": "CHATILLON"},
        ACTIVE | {"adrs_codeinsee": "86067", "adrs_libcommune": "Valence-en-Poitou"},
        ACTIVE | {"adrs_codeinsee": "86082", "adrs_libcommune": "Valence-en-Poitou"},
    )
    records = read(rna(tmp_path / "rna.csv", *rows), context)
    assert [one.listing.address.delegated_commune for one in records] == [
        "Châtillon",
        "Châtillon",
        "",
    ]
    assert {one.listing.address.insee_code for one in records} == {"86082"}


def test_long_purpose_gives_a_first_sentence(tmp_path: Path) -> None:
    long = "Promouvoir la lecture. " + "Organiser des veillées, " * 30 + "et des fêtes."
    listing = one(rna(tmp_path / "rna.csv", ACTIVE | {"objet": long})).listing
    assert listing.summary == "Promouvoir la lecture."
    assert listing.description == long
    endless = one(rna(tmp_path / "rna.csv", ACTIVE | {"objet": "mot " * 200})).listing
    assert len(endless.summary) <= 280
    assert endless.summary.endswith("mot…")


@pytest.mark.parametrize("title", ["", "_", " . "])
def test_nameless_rows_are_refused(tmp_path: Path, title: str) -> None:
    assert one(rna(tmp_path / "rna.csv", ACTIVE | {"titre": title})).refuse == "name-missing"


def test_short_rows_are_refused_and_the_others_read(tmp_path: Path) -> None:
    path = rna(tmp_path / "rna.csv", ACTIVE)
    path.write_text(path.read_text("utf-8") + "W861000002;;;\r\n", "utf-8")
    assert [record.refuse for record in read(path)] == ["", "row-too-short"]


def test_mended_bytes_are_told(tmp_path: Path) -> None:
    path = rna(tmp_path / "rna.csv", ACTIVE | {"objet": "Jouer à la pétanque, été comme hiver"})
    odd = delimited(WALDEC, [ACTIVE | {"id": "W861000009", "titre": "Café"}]).split("\r\n", 1)[1]
    path.write_bytes(path.read_bytes() + odd.encode("cp1252"))
    first, second = read(path)
    assert first.kept_as_text == ()
    assert second.kept_as_text == ("encoding",)
    assert second.listing.name == "Café"


def test_bad_website_costs_only_itself(tmp_path: Path) -> None:
    memory = Memory()
    planned = memory.take_in(rna(tmp_path / "rna.csv", ACTIVE | {"siteweb": "club . fr <b>"}))
    assert planned.rows[0].kept_as_text == ("website",)
    assert memory.only.website == ""


def test_dissolution_of_a_listed_association_is_told_apart(tmp_path: Path) -> None:
    memory = Memory()
    memory.take_in(rna(tmp_path / "rna.csv", ACTIVE))
    planned = memory.take_in(rna(tmp_path / "later.csv", ACTIVE | {"position": "D"}))
    (row,) = planned.rows
    assert (row.verdict, row.reason) == (Verdict.DISSOLVED, "dissolved")
    assert row.after == replace(memory.only, published=False)
    assert not memory.only.published
    again = memory.take_in(tmp_path / "later.csv")
    assert again.rows == ()
    assert again.counts[Verdict.SAME] == 1


def test_unknown_dissolved_associations_are_only_counted(tmp_path: Path) -> None:
    planned = Memory().take_in(rna(tmp_path / "rna.csv", ACTIVE | {"position": "D"}))
    assert planned.rows == ()
    assert planned.reasons == {"dissolved": 1}


def test_a_dissolved_namesake_does_not_close_the_living_one(tmp_path: Path) -> None:
    typed = Listing(kind=ListingKind.ASSOCIATION, category="associations", name="Club de belote")
    dead = ACTIVE | {"id": "W861000007", "titre": "CLUB DE BELOTE", "position": "D"}
    alive = ACTIVE | {"id": "W861000008", "titre": "CLUB DE BELOTE"}
    for rows in ((dead, alive), (alive, dead)):
        memory = Memory()
        memory.put(typed)
        memory.take_in(rna(tmp_path / "rna.csv", *rows))
        assert memory.only.published
        assert memory.only.external_ids.rna == "W861000008"


def test_waldec_finds_what_the_older_file_brought(tmp_path: Path) -> None:
    memory = Memory()
    memory.take_in(rna(tmp_path / "import.csv", OLD_ACTIVE, older=True))
    newer = ACTIVE | {"id": "W861000003", "id_ex": "0863000001", "titre": "CLUB DE BELOTE"}
    memory.take_in(rna(tmp_path / "rna.csv", newer))
    assert memory.only.external_ids.rna == "W861000003"
