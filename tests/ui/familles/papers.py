"""Papers that stand in a window of their own, put on paper by a printer that writes a file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.impressions.paper_dialog import PaperDialog

_DARK = 128


def dialog_over(qtbot: QtBot, window: QWidget) -> PaperDialog:
    """Return the paper that is shown, once it is laid out."""
    shown = [one for one in window.findChildren(PaperDialog) if one.isVisible()]
    assert len(shown) == 1
    qtbot.waitUntil(shown[0].print_button.isEnabled)
    return shown[0]


def printed(qtbot: QtBot, dialog: PaperDialog, target: Path) -> int:
    """Print what a dialog shows, as its button does once a printer is chosen; count its pages."""
    assert dialog.paper is not None
    pages = dialog.paper.pages
    printer = dialog.output.printer()
    assert printer is not None
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    with qtbot.waitSignal(dialog.put_out):
        dialog.output.print_on(printer)
    with pypdfium2.PdfDocument(target) as pdf:
        assert len(pdf) == pages
        assert all(_is_inked(page) for page in pdf)
    return pages


def _is_inked(page: pypdfium2.PdfPage) -> bool:
    """Tell whether something stands on a page that was drawn as a picture."""
    darkest, _lightest = page.render(scale=0.5).to_pil().convert("L").getextrema()
    return bool(darkest < _DARK)
