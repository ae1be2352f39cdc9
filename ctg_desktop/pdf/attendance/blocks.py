"""What stands on an attendance sheet, from its title to its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ctg_desktop.domain.attendance import (
    LEAST_WIDTHS,
    AttendanceColumn,
    AttendanceSheet,
    when,
)
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.pdf.attendance.theme import ROW_HEIGHT
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Group,
    Heading,
    Paragraph,
    Part,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.words import verbatim, words

Row = Mapping[AttendanceColumn, str]
Rows = Sequence[Row]

EMPTY: Row = MappingProxyType({})

TOP_RULE = Rule(before=0.0, after=1.5)
"""Closes the table above its header."""

HEADERS: Mapping[AttendanceColumn, str] = MappingProxyType(
    {
        AttendanceColumn.NAME: "Nom et prénom",
        AttendanceColumn.STRUCTURE: "Structure",
        AttendanceColumn.TOWN: "Commune",
        AttendanceColumn.PHONE: "Téléphone",
        AttendanceColumn.EMAIL: "Courriel",
        AttendanceColumn.AGE: "Tranche d’âge (entourez)",
        AttendanceColumn.HOURS: "Heures de bénévolat",
        AttendanceColumn.PHOTO: "J’accepte d’être photographié(e)",
        AttendanceColumn.SIGNATURE: "Signature",
    }
)

_TO_CIRCLE: Row = MappingProxyType(
    {
        AttendanceColumn.AGE: f"enfant{NBSP * 3}jeune\nadulte{NBSP * 3}aîné",
        AttendanceColumn.PHOTO: f"oui{NBSP * 5}non",
    }
)
"""Printed in each row, to be circled by hand."""

_VERBATIM = {AttendanceColumn.PHONE, AttendanceColumn.EMAIL}
_TOTAL_HEIGHT = 48.0


def head(sheet: AttendanceSheet) -> Iterator[Block]:
    """Yield the top of the first page: what, when, where, by whom."""
    meeting = sheet.meeting
    yield Paragraph(words("Feuille d’émargement"), "kicker")
    yield Heading(1, words(meeting.title))
    facts = [_fact("Date", when(meeting)), _fact("Lieu", meeting.place)]
    more = [("Organisé par", meeting.organiser), ("Action du plan", sheet.action)]
    facts += [_fact(label, value) for label, value in more if value]
    for start in range(0, len(facts), 2):
        yield Columns(tuple(facts[start : start + 2]), gap=24.0)
        yield Space(6.0)
    yield Space(9.0)


def head_again(sheet: AttendanceSheet) -> Iterator[Block]:
    """Yield the top of a further page."""
    said = " – ".join(part for part in (sheet.meeting.title, when(sheet.meeting)) if part)
    yield Paragraph(words("Feuille d’émargement (suite)"), "kicker")
    yield Paragraph(words(said), "again")


def rows_table(sheet: AttendanceSheet, rows: Rows, number: int) -> Table:
    """Return the rows of a page under their headers.

    Args:
        sheet: The sheet.
        rows: Its rows, filled or empty.
        number: Of the page, for the table's name.
    """
    columns = sheet.options.columns
    return Table(
        header=tuple(words(HEADERS[column]) for column in columns),
        rows=tuple(tuple(_cell(row, column) for column in columns) for row in rows),
        widths=tuple(LEAST_WIDTHS[column] for column in columns),
        caption=f"Personnes présentes, page {number}",
        header_style="column",
        row_height=ROW_HEIGHT,
        ruled=True,
    )


def totals(sheet: AttendanceSheet) -> Group:
    """Return the boxes that are counted into by hand when everybody has come."""
    asked = ["Nombre de présents"]
    if AttendanceColumn.AGE in sheet.options.columns:
        asked += ["Enfants", "Jeunes", "Adultes", "Aînés"]
    if AttendanceColumn.HOURS in sheet.options.columns:
        asked.append("Heures de bénévolat")
    parts = [Part((_total(label),), 1.6 if " " in label else 1.0) for label in asked]
    if len(parts) == 1:
        parts += [Part((_total("Dont personnes venues pour la première fois"),), 2.4)]
    return Group((Space(12.0), Columns(tuple(parts), gap=9.0)))


def privacy(sheet: AttendanceSheet) -> Group:
    """Return who keeps the sheet, why and how long."""
    paragraphs = (line for line in sheet.privacy.split("\n") if line.strip())
    return Group((Space(9.0), *(Paragraph(words(line), "note") for line in paragraphs)))


def _fact(label: str, value: str) -> Part:
    said: Block = Paragraph(words(value), "value") if value else WritingLines(1, 18.0)
    return Part((Paragraph(words(label), "label"), said))


def _total(label: str) -> Box:
    return Box(
        (Paragraph(words(f"{label}{NBSP}:"), "total"),),
        border="#404040",
        padding=6.0,
        height=_TOTAL_HEIGHT,
    )


def _cell(row: Row, column: AttendanceColumn) -> Runs:
    said = row.get(column) or _TO_CIRCLE.get(column, "")
    return verbatim(said) if column in _VERBATIM else words(said)
