"""First step: choose a file, drop it, or paste cells."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.messages.labels import FORMAT_LABELS
from ctg_desktop.ui.editing.inputs import AreaInput
from ctg_desktop.ui.importing.import_flow import ImportFlow, Source
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text

_PATTERNS = (
    "Fichiers lus (*.xlsx *.ods *.xls *.csv *.txt *.tsv *.json)",
    "Tous les fichiers (*)",
)
_NOTHING_COPIED = (
    "Le presse-papiers est vide. Copiez d’abord des cellules dans votre tableur, titres compris."
)
_OFFICIAL = {
    "rna": "répertoire national des associations (RNA)",
    "dila": "annuaire de l’administration (DILA)",
}
_PASTED_MS = 300
_LONGEST = 2_000_000
_READ = (
    "Tableurs (xlsx, ods, xls, csv), répertoire national des associations (RNA), annuaire de "
    "l’administration (DILA). Le format est reconnu au contenu\u202f; rien n’est écrit avant "
    "l’aperçu."
)


class SourceStep(QWidget):
    """Says what was recognised as soon as something is given."""

    def __init__(self, flow: ImportFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self.setAcceptDrops(True)
        self.choose_button = plain("Choisir un fichier…", self._choose, Icon.FOLDER)
        self.paste_button = plain("Coller", self._paste, Icon.COPY)
        self.cells = AreaInput(4, 6, limit=_LONGEST)
        self.cells.setPlaceholderText("Copiez les lignes dans le tableur, titres compris…")
        self.recognised = IconText(Icon.CHECKED, "", Tone.GOOD)
        self.recognised.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PASTED_MS)
        self._timer.timeout.connect(self._look_at_cells)
        self.cells.edited.connect(self._timer.start)
        flow.recognised.connect(self._say)
        self._lay_out()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file."""
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file that was dropped."""
        path = _file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._flow.look_at_file(path)

    def _lay_out(self) -> None:
        card = Card("Un fichier")
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.choose_button)
        row.addWidget(Text("ou déposez-le ici", quiet=True))
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(Text(_READ, wrap=True, quiet=True))
        paste = Card("Ou des cellules copiées")
        paste.body.addWidget(LabelledField("Collez ici les lignes d’un tableur", self.cells))
        paste.body.addWidget(self.paste_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(card)
        column.addWidget(paste)
        column.addWidget(self.recognised)
        column.addStretch(1)

    def _choose(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(self, "Importer", QStandardPaths.writableLocation(documents))
        dialog.setNameFilters(_PATTERNS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._flow.look_at_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _paste(self) -> None:
        self.cells.setPlainText(QGuiApplication.clipboard().text())
        if not self.cells.value().strip():
            self.recognised.show_text(_NOTHING_COPIED, Icon.ERROR, Tone.ERROR)
            self.recognised.show()

    def _look_at_cells(self) -> None:
        text = self.cells.value()
        if text.strip():
            self._flow.look_at_cells(text)

    def _say(self) -> None:
        self.recognised.show_text(recognised_words(self._flow.source), Icon.CHECKED, Tone.GOOD)
        self.recognised.show()


def recognised_words(source: Source) -> str:
    """Return what a source was recognised as, e.g. "annuaire.xlsx : tableur, 12 colonnes"."""
    words = _OFFICIAL.get(source.format) or FORMAT_LABELS.get(source.format, source.format)
    if source.sheet is not None:
        columns = wording.plural(len(source.sheet.headers), "colonne", "colonnes")
        where = f", feuille «\u202f{source.sheet.sheet}\u202f»" if source.sheet.sheet else ""
        words = f"{words}, {columns}{where}"
    return f"{source.name}\u00a0: {words}"


def _file_in(data: QMimeData) -> Path | None:
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
