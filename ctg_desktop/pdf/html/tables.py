"""Tables, and rows of label and value."""

from __future__ import annotations

from collections.abc import Sequence

from ctg_desktop.pdf.html.markup import element, escaped
from ctg_desktop.pdf.tables import Table

Row = tuple[str, list[str], str]
"""Label, values and their language, finished."""


def table(
    block: Table, header: Sequence[str], rows: Sequence[Sequence[str]], look: str = ""
) -> str:
    """Return a table around finished cells; a header without a word is an empty cell."""
    content = element("caption", escaped(block.caption)) if block.caption else ""
    if any(header):
        cells = (element("th", cell, scope="col") if cell else "<td></td>" for cell in header)
        content += element("thead", element("tr", "".join(cells)))
    body = "\n".join(element("tr", _row(row, headed=block.row_headers)) for row in rows)
    content += element("tbody", body) if body else ""
    return element("table", content, class_=look or ("ruled" if block.ruled else None))


def _row(cells: Sequence[str], *, headed: bool) -> str:
    if headed and cells and cells[0]:
        first = element("th", cells[0], scope="row")
        return first + "".join(element("td", cell) for cell in cells[1:])
    return "".join(element("td", cell) for cell in cells)


def definitions(rows: Sequence[Row], look: str | None) -> str:
    """Return rows of label and value; a row without a label belongs to the one before.

    Values before any label are plain paragraphs.
    """
    first = next((number for number, row in enumerate(rows) if row[0]), len(rows))
    lonely = [
        element("p", value, lang=lang or None)
        for _, values, lang in rows[:first]
        for value in values
    ]
    groups: list[str] = []
    for label, values, language in rows[first:]:
        terms = "".join(element("dd", value, lang=language or None) for value in values)
        if label:
            groups.append(element("dt", label) + (terms or "<dd></dd>"))
        else:
            groups[-1] += terms
    content = "\n".join(element("div", group) for group in groups)
    listed = element("dl", content, class_=look) if content else ""
    return "\n".join((*lonely, listed)) if lonely else listed
