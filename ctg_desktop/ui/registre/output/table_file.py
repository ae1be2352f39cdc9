"""Asks where the table for the prefect goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ctg_desktop.usecases.papers import file_name

_NAME = "Registre pour le préfet"


def ask_target(window: QWidget, suffix: str, today: date, then: Callable[[Path], None]) -> None:
    """Ask in the system's window.

    Args:
        window: Owner.
        suffix: Ending of the file.
        today: Part of its name.
        then: Receives where.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, "Enregistrer sous", folder, f"Tableau (*.{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{file_name(_NAME, today)}.{suffix}")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
