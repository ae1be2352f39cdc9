"""Labels on paper: each text inside its own label, to a tenth of a millimetre."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import validate

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.label_sheets import CUSTOM, SHEETS, LabelSheet
from ctg_desktop.domain.labels import Label, LabelOptions
from ctg_desktop.pdf.labels import labels_document, trial_document
from ctg_desktop.pdf.render import render
from tests.pdf.places import Place, letters, shapes
from tests.pdf.reading import Tagged, plain

PROFILE = Profile(Role.COMMUNE, "86078", "Civray")
EDITION = date(2026, 11, 23)
SAFETY = 3.0
NARROW = LabelSheet(CUSTOM, 8, 20, 25.0, 12.0, 4.0, 20.0, 25.4, 12.7)
TEXTS = (
    Label("Mairie", ("1, place du Général-de-Gaulle", "86400 CIVRAY")),
    Label("Association <des> amis & œuvres de l'Étang", ("Lieu-dit « L’Œuvre »", "86400 CIVRAY")),
    Label("x" * 80, ("y" * 80, "86400 " + "Z" * 60)),
    Label("Sept lignes", tuple(f"Ligne {one} de l’adresse" for one in range(6))),
    Label("Comité des fêtes et de l’animation culturelle " * 4, ("rue " * 40, "86400 CIVRAY")),
    Label("Nom seul"),
    Label("W" * 20, ("À l’attention de W. Wwwwwwwww, présidente",) * 9),
)


def printed(
    labels: Sequence[Label], sheet: LabelSheet, start: int = 1, shift: tuple[int, int] = (0, 0)
) -> bytes:
    options = LabelOptions(sheet, start=start, shift_x=shift[0], shift_y=shift[1])
    return render(labels_document(labels, options, PROFILE, EDITION)).content


def cell_of(sheet: LabelSheet, place: int) -> Place:
    """Where a label is, counted from 0 over all sheets."""
    page, place = divmod(place, sheet.count)
    cell = sheet.cell(place + 1)
    return Place(page, cell.x, cell.y, cell.x + sheet.width, cell.y + sheet.height)


@pytest.mark.parametrize("sheet", [*SHEETS, NARROW], ids=lambda one: one.code)
def test_every_letter_is_inside_its_label(sheet: LabelSheet) -> None:
    labels = (TEXTS * (sheet.count // len(TEXTS) + 2))[: sheet.count + 5]
    content = printed(labels, sheet)
    cells = [cell_of(sheet, place) for place in range(len(labels))]
    filled: dict[int, str] = {}
    for letter in letters(content):
        around = [n for n, cell in enumerate(cells) if letter.is_inside(cell, SAFETY - 0.1)]
        assert len(around) == 1, letter
        filled[around[0]] = filled.get(around[0], "") + letter.text
    assert sorted(filled) == list(range(len(labels)))
    for place, said in filled.items():
        assert said[0] == labels[place].name[0]
        assert said.startswith("".join(labels[place].name.split())[:8].replace("'", "’"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.code)
@pytest.mark.parametrize("shift", [(0, 0), (13, -4)])
def test_frames_stand_where_the_labels_are(sheet: LabelSheet, shift: tuple[int, int]) -> None:
    options = LabelOptions(sheet, shift_x=shift[0], shift_y=shift[1])
    content = render(trial_document(options, PROFILE, EDITION)).content
    frames = shapes(content, (0.439, 0.439, 0.439))
    assert len(frames) == sheet.count
    for place, frame in enumerate(frames):
        cell = cell_of(sheet, place)
        across, down = shift[0] / 10, shift[1] / 10
        assert frame.left == pytest.approx(cell.left + across, abs=0.05)
        assert frame.right == pytest.approx(cell.right + across, abs=0.05)
        assert frame.top == pytest.approx(cell.top + down, abs=0.05)
        assert frame.bottom == pytest.approx(cell.bottom + down, abs=0.05)


def test_the_printer_is_adjusted_by_tenths_of_a_millimetre() -> None:
    before = letters(printed(TEXTS[:1], SHEETS[2]))[0]
    after = letters(printed(TEXTS[:1], SHEETS[2], shift=(7, -12)))[0]
    assert after.left - before.left == pytest.approx(0.7, abs=0.02)
    assert after.top - before.top == pytest.approx(-1.2, abs=0.02)


@pytest.mark.parametrize(("start", "pages"), [(1, 1), (8, 1), (20, 1), (21, 2)])
def test_a_half_used_sheet_is_used_on(start: int, pages: int) -> None:
    sheet = SHEETS[2]
    content = printed(TEXTS[:1] * 2, sheet, start)
    assert len(pikepdf.open(io.BytesIO(content)).pages) == pages
    places = {
        place
        for place in range(2 * sheet.count)
        for letter in letters(content)
        if letter.is_inside(cell_of(sheet, place), SAFETY - 0.1)
    }
    assert places == {start - 1, start}


def test_text_is_in_the_middle_of_the_height() -> None:
    sheet = SHEETS[6]
    drawn = letters(printed(TEXTS[:1], sheet))
    cell = cell_of(sheet, 0)
    above = min(one.top for one in drawn) - cell.top
    below = cell.bottom - max(one.bottom for one in drawn)
    assert above == pytest.approx(below, abs=1.5)
    assert min(one.left for one in drawn) == pytest.approx(cell.left + SAFETY, abs=0.5)


def test_most_labels_have_one_size_and_a_long_one_a_smaller_one() -> None:
    usual = [Label(f"Club {one}", ("2, rue du Pont", "86400 CIVRAY")) for one in range(20)]
    long = Label("Club", ("À la maison des associations et de la vie locale", "86400 CIVRAY"))
    content = printed([*usual, long], SHEETS[0])
    tall = [one.bottom - one.top for one in letters(content) if one.text == "C"]
    assert len({round(one, 2) for one in tall[:40]}) == 1
    assert tall[40] < tall[0]


def test_a_shortened_text_says_so_and_keeps_the_town() -> None:
    sheet = SHEETS[-1]
    label = Label("Comité " * 30, (*("rue de la très longue avenue " * 3,) * 6, "86400 CIVRAY"))
    said = plain(Tagged(printed([label], sheet)).tree.all("LI")[0].text)
    assert "…" in said
    assert said.endswith("86400 CIVRAY")


def test_labels_are_one_list_in_reading_order() -> None:
    labels = [Label(f"Nom {one}", (f"{one}, rue du Pont",)) for one in range(60)]
    tagged = Tagged(printed(labels, SHEETS[0], start=20))
    (listed,) = tagged.tree.all("L")
    assert [plain(one.text) for one in listed.all("LI")] == [
        f"Nom {one} {one}, rue du Pont" for one in range(60)
    ]
    assert not tagged.tree.all("Lbl")


def test_pdfua_finds_no_fault(tmp_path: Path) -> None:
    options = LabelOptions(SHEETS[1], start=7)
    for name, document in (
        ("labels", labels_document(TEXTS * 5, options, PROFILE, EDITION)),
        ("trial", trial_document(options, PROFILE, EDITION)),
    ):
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(render(document).content)
        outcomes = validate(str(file)).outcomes
        assert [(one.rule_id, list(one.findings)) for one in outcomes if one.findings] == []


def test_a_trial_page_ignores_the_label_to_begin_with() -> None:
    options = LabelOptions(SHEETS[3])
    late = replace(options, start=9)
    pages = [render(trial_document(one, PROFILE, EDITION)).content for one in (options, late)]
    assert pages[0] == pages[1]


def test_a_name_alone_is_shortened_once() -> None:
    said = Tagged(printed([Label("Comité " * 60)], NARROW)).tree.all("LI")
    assert plain(said[0].text).endswith("…")
    assert plain(said[0].text).count("…") == 1
