"""The way of the paper that is shown: to the printer, into a file, to another program."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.paper_form import Export
from ctg_desktop.ui.impressions.printing import make_printer, print_pdf
from ctg_desktop.ui.impressions.rendering import Rendered
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.usecases.papers import PaperReport, RenderedPaper, keep_paper

T = TypeVar("T")


class PaperLog(Protocol):
    """Notes which paper left the program: for the vault, or in the name of the register."""

    def require_for(self, paper: RenderedPaper) -> None:
        """Refuse a paper that could not be noted."""
        ...

    def note_paper(self, paper: RenderedPaper, kind: AccessKind) -> None:
        """Note that it left."""
        ...


class PaperOutput(QObject):
    """Prints, writes and opens exactly what the preview shows."""

    notice = Signal(object)
    """What was done, as a :class:`~ctg_desktop.ui.page.Notice`."""
    put_out = Signal()
    """The paper went to a printer or into a file."""
    refused = Signal(object)
    """A ``UserError``."""
    running = Signal(object, str)
    """A long task, and what it does."""

    def __init__(self, desk: Desk, window: QWidget, log: PaperLog | None = None) -> None:
        """Prepare the ways out.

        Args:
            desk: Tools.
            window: Owner of the dialogs.
            log: Where it is noted; the journal of access, by whoever opened the vault, by default.
        """
        super().__init__(window)
        self._desk, self._window = desk, window
        self._log: PaperLog = desk.office.access_log if log is None else log
        self._shown: Rendered | None = None

    def show(self, shown: Rendered | None) -> None:
        """Take over what the preview shows; ``None`` when it shows nothing to put out."""
        self._shown = shown

    @property
    def content(self) -> bytes:
        """The PDF; empty when there is none."""
        return self._shown.paper.content if self._shown else b""

    def printer(self) -> QPrinter | None:
        """Return the system's printer, set for this paper."""
        if self._shown is None:
            return None
        return make_printer(self._shown.sizes[0], self._shown.paper.duplex)

    def print_(self) -> None:
        """Ask which printer, in the system's dialog."""
        printer = self.printer()
        if self._shown is None or printer is None or not self._may_leave(self._shown.paper):
            return
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, self._shown.paper.pages)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer, as it is set."""
        if self._shown is None:
            return
        paper = self._shown.paper

        def work(progress: Progress) -> int:
            return self._noted(paper, lambda: print_pdf(paper.content, printer, progress))

        task = self._desk.tasks.run_long(work, self._printed, failed=self._failed)
        self.running.emit(task, "Impression…")

    def save_as(self) -> None:
        """Ask where the PDF goes."""
        if self._shown is not None and self._may_leave(self._shown.paper):
            self._ask("Document PDF (*.pdf)", "pdf", self.save_to)

    def save_to(self, target: Path) -> None:
        """Write the PDF into a file."""
        if self._shown is None:
            return
        paper = self._shown.paper
        self._desk.tasks.run(
            lambda: self._noted(paper, lambda: keep_paper(paper, target)),
            self._saved,
            failed=self._failed,
        )

    def export_as(self, export: Export) -> None:
        """Ask where another form of the paper goes."""
        name = export.word.partition(" (")[0]
        self._ask(f"{name} (*.{export.suffix})", export.suffix, partial(self.export_to, export))

    def export_to(self, export: Export, target: Path) -> None:
        """Write another form of the paper into a file."""

        def work(progress: Progress) -> PaperReport:
            return PaperReport(export.write(target, progress), target, 0)

        task: LongTask = self._desk.tasks.run_long(work, self._saved, failed=self._failed)
        self.running.emit(task, "Écriture du fichier…")

    def open_(self) -> None:
        """Show the PDF in the program that the computer has for it."""
        if self._shown is None:
            return
        paper, opened = self._shown.paper, self._desk.office.opened_papers
        self._desk.tasks.run(
            lambda: self._noted(paper, lambda: opened.keep(paper)),
            open_file,
            failed=self._failed,
        )

    def _may_leave(self, paper: RenderedPaper) -> bool:
        """Tell whether a paper may go out; say why not, before anything is asked."""
        try:
            self._log.require_for(paper)
        except UserError as error:
            self.refused.emit(error)
            return False
        return True

    def _noted(self, paper: RenderedPaper, put_out: Callable[[], T]) -> T:
        """Put a paper out, and note it in the journal of access. On the worker."""
        self._log.require_for(paper)
        done = put_out()
        self._log.note_paper(paper, AccessKind.PRINTED)
        return done

    def _ask(self, kinds: str, suffix: str, then: Callable[[Path], None]) -> None:
        if self._shown is None:
            return
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self._window, "Enregistrer sous", documents, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{self._shown.paper.name}.{suffix}")
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _printed(self, pages: int) -> None:
        sent = plural(pages, "page envoyée", "pages envoyées")
        self.notice.emit(Notice(f"{sent} à l’imprimante."))
        self.put_out.emit()

    def _saved(self, report: PaperReport) -> None:
        where = f"Enregistré\u00a0: {report.path}"
        if report.path != report.asked:
            where = (
                f"«\u202f{report.asked.name}\u202f» est ouvert dans un autre programme\u00a0: le "
                f"papier est enregistré à côté, sous le nom «\u202f{report.path.name}\u202f»."
            )
        self.notice.emit(Notice(where, "Ouvrir", partial(open_file, report.path)))
        self.put_out.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self._desk.report(error)


def open_file(path: Path) -> None:
    """Show a file in the program that the computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
