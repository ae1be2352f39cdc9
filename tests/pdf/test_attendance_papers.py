"""Attendance sheets on paper: every page whole in itself, with room to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pdfua.validator import validate

from ctg_desktop.domain.attendance import (
    AttendanceColumn,
    AttendanceOptions,
    AttendanceSheet,
    Meeting,
    Orientation,
)
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.pdf.attendance import attendance_document
from ctg_desktop.pdf.attendance.blocks import HEADERS
from ctg_desktop.pdf.attendance.theme import ROW_HEIGHT
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import MILLIMETRE
from tests.pdf.reading import Node, Tagged, plain

EDITION = date(2026, 11, 23)
PROFILE = Profile(Role.COMMUNE, "86078", "Civray")
LEAST_ROW = 9.0
"""Millimetres: below this, nobody can write."""
MEETING = Meeting("Café des <aidants> & de l’œuvre", date(2026, 12, 3), "14 h", "Salle des fêtes")
SHEET = AttendanceSheet(MEETING, AttendanceOptions(), PROFILE)


def known(count: int, name: str = "Club") -> tuple[Mapping[AttendanceColumn, str], ...]:
    return tuple({AttendanceColumn.STRUCTURE: f"{name} {one}"} for one in range(count))


def printed(sheet: AttendanceSheet) -> Tagged:
    return Tagged(render(attendance_document(sheet, EDITION)).content)


def rows_of(table: Node) -> list[Node]:
    return [one for one in table.all("TR") if one.all("TD")]


def counts(tagged: Tagged) -> list[int]:
    """How many rows each page has."""
    return [len(rows_of(table)) for table in tagged.tree.all("Table")]


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize("pages", [1, 3])
def test_as_many_pages_as_asked_each_filled(orientation: Orientation, pages: int) -> None:
    options = AttendanceOptions(orientation=orientation, pages=pages)
    tagged = printed(replace(SHEET, options=options))
    assert len(tagged.pdf.pages) == pages
    assert len(counts(tagged)) == pages
    assert min(counts(tagged)) >= (15 if orientation is Orientation.PORTRAIT else 8)


@pytest.mark.parametrize("rows", [1, 2, 16, 17, 18, 19, 20, 21, 39, 40, 41, 200])
def test_as_many_rows_as_asked(rows: int) -> None:
    tagged = printed(replace(SHEET, options=AttendanceOptions(rows=rows)))
    assert sum(counts(tagged)) == rows
    assert len(counts(tagged)) == len(tagged.pdf.pages)
    assert min(counts(tagged)) >= 1


def test_every_page_says_what_it_is_and_who_keeps_it() -> None:
    tagged = printed(replace(SHEET, known=known(70)))
    pages = len(tagged.pdf.pages)
    assert pages > 2
    for number in range(1, pages + 1):
        said = plain(tagged.page_text(number))
        assert "Café des <aidants> & de l’œuvre" in said
        assert "jeudi 3 décembre 2026, 14 h" in said
        assert "gardée par la mairie de Civray" in said
        assert f"Page {number}/{pages}" in plain(tagged.artifacts[number - 1])
    assert [
        plain(tagged.page_text(number)).count("Nombre de présents") for number in (1, pages)
    ] == [
        0,
        1,
    ]


def test_known_rows_come_first_then_empty_ones() -> None:
    tagged = printed(replace(SHEET, known=known(3), options=AttendanceOptions(rows=2)))
    (table,) = tagged.tree.all("Table")
    assert [plain(one.text) for one in rows_of(table)] == ["Club 0", "Club 1", "Club 2", "", ""]


def test_columns_are_headers_of_the_table() -> None:
    tagged = printed(replace(SHEET, options=AttendanceOptions(tuple(AttendanceColumn), pages=2)))
    for table in tagged.tree.all("Table"):
        headers = table.all("TH")
        assert [plain(one.text) for one in headers] == [plain(one) for one in HEADERS.values()]
        assert {str(one.attributes["/Scope"]) for one in headers} == {"/Column"}
        assert all(len(row.all("TD")) == len(headers) for row in rows_of(table))


def test_a_row_is_high_enough_for_a_hand() -> None:
    assert ROW_HEIGHT / MILLIMETRE >= LEAST_ROW
    tagged = printed(SHEET)
    (rows,) = counts(tagged)
    assert rows * ROW_HEIGHT < 842


def test_long_names_make_higher_rows_and_nothing_leaves_its_page() -> None:
    long = known(30, "Association pour la sauvegarde du patrimoine et des œuvres de l’Étang " * 3)
    tagged = printed(replace(SHEET, known=long))
    assert len(counts(tagged)) == len(tagged.pdf.pages)
    assert all("gardée par" in tagged.page_text(one + 1) for one in range(len(tagged.pdf.pages)))
    assert sum(counts(tagged)) >= 30


def test_what_is_not_known_is_left_to_write() -> None:
    said = printed(replace(SHEET, meeting=Meeting("Réunion"))).text
    assert "Date" in said
    assert "Lieu" in said
    assert "Organisé par" not in said
    assert "Action du plan" not in said


def test_sentences_of_ones_own_stand_at_the_foot() -> None:
    options = AttendanceOptions(privacy="Gardée six mois.\nPuis détruite.")
    said = printed(replace(SHEET, options=options)).text
    assert "Gardée six mois." in said
    assert "Puis détruite." in said
    assert "un an" not in said


def test_totals_follow_the_columns() -> None:
    both = (AttendanceColumn.NAME, AttendanceColumn.AGE, AttendanceColumn.HOURS)
    said = plain(printed(replace(SHEET, options=AttendanceOptions(both))).text)
    for label in ("Nombre de présents :", "Enfants :", "Aînés :", "Heures de bénévolat :"):
        assert label in said


def test_pdfua_finds_no_fault(tmp_path: Path) -> None:
    everything = AttendanceOptions(tuple(AttendanceColumn), Orientation.LANDSCAPE, pages=2)
    for number, sheet in enumerate((SHEET, replace(SHEET, options=everything, known=known(30)))):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(render(attendance_document(sheet, EDITION)).content)
        outcomes = validate(str(file)).outcomes
        assert [(one.rule_id, list(one.findings)) for one in outcomes if one.findings] == []
