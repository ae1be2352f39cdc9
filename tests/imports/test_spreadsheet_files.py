"""Spreadsheets of every container: headers, mappings, rows, and a second reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.column_mapping import ColumnMapping, MappedColumn, Target, signature
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.import_plan import Verdict
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.domain.progress import silent
from ctg_desktop.errors import UserError
from ctg_desktop.imports import spreadsheet
from ctg_desktop.imports.recognise import recognise

from .foreign import CONTEXT, Memory, delimited, ods, read, xlsx

CLUBS = (
    ("Nom", "Type", "Adresse", "Téléphone", "Code postal", "", "Observations"),
    ("Les amis du\u00a0livre", "Lecture", "1 rue Haute", "05 49 00 00 01", 1000, "", ""),
    ("Pétanque club", "favoriser l?échange", "Le Bourg", 549000002.0, 86400.0, "", "Dès 8 ans"),
    ("", "", "", "", "", "", "une remarque"),
)


def write(path: Path, rows: tuple[tuple[object, ...], ...]) -> Path:
    if path.suffix == ".xlsx":
        return xlsx(path, rows)
    if path.suffix == ".ods":
        return ods(path, rows)
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    path.write_text(delimited(texts[0], texts[1:]), "cp1252")
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv"])
def test_the_same_table_in_every_container(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"clubs{suffix}", CLUBS)
    memory = Memory()
    planned = memory.take_in(path)
    assert [row.verdict for row in planned.rows] == [Verdict.ADD, Verdict.ADD, Verdict.REFUSE]
    assert planned.reasons == {"name-missing": 1}
    books, balls = (row.after for row in planned.rows[:2])
    assert books is not None
    assert balls is not None
    assert books.name == "Les amis du livre"
    assert books.address == Address(("1 rue Haute",), "01000")
    assert books.phones == (Phone("+33549000001"),)
    assert balls.phones == (Phone("+33549000002"),)
    assert balls.address.postal_code == "86400"
    assert balls.summary == "favoriser l’échange"
    assert balls.description == "Dès 8 ans"
    again = memory.take_in(path)
    assert again.counts[Verdict.SAME] == 2
    assert again.counts[Verdict.REFUSE] == 1


def test_pasted_cells() -> None:
    text = "Nom\tTéléphone\nFoyer rural\t05 49 00 00 01\nClub\t=1+1\n"
    records = list(spreadsheet.paste(text, CONTEXT).records(silent))
    assert [one.listing.name for one in records] == ["Foyer rural", "Club"]
    preview = spreadsheet.preview_pasted(text, CONTEXT)
    assert preview.headers == ("Nom", "Téléphone")
    assert preview.samples == (("Foyer rural", "05 49 00 00 01"), ("Club", "=1+1"))


def test_pasted_cells_without_headers_are_proposed_and_need_a_look() -> None:
    text = (
        "Foyer rural\t05 49 00 00 01\tfoyer@brux.example\nClub\t05 49 00 00 02\tclub@brux.example\n"
    )
    with pytest.raises(UserError) as caught:
        spreadsheet.paste(text, CONTEXT)
    assert caught.value.code == "mapping-needed"
    preview = spreadsheet.preview_pasted(text, CONTEXT)
    assert [one.target for one in preview.mapping.columns] == [
        Target.NAME,
        Target.PHONES,
        Target.EMAILS,
    ]
    accepted = replace(CONTEXT, mapping=preview.mapping)
    records = list(spreadsheet.paste(text, accepted).records(silent))
    assert [one.listing.name for one in records] == ["Foyer rural", "Club"]


def test_title_rows_above_the_headers(tmp_path: Path) -> None:
    rows = (("Liste des associations 2026",), (), ("Nom", "Courriel"), ("Foyer", "f@brux.example"))
    (record,) = read(xlsx(tmp_path / "liste.xlsx", rows))
    assert record.row == 1
    assert record.listing.emails == (Email("f@brux.example"),)


def test_hidden_sheets_are_not_offered_and_a_sheet_can_be_chosen(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, name in (("Cachée", "Secret"), ("Vide", ""), ("Clubs", "Foyer"), ("Autres", "Bar")):
        sheet = workbook.create_sheet(title)
        sheet.sheet_state = "hidden" if title == "Cachée" else "visible"
        for row in [["Nom"], [name]] if name else []:
            sheet.append(row)
    path = tmp_path / "classeur.xlsx"
    workbook.save(path)
    preview = spreadsheet.preview(path, CONTEXT)
    assert preview.sheets == ("Vide", "Clubs", "Autres")
    assert (preview.sheet, preview.samples) == ("Clubs", (("Foyer",),))
    assert spreadsheet.preview(path, CONTEXT, "Autres").samples == (("Bar",),)
    with pytest.raises(UserError) as caught:
        spreadsheet.preview(path, CONTEXT, "Cachée")
    assert caught.value.code == "sheet-unknown"
    remembered = replace(CONTEXT, mapping=replace(preview.mapping, sheet="Autres"))
    assert [one.listing.name for one in read(path, remembered)] == ["Bar"]
    gone = replace(CONTEXT, mapping=replace(preview.mapping, sheet="Effacée"))
    assert [one.listing.name for one in read(path, gone)] == ["Foyer"]


def test_help_rows_of_models_are_left_out(tmp_path: Path) -> None:
    rows = (
        ("__ignore__", "nom", "siret", "courriel"),
        (True, "Chaîne de caractères", "", "Coordonnées"),
        ("", "Le Biclou inventé", 21860078000011.0, "pas une adresse"),
    )
    memory = Memory()
    planned = memory.take_in(xlsx(tmp_path / "modele.xlsx", rows))
    assert planned.reasons == {"help-row": 1}
    assert memory.only.external_ids.siret == "21860078000011"
    assert planned.rows[0].kept_as_text == ("emails",)


def test_one_column_a_day_and_a_remark(tmp_path: Path) -> None:
    headers = ["lib_fs", "h_lundi", "h_mardi", "h_mercredi", "commentaire", "insee_com"]
    slots = "09:00 - 12:00 / 13:30 - 17:00"
    row = [
        "France services",
        slots,
        slots,
        "sur rendez-vous",
        "Un lundi sur deux : Brux 9h",
        "1053",
    ]
    path = tmp_path / "fs.csv"
    path.write_text(delimited(headers, [row], ","), "utf-8")
    file = recognise(path, context=CONTEXT)
    assert isinstance(file, spreadsheet.SpreadsheetFile)
    assert file.mapping.kind is ListingKind.PUBLIC_SERVICE
    (record,) = file.records(silent)
    assert record.listing.opening_hours.startswith("Mo-Tu 09:00-12:00,13:30-17:00")
    said = record.listing.opening_hours + record.listing.conditions
    assert "mercredi : sur rendez-vous" in said
    assert "Un lundi sur deux : Brux 9h" in said
    assert record.kept_as_text == ("opening_hours",)
    assert record.listing.address.insee_code == "01053"


def test_hours_in_openstreetmap_syntax_and_lists(tmp_path: Path) -> None:
    row = {
        "nom": "Tiers-lieu",
        "telephone": "+33549000001",
        "courriels": "a@lieu.example|b@lieu.example",
        "horaires": "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00; PH off",
        "frais_a_charge": "Gratuit sous condition|Payant",
        "SIRET": "218 600 780 00011",
    }
    path = tmp_path / "mednum.csv"
    path.write_text(delimited(list(row), [row]), "utf-8-sig")
    (record,) = read(path)
    assert record.listing.opening_hours == row["horaires"]
    assert [one.address for one in record.listing.emails] == ["a@lieu.example", "b@lieu.example"]
    assert record.listing.price == "Gratuit sous condition, Payant"
    assert record.listing.external_ids.siret == "21860078000011"
    assert record.kept_as_text == ()


def test_persons_in_charge_and_private_phones(tmp_path: Path) -> None:
    headers = ["Association", "Président", "Portable du président", "Téléphone personnel"]
    rows = [
        ["Foyer", "Jeanne Exemple", "06 39 98 00 01", ""],
        ["Club", "", "06 39 98 00 02", "06 39 98 00 03"],
    ]
    path = tmp_path / "assos.csv"
    path.write_text(delimited(headers, rows), "utf-8")
    foyer, club = (one.listing for one in read(path))
    assert foyer.contact_persons == (ContactPerson("Jeanne Exemple", "", "06 39 98 00 01"),)
    assert foyer.phones == ()
    assert club.contact_persons == ()
    assert {one.private for one in club.phones} == {True}
    assert len(club.phones) == 2


def test_a_mapping_corrected_by_hand_is_followed_whatever_the_order(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(delimited(["Quoi", "Qui", "Où"], [["Judo", "Dojo", "86400 Brux"]]), "utf-8")
    with pytest.raises(UserError) as caught:
        recognise(path, context=CONTEXT)
    assert caught.value.code == "mapping-needed"
    mapping = ColumnMapping(
        (
            MappedColumn("Qui", 0, Target.NAME),
            MappedColumn("Quoi", 0, Target.SUMMARY),
            MappedColumn("Où", 0, Target.ADDRESS),
        ),
        kind=ListingKind.BUSINESS,
        category="living-together",
    )
    again = json_shape.read(json_shape.write(mapping), ColumnMapping())
    assert again == mapping
    (record,) = read(path, replace(CONTEXT, mapping=again))
    assert record.listing.name == "Dojo"
    assert record.listing.summary == "Judo"
    assert record.listing.address == Address((), "86400", "Brux")
    assert record.listing.kind is ListingKind.BUSINESS
    assert record.listing.category == "living-together"
    assert record.fields == {"name", "summary", "address"}


def test_signature_does_not_depend_on_order_case_or_accents() -> None:
    assert signature(["Nom", "Téléphone", ""]) == signature(["", "TELEPHONE", "nom"])
    assert signature(["Nom", ""]) != signature(["Nom"])


def test_columns_of_one_header_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(delimited(["Nom", "Lien", "Lien"], [["Foyer", "un", "deux"]]), "utf-8")
    mapping = ColumnMapping(
        (
            MappedColumn("Nom", 0, Target.NAME),
            MappedColumn("Lien", 1, Target.PRICE),
        )
    )
    (record,) = read(path, replace(CONTEXT, mapping=mapping))
    assert record.listing.price == "deux"


def test_only_the_commune_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    rows = [["Ici", "86078"], ["Ailleurs", "86194"], ["On ne sait", ""]]
    path.write_text(delimited(["Nom", "Code INSEE"], rows), "utf-8")
    preview = spreadsheet.preview(path, CONTEXT)
    wanted = replace(CONTEXT, mapping=replace(preview.mapping, only_commune=True))
    assert [one.skip for one in read(path, wanted)] == ["", "other-commune", ""]
    assert [one.skip for one in read(path)] == ["", "", ""]


def test_categories_by_label_and_unknown_ones_told(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    rows = [["Poste", "SOLIDARITE et droits"], ["Bar", "inconnue"], ["Club", ""]]
    path.write_text(delimited(["Nom", "Rubrique"], rows), "utf-8")
    records = read(path)
    assert [one.listing.category for one in records] == [
        "solidarity-rights",
        "associations",
        "associations",
    ]
    assert ["category" in one.fields for one in records] == [True, False, False]
    assert records[1].kept_as_text == ("category",)


def test_formula_texts_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Nom", "Description"])
    sheet.append(["@Café", "texte"])
    for cell, text in zip(sheet[2], ["@Café", "=cmd|' /C calc'!A0"], strict=True):
        cell.value = text
        cell.data_type = "s"
    workbook.save(path)
    (record,) = read(path)
    assert record.listing.name == "@Café"
    assert record.listing.summary == "=cmd|' /C calc'!A0"


def test_establishments_and_communes_of_insee_are_not_taken_for_a_directory(tmp_path: Path) -> None:
    path = tmp_path / "insee.csv"
    for headers in ("siren,nic,siret,statutDiffusionEtablissement,nom", "TYPECOM,COM,REG,LIBELLE"):
        path.write_text(headers + "\n" + ",".join(["1"] * (headers.count(",") + 1)) + "\n", "utf-8")
        with pytest.raises(UserError) as caught:
            recognise(path, context=CONTEXT)
        assert caught.value.code == "file-format-unknown"


def test_a_forced_format_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "clubs.xlsx", CLUBS)
    for wanted in ("rna", "inconnu"):
        with pytest.raises(UserError) as caught:
            recognise(path, format=wanted, context=CONTEXT)
        assert caught.value.code == "file-format-unknown"
    assert recognise(path, format="spreadsheet", context=CONTEXT).format == "spreadsheet"


def test_extension_does_not_matter(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "clubs.csv", CLUBS)
    assert len(read(path)) == 3
