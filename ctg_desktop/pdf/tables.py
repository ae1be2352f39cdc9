"""Rows and columns: tables, and charts that are read as tables."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.pdf.runs import Runs


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, repeated on each page it runs over.

    Attributes:
        widths: Share of the width of each column; they need not add up to one.
        row_headers: The first cell of each row is a header too.
        caption: Read aloud with the table.
        row_height: Least height of a body row, for what is written by hand; 0 for none.
        ruled: Thin vertical rules too, between the columns and at both ends.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = False
    caption: str = ""
    style: str = "body"
    header_style: str = "label"
    row_height: float = 0.0
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart.

    Attributes:
        value: How long the bar is, not negative; ``None`` where the figure is not known, which is
            said and never drawn as nothing.
        said: The figure in words, printed beside the bar.
    """

    label: Runs
    value: float | None
    said: Runs


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars that lie: a table of labels and figures, whose bars are artifacts.

    Attributes:
        header: What the labels are, what the figures are.
        most: Figure of a bar of the full length; the largest of the rows when 0.
        label_width: Share of the width that labels take.
        caption: Read aloud with the table.
    """

    header: tuple[Runs, Runs]
    rows: tuple[Bar, ...]
    most: float = 0.0
    label_width: float = 0.34
    caption: str = ""
    style: str = "body"
    header_style: str = "label"

    @property
    def full(self) -> float:
        """The figure of a bar of the full length."""
        return max(self.most, *(bar.value or 0.0 for bar in self.rows), 0.0)

    @property
    def table(self) -> Table:
        """The same without bars."""
        rows = tuple((bar.label, bar.said) for bar in self.rows)
        widths = (self.label_width, 1 - self.label_width)
        return Table(self.header, rows, widths, True, self.caption, self.style, self.header_style)
