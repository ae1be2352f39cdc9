"""Places too small for their texts: everything is printed, nothing runs over its neighbour."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest

from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Columns,
    Contents,
    Definition,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Reference,
    WritingLines,
)
from ctg_desktop.pdf.document import Panel
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.image import Drawing
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import A4, PageSetup
from ctg_desktop.pdf.tables import Table
from tests.pdf.reading import Tagged, letters_of_pages
from tests.pdf.small_papers import document, section, text

LONG = "x" * 80
SHEET = PageSetup(A4[1], A4[0], 30, 30, 30, 30, mirrored=False)
SQUARE = Drawing(1, 1, "0 0 1 1 re")
ADDRESS = "https://exemple.example/" + "chemin-" * 20


def hostile() -> tuple[Block, ...]:
    """Blocks with words far wider than their place."""
    rows = (
        Definition(text("Téléphone"), (text("05 49 00 00 00"), text(LONG))),
        Definition(text("Renseignements"), (text(ADDRESS),)),
    )
    return (
        Heading(2, text(LONG), "a", "A"),
        Paragraph(text(f"mot {LONG} mot")),
        ItemList((text(LONG), text("deux mots")), Marker.TICK),
        Definitions(rows),
        Definitions(rows, columns=2),
        Table((text(LONG), text("B")), ((text("un"), text(LONG)),), (1, 1), ruled=True),
        Beside((Paragraph(text(LONG)),), (Figure(SQUARE, "f", 200, 200),)),
        Index((Reference(text(LONG), "a"),)),
        Contents(depth=2),
        Box((Paragraph(text(LONG)), WritingLines(2)), padding=30),
        Columns((Part((Paragraph(text(LONG)),)), Part((Paragraph(text("y")),)))),
    )


PLACES: dict[str, tuple[Callable[[tuple[Block, ...]], tuple[Block, ...]], float, float]] = {
    "box": (lambda blocks: (Box(blocks, fill="#eeeeee"),), 30, 780),
    "part": (lambda blocks: (Columns((Part(blocks, 60), Part((), 700))),), 30, 60),
    "box-in-part": (lambda blocks: (Columns((Part((Box(blocks),), 60), Part((), 700))),), 30, 60),
    "group": (lambda blocks: (Group(blocks),), 30, 780),
}


@pytest.mark.parametrize("place", list(PLACES))
def test_small_places_hold_their_texts(place: str) -> None:
    wrapped, left, width = PLACES[place]
    one = section(*wrapped(hostile()), page=SHEET, furniture=Furniture())
    rendered = render(document(one))
    check(rendered.content, rendered.pages, left, left + width)


@pytest.mark.parametrize("height", [500.0, 60.0, 11.0])
def test_a_panel_of_40_points_holds_them(height: float) -> None:
    panels = (Panel(0, 100, 30, 40, height),)
    one = section(*hostile(), panels=panels, page=SHEET, furniture=Furniture())
    rendered = render(document(one))
    check(rendered.content, rendered.pages, 100, 140)


def check(content: bytes, pages: int, left: float, right: float) -> None:
    """Everything is said, inside the place; a letter may be wider than a very narrow one."""
    said = Tagged(content).tree.text.replace(" ", "")
    assert said.count("x" * 80) >= 10
    assert said.count(ADDRESS) == 2
    read = list(letters_of_pages(content))
    assert len(read) == pages
    for letter in chain.from_iterable(read):
        assert left - 1 <= letter.left
        assert letter.right <= right + 10


def test_columns_and_boxes_without_blocks_do_no_harm() -> None:
    one = section(
        Columns((Part(()), Part(()))),
        Box(()),
        Box((), fill="#eeeeee", height=4000),
        Columns((Part((Box(()),)), Part((WritingLines(3),)))),
        Paragraph(text("fin")),
    )
    assert Tagged(render(document(one)).content).text == "fin"


def test_a_hundred_boxes_inside_one_another() -> None:
    block: Block = Paragraph(text("dedans"))
    for _ in range(100):
        block = Box((block,), border="#000000")
    assert Tagged(render(document(section(block))).content).text == "dedans"
