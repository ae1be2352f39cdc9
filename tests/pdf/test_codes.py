"""QR codes: the modules that were encoded are those that are drawn."""

from __future__ import annotations

import re

import pypdfium2
import pytest
import segno

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.pdf.blocks import Figure
from ctg_desktop.pdf.codes import LARGEST_SIDE, QUIET_ZONE, qr
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.render import render
from tests.pdf.small_papers import PAGE, document, section

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Épicerie « Le Panier partagé »\nTEL:+33549000000\nEND:VCARD"
TEXTS = ["https://www.valmoulin.example/fiche-1", CARD, "Œ", "0" * 300]


def modules(text: str) -> list[list[bool]]:
    """The code as a grid, from the rectangles of its path."""
    drawing = qr(text)
    size = int(drawing.width)
    grid = [[False] * size for _ in range(size)]
    for x, y, width, height in re.findall(r"(\d+) (\d+) (\d+) (\d+) re", drawing.path):
        assert height == "1"
        row = size - 1 - int(y)
        for column in range(int(x), int(x) + int(width)):
            assert not grid[row][column]
            grid[row][column] = True
    return grid


@pytest.mark.parametrize("text", TEXTS)
def test_the_path_draws_what_is_encoded(text: str) -> None:
    expected = segno.make(text.encode(), error="M", mode="byte", mask=3, micro=False)
    rows = [[bool(module) for module in row] for row in expected.matrix_iter(border=QUIET_ZONE)]
    assert modules(text) == rows
    assert expected.error in {"M", "Q", "H"}


@pytest.mark.parametrize("side", [40.0, 75.0])
def test_a_viewer_sees_every_module(side: float) -> None:
    furniture = Furniture()
    figure = Figure(qr(CARD, "#1f5f5b"), "Code", side, side)
    content = render(document(section(figure, furniture=furniture))).content
    scale = 8
    pdf = pypdfium2.PdfDocument(content)
    picture = pdf[0].render(scale=scale, grayscale=True).to_pil()
    pdf.close()
    grid = modules(CARD)
    step = side / len(grid)
    seen = [
        [
            picture.getpixel(
                (
                    int((PAGE.inner + (column + 0.5) * step) * scale),
                    int((PAGE.top + (row + 0.5) * step) * scale),
                )
            )
            < 160
            for column in range(len(grid))
        ]
        for row in range(len(grid))
    ]
    assert seen == grid


def test_a_small_code_corrects_more_where_it_costs_nothing() -> None:
    assert qr("x").width == 21 + 2 * QUIET_ZONE
    assert qr("https://www.valmoulin.example/").width <= 29 + 2 * QUIET_ZONE


@pytest.mark.parametrize("length", [1000, 3000])
def test_a_text_too_long_for_a_code_is_refused_in_french(length: int) -> None:
    with pytest.raises(UserError) as caught:
        qr("x" * length)
    assert caught.value.code == "code-text-too-long"
    assert "trop long" in sentence(caught.value)


def test_the_longest_text_is_still_printable() -> None:
    assert qr("x" * 990).width <= LARGEST_SIDE + 2 * QUIET_ZONE


def test_letters_without_a_byte_do_no_harm() -> None:
    assert qr("a\ud800b") == qr("a?b")
