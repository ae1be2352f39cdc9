"""The same booklet by fpdf2: same texts, typeface, page and order; no tags, entries may be cut.

The document is walked block by block with fpdf2's own calls: sections for the outline and the
contents, multi-line cells for texts, a table where there is one, pictures for codes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import fpdf
import segno

from ctg_desktop.domain.calendar_words import NARROW, NBSP
from ctg_desktop.paths import asset
from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Contents,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Paragraph,
    Rule,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.style import TextStyle, Weight
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.typesetting.faces import FILES

POINTS_PER_MM = 72 / 25.4
CODE_SIDE = 60
LABEL = 64
STYLES = {Weight.REGULAR: "", Weight.SEMIBOLD: "I", Weight.BOLD: "B"}


def fpdf2_booklet(document: Document, *, kept_together: bool) -> bytes:
    """Return the PDF.

    Args:
        document: What to print.
        kept_together: Entries are not cut between pages either: each is rehearsed first, as
            fpdf2's manual shows.
    """
    return bytes(_Book(document, kept_together=kept_together).finished())


class _Book:
    def __init__(self, document: Document, *, kept_together: bool) -> None:
        self._document = document
        page = document.page
        self._pdf: Any = fpdf.FPDF(unit="pt", format=(page.width, page.height))
        self._pdf.set_margins(page.inner, page.top, page.outer)
        self._pdf.set_auto_page_break(auto=True, margin=page.bottom)
        for weight, letter in STYLES.items():
            self._pdf.add_font("Atkinson", letter, str(asset(f"fonts/{FILES[weight]}")))
        self._kept_together = kept_together
        self._places: dict[str, int] = {}
        self._draw: Mapping[type, Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: lambda block: self._text(block.runs, block.style),
            ItemList: self._list,
            Definitions: self._definitions,
            Table: self._table,
            Figure: self._figure,
            Group: self._group,
            Beside: self._beside,
            Contents: self._contents,
            Index: self._index,
            Rule: self._rule,
        }

    def finished(self) -> bytearray:
        for section in self._document.sections:
            self._section(section)
        content: bytearray = self._pdf.output()
        return content

    def _section(self, section: Section) -> None:
        self._pdf.add_page()
        for block in (*section.masthead, *section.blocks):
            self._block(block)

    def _block(self, block: Block) -> None:
        draw = self._draw.get(type(block))
        if draw is not None:
            draw(block)

    def _heading(self, block: Heading) -> None:
        if block.bookmark:
            self._pdf.start_section(block.bookmark, level=block.level - 1, strict=False)
        if block.anchor:
            self._places[block.anchor] = self._pdf.page
        self._text(block.runs, block.style or f"heading-{block.level}")

    def _text(self, runs: Runs, style: str, width: float = 0) -> None:
        self._use(self._document.sheet[style])
        self._pdf.multi_cell(
            width,
            self._document.sheet[style].leading,
            _plain(runs),
            new_x="LMARGIN",
            new_y="NEXT",
            align="L",
        )

    def _use(self, style: TextStyle) -> None:
        self._pdf.set_font("Atkinson", STYLES[style.weight], style.size)

    def _list(self, block: ItemList) -> None:
        for item in block.items:
            self._pdf.cell(18, self._document.sheet[block.style].leading, "•")
            self._text(item, block.style)

    def _definitions(self, block: Definitions) -> None:
        sheet, left = self._document.sheet, self._document.page.inner
        width = block.label_width or LABEL
        for row in block.rows:
            self._use(sheet[block.label_style])
            label = _plain(row.label)
            self._pdf.cell(width, sheet[block.label_style].leading, label)
            self._use(sheet[block.value_style])
            for value in row.values:
                self._pdf.set_x(left + width)
                self._pdf.multi_cell(
                    0,
                    sheet[block.value_style].leading,
                    _plain(value),
                    new_x="LMARGIN",
                    new_y="NEXT",
                    align="L",
                )

    def _table(self, block: Table) -> None:
        self._use(self._document.sheet[block.style])
        with self._pdf.table(col_widths=block.widths, borders_layout="HORIZONTAL_LINES") as table:
            for row in (block.header, *block.rows):
                table.row([_plain(cell) for cell in row])

    def _figure(self, block: Figure) -> None:
        if not block.target:
            return
        code = io.BytesIO()
        segno.make(block.target, error="m", micro=False).save(code, kind="png", scale=4)
        self._pdf.image(code, x="RIGHT", w=CODE_SIDE, h=CODE_SIDE)

    def _group(self, block: Group) -> None:
        if self._kept_together and self._would_be_cut(block):
            self._pdf.add_page()
        for one in block.blocks:
            self._block(one)

    def _would_be_cut(self, block: Group) -> bool:
        paper, places = self._pdf, dict(self._places)
        with paper.offset_rendering() as rehearsal:
            self._pdf = rehearsal
            for one in block.blocks:
                if not isinstance(one, Figure):
                    self._block(one)
        self._pdf, self._places = paper, places
        return bool(rehearsal.page_break_triggered)

    def _beside(self, block: Beside) -> None:
        for one in (*block.figures, *block.blocks):
            self._block(one)

    def _contents(self, block: Contents) -> None:
        self._pdf.insert_toc_placeholder(
            lambda pdf, outline: self._outline(pdf, outline, block), pages=1
        )

    def _outline(self, pdf: Any, outline: list[Any], block: Contents) -> None:
        self._use(self._document.sheet[block.style])
        for one in outline:
            if one.level < block.depth:
                pdf.cell(0, 15, f"{one.name}  {one.page_number}", new_x="LMARGIN", new_y="NEXT")

    def _index(self, block: Index) -> None:
        style = self._document.sheet[block.style]
        self._use(style)
        for row in block.rows:
            name = _plain(row.runs)
            page = self._places.get(row.anchor, 0)
            self._pdf.cell(
                0,
                style.leading,
                f"{name}  {page}",
                link=self._pdf.add_link(page=page) if page else "",
                new_x="LMARGIN",
                new_y="NEXT",
            )

    def _rule(self, block: Rule) -> None:
        page = self._document.page
        y = self._pdf.get_y() + block.before
        self._pdf.line(page.inner, y, page.width - page.outer, y)
        self._pdf.set_y(y + block.after)


def _plain(runs: Runs) -> str:
    """Return the text; the typeface itself has no narrow no-break space."""
    return "".join(run.text for run in runs).replace(NARROW, NBSP)
