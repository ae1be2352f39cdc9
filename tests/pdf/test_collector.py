"""The collector rests while a paper is made, and only then."""

from __future__ import annotations

import gc

import pytest

from ctg_desktop.domain.progress import Cancelled
from ctg_desktop.pdf.blocks import Paragraph
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.render import render
from tests.pdf.small_papers import document, section, text

PAPER = document(section(Paragraph(text("mot"))))


@pytest.mark.parametrize("make", [render, page_count])
def test_the_collector_rests_while_a_paper_is_made(make: object) -> None:
    seen: list[bool] = []
    make(PAPER, lambda _done, _total: seen.append(gc.isenabled()))  # type: ignore[operator]
    assert seen
    assert not any(seen)
    assert gc.isenabled()


def test_the_collector_works_again_after_a_cancel() -> None:
    def progress(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        render(PAPER, progress)
    assert gc.isenabled()


def test_a_collector_that_rested_before_goes_on_resting() -> None:
    gc.disable()
    try:
        render(PAPER)
        assert not gc.isenabled()
    finally:
        gc.enable()
