"""Attendance sheets: each page whole in itself, to be handed around alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain.attendance import AttendanceSheet, Orientation, when
from ctg_desktop.pdf.attendance.blocks import (
    TOP_RULE,
    Rows,
    head,
    head_again,
    privacy,
    rows_table,
    totals,
)
from ctg_desktop.pdf.attendance.pages import cut_into_pages
from ctg_desktop.pdf.attendance.theme import LANDSCAPE, PORTRAIT, SHEET
from ctg_desktop.pdf.blocks import Block, Space
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture

_PAGES = {Orientation.PORTRAIT: PORTRAIT, Orientation.LANDSCAPE: LANDSCAPE}


def attendance_document(sheet: AttendanceSheet, edition: date) -> Document:
    """Return an attendance sheet as a document; its options are checked already.

    Args:
        sheet: What to print.
        edition: The day it is made.
    """
    setup = _PAGES[sheet.options.orientation]
    pages = cut_into_pages(sheet, setup)
    return Document(
        title=f"Feuille d’émargement – {sheet.meeting.title}",
        language="fr",
        author=sheet.profile.name,
        subject=when(sheet.meeting),
        edition=edition,
        page=setup,
        sheet=SHEET,
        sections=tuple(_sections(sheet, pages)),
    )


def _sections(sheet: AttendanceSheet, pages: list[Rows]) -> Iterator[Section]:
    for number, rows in enumerate(pages, start=1):
        said = f"Page {number}/{len(pages)}"
        yield Section(
            said,
            tuple(_page(sheet, rows, number, last=number == len(pages))),
            sheet.profile.accent,
            Furniture(foot=f"{said} · {sheet.meeting.title}"),
        )


def _page(sheet: AttendanceSheet, rows: Rows, number: int, *, last: bool) -> Iterator[Block]:
    yield from head(sheet) if number == 1 else head_again(sheet)
    yield TOP_RULE
    yield rows_table(sheet, rows, number)
    if last:
        yield totals(sheet)
    yield Space(fill=True)
    yield privacy(sheet)
