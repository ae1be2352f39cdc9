"""Reads where the ink of a finished page is: each text with its place, size and colour.

Independent of our renderer: the operators are followed as ISO 32000-1 says (8.4, 9.4), the ground
below a text is looked at on the page as PDFium draws it without its texts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from tests.pdf.reading import _unicode

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
PIXELS = 1.0
"""Of a point, on the page without texts."""
_ASCENT = 0.66
_SHARE = 0.12
"""A colour that covers less of the ground below a text is an edge or a thin line."""


@dataclass(frozen=True)
class Text:
    """A stretch of text as one operator shows it.

    Attributes:
        box: Left, bottom, right, top of its small letters without tails, in points.
        size: In points, as it is seen.
        colour: ``#rrggbb``.
    """

    said: str
    box: Box
    size: float
    colour: str


@dataclass
class State:
    matrix: Matrix = UPRIGHT
    fill: str = "#000000"


class Ink:
    """The texts and pictures of one page."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.texts: list[Text] = []
        self.pictures: list[Box] = []
        self.operators = 0
        left, bottom, right, top = map(float, page.mediabox)
        self.page: Box = (left, bottom, right, top)
        self._kept: list[State] = []
        self._state = State()
        self._text: Matrix = UPRIGHT
        self._line: Matrix = UPRIGHT
        self._clipped = 0
        self._face, self._size = "", 0.0
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        self._faces = {name: _Face(font) for name, font in resources.get("/Font", {}).items()}
        self._read(page, resources)

    def _read(self, source: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object) -> None:
        forms = resources.get("/XObject", {})
        for operands, operator in pikepdf.parse_content_stream(source):
            self._take(str(operator), list(operands), forms)

    def _take(self, operator: str, operands: list[Any], forms: pikepdf.Object) -> None:
        if operator in {"f", "f*", "S", "TJ", "Tj", "Do", "B"}:
            self.operators += 1
        match operator:
            case "q":
                self._kept.append(State(self._state.matrix, self._state.fill))
            case "Q":
                self._state = self._kept.pop()
                self._clipped = min(self._clipped, len(self._kept))
            case "W" | "W*":
                self._clipped = max(self._clipped, len(self._kept))
            case "cm":
                self._state.matrix = times(_matrix(operands), self._state.matrix)
            case "g" | "rg":
                self._state.fill = _colour([float(one) for one in operands])
            case "Do":
                self._draw(forms[str(operands[0])])
            case _:
                self._write(operator, operands)

    def _write(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "BT":
                self._text = self._line = UPRIGHT
            case "Tf":
                self._face, self._size = str(operands[0]), float(operands[1])
            case "Td":
                x, y = (float(one) for one in operands)
                self._text = self._line = times((1, 0, 0, 1, x, y), self._line)
            case "Tm":
                self._text = self._line = _matrix(operands)
            case "TJ":
                self._show(operands[0])
            case "Tj" | "'" | '"' | "T*" | "TD" | "Tc" | "Tw" | "Tz" | "Ts" | "TL":
                raise AssertionError(f"{operator} is not followed")
            case _:
                pass

    def _show(self, array: pikepdf.Array) -> None:
        said, width = self._faces[self._face].measured(array)
        place = times(self._text, self._state.matrix)
        length = width * self._size / 1000
        corners = [moved(place, x, y) for x in (0.0, length) for y in (0.0, _ASCENT * self._size)]
        size = self._size * (place[0] ** 2 + place[1] ** 2) ** 0.5
        self.texts.append(Text(said, _around(corners), size, self._state.fill))

    def _draw(self, form: pikepdf.Object) -> None:
        if form.Subtype == "/Image":
            if not self._clipped:
                corners = [moved(self._state.matrix, x, y) for x in (0, 1) for y in (0, 1)]
                self.pictures.append(_around(corners))
            return
        self._kept.append(State(self._state.matrix, self._state.fill))
        own = tuple(float(one) for one in form.get("/Matrix", UPRIGHT))
        self._state.matrix = times(own, self._state.matrix)  # type: ignore[arg-type]
        outside, resources = self._faces, form.get("/Resources", pikepdf.Dictionary())
        self._faces = {name: _Face(font) for name, font in resources.get("/Font", {}).items()}
        self._read(form, resources)
        self._faces, self._state = outside, self._kept.pop()


class _Face:
    """A composite font with two bytes a character."""

    def __init__(self, font: pikepdf.Object) -> None:
        (below,) = font.DescendantFonts
        self._widths: dict[int, float] = {}
        self._default = float(below.get("/DW", 1000))
        row = list(below.get("/W", []))
        for first, widths in zip(row[::2], row[1::2], strict=True):
            for number, width in enumerate(widths):
                self._widths[int(first) + number] = float(width)
        self._said = _unicode(font)

    def measured(self, array: pikepdf.Array) -> tuple[str, float]:
        said, width = "", 0.0
        for item in array:
            if isinstance(item, pikepdf.String):
                data = bytes(item)
                for at in range(0, len(data), 2):
                    code = data[at : at + 2]
                    said += self._said[code]
                    width += self._widths.get(int.from_bytes(code, "big"), self._default)
            else:
                width -= float(item)
        return said, width


class Grounds:
    """The pages of a file as they look without their texts."""

    def __init__(self, content: bytes) -> None:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                page.Contents = pdf.make_stream(_blank(page))
            for one in pdf.objects:
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
                    one.write(_blank(one))
            silent = io.BytesIO()
            pdf.save(silent, compress_streams=False)
        self._pdf = pypdfium2.PdfDocument(silent.getvalue())

    def close(self) -> None:
        self._pdf.close()

    def page(self, number: int) -> Image.Image:
        """The page with a number from 0."""
        page = self._pdf[number]
        image: Image.Image = page.render(scale=PIXELS).to_pil().convert("RGB")
        page.close()
        return image


def colours_below(ground: Image.Image, text: Text, page: Box) -> Iterator[str]:
    """Yield the colours that a text stands on, without those of edges and thin lines."""
    left, bottom, right, top = text.box
    box = (
        max(int((left - page[0]) * PIXELS), 0),
        max(int((page[3] - top) * PIXELS), 0),
        min(int((right - page[0]) * PIXELS) + 1, ground.width),
        min(int((page[3] - bottom) * PIXELS) + 1, ground.height),
    )
    part = ground.crop(box)
    total = part.width * part.height
    for count, colour in part.getcolors(total) or []:
        if count > total * _SHARE:
            assert isinstance(colour, tuple)
            yield "#" + bytes(colour).hex()


def times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _blank(source: pikepdf.Page | pikepdf.Object) -> bytes:
    """Return the operators of a page or form without those that show text."""
    kept = [one for one in pikepdf.parse_content_stream(source) if str(one.operator) != "TJ"]
    return pikepdf.unparse_content_stream(kept)


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands)
    return a, b, c, d, e, f


def _colour(values: list[float]) -> str:
    channels = values * 3 if len(values) == 1 else values
    return "#" + "".join(f"{round(one * 255):02x}" for one in channels)


def _around(corners: list[tuple[float, float]]) -> Box:
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)
