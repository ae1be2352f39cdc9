"""The same booklet by typst: same texts, typeface, page and order; typst tags on its own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import segno
import typst

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
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.tables import Table

HEAD = """\
#set page(width: {width}pt, height: {height}pt, numbering: "1",
  margin: (inside: {inner}pt, outside: {outer}pt, top: {top}pt, bottom: {bottom}pt))
#set text(font: "Atkinson Hyperlegible Next", size: 9.5pt, lang: "fr")
#set document(title: {title})
"""


def typst_booklet(document: Document) -> bytes:
    """Return the PDF."""
    source = "\n".join(_source(document))
    content: bytes = typst.compile(source.encode(), font_paths=[str(asset("fonts"))])
    return content


def _source(document: Document) -> Iterator[str]:
    page = document.page
    yield HEAD.format(
        width=page.width,
        height=page.height,
        inner=page.inner,
        outer=page.outer,
        top=page.top,
        bottom=page.bottom,
        title=_text(document.title),
    )
    for number, section in enumerate(document.sections):
        if number:
            yield "#pagebreak()"
        body = "\n".join(_block(block) for block in section.blocks)
        yield "\n".join(_block(block) for block in section.masthead)
        yield f"#columns({section.columns})[{body}]" if section.columns > 1 else body


def _block(block: Block) -> str:
    write = _WRITERS.get(type(block))
    return write(block) if write is not None else ""


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _runs(runs: Runs) -> str:
    return "".join(_run(run.text, strong=run.strong) for run in runs)


def _run(text: str, *, strong: bool) -> str:
    return f"#strong({_text(text)});" if strong else f"#{_text(text)};"


def _heading(block: Heading) -> str:
    place = f" #label({_text(block.anchor)})" if block.anchor else ""
    outlined = str(bool(block.bookmark)).lower()
    return f"#heading(level: {block.level}, outlined: {outlined})[{_runs(block.runs)}]{place}"


def _paragraph(block: Paragraph) -> str:
    return f"\n{_runs(block.runs)}\n"


def _list(block: ItemList) -> str:
    return f"#list({', '.join(f'[{_runs(item)}]' for item in block.items)})"


def _definitions(block: Definitions) -> str:
    cells = ", ".join(
        f"[*{_runs(row.label)}*], [{'#linebreak()'.join(map(_runs, row.values))}]"
        for row in block.rows
    )
    return f"#grid(columns: (64pt, 1fr), row-gutter: 4pt, {cells})"


def _table(block: Table) -> str:
    columns = ", ".join(f"{width}fr" for width in block.widths)
    header = ", ".join(f"[{_runs(cell)}]" for cell in block.header)
    cells = ", ".join(f"[{_runs(cell)}]" for row in block.rows for cell in row)
    return f"#table(columns: ({columns},), stroke: none, table.header({header}), {cells})"


def _figure(block: Figure) -> str:
    if not block.target:
        return ""
    code = io.BytesIO()
    segno.make(block.target, error="m", micro=False).save(code, kind="svg", xmldecl=False)
    picture = _text(code.getvalue().decode())
    return f'#image(bytes({picture}), format: "svg", width: 60pt, alt: {_text(block.alt)})'


def _group(block: Group) -> str:
    return f"#block(breakable: false)[{''.join(map(_block, block.blocks))}]"


def _beside(block: Beside) -> str:
    text = "".join(map(_block, block.blocks))
    figures = "".join(map(_block, block.figures))
    return f"#grid(columns: (1fr, 60pt), [{text}], [{figures}])"


def _contents(block: Contents) -> str:
    return f"#outline(title: none, depth: {block.depth})"


def _index(block: Index) -> str:
    return "".join(
        f"#link(label({_text(row.anchor)}))[{_runs(row.runs)}]#h(1fr)"
        f"#context counter(page).at(label({_text(row.anchor)})).first()#linebreak()"
        for row in block.rows
    )


def _rule(_block: Rule) -> str:
    return "#line(length: 100%, stroke: 0.5pt)"


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ItemList: _list,
    Definitions: _definitions,
    Table: _table,
    Figure: _figure,
    Group: _group,
    Beside: _beside,
    Contents: _contents,
    Index: _index,
    Rule: _rule,
}
