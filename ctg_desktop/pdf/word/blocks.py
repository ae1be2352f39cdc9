"""The blocks of a paper as paragraphs, lists, tables and pictures of Word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Pt
from docx.table import _Cell

from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Break,
    Columns,
    CutLine,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Marker,
    Paragraph,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.image import Image
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.tables import Bars, Table
from ctg_desktop.pdf.word.styles import Styles

_LISTS = {Marker.BULLET: "bullets", Marker.NUMBER: "numbers"}
_BOX = "☐ "


class Writer:
    """Writes blocks into a container of Word: the body, or a cell.

    Args:
        place: Where paragraphs are added.
        styles: Of the file.
        width: Of the place, in points.
    """

    def __init__(self, place: Any, styles: Styles, width: float) -> None:
        self._place = place
        self._styles = styles
        self._width = width
        self._last_row: Any = None
        self._gap = 0.0
        self._writers: dict[type[Any], Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: lambda one: self._paragraph(one.runs, one.style),
            ItemList: self._list,
            Definitions: self._definitions,
            Table: self._table,
            Bars: lambda one: self._table(one.table),
            Figure: self._figure,
            Group: lambda one: self.write(one.blocks),
            Beside: lambda one: self.write((*one.blocks, *one.figures)),
            Columns: self._columns,
            Box: lambda one: self.write(one.blocks),
            WritingLines: lambda one: self._lines(one.count, one.leading, "single"),
            CutLine: lambda one: self._lines(1, one.before, "dashed"),
            Rule: lambda one: self._lines(1, one.before, "single"),
            Break: self._break,
            Space: self._space,
            Index: self._index,
        }

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks one after the other; kinds that mean nothing in Word are left out."""
        for block in blocks:
            writer = self._writers.get(type(block))
            if writer is not None:
                writer(block)

    def _heading(self, heading: Heading) -> None:
        self._paragraph(heading.runs, f"heading-{min(heading.level, 3)}")

    def _paragraph(self, runs: Runs, style: str) -> Any:
        return self._add(self._styles.named(style), runs)

    def _add(self, style: Any, runs: Runs) -> Any:
        paragraph = self._place.add_paragraph()
        paragraph._p.style = style.style_id  # noqa: SLF001 - by name, it is looked for each time
        self._last_row = None
        if self._gap:
            own = style.paragraph_format.space_before or Length(0)
            paragraph.paragraph_format.space_before = Pt(max(own.pt, self._gap))
            self._gap = 0.0
        for run in runs:
            _write_run(paragraph, run)
        return paragraph

    def _list(self, listed: ItemList) -> None:
        called = _LISTS.get(listed.marker)
        for item in listed.items:
            if called:
                self._add(self._styles.named(called), item)
            else:
                self._paragraph((Run(_BOX), *item), listed.style)

    def _definitions(self, rows: Definitions) -> None:
        for row in rows.rows:
            label = tuple(Run(run.text, strong=True) for run in row.label)
            for value in row.values:
                self._paragraph((*label, Run("\t"), *value), rows.value_style)

    def _table(self, table: Table) -> None:
        made = self._new_table(0, len(table.header))
        made.style = "Table Grid"
        for number, row in enumerate((table.header, *table.rows)):
            cells = made.add_row().cells
            for cell, runs in zip(cells, row, strict=True):
                named = table.style if number else table.header_style
                _fill(cell, self._styles.named(named), runs)
        repeated = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - no other way

    def _new_table(self, rows: int, columns: int) -> Any:
        if isinstance(self._place, _Cell):
            return self._place.add_table(rows, columns)
        return self._place.add_table(rows, columns, Pt(self._width))

    def _figure(self, figure: Figure) -> None:
        if not isinstance(figure.image, Image):
            self._paragraph((Run(figure.alt),), "body")
            return
        image = figure.image
        scale = min(figure.max_width / image.width, figure.max_height / image.height)
        run = self._add(self._styles.named("body"), ()).add_run()
        run._r.add_drawing(  # noqa: SLF001 - a picture seen before is not looked for again
            self._styles.picture(run, image, Pt(image.width * scale), figure.alt)
        )

    def _columns(self, columns: Columns) -> None:
        shares = sum(part.width for part in columns.parts)
        room = self._width - columns.gap * (len(columns.parts) - 1)
        made = self._new_table(1, len(columns.parts))
        made.autofit = False
        for number, (cell, part) in enumerate(zip(made.rows[0].cells, columns.parts, strict=True)):
            width = room * part.width / shares
            gap = columns.gap if number < len(columns.parts) - 1 else 0.0
            cell.width = Pt(width + gap)
            _no_margins(cell)
            inside = Writer(cell, self._styles, width)
            inside.write(part.blocks)
            first = cell.paragraphs[0]
            if len(cell.paragraphs) > 1 and not first.runs:
                first._p.getparent().remove(first._p)  # noqa: SLF001 - a new cell holds one
        self._last_row = made.rows[0]

    def _space(self, space: Space) -> None:
        if space.down_to and self._last_row is not None:
            self._last_row.height = Pt(space.down_to)
            self._last_row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        else:
            self._gap = max(self._gap, space.height, space.down_to)

    def _lines(self, count: int, height: float, kind: str) -> None:
        for _ in range(count):
            self._gap = max(self._gap, height - 12)
            _underline(self._add(self._styles.named("body"), ()), kind)

    def _break(self, wanted: Break) -> None:
        if wanted.page:
            self._add(self._styles.named("body"), ()).paragraph_format.page_break_before = True

    def _index(self, index: Index) -> None:
        for row in index.rows:
            self._paragraph(row.runs, index.style)


def _write_run(paragraph: Any, run: Run) -> None:
    if run.target and not run.target.startswith("#"):
        _write_link(paragraph, run)
        return
    made = paragraph.add_run(run.text)
    made.bold = True if run.strong else None
    made.font.superscript = True if run.raised else None


def _write_link(paragraph: Any, run: Run) -> None:
    key = paragraph.part.relate_to(run.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    if run.hint:
        link.set(qn("w:tooltip"), run.hint)
    made = paragraph.add_run(run.text)
    paragraph._p.append(link)  # noqa: SLF001 - python-docx writes no links
    link.append(made._r)  # noqa: SLF001


def _fill(cell: Any, style: Any, runs: Runs) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    for run in runs:
        _write_run(paragraph, run)


def _no_margins(cell: Any) -> None:
    margins = OxmlElement("w:tcMar")
    for side in ("top", "left", "bottom", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    cell._tc.get_or_add_tcPr().append(margins)  # noqa: SLF001 - no other way


def _underline(paragraph: Any, kind: str) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", kind), ("sz", "4"), ("space", "1"), ("color", "8A8A8A")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no other way
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
