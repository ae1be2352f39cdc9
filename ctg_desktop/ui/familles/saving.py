"""The way of a family's data into a file: where it goes is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.output import open_file
from ctg_desktop.ui.page import Notice
from ctg_desktop.usecases.papers import keep


class Saving(QObject):
    """Makes a file on the worker once it is known where it goes."""

    notice = Signal(object)
    """Where it was written, or why it was not."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Prepare the way out.

        Args:
            desk: Tools.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk, self._window = desk, window

    def data(self, name: str, make: Callable[[], bytes]) -> None:
        """Ask where a file of data (JSON) goes, then make it.

        Args:
            name: Proposed file name, without its ending.
            make: On the worker; notes that it goes out.
        """
        dialog = QFileDialog(self._window, "Enregistrer sous", documents(), "Données JSON (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{name}.json")
        dialog.fileSelected.connect(lambda chosen: self.write_data(make, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_data(self, make: Callable[[], bytes], target: Path) -> None:
        """Write a file of data."""
        self._desk.tasks.run(lambda: keep(make(), target), self._written, failed=self._failed)

    def _written(self, path: Path) -> None:
        words = f"Enregistré\u00a0: {path}"
        self.notice.emit(Notice(words, "Ouvrir", partial(open_file, path)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)


def documents() -> str:
    """Return the folder where a person keeps documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
