"""The text of a label made to fit: as large as it goes, then broken, then shortened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ctg_desktop.domain.labels import Label
from ctg_desktop.domain.typography import french
from ctg_desktop.pdf.labels.theme import LINE, SIZES, SMALLEST
from ctg_desktop.pdf.style import Weight
from ctg_desktop.pdf.typesetting.shaping import Shaper

ELLIPSIS = "…"

_KEPT_WHOLE = 0.88
"""Down to this share of the usual size, text shrinks rather than break an address line."""

_USUAL_SHARE = 0.75
_MOST = 0.8
_NAME_LINES = _TOWN_LINES = 2
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


class _Breaks(NamedTuple):
    """How many rows texts may take; 0 for any number.

    Attributes:
        name: The name.
        middle: Each line between the name and the last one.
        last: The last line: postal code and city.
    """

    name: int
    middle: int
    last: int


_WHOLE = _Breaks(2, 1, 1)
_TOWN_WHOLE = _Breaks(3, 3, 1)
_ANY = _Breaks(0, 0, 0)


class Fitter:
    """Fits labels into one size of box, which it measures as the typesetter does.

    Labels printed together have the same size as far as possible: the largest one in which most
    of them need no shrinking.

    Args:
        labels: All labels that are printed together.
        width: Of the box, in points.
        height: Of the box, in points.
        largest: Size of text that fits with ease.
    """

    def __init__(
        self, labels: Sequence[Label], width: float, height: float, largest: float
    ) -> None:
        self._width = width - _ROUNDING
        self._height = height + _ROUNDING
        self._shaper = Shaper()
        self._known: dict[Label, FittedLabel] = {}
        self._measured: dict[_Line, list[float]] = {}
        self._sizes = [size for size in SIZES if size <= largest]
        self._lines = {label: _lines(label) for label in labels}
        usual = self._usual()
        self._sizes = [size for size in SIZES if size <= usual]

    def fitted(self, label: Label) -> FittedLabel:
        """Return what is printed of a label."""
        known = self._known.get(label)
        if known is None:
            known = self._known[label] = self._fit(label)
        return known

    def _usual(self) -> float:
        """Return the size in which most labels can be printed."""
        least = self._sizes[0] * _USUAL_SHARE
        wanted = [size for size in self._sizes if size >= least]
        best = sorted(
            (self._size(lines, wanted, _WHOLE) or wanted[-1] for lines in self._lines.values()),
            reverse=True,
        )
        return best[int((len(best) - 1) * _MOST)] if best else wanted[0]

    def _fit(self, label: Label) -> FittedLabel:
        lines = self._lines[label]
        large = [size for size in self._sizes if size >= self._sizes[0] * _KEPT_WHOLE]
        for sizes, breaks in ((large, _WHOLE), (self._sizes, _TOWN_WHOLE), (self._sizes, _ANY)):
            size = self._size(lines, sizes, breaks)
            if size:
                return FittedLabel(lines[0].text, tuple(one.text for one in lines[1:]), size)
        return self._shortened(lines)

    def _size(self, lines: list[_Line], sizes: list[float], breaks: _Breaks) -> float | None:
        """Return the largest size at which no word is cut and all lines fit.

        Args:
            lines: The texts.
            sizes: To be tried, the largest first.
            breaks: How many rows each may take.
        """
        for size in sizes:
            rows = [self._rows(line, size) for line in lines]
            if not all(rows) or sum(rows) * size * LINE > self._height:
                continue
            most = [breaks.name, *[breaks.middle] * (len(rows) - 2), breaks.last][: len(rows)]
            if all(not limit or row <= limit for row, limit in zip(rows, most, strict=True)):
                return size
        return None

    def _rows(self, line: _Line, size: float) -> int:
        """Return how many rows a text takes at a size; 0 when a word is wider than the box."""
        room = self._width * 1000 / size
        space = self._shaper.space(line.weight).width
        widths = self._widths(line)
        if sum(widths) + space * (len(widths) - 1) <= room:
            return 1
        if max(widths) > room:
            return 0
        rows, reach = 1, -space
        for width in widths:
            if reach + space + width > room:
                rows, reach = rows + 1, -space
            reach += space + width
        return rows

    def _widths(self, line: _Line) -> list[float]:
        """Return the widths of the words between plain spaces, in thousandths of the size."""
        known = self._measured.get(line)
        if known is None:
            said = [word for word in line.text.split(" ") if word]
            known = self._measured[line] = [
                self._shaper.width(word, line.weight) for word in said
            ] or [0.0]
        return known

    def _shortened(self, lines: list[_Line]) -> FittedLabel:
        """Return the smallest text, its lines cut: least the last, which the post needs."""
        room = max(int(self._height / (SMALLEST * LINE)), 2)
        name, middle, town = lines[0], lines[1:][:-1], lines[1:][-1:]
        most = min(_TOWN_LINES, room - 1)
        town_rows = [min(self._rows(one, SMALLEST) or 1, most) for one in town]
        free = room - 1 - sum(town_rows)
        if len(middle) > free:
            name = _Line(f"{name.text}{ELLIPSIS}", name.weight)
            middle = middle[len(middle) - free :]
        said = [self._cut(name, min(_NAME_LINES, 1 + free - len(middle)))]
        said += [self._cut(one, 1) for one in middle]
        said += [self._cut(one, rows) for one, rows in zip(town, town_rows, strict=True)]
        return FittedLabel(said[0], tuple(said[1:]), SMALLEST)

    def _cut(self, line: _Line, rows: int) -> str:
        """Return as much of a text as some rows hold."""
        if self._holds(line, line.text, rows):
            return line.text
        low, high = 0, len(line.text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._holds(line, f"{line.text[:middle].rstrip()}{ELLIPSIS}", rows):
                low = middle
            else:
                high = middle - 1
        return f"{line.text[:low].rstrip()}{ELLIPSIS}"

    def _holds(self, line: _Line, text: str, rows: int) -> bool:
        return 1 <= self._rows(line._replace(text=text), SMALLEST) <= rows


def _lines(label: Label) -> list[_Line]:
    return [
        _Line(french(label.name), Weight.BOLD),
        *(_Line(french(line), Weight.REGULAR) for line in label.lines),
    ]
