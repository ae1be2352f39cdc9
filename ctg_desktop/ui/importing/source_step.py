"""First step: which file, or which cells."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ctg_desktop.ui.importing.reading import Source
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.empty_page import EmptyPage

_FILES = (
    "Fichiers lus (*.xlsx *.ods *.xls *.csv *.txt *.tsv *.json)",
    "Tous les fichiers (*)",
)


class SourceStep(QWidget):
    """A file chosen or dropped, or cells pasted from a spreadsheet."""

    chosen = Signal(object)
    """A :class:`Source`."""
    refused = Signal(str)
    """A sentence: the clipboard holds nothing to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.choose_button = primary("Choisir un fichier…", self.choose, Icon.FOLDER)
        self.paste_button = plain("Coller des cellules", self.paste, Icon.COPY)
        page = EmptyPage(
            Icon.IMPORT,
            "Apportez ce que vous avez déjà",
            "Une liste dans un tableur (xlsx, ods, csv), le répertoire national des associations "
            "(RNA) ou l’annuaire de l’administration (DILA). Vous pouvez déposer le fichier ici, "
            "ou copier des cellules dans votre tableur et les coller. Rien n’est écrit avant "
            "l’aperçu.",
            (self.choose_button, self.paste_button),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def choose(self) -> None:
        """Ask for a file."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self, "Importer", documents)
        dialog.setNameFilters(_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Source(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Take the cells that are in the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.chosen.emit(Source(None, text))
        else:
            self.refused.emit(
                "Le presse-papiers est vide. Copiez d’abord des cellules dans votre tableur, "
                "titres compris."
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped."""
        event.acceptProposedAction()
        self.chosen.emit(Source(Path(event.mimeData().urls()[0].toLocalFile())))
