"""Pictures inside the page: pixels as they are, drawings as shapes."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from ctg_desktop.pdf.blocks import Figure
from ctg_desktop.pdf.html.markup import element, escaped, void
from ctg_desktop.pdf.image import Drawing, Image

_OPERANDS = {"m": 2, "l": 2, "c": 6, "re": 4, "h": 0}
_POINTS = 96 / 72
"""CSS pixels of a point."""


def picture(figure: Figure) -> str:
    """Return an ``img`` or ``svg`` with its alternative text."""
    if isinstance(figure.image, Drawing):
        return _drawing(figure.image, figure.alt, _size(figure))
    return photograph(figure.image, figure.alt, _size(figure))


def photograph(image: Image, alt: str, size: tuple[int, int] | None = None) -> str:
    """Return an ``img`` that holds its own pixels.

    Args:
        image: JPEG or PNG.
        alt: Alternative text; empty for a decoration.
        size: Width and height in CSS pixels; the picture's own when ``None``.
    """
    width, height = size or (image.width, image.height)
    data = base64.b64encode(image.content).decode("ascii")
    return void(
        "img",
        src=f"data:{image.media_type};base64,{data}",
        alt=alt,
        width=str(width),
        height=str(height),
    )


def svg_path(path: str) -> str:
    """Return PDF path operators as the ``d`` of an SVG path, in the same coordinates.

    Raises:
        ValueError: An operator other than ``m l c re h``, or one without its operands.
    """
    return "".join(_commands(path))


def _commands(path: str) -> Iterator[str]:
    operands: list[str] = []
    for token in path.split():
        count = _OPERANDS.get(token)
        if count is None:
            operands.append(_number(token))
            continue
        if len(operands) != count:
            raise ValueError(f"{token} takes {count} numbers, not {len(operands)}")
        yield _command(token, operands)
        operands = []
    if operands:
        raise ValueError("numbers without an operator")


def _command(operator: str, operands: list[str]) -> str:
    if operator == "re":
        x, y, width, height = operands
        return f"M{x} {y}h{width}v{height}h{_number(str(-float(width)))}z"
    if operator == "h":
        return "z"
    return operator.upper() + " ".join(operands)


def _number(text: str) -> str:
    return f"{float(text):.3f}".rstrip("0").rstrip(".")


def _drawing(drawing: Drawing, alt: str, size: tuple[int, int]) -> str:
    """Return a drawing; PDF counts upwards, SVG downwards."""
    shape = _shape(drawing, f"matrix(1 0 0 -1 0 {drawing.height:g})")
    silent = not alt
    return element(
        "svg",
        ("" if silent else element("title", escaped(alt))) + shape,
        viewBox=f"0 0 {drawing.width:g} {drawing.height:g}",
        width=str(size[0]),
        height=str(size[1]),
        role=None if silent else "img",
        aria_hidden="true" if silent else None,
    )


def _shape(drawing: Drawing, upright: str) -> str:
    tokens = drawing.path.split()
    heights = set(tokens[3::5])
    if len(heights) == 1 and set(tokens[4::5]) == {"re"} and len(tokens) % 5 == 0:
        (height,) = heights
        path, thick = _bars(tokens, float(height)), _number(height)
        return element("path", d=path, stroke=drawing.colour, stroke_width=thick, transform=upright)
    return element("path", d=svg_path(drawing.path), fill=drawing.colour, transform=upright)


def _bars(tokens: list[str], height: float) -> str:
    """Return rectangles of one height as thick lines: a code takes a third of the room."""
    said: list[str] = []
    end, row = "", ""
    for x, y, width in zip(tokens[::5], tokens[1::5], tokens[2::5], strict=True):
        step = f"m{_number(str(float(x) - float(end)))} 0" if y == row else ""
        said.append(step or f"M{_number(x)} {_number(str(float(y) + height / 2))}")
        said.append(f"h{_number(width)}")
        end, row = str(float(x) + float(width)), y
    return "".join(said)


def _size(figure: Figure) -> tuple[int, int]:
    image = figure.image
    scale = min(figure.max_width / image.width, figure.max_height / image.height) * _POINTS
    return max(round(image.width * scale), 1), max(round(image.height * scale), 1)
