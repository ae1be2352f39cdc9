"""How many pages a paper takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctg_desktop.domain.import_plan import Cancelled
from ctg_desktop.pdf.document import Document, Paragraph
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.render import render
from tests.pdf.small_papers import SHEET, document, section, text

SCALES = (0.8, 1.2, 1.0, 0.9)


def built(scale: float) -> Document:
    """A paper of 40 lines at a scale."""
    long = document(section(*(Paragraph(text("ligne")) for _ in range(40))))
    return replace(long, sheet=SHEET.scaled(scale))


def test_pages_are_counted_without_drawing() -> None:
    for scale in SCALES:
        assert page_count(built(scale)) == render(built(scale)).pages


def test_counting_can_be_cancelled() -> None:
    def progress(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        page_count(built(1.0), progress)
