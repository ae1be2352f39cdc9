"""How many pages a paper takes, for those who look for the size of text that fits."""

from __future__ import annotations

from ctg_desktop.domain.import_plan import Progress, silent
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
