"""What looks at every paper sees what is there."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest

from ctg_desktop.pdf.booklet import booklet_document
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Area, Furniture, Rectangle, TurnedText
from ctg_desktop.pdf.render import render
from tests.pdf.every_block import paper
from tests.pdf.ink import Grounds, Ink, Text, colours_below
from tests.pdf.invented import content


def inks(document: Document) -> tuple[bytes, list[Ink]]:
    file = render(document).content
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return file, [Ink(page) for page in pdf.pages]


def turned(said: str, x: float, y: float, ground: str) -> Document:
    """A page with a white line written upwards over a rectangle."""
    furniture = Furniture(
        shapes=(Rectangle(Area(0, 0, 200, 400), ground),),
        turned=(TurnedText(x, y, 300, said, "tab"),),
    )
    return paper(Section("Partie", (), furniture=furniture))


def only(found: list[Ink]) -> Text:
    (text,) = (text for ink in found for text in ink.texts)
    return text


@pytest.mark.parametrize("ground", ["#1f5f5b", "#e9c46a", "#ffffff"])
def test_the_ground_of_a_text_is_seen(ground: str) -> None:
    file, found = inks(turned("Texte", 50, 300, ground))
    text = only(found)
    assert (text.said, text.colour, text.size) == ("Texte", "#ffffff", 8)
    grounds = Grounds(file)
    assert list(colours_below(grounds.page(0), text, found[0].page)) == [ground]
    grounds.close()


def test_a_text_that_leaves_the_page_is_seen() -> None:
    _, found = inks(turned("Un texte plutôt long", 50, 20, "#1f5f5b"))
    assert only(found).box[3] > found[0].page[3]


def test_texts_stand_where_a_viewer_draws_them() -> None:
    file, found = inks(booklet_document(content(12)))
    pdf = pypdfium2.PdfDocument(file)
    for number, ink in enumerate(found):
        page = pdf[number]
        viewed = page.get_textpage()
        for text in filter(lambda one: one.said.strip().isalnum(), ink.texts):
            boxes = list(_found(viewed, text))
            assert any(_near(box, text) for box in boxes), (text, boxes)
        viewed.close()
        page.close()
    pdf.close()


def _found(viewed: pypdfium2.PdfTextPage, text: Text) -> Iterator[tuple[float, float]]:
    search = viewed.search(text.said.strip(), match_case=True)
    while (place := search.get_next()) is not None:
        start, count = place
        left = viewed.get_charbox(start, loose=True)[0]
        right = viewed.get_charbox(start + count - 1, loose=True)[2]
        yield left, right
    search.close()


def _near(box: tuple[float, float], text: Text) -> bool:
    upright = text.box[2] - text.box[0] > text.box[3] - text.box[1]
    return not upright or (abs(box[0] - text.box[0]) < 1.5 and abs(box[1] - text.box[2]) < 4)
