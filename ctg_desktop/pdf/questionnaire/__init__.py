"""Questionnaires to fill in by hand: A4, two copies on one sheet, large print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.questionnaire import (
    Questionnaire,
    QuestionnaireForm,
    QuestionnaireOptions,
)
from ctg_desktop.pdf.blocks import Block, Break
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.furniture import DashedLine, Furniture, Shape
from ctg_desktop.pdf.questionnaire.blocks import sheet_blocks
from ctg_desktop.pdf.questionnaire.theme import A4_FORM, A5_FORM, LARGE_FORM, Look
from ctg_desktop.pdf.style import A4, A5, PageSetup

_FORMS = MappingProxyType(
    {
        QuestionnaireForm.A4: A4_FORM,
        QuestionnaireForm.TWO_A5: A5_FORM,
        QuestionnaireForm.LARGE_PRINT: LARGE_FORM,
    }
)
_SIDES = (1, 2)
_LYING = PageSetup(A4[1], A4[0], 0.0, 0.0, 0.0, 0.0, mirrored=False)


@dataclass(frozen=True, slots=True)
class QuestionnaireSheet:
    """All that a sheet prints.

    Attributes:
        sender: Who asks, and where the sheet is handed in.
        edition: The day it is made.
    """

    questionnaire: Questionnaire
    options: QuestionnaireOptions
    sender: Sender
    edition: date


def questionnaire_document(
    sheet: QuestionnaireSheet, progress: Progress = silent
) -> Document | None:
    """Return a questionnaire on one page, or on both sides of a sheet; longer where it must.

    Args:
        sheet: What to print, checked.
        progress: May raise ``Cancelled``.

    Returns:
        ``None`` where two copies do not fit the two sides of one sheet.

    Raises:
        Cancelled: By ``progress``.
    """
    form = _FORMS[sheet.options.form]

    def build(size: float) -> Document:
        return _document(sheet, form.look(size))

    size, pages = _fitting(build, form.sizes, progress)
    if sheet.options.form is not QuestionnaireForm.TWO_A5:
        return _document(sheet, form.look(size), numbered=pages > 1)
    return _twice(sheet, form.look(size), pages) if pages in _SIDES else None


def _fitting(
    build: Callable[[float], Document], sizes: tuple[float, ...], progress: Progress
) -> tuple[float, int]:
    """Return the largest size at which it has the fewest pages, and how many these are."""
    counts = {size: page_count(build(size), progress) for size in sizes}
    fewest = min(counts.values())
    return next((size, count) for size, count in counts.items() if count == fewest)


def _document(sheet: QuestionnaireSheet, look: Look, *, numbered: bool = False) -> Document:
    title = sheet.questionnaire.title
    blocks = tuple(sheet_blocks(sheet.questionnaire, sheet.options, sheet.sender, look))
    large = sheet.options.form is QuestionnaireForm.LARGE_PRINT
    furniture = Furniture(foot="" if large else sheet.sender.name, numbered=numbered)
    return _framed(sheet, look, look.page, Section(title, blocks, sheet.sender.accent, furniture))


def _twice(sheet: QuestionnaireSheet, look: Look, pages: int) -> Document:
    """Return two copies side by side, each on as many sides as it takes, and where to cut."""
    page, half = look.page, A5[0]
    panels = tuple(
        Panel(side, left + page.inner, page.top, page.text_width, page.text_height)
        for left in (0.0, half)
        for side in range(pages)
    )
    copy: tuple[Block, ...] = tuple(
        sheet_blocks(sheet.questionnaire, sheet.options, sheet.sender, look)
    )
    cut: tuple[Shape, ...] = (DashedLine(A4[1] / 2, 12.0, A4[1] / 2, A4[0] - 12.0),)
    section = Section(
        sheet.questionnaire.title,
        (*copy, Break(), *copy),
        sheet.sender.accent,
        Furniture(shapes=cut),
        panels=panels,
    )
    return _framed(sheet, look, _LYING, section)


def _framed(sheet: QuestionnaireSheet, look: Look, page: PageSetup, section: Section) -> Document:
    return Document(
        title=f"Questionnaire – {sheet.questionnaire.title}",
        language="fr",
        author=sheet.sender.name,
        subject=sheet.options.subject,
        edition=sheet.edition,
        page=page,
        sheet=look.sheet,
        sections=(section,),
    )
