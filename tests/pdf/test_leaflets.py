"""Leaflets: every panel where it must be, read in order, and nothing left out in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdfua.validator import validate

from ctg_desktop.domain.category import CATEGORIES
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Address, Email, Phone
from ctg_desktop.domain.leaflet import (
    LeafletContent,
    LeafletDetail,
    LeafletForm,
    LeafletOptions,
    LeafletOrder,
    LeafletSubject,
    LeafletTexts,
    SubjectKind,
    grouped,
    shortened,
)
from ctg_desktop.domain.leaflet_models import MODELS
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf.leaflet import LaidOut, leaflet
from ctg_desktop.pdf.leaflet.parts import verified
from ctg_desktop.pdf.leaflet.theme import sheet
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import MILLIMETRE
from tests.pdf.invented import content as booklet_content
from tests.pdf.reading import Tagged, plain

EDITION = date(2026, 11, 1)
LONG = "Anticonstitutionnellement" * 4
HALL = Listing(
    id="hall",
    name="Mairie de Valmoulin",
    address=Address(("1, place de la Halle",), "86999", "Valmoulin"),
    phones=(Phone("+33536491158", "accueil"), Phone("+33639980518", "astreinte")),
    emails=(Email("mairie@valmoulin.example"),),
    website="https://www.valmoulin.example/",
    opening_hours="Mo-Fr 09:00-12:30",
)
HOSTILE = (
    Listing(id="a", name=f"<b>Les {LONG} & « l’É »", summary=LONG, category="health"),
    Listing(id="b", name="Z", category="health", opening_hours="sur rendez-vous, le matin"),
    Listing(
        id="c",
        name="Œuvre & fils",
        category="mobility",
        description="Une phrase sans fin " * 60,
        phones=(Phone("+33536490000", "secrétariat " * 9),) * 5,
        emails=(Email(f"{'x' * 64}@{'exemple' * 9}.example"),),
        website=f"https://{LONG.lower()}.example/",
        address=Address((LONG, "bâtiment B"), "86400", "Saint-Pierre-d’Exideuil-sur-Clain"),
        closed_until=date(2027, 1, 1),
    ),
)


def invented(count: int) -> tuple[Listing, ...]:
    """Entries of several chapters, with ids."""
    found = booklet_content(count).listings
    return tuple(replace(one, id=f"{number:04}") for number, one in enumerate(found))


def contents(
    listings: Sequence[Listing], form: LeafletForm = LeafletForm.FOLDED, **changes: object
) -> LeafletContent:
    texts = MODELS["mobility"].texts
    options = LeafletOptions(LeafletSubject(SubjectKind.THEME, "mobility"), texts, form)
    groups = grouped(listings, CATEGORIES, texts)
    made = LeafletContent(
        Profile(Role.COMMUNE, "86999", "Valmoulin"), options, "Mobilité", EDITION, groups, HALL
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def with_texts(made: LeafletContent, **changes: object) -> LeafletContent:
    texts: LeafletTexts = replace(made.options.texts, **changes)  # type: ignore[arg-type]
    options = replace(made.options, texts=texts)
    return replace(made, options=options, groups=grouped(made.listings, CATEGORIES, texts))


def printed(made: LeafletContent) -> tuple[LaidOut, bytes]:
    laid_out = leaflet(made)
    return laid_out, render(laid_out.document).content


def marks(content: bytes, page: int) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each letter of a page, in millimetres from its corner."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        height = pdf[page].get_height()
        words = pdf[page].get_textpage()
        for place in range(words.count_chars()):
            if words.get_text_range(place, 1).strip():
                left, bottom, right, top = words.get_charbox(place)
                box = (left, height - top, right, height - bottom)
                yield tuple(one / MILLIMETRE for one in box)  # type: ignore[misc]
        words.close()
    finally:
        pdf.close()


FRAMES = (
    ((10, 90), (107, 187), (207, 287)),
    ((10, 90), (110, 190), (207, 287)),
)
"""Where the texts of the panels stand across, in millimetres, outside and inside."""


@pytest.mark.parametrize("count", [1, 14, 60])
@pytest.mark.parametrize("hostile", [False, True])
def test_nothing_crosses_a_fold_or_comes_near_an_edge(count: int, *, hostile: bool) -> None:
    _, content = printed(contents((*HOSTILE, *invented(count)) if hostile else invented(count)))
    for page, frames in enumerate(FRAMES):
        found = list(marks(content, page))
        assert found
        for left, top, right, bottom in found:
            assert 9.5 <= top <= bottom <= 200.5
            assert any(start - 0.3 <= left <= right <= end + 0.3 for start, end in frames)


@pytest.mark.parametrize("form", LeafletForm)
@pytest.mark.parametrize("count", [1, 8, 20, 45, 130])
def test_a_leaflet_holds_on_its_paper(form: LeafletForm, count: int) -> None:
    made = contents(invented(count), form)
    laid_out, content = printed(made)
    pages = len(Tagged(content).pdf.pages)
    assert pages == 2 if form is LeafletForm.FOLDED else pages in {2, 4}
    said = plain(Tagged(content).text)
    kept = len(made.listings) - laid_out.left_out
    shown = sum(plain(one.name) in said for one in made.listings)
    assert shown >= kept
    assert sizes(content) >= 7.99


def sizes(content: bytes) -> float:
    """The size of the smallest letter, raised ones aside."""
    pdf = Tagged(content).pdf
    found = [
        float(operands[1])
        for page in pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "Tf"
    ]
    return min(one for one in found if one > 6.5)


@pytest.mark.parametrize("form", LeafletForm)
@pytest.mark.parametrize("count", [1, 14, 60])
def test_pdfua_finds_no_fault(form: LeafletForm, count: int, tmp_path: Path) -> None:
    file = tmp_path / "depliant.pdf"
    file.write_bytes(printed(contents((*HOSTILE, *invented(count)), form))[1])
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []
    assert [one.rule_id for one in report.outcomes if one.skipped_reason] == []


def test_the_sheet_is_turned_on_its_short_edge() -> None:
    pdf = Tagged(printed(contents(invented(8)))[1]).pdf
    for page in pdf.pages:
        width, height = (float(one) / MILLIMETRE for one in page.MediaBox[2:])
        assert (round(width), round(height)) == (297, 210)


def test_it_is_read_from_the_cover_over_the_inner_panels_and_the_flap_to_the_back() -> None:
    made = with_texts(contents(invented(14)), lines=("3635 Voyageurs", "exemple.example Site"))
    tagged = Tagged(printed(made)[1])
    first = made.listings[0].name
    last = made.listings[-1].name
    said = plain(tagged.text)
    title = plain(made.options.texts.title)
    wanted = [title, "Aller travailler", first, last, "Bon à savoir", "Mes trajets", "Votre mairie"]
    places = [said.index(one) for one in wanted]
    assert places == sorted(places)
    levels = [int(one.kind[1]) for one in tagged.tree.all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert {1, 2} == {page for one in tagged.tree.all("H3") for page in one.pages} | {1}


def test_panels_stand_where_the_folded_sheet_shows_them() -> None:
    made = with_texts(contents(invented(14)), lines=("3635 Voyageurs",))
    _, content = printed(made)
    pdf = pypdfium2.PdfDocument(content)
    outside = pdf[0].get_textpage()
    flap, back, cover = (
        plain(outside.get_text_bounded(left=start * MILLIMETRE, right=end * MILLIMETRE))
        for start, end in ((0, 97), (97, 197), (197, 297))
    )
    outside.close()
    pdf.close()
    assert "Bon à savoir" in flap
    assert "Votre mairie" in back
    assert "Urgences" in back
    assert "Se déplacer" in cover


@pytest.mark.parametrize("form", LeafletForm)
def test_what_does_not_fit_is_counted_where_it_is_missing(form: LeafletForm) -> None:
    laid_out, content = printed(contents(invented(300), form))
    assert laid_out.detail is LeafletDetail.SHORT
    assert laid_out.left_out > 40
    said = plain(Tagged(content).text)
    counts = [int(one.split()[-1]) for one in said.split(" autres adresses")[:-1]]
    singles = said.count("1 autre adresse")
    assert sum(counts) + singles == laid_out.left_out
    assert "voir le livret" in said


def test_more_is_said_where_there_is_room() -> None:
    details = [leaflet(contents(invented(count))).detail for count in (1, 14, 30, 130)]
    assert details[0] is LeafletDetail.RICH
    assert details[1] is LeafletDetail.FULL
    assert details == sorted(details, key=list(LeafletDetail).index)
    scales = [leaflet(contents(invented(count))).scale for count in (1, 8, 20)]
    assert scales == sorted(scales, reverse=True)


def test_every_chapter_keeps_an_entry_before_one_keeps_two() -> None:
    groups = contents(invented(60)).groups
    total = sum(len(group.listings) for group in groups)
    assert len(groups) > 3
    for kept in range(len(groups) + 3):
        short = shortened(groups, kept)
        held = [len(group.listings) for group, _ in short]
        assert sum(held) == kept
        assert max(held) - min(held) <= 1
        assert kept + sum(missing for _, missing in short) == total


def test_entries_by_name_need_no_chapter() -> None:
    made = with_texts(contents(invented(10)), order=LeafletOrder.NAMES)
    tagged = Tagged(printed(made)[1])
    headings = [plain(one.text) for one in tagged.tree.all("H2")]
    assert [one for one in headings if one in {plain(x.name) for x in made.listings}] == [
        plain(one.name) for one in made.groups[0].listings
    ]


def test_what_is_not_wished_is_not_printed() -> None:
    made = contents(invented(8))
    bare = replace(made.options, codes=False, notes=False, fold_marks=False)
    said = Tagged(printed(replace(made, options=bare))[1])
    assert not said.tree.all("Figure")
    assert "Mes trajets" not in said.text
    assert "Pour aller plus loin" in said.text
    full = Tagged(printed(made)[1])
    (code,) = full.tree.all("Figure")
    assert code.alt == "Code QR du site de Valmoulin"


def test_without_a_town_hall_the_commune_is_named() -> None:
    said = Tagged(printed(contents(invented(3), town_hall=None))[1]).text
    assert "Votre mairie" in said
    assert "Valmoulin" in said


def test_a_link_dials_and_a_site_opens() -> None:
    made = with_texts(
        contents(invented(3)), lines=("0 800 235 236 Écoute", "exemple.example Le site", "Sans")
    )
    tagged = Tagged(printed(made)[1])
    targets = {
        str(annotation.A.URI) for link in tagged.tree.all("Link") for annotation in link.annotations
    }
    assert {"tel:0800235236", "https://exemple.example", "tel:+33536491158"} <= targets


@pytest.mark.parametrize("scale", [0.5, 0.84, 1.0])
def test_no_style_goes_below_eight_points(scale: float) -> None:
    styles = sheet(contents(invented(8)), scale).styles
    assert min(style.size for style in styles.values()) >= 8


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], ""),
        ([None], ""),
        ([date(2026, 3, 2), None, date(2026, 3, 9)], "Informations vérifiées en mars 2026."),
        (
            [date(2026, 3, 2), date(2026, 11, 9)],
            "Informations vérifiées entre mars et novembre 2026.",
        ),
        (
            [date(2025, 12, 2), date(2026, 1, 9)],
            "Informations vérifiées entre décembre 2025 et janvier 2026.",
        ),
    ],
)
def test_when_entries_were_verified(days: list[date | None], said: str) -> None:
    assert plain(verified(days)) == said
