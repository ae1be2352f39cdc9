"""What stands beside a text: shapes, turned texts, a landscape in a window."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest
from PIL import Image

from ctg_desktop.pdf.blocks import Break, Paragraph
from ctg_desktop.pdf.furniture import (
    Area,
    DashedLine,
    Furniture,
    Landscape,
    Rectangle,
    TurnedText,
)
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import A4, PageSetup
from tests.pdf.reading import Tagged, letters
from tests.pdf.small_papers import ACCENT_COLOUR, document, section, text

POSTER = PageSetup(A4[1], A4[0], 40, 40, 40, 40, mirrored=False)
WHITE = (255, 255, 255)


def pages(furniture: Furniture) -> bytes:
    """Two pages with some furniture."""
    blocks = (Paragraph(text("A")), Break(page=True), Paragraph(text("B")))
    return render(document(section(*blocks, furniture=furniture), page=POSTER)).content


def seen(content: bytes) -> list[Image.Image]:
    """The pages as a viewer shows them, a pixel a point."""
    pdf = pypdfium2.PdfDocument(content)
    drawn = [page.render(scale=1).to_pil().convert("RGB") for page in pdf]
    pdf.close()
    return drawn


def test_rectangles_stand_on_their_pages_behind_the_text() -> None:
    shapes = (
        Rectangle(Area(30, 30, 100, 60), "#ffff00", 8.0, page=1),
        Rectangle(Area(300, 400, 50, 50), "#112233"),
    )
    content = pages(Furniture(shapes=shapes))
    first, second = seen(content)
    assert first.getpixel((80, 60)) == WHITE
    assert second.getpixel((80, 60)) == (255, 255, 0)
    assert second.getpixel((31, 31)) == WHITE
    for page in (first, second):
        assert page.getpixel((325, 425)) == (0x11, 0x22, 0x33)
    dark = [second.getpixel((x, y)) for x in range(38, 52) for y in range(40, 54)]
    assert min(sum(one) for one in dark) < 300
    assert Tagged(content).page_text(2) == "B"


def test_dashed_lines_go_from_point_to_point() -> None:
    line = DashedLine(400, 20, 400, 580, colour="#000000", thickness=2, page=0)
    first, second = seen(pages(Furniture(shapes=(line,))))
    column = [sum(first.getpixel((400, y))) < 382 for y in range(20, 580)]
    assert 0.3 < sum(column) / len(column) < 0.7
    assert all(first.getpixel((400, y)) == WHITE for y in (10, 590))
    assert all(second.getpixel((400, y)) == WHITE for y in range(20, 580))


def test_turned_texts_run_up_in_their_room_and_are_silent() -> None:
    said = "Club de l’amitié et des aînés ruraux de Valmoulin"
    turned = (
        TurnedText(100, 500, 400, "court", "label", strong=True),
        TurnedText(200, 500, 120, said, "label", page=0),
    )
    content = pages(Furniture(turned=turned))
    tagged = Tagged(content)
    assert tagged.page_text(1) == "A"
    assert "court" in tagged.artifacts[0]
    assert "…" in tagged.artifacts[0]
    assert "…" not in tagged.artifacts[1]
    long = [one for one in letters(content, 1) if 190 < one.left < 205]
    assert len(long) > 15
    assert min(one.top for one in long) >= 500 - 120 - 0.5
    assert max(one.bottom for one in long) <= 500 + 0.5
    assert all(below.bottom > above.bottom for below, above in pairwise(long))


@pytest.mark.parametrize("area", [Area(100, 50, 500, 120), Area(20, 20, 130, 400)])
def test_a_landscape_stays_in_its_window(area: Area) -> None:
    first, second = seen(pages(Furniture(backdrop=Landscape(ACCENT_COLOUR, area, page=0))))
    inside = (int(area.x + 3), int(area.y + 3))
    assert first.getpixel(inside) == (0x1F, 0x5F, 0x5B)
    outside = [
        (area.x - 3, area.y + 60),
        (area.x + area.width + 3, area.y + 60),
        (area.x + 60, area.y - 3),
        (area.x + 60, area.y + area.height + 3),
    ]
    assert all(first.getpixel((int(x), int(y))) == WHITE for x, y in outside)
    assert second.getpixel(inside) == WHITE


def test_the_text_after_a_window_has_its_own_colour() -> None:
    landscape = Landscape(ACCENT_COLOUR, Area(0, 400, 842, 195))
    shape = Rectangle(Area(0, 0, 20, 20), ACCENT_COLOUR)
    first, _ = seen(pages(Furniture(backdrop=landscape, shapes=(shape,))))
    assert first.getpixel((10, 10)) == (0x1F, 0x5F, 0x5B)
