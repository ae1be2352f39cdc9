from __future__ import annotations

import pytest

from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.pdf.booklet import booklet_document
from ctg_desktop.pdf.render import render
from tests.pdf.invented import content
from tests.pdf.reading import Tagged


def print_booklet(chosen: BookletContent) -> bytes:
    """The bytes of a booklet."""
    return render(booklet_document(chosen)).content


@pytest.fixture(scope="session")
def booklet() -> bytes:
    """The booklet of the invented commune."""
    return print_booklet(content(130))


@pytest.fixture(scope="session")
def tagged(booklet: bytes) -> Tagged:
    """The same, read back."""
    return Tagged(booklet)
