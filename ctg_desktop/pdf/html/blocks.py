"""Blocks of the document as flow content. What only paper needs – empty space, breaks – is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Any

from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Box,
    Break,
    Columns,
    Contents,
    CutLine,
    Definitions,
    Figure,
    Group,
    Heading,
    Index,
    ItemList,
    Marker,
    Paragraph,
    Reference,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.html import tables
from ctg_desktop.pdf.html.look import look
from ctg_desktop.pdf.html.markup import element, escaped, void
from ctg_desktop.pdf.html.outline import Outline, Place, has_text
from ctg_desktop.pdf.html.pictures import picture
from ctg_desktop.pdf.html.text import address, inline
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.style import StyleSheet
from ctg_desktop.pdf.tables import Bars, Table

_MOST_LINES = 12
_WIDE = 1.5
_BAR_STEP = 5
"""Bars are as long as one of the classes of the page says, in hundredths."""


class Writer:
    """Writes the blocks of a document, in reading order.

    Attributes:
        places: Of the headings not yet written.
        wide: Labels in a wider column than this are whole names.
    """

    def __init__(self, outline: Outline, sheet: StyleSheet) -> None:
        self.outline = outline
        self.places: Iterator[Place] = iter(outline.places)
        self.wide = sheet.label_width * _WIDE
        self._sheet = sheet

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return blocks one after another; each heading of the document is asked for once."""
        return "\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        return _WRITERS[type(block)](block, self)

    def look(self, style: str, *others: str) -> str | None:
        """Return the classes of a style of the paper, none as ``None``."""
        return " ".join((*others, *look(self._sheet, style))) or None

    def inline(self, runs: Runs) -> str:
        """Return runs as phrasing content."""
        return inline(runs, self.outline)


def _heading(block: Heading, writer: Writer) -> str:
    if not has_text(block):
        return ""
    place = next(writer.places)
    style = writer.look(block.style or f"heading-{block.level}")
    return element(
        f"h{place.level}", writer.inline(block.runs), id=place.name or None, class_=style
    )


def _paragraph(block: Paragraph, writer: Writer) -> str:
    content = writer.inline(block.runs)
    return element("p", content, class_=writer.look(block.style)) if content.strip() else ""


def _list(block: ItemList, writer: Writer) -> str:
    items = "\n".join(element("li", writer.inline(item)) for item in block.items)
    name = "ol" if block.marker is Marker.NUMBER else "ul"
    look = writer.look(block.style, block.marker.value)
    return element(name, items, class_=look) if items else ""


def _definitions(block: Definitions, writer: Writer) -> str:
    rows = [
        (writer.inline(row.label), [writer.inline(value) for value in row.values], row.language)
        for row in block.rows
    ]
    wide = ("wide",) if block.label_width > writer.wide else ()
    return tables.definitions(rows, writer.look(block.value_style, *wide))


def _table(block: Table, writer: Writer) -> str:
    header = [writer.inline(cell) for cell in block.header]
    rows = [[writer.inline(cell) for cell in row] for row in block.rows]
    return tables.table(block, header, rows)


def _bars(block: Bars, writer: Writer) -> str:
    header = [writer.inline(cell) for cell in block.header]
    rows = [
        [writer.inline(bar.label), _bar(bar.value, block.full) + writer.inline(bar.said)]
        for bar in block.rows
    ]
    return tables.table(block.table, header, rows, look="bars")


def _bar(value: float | None, full: float) -> str:
    """Return a bar as long as its figure, silent to screen readers; none for an unknown one."""
    if value is None or not full:
        return ""
    share = round(100 * value / full)
    return element("span", class_=f"bar b{share - share % _BAR_STEP}", aria_hidden="true")


def _figure(block: Figure, writer: Writer) -> str:
    shown = picture(block)
    target = address(block.target, writer.outline) if block.target and block.alt else ""
    if target:
        shown = element("a", shown, href=target)
    caption = writer.inline(block.caption)
    return element("figure", shown + (element("figcaption", caption) if caption.strip() else ""))


def _group(block: Group, writer: Writer) -> str:
    content = writer.blocks(block.blocks)
    return element("div", content, class_="entry") if content else ""


def _beside(block: Beside, writer: Writer) -> str:
    text = element("div", writer.blocks(block.blocks), class_="text")
    figures = "\n".join(_figure(one, writer) for one in block.figures)
    return element("div", text + element("div", figures, class_="figures"), class_="beside")


def _columns(block: Columns, writer: Writer) -> str:
    parts = (element("div", writer.blocks(part.blocks)) for part in block.parts)
    return element("div", "\n".join(parts), class_="columns")


def _box(block: Box, writer: Writer) -> str:
    return element("div", writer.blocks(block.blocks), class_="box")


def _writing_lines(block: WritingLines, _writer: Writer) -> str:
    if block.fill:
        return ""
    return element("div", class_="line") * min(block.count, _MOST_LINES)


def _cut_line(_block: CutLine, _writer: Writer) -> str:
    return void("hr", class_="cut", aria_hidden="true")


def _rule(_block: Rule, _writer: Writer) -> str:
    return void("hr", aria_hidden="true")


def _nothing(_block: Space | Break, _writer: Writer) -> str:
    return ""


def _index(block: Index, writer: Writer) -> str:
    items = "\n".join(element("li", _reference(row, writer)) for row in block.rows)
    return element("ul", items, class_="index") if items else ""


def _reference(row: Reference, writer: Writer) -> str:
    name = writer.outline.name(row.anchor)
    content = writer.inline(row.runs)
    return element("a", content, href=f"#{name}") if name and content.strip() else content


def _table_of_contents(block: Contents, writer: Writer) -> str:
    places = writer.outline.contents(block.depth)
    return _contents(places, writer) if places else ""


def _contents(places: list[Place], writer: Writer) -> str:
    """Return the contents as lists in lists, each chapter with a chip of its colour."""
    rows: list[str] = []
    depth = 0
    first = min(place.heading.level for place in places)
    for place in places:
        level = min(place.heading.level - first + 1, depth + 1)
        rows.append(_step(depth, level))
        depth = level
        link = element("a", _bookmark(place.heading, writer), href=f"#{place.name}")
        rows.append(f'<li class="c{place.section}">{link}')
    rows.append(_step(depth, 0))
    return "".join(rows)


def _bookmark(heading: Heading, writer: Writer) -> str:
    """Return what the contents call a heading: itself, with its languages, unless that differs."""
    runs = tuple(Run(run.text.replace("\n", " / "), language=run.language) for run in heading.runs)
    if heading.bookmark != "".join(run.text for run in runs):
        return escaped(heading.bookmark)
    return writer.inline(runs)


def _step(depth: int, level: int) -> str:
    """Return what leads from the end of a row at one depth to a row at another, 0 for none."""
    if level > depth:
        return '<ol class="contents">\n'
    closed = "</li>\n" + "</ol></li>\n" * (depth - level)
    return closed if level else closed.removesuffix("</li>\n")


_WRITERS: MappingProxyType[type, Callable[[Any, Writer], str]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ItemList: _list,
        Definitions: _definitions,
        Table: _table,
        Bars: _bars,
        Figure: _figure,
        Group: _group,
        Beside: _beside,
        Columns: _columns,
        Box: _box,
        WritingLines: _writing_lines,
        CutLine: _cut_line,
        Rule: _rule,
        Space: _nothing,
        Break: _nothing,
        Contents: _table_of_contents,
        Index: _index,
    }
)
