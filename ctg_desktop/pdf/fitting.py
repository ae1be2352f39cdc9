"""The largest size of text at which a paper fits its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.collector import collector_paused
from ctg_desktop.pdf.document import Document


def page_count(document: Document, progress: Progress = silent) -> int:
    """Return how many pages a document has, without drawing them.

    Raises:
        Cancelled: By ``progress``.
    """
    from ctg_desktop.pdf.typesetting.layout import lay_out

    with collector_paused():
        return len(lay_out(document, lambda _done, _total: progress(0, 0)).pages)


def fitted(
    build: Callable[[float], Document],
    pages: int,
    scales: Sequence[float],
    progress: Progress = silent,
) -> Document:
    """Return a document at the first scale, from large to small, at which it fits its pages.

    Args:
        build: Makes the document, its style sheet multiplied by a scale.
        pages: How many pages it may have.
        scales: What may be tried; the smallest is taken when the document fits at none.
        progress: May raise ``Cancelled``.

    Raises:
        Cancelled: By ``progress``.
    """
    larger = sorted(scales, reverse=True)
    smallest = larger.pop()
    for scale in larger:
        document = build(scale)
        if page_count(document, progress) <= pages:
            return document
    return build(smallest)
