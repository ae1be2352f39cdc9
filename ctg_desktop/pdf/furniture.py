"""What stands on the pages of a section beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ctg_desktop.pdf.image import Image


@dataclass(frozen=True, slots=True)
class Tab:
    """A thumb tab at the fore edge.

    Attributes:
        position: From 0 (top) to 1 (bottom).
    """

    label: str
    position: float


@dataclass(frozen=True, slots=True)
class Landscape:
    """The drawn cover: hills and a river in shades of one colour."""

    colour: str


@dataclass(frozen=True, slots=True)
class CoverPhotograph:
    """A picture across the cover, between bands of one colour: a figure, not an artifact."""

    colour: str
    image: Image
    alt: str


Backdrop: TypeAlias = Landscape | CoverPhotograph


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on each page of a section beside its text: artifacts, silent to screen readers.

    Attributes:
        foot: Running foot, on the side of the fold.
        numbered: Print the page number, on the side of the fore edge.
    """

    foot: str = ""
    numbered: bool = False
    tab: Tab | None = None
    backdrop: Backdrop | None = None
