"""The text of a label made to fit: as large as it goes, then broken, then shortened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ctg_desktop.domain.labels import Label
from ctg_desktop.domain.typography import french
from ctg_desktop.pdf.labels.theme import LINE, SIZES, SMALLEST
from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.shaping import Shaper

ELLIPSIS = "…"

_KEPT_WHOLE = 0.75
"""Down to this share of the usual size, text shrinks rather than break an address line."""

_NAME_LINES = 2
_ROUNDING = 0.05
"""Points."""


@dataclass(frozen=True, slots=True)
class FittedLabel:
    """A label in the size and with the texts that fit it.

    Attributes:
        size: In points.
    """

    name: str
    lines: tuple[str, ...]
    size: float


class _Line(NamedTuple):
    text: str
    weight: Weight


class Fitter:
    """Fits labels into one size of box, which it measures as the typesetter does.

    Args:
        width: Of the box, in points.
        height: Of the box, in points.
        largest: Size of text that fits with ease.
    """

    def __init__(self, width: float, height: float, largest: float) -> None:
        self._width = width - _ROUNDING
        self._height = height + _ROUNDING
        self._sizes = [size for size in SIZES if size <= largest]
        self._shaper = Shaper()
        self._known: dict[Label, FittedLabel] = {}

    def fitted(self, label: Label) -> FittedLabel:
        """Return what is printed of a label."""
        known = self._known.get(label)
        if known is None:
            known = self._known[label] = self._fit(label)
        return known

    def _fit(self, label: Label) -> FittedLabel:
        lines = [
            _Line(french(label.name), Weight.BOLD),
            *(_Line(french(line), Weight.REGULAR) for line in label.lines),
        ]
        whole = [size for size in self._sizes if size >= self._sizes[0] * _KEPT_WHOLE]
        size = self._size(lines, whole, address_lines=1) or self._size(lines, self._sizes)
        if size:
            return FittedLabel(lines[0].text, tuple(one.text for one in lines[1:]), size)
        return self._shortened(lines)

    def _size(self, lines: list[_Line], sizes: list[float], address_lines: int = 0) -> float | None:
        """Return the largest size at which no word is cut and all lines fit.

        Args:
            lines: The texts.
            sizes: To be tried, the largest first.
            address_lines: Rows that one address line may take; 0 for any, also for the name.
        """
        for size in sizes:
            rows = [self._rows(line, size) for line in lines]
            if not all(rows) or sum(rows) * size * LINE > self._height:
                continue
            if not address_lines or (rows[0] <= _NAME_LINES and max(rows[1:], default=0) <= 1):
                return size
        return None

    def _rows(self, line: _Line, size: float) -> int:
        """Return how many rows a text takes at a size; 0 when a word is wider than the box."""
        room = self._width * 1000 / size
        space = self._shaper.space(line.weight).width
        rows, reach = 1, 0.0
        for word in line.text.split():
            width = self._shaper.width(word, line.weight)
            if width > room:
                return 0
            if reach and reach + space + width > room:
                rows, reach = rows + 1, 0.0
            reach += (space if reach else 0.0) + width
        return rows

    def _shortened(self, lines: list[_Line]) -> FittedLabel:
        """Return the smallest text, its lines cut; what the post needs, the last ones, is kept."""
        room = max(int(self._height / (SMALLEST * LINE)), 1)
        name, others = lines[0], lines[1:]
        if len(others) > room - 1:
            name = _Line(f"{name.text}{ELLIPSIS}", name.weight)
            others = others[-(room - 1) :] if room > 1 else []
        rows = min(_NAME_LINES, room - len(others))
        said = name.text if 0 < self._rows(name, SMALLEST) <= rows else self._cut(name)
        return FittedLabel(said, tuple(self._cut(one) for one in others), SMALLEST)

    def _cut(self, line: _Line) -> str:
        """Return as much of a text as one row holds."""
        if self._rows(line, SMALLEST) == 1:
            return line.text
        room = self._width * 1000 / SMALLEST
        low, high = 0, len(line.text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._wide(line, middle) <= room else (low, middle - 1)
        return f"{line.text[:low].rstrip()}{ELLIPSIS}"

    def _wide(self, line: _Line, letters: int) -> float:
        said = f"{line.text[:letters].rstrip()}{ELLIPSIS}"
        words = said.split(" ")
        blanks = self._shaper.space(line.weight).width * (len(words) - 1)
        return blanks + sum(self._shaper.width(word, line.weight) for word in words)
