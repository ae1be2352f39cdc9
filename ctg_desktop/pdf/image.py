"""A picture on its way to paper: pixels, or shapes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a JPEG or PNG picture and its size in pixels."""

    media_type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """One shape in one colour.

    Attributes:
        width: Of the drawing, in its own unit.
        height: In the same unit.
        path: PDF path operators without the painting one, from the lower left corner, y upwards.
        colour: ``#rrggbb``.
    """

    width: float
    height: float
    path: str
    colour: str = "#000000"
