"""What holds for every paper: everybody can read it, and all of it is on the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import validate

from ctg_desktop.cli.commands.papers import PAPERS
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.palette import contrast
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import key_of, make_practice
from tests.pdf.ink import Box, Grounds, Ink, Text, colours_below
from tests.pdf.papers import DAY, Paper, papers
from tests.pdf.reading import Tagged

LEGIBLE = 4.5
ROUNDING = 0.01
EDGE = 0.5
"""Points by which a letter may lean over its place."""

ORDINALS = {"er", "re", "e", "es", "ers", "res", "de", "des", "nd", "nds", "d", "th", "st", "rd"}
"""Raised letters are smaller than the text they belong to."""

EMPTY_HEADINGS = "UA-14-001"
"""pdfua 0.1.3 stumbles over a heading of several runs and skips its rule: it is looked at below."""

HEADING = re.compile(r"H[1-6]")
ALL = papers()


class Printed:
    """A finished paper, each reading of it made once."""

    def __init__(self, paper: Paper, content: bytes) -> None:
        self.paper = paper
        self.content = content

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.content))

    @cached_property
    def inks(self) -> list[Ink]:
        return [Ink(page) for page in self.pdf.pages]

    @cached_property
    def tagged(self) -> Tagged:
        if not self.paper.tagged:
            pytest.skip("imposed sheets are not tagged")
        return Tagged(self.content)

    def texts(self) -> Iterator[tuple[int, Ink, Text]]:
        """Each text that shows anything, with the number of its page from 1."""
        for number, ink in enumerate(self.inks, start=1):
            for text in ink.texts:
                if text.said.strip():
                    yield number, ink, text


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, Office]]:
    """The nearly empty commune (``True``) and the demonstration one."""
    folder = tmp_path_factory.mktemp("coffres")
    start = Start(folder / "données")
    start.demonstration(folder / "démonstration", DAY)
    make_practice(folder / "vide", Profile(Role.COMMUNE, "86078", "Civray"))
    with (
        open_office(folder / "démonstration", "", key_of(folder / "démonstration")) as rich,
        open_office(folder / "vide", "", key_of(folder / "vide")) as empty,
    ):
        yield {False: rich, True: empty}


@pytest.fixture(scope="module", params=ALL, ids=str)
def printed(request: pytest.FixtureRequest, offices: dict[bool, Office]) -> Printed:
    paper: Paper = request.param
    made = paper.make(offices[paper.empty])
    assert made is not None, "there is nothing to print on it"
    return Printed(paper, made.content)


def test_every_command_that_prints_has_a_paper_here() -> None:
    printing = {one.name for one in PAPERS}
    assert {paper.command for paper in ALL} == {"livret", "famille", "registre", *printing}
    assert len({str(paper) for paper in ALL}) == len(ALL)


def test_pdfua_finds_no_fault(printed: Printed, tmp_path: Path) -> None:
    if not printed.paper.tagged:
        pytest.skip("imposed sheets are not tagged")
    file = tmp_path / "papier.pdf"
    file.write_bytes(printed.content)
    report = validate(str(file))
    assert [(one.rule_id, list(one.findings)) for one in report.outcomes if one.findings] == []
    skipped = {one.rule_id for one in report.outcomes if one.skipped_reason}
    assert skipped <= {EMPTY_HEADINGS}


def test_it_says_its_title_and_language(printed: Printed) -> None:
    assert str(printed.pdf.Root.Lang) == printed.paper.language
    assert str(printed.pdf.docinfo.Title).strip()


def test_no_page_is_empty(printed: Printed) -> None:
    assert [number for number, ink in enumerate(printed.inks, 1) if not ink.operators] == []


def test_nothing_stands_outside_its_page(printed: Printed) -> None:
    outside = [
        (number, text.said, text.box)
        for number, ink, text in printed.texts()
        if _leaves(ink.page, text.box)
    ]
    assert outside == []
    pictures = [
        (number, box)
        for number, ink in enumerate(printed.inks, 1)
        for box in ink.pictures
        if _leaves(ink.page, box)
    ]
    assert pictures == []


def test_no_text_is_too_small(printed: Printed) -> None:
    least = printed.paper.least - ROUNDING
    small = {
        (text.said, round(text.size, 2))
        for _, _, text in printed.texts()
        if text.size < least and text.said.strip() not in ORDINALS
    }
    assert small == set()


def test_every_text_can_be_read_on_what_it_stands_on(printed: Printed) -> None:
    grounds = Grounds(printed.content)
    faint = set()
    for number, ink in enumerate(printed.inks):
        ground = grounds.page(number)
        for text in filter(lambda one: one.said.strip(), ink.texts):
            for colour in colours_below(ground, text, ink.page):
                if contrast(text.colour, colour) < LEGIBLE:
                    faint.add((number + 1, text.said, text.colour, colour))
    grounds.close()
    assert faint == set()


def test_typefaces_are_embedded(printed: Printed) -> None:
    fonts = [one for one in printed.pdf.objects if _is(one, "/FontDescriptor")]
    assert fonts
    assert all("/FontFile2" in font for font in fonts)


def test_headings_leave_no_level_out(printed: Printed) -> None:
    headings = [node for node in printed.tagged.tree.walk() if HEADING.fullmatch(node.kind)]
    levels = [int(node.kind[1]) for node in headings]
    assert levels[:1] in ([], [1])
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert all(node.text.strip() for node in headings)


def test_every_figure_has_a_text(printed: Printed) -> None:
    assert all(node.alt.strip() for node in printed.tagged.tree.all("Figure"))


def test_every_link_is_tagged_and_leads_somewhere(printed: Printed) -> None:
    tagged = printed.tagged
    drawn = [one for page in tagged.pdf.pages for one in page.get("/Annots", [])]
    owned = [one for node in tagged.tree.all("Link") for one in node.annotations]
    assert len(drawn) == len(owned)
    pages = {page.objgen for page in tagged.pdf.pages}
    for annotation in drawn:
        if "/Dest" in annotation:
            assert annotation.Dest[0].objgen in pages
        else:
            assert re.match(r"(?:https?://|mailto:|tel:)\S", str(annotation.A.URI))
        assert _inside(tagged, annotation)


def test_every_cell_is_in_a_row_and_every_table_has_headers(printed: Printed) -> None:
    for table in printed.tagged.tree.all("Table"):
        assert table.all("TH")
        assert {len(row.kids) for row in table.all("TR")} == {len(table.all("TR")[0].kids)}


def test_everything_that_can_be_read_is_in_the_tree_once(printed: Printed) -> None:
    tagged = printed.tagged
    claimed = [mark for node in tagged.tree.walk() for mark in node.marks]
    drawn = [(page, mark) for page, marks in enumerate(tagged.marked) for mark in marks]
    assert sorted(claimed) == sorted(drawn)


def _leaves(page: Box, box: Box) -> bool:
    left, bottom, right, top = page
    return (
        box[0] < left - EDGE
        or box[1] < bottom - EDGE
        or box[2] > right + EDGE
        or box[3] > top + EDGE
    )


def _inside(tagged: Tagged, annotation: pikepdf.Object) -> bool:
    """Tell whether the area of a link is an area, on a page."""
    left, bottom, right, top = (float(one) for one in annotation.Rect)
    width, height = (float(one) for one in tagged.pdf.pages[0].mediabox[2:])
    longest = max(width, height) + EDGE
    return -EDGE <= left < right <= longest and -EDGE <= bottom < top <= longest


def _is(one: object, kind: str) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == kind
