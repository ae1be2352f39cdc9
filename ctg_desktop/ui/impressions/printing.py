"""A PDF onto paper through the system's printer, page by page. Runs on the worker."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.progress import Cancelled, Progress
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.ui.impressions.pdf_pages import POINTS_PER_INCH, PdfPages

_SHARPEST = 300
_DUPLEX = {
    Duplex.NONE: QPrinter.DuplexMode.DuplexNone,
    Duplex.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


def page_layout(size: tuple[float, float]) -> QPageLayout:
    """Return the paper for pages of a size: A3, A4, A5 or their own, upright or lying.

    Args:
        size: Width and height in points of 1/72 inch.
    """
    width, height = size
    landscape = width > height
    upright = QSizeF(min(size), max(size))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation
    return QPageLayout(
        paper, orientation.Landscape if landscape else orientation.Portrait, QMarginsF()
    )


def make_printer(size: tuple[float, float], duplex: Duplex = Duplex.NONE) -> QPrinter:
    """Return the system's printer, set for a paper.

    Args:
        size: Of its pages: width and height in points of 1/72 inch.
        duplex: How the sheet is turned between its two sides.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(size))
    printer.setFullPage(True)
    printer.setDuplex(_DUPLEX[duplex])
    return printer


def print_pdf(content: bytes, printer: QPrinter, progress: Progress) -> int:
    """Print a PDF and return how many pages were sent.

    Each page fills the paper chosen, without being stretched.

    Args:
        content: The PDF.
        printer: As the person set it in the system's dialog: pages, copies, paper.
        progress: Told after each page; when it is cancelled the print is abandoned.

    Raises:
        EnvironmentFault: ``printer-failed``.
        Cancelled: Somebody asked to stop.
    """
    with PdfPages(content) as pages:
        chosen = _chosen_pages(printer, pages.count)
        painter = QPainter()
        if not painter.begin(printer):
            raise EnvironmentFault("printer-failed")
        try:
            for done, index in enumerate(chosen):
                progress(done, len(chosen))
                if done and not printer.newPage():
                    raise EnvironmentFault("printer-failed")
                _draw(painter, printer, pages, index)
        except Cancelled:
            printer.abort()
            raise
        finally:
            painter.end()
        return len(chosen)


def _chosen_pages(printer: QPrinter, count: int) -> list[int]:
    first = printer.fromPage() or 1
    last = min(printer.toPage() or count, count)
    order = list(range(first - 1, last))
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return order[::-1] if backwards else order


def _draw(painter: QPainter, printer: QPrinter, pages: PdfPages, index: int) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    width, height = pages.size(index)
    fit = min(paper.width() / width, paper.height() / height)
    sharpness = min(fit, _SHARPEST / POINTS_PER_INCH)
    picture = pages.picture(index, sharpness)
    drawn = QRect(0, 0, round(width * fit), round(height * fit))
    drawn.moveCenter(QRect(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(drawn, picture)
