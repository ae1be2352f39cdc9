"""What a print says."""

from __future__ import annotations

from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.pdf_pages import PdfPages


def words(page: PrintsPage) -> str:
    with PdfPages(page.output.content) as pages:
        return " ".join(pages.text(index) for index in range(pages.count))


def said(page: PrintsPage, index: int = 0) -> str:
    """Return the words of one page of the print, with single spaces."""
    with PdfPages(page.output.content) as pages:
        return " ".join(pages.text(index).split())
