"""Reads back where things stand on the pages of a PDF, in millimetres from the upper left."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
import pypdfium2

POINT = 25.4 / 72


@dataclass(frozen=True)
class Place:
    """A rectangle of a page, numbered from 0."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def is_inside(self, other: Place, margin: float) -> bool:
        """Tell whether it keeps a distance from all edges of another one."""
        return (
            self.page == other.page
            and self.left >= other.left + margin
            and self.top >= other.top + margin
            and self.right <= other.right - margin
            and self.bottom <= other.bottom - margin
        )


def letters(content: bytes) -> list[Place]:
    """Return every letter that is drawn."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            height = page.get_height()
            words = page.get_textpage()
            for index in range(words.count_chars()):
                said = words.get_text_range(index, 1)
                if said.strip():
                    left, bottom, right, top = words.get_charbox(index)
                    edges = (left, height - top, right, height - bottom)
                    found.append(Place(number, *(edge * POINT for edge in edges), said))
            words.close()
    return found


def shapes(content: bytes, colour: tuple[float, ...]) -> list[Place]:
    """Return the extent of every path filled in a colour on the first page."""
    document = pikepdf.open(io.BytesIO(content))
    page = document.pages[0]
    height = float(page.mediabox[3])
    fill: tuple[float, ...] = ()
    points: list[tuple[float, float]] = []
    found = []
    for operands, operator in pikepdf.parse_content_stream(page):
        numbers = [float(one) for one in operands] if str(operator) in _NUMERIC else []
        match str(operator):
            case "rg":
                fill = tuple(numbers)
            case "g":
                fill = (numbers[0],) * 3
            case "re":
                x, y, wide, tall = numbers
                points += [(x, y), (x + wide, y + tall)]
            case "m" | "l" | "c":
                points += list(zip(numbers[::2], numbers[1::2], strict=True))
            case "f":
                if fill == colour:
                    xs, ys = zip(*points, strict=True)
                    edges = (min(xs), height - max(ys), max(xs), height - min(ys))
                    found.append(Place(0, *(edge * POINT for edge in edges)))
                points = []
    return found


_NUMERIC = frozenset({"rg", "g", "re", "m", "l", "c"})
