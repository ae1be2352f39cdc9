"""The way of a paper or a file about a family: where it goes is asked, and it is noted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.output import open_file
from ctg_desktop.ui.page import Notice
from ctg_desktop.usecases.papers import RenderedPaper, keep, keep_paper


class Saving(QObject):
    """Makes a paper on the worker once it is known where it goes."""

    notice = Signal(object)
    """Where it was written, or why it was not."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Prepare the ways out.

        Args:
            desk: Tools.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk, self._window = desk, window

    def paper(
        self,
        name: str,
        make: Callable[[], RenderedPaper],
        told: Callable[[], str] = str,
    ) -> None:
        """Ask where a PDF goes, then make it.

        Args:
            name: Proposed file name, without its ending.
            make: On the worker.
            told: On the worker, once it is written: what should be known of it.
        """
        write = partial(self.write_paper, make, told=told)
        self._ask(name, "Document PDF (*.pdf)", "pdf", write)

    def data(self, name: str, make: Callable[[], bytes]) -> None:
        """Ask where a file of data (JSON) goes, then make it."""
        self._ask(name, "Données JSON (*.json)", "json", partial(self.write_data, make))

    def write_paper(
        self,
        make: Callable[[], RenderedPaper],
        target: Path,
        *,
        told: Callable[[], str] = str,
    ) -> None:
        """Write a PDF, and note in the journal of access whom it concerns."""
        log = self._desk.office.access_log

        def work() -> tuple[Path, str]:
            paper = make()
            log.require_for(paper)
            written = keep_paper(paper, target).path
            log.note_paper(paper, AccessKind.EXPORTED)
            return written, told()

        self._desk.tasks.run(work, self._written, failed=self._failed)

    def write_data(self, make: Callable[[], bytes], target: Path) -> None:
        """Write a file of data; whoever makes it notes it."""
        self._desk.tasks.run(lambda: (keep(make(), target), ""), self._written, failed=self._failed)

    def _ask(self, name: str, kinds: str, suffix: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window, "Enregistrer sous", documents(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _written(self, written: tuple[Path, str]) -> None:
        path, told = written
        words = f"{told} Enregistré\u00a0: {path}".strip()
        self.notice.emit(Notice(words, "Ouvrir", partial(open_file, path)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)


def documents() -> str:
    """Return the folder where a person keeps documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
