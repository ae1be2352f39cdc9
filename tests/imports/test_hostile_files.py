"""Files made to harm, and files cut or bent at every place: refused in words, never a crash."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.progress import silent
from ctg_desktop.errors import UserError
from ctg_desktop.imports import spreadsheet
from ctg_desktop.imports.recognise import recognise
from ctg_desktop.imports.spreadsheet import archive

from .foreign import ACTIVE, CONTEXT, WALDEC, Memory, delimited, ods, rna, xlsx

REFUSALS = {
    "file-damaged",
    "file-empty",
    "file-format-unknown",
    "file-protected",
    "file-too-large",
    "file-unsafe",
    "mapping-needed",
}
CELL = '<table:table-cell office:value-type="string"{0}><text:p>Nom</text:p></table:table-cell>'


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        list(recognise(path, context=CONTEXT).records(silent))
    return caught.value.code


def repacked(path: Path, member: str, content: bytes) -> Path:
    with zipfile.ZipFile(path) as before:
        members = {name: before.read(name) for name in before.namelist()}
    members[member] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in members.items():
            after.writestr(name, data)
    return path


def test_zip_bomb(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "bombe.xlsx", [["Nom"], ["Foyer"]])
    repacked(path, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 400_000_000)
    assert path.stat().st_size < 1_000_000
    assert refusal(path) == "file-too-large"


def test_zip_whose_sizes_lie(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "menteur.xlsx", [["Nom"], ["Foyer"]])
    repacked(path, "xl/media/grand.bin", b"\0" * 50_000_000)
    data = bytearray(path.read_bytes())
    size = (50_000_000).to_bytes(4, "little")
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    assert refusal(path) == "file-damaged"


def test_a_hundred_thousand_members(tmp_path: Path) -> None:
    path = tmp_path / "nombreux.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(archive.MEMBERS + 1):
            made.writestr(f"m{number}", "")
    assert refusal(path) == "file-too-large"


def test_two_cells_in_opposite_corners(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "Nom", "x"
    path = tmp_path / "coins.xlsx"
    workbook.save(path)
    assert refusal(path) == "file-too-large"


@pytest.mark.parametrize(
    "body",
    [
        '<table:table-row table:number-rows-repeated="1000000">'
        + CELL.format(' table:number-columns-repeated="1000"')
        + "</table:table-row>",
        "<table:table-row>" + CELL.format("") * 20 + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/>'
        "</table:table-row>"
        "<table:table-row>" + CELL.format("") + "</table:table-row>",
    ],
)
def test_cells_repeated_a_million_times(tmp_path: Path, body: str) -> None:
    assert refusal(ods(tmp_path / "repete.ods", [], body)) == "file-too-large"


def test_empty_cells_repeated_to_the_edge_are_ordinary(tmp_path: Path) -> None:
    body = (
        "<table:table-row>" + CELL.format("") + "</table:table-row>"
        "<table:table-row>" + CELL.format("") + '<table:table-cell table:number-columns-repeated="1'
        '6383"/></table:table-row><table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    file = recognise(ods(tmp_path / "ordinaire.ods", [], body), context=CONTEXT)
    assert len(list(file.records(silent))) == 1


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_xml_entities(tmp_path: Path, member: str) -> None:
    path = xlsx(tmp_path / "entites.xlsx", [["Nom"], ["Foyer"]])
    hostile = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    )
    assert refusal(repacked(path, member, hostile)) == "file-unsafe"


def test_paths_inside_the_archive_are_never_written(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "chemins.xlsx", [["Nom"], ["Foyer"]])
    for name in ("../dehors.txt", "/absolu.txt", "C:\\windows.txt", "CON"):
        repacked(path, name, b"x")
    assert len(list(recognise(path, context=CONTEXT).records(silent))) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["chemins.xlsx"]


def test_other_archives_and_texts_are_unknown(tmp_path: Path) -> None:
    path = tmp_path / "autre.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("lisez-moi.txt", "x")
    assert refusal(path) == "file-format-unknown"
    for start in (
        b"BEGIN:VCALENDAR\r\n",
        b"BEGIN:VCARD\r\n",
        b"%PDF-1.7\n",
        b"<?xml version='1.0'?>",
    ):
        path.write_bytes(start + b"Nom;x\nFoyer;y\n")
        assert refusal(path) == "file-format-unknown"


def test_word_document_or_locked_workbook(tmp_path: Path) -> None:
    path = tmp_path / "ancien.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096)
    assert refusal(path) in REFUSALS


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_cut_at_many_lengths(tmp_path: Path, suffix: str) -> None:
    rows = [["Nom", "Téléphone"], *([f"Foyer {n}", "05 49 00 00 01"] for n in range(50))]
    make = xlsx if suffix == ".xlsx" else ods
    whole = make(tmp_path / f"entier{suffix}", rows).read_bytes()
    cut = tmp_path / f"coupe{suffix}"
    for length in range(0, len(whole) - 1, max(1, len(whole) // 60)):
        cut.write_bytes(whole[:length])
        assert refusal(cut) in REFUSALS


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_flipped_bits(tmp_path: Path, suffix: str) -> None:
    make = xlsx if suffix == ".xlsx" else ods
    whole = make(tmp_path / f"entier{suffix}", [["Nom"], ["Foyer"], ["Club"]]).read_bytes()
    bent = tmp_path / f"plie{suffix}"
    chance = random.Random(7)  # noqa: S311  # the same bits at every run
    for _ in range(60):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        bent.write_bytes(data)
        try:
            Memory().plan(recognise(bent, context=CONTEXT))
        except UserError as error:
            code = error.code
            assert code in REFUSALS  # either a refusal in words, or a plan


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>gras</b> & <img src='file:///etc/passwd'>",
        "nul\x00 et \x1b[31m",
        "marque \u202e inversée \u200f",
        "e\u0301te\u0301",
        "mot" * 70_000,
        "l'; DROP TABLE listing; -- %_",
    ],
)
def test_hostile_text_in_the_register(tmp_path: Path, hostile: str) -> None:
    memory = Memory()
    path = rna(tmp_path / "rna.csv", ACTIVE | {"titre": f"Club {hostile}"[:120_000]})
    for _ in range(2):
        planned = memory.take_in(path)
    assert planned.rows == () or planned.rows[0].reason == "row-unreadable"
    for listing in memory.listings.values():
        assert len(listing.name) <= 300
        assert not set(listing.name) & set("\x00\x1b\u202e\u200f")


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("octets") / "fichier"
    path.write_bytes(data)
    _read_or_refuse(path)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_any_text_under_known_headers(
    tmp_path_factory: pytest.TempPathFactory, text: str, codec: str
) -> None:
    path = tmp_path_factory.mktemp("texte") / "fichier.csv"
    head = "Nom;Téléphone;Courriel;Horaires;Adresse;lundi;Président;SIRET;Vérifié\r\n"
    path.write_bytes((head + text).encode(codec, "replace"))
    _read_or_refuse(path)


@given(st.lists(st.text(max_size=40), min_size=len(WALDEC), max_size=len(WALDEC)))
def test_any_cells_in_the_register(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    path = tmp_path_factory.mktemp("rna") / "rna.csv"
    row = dict(zip(WALDEC, cells, strict=True)) | {"adrs_codeinsee": "86078", "position": "A"}
    path.write_bytes(delimited(WALDEC, [row]).encode("utf-8", "replace"))
    _read_or_refuse(path)


def _read_or_refuse(path: Path) -> None:
    memory = Memory()
    try:
        memory.take_in(path)
    except UserError as error:
        code = error.code
        assert code in REFUSALS  # either a refusal in words, or a plan
        return
    again = memory.take_in(path)
    assert not [row for row in again.rows if row.after is not None and row.changes]


def test_headers_of_anything(tmp_path: Path) -> None:
    path = tmp_path / "rien.bin"
    path.write_bytes(b"\x00" * 100)
    assert spreadsheet.headers_of(path) == ()
