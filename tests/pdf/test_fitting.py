"""The largest text that fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.pdf.blocks import Paragraph
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.fitting import fitted, page_count
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


@pytest.mark.parametrize(("pages", "size"), [(1, 9.5), (2, 9.5 * 1.2), (0, 9.5 * 0.8)])
def test_the_largest_scale_that_fits_is_taken(pages: int, size: float) -> None:
    chosen = fitted(built, pages, SCALES)
    assert chosen.sheet["body"].size == pytest.approx(size)


def test_no_scale_is_tried_that_is_not_needed() -> None:
    tried: list[float] = []

    def build(scale: float) -> Document:
        tried.append(scale)
        return built(scale)

    fitted(build, 1, SCALES)
    assert tried == [1.2, 1.0]


def test_fitting_can_be_cancelled() -> None:
    def progress(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        fitted(built, 1, SCALES, progress)
