"""Export the directory: choose a format, then a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.wording import plural
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.text import IconText, Text, section_title
from ctg_desktop.usecases.exports import ExportFormat

_WORDS = {
    ExportFormat.XLSX: ("Classeur (xlsx)", "Pour Excel ou LibreOffice, et pour réimporter."),
    ExportFormat.CSV: ("Texte en colonnes (csv)", "Pour tout autre programme."),
    ExportFormat.VCARD: ("Cartes de visite (vcf)", "Pour un carnet d’adresses ou un téléphone."),
    ExportFormat.ICALENDAR: ("Agenda (ics)", "Les manifestations publiées, pour un calendrier."),
}
_WIDTH = 520
_INDENT = 3 * UNIT


class ExportDialog(QDialog):
    """What is published leaves the program, consents applied; nothing else."""

    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Exporter")
        self.setMinimumWidth(_WIDTH)
        self.choices = {wanted: QRadioButton(words) for wanted, (words, _) in _WORDS.items()}
        self._group = QButtonGroup(self)
        self.message = IconText(Icon.ERROR, "", Tone.ERROR)
        self.message.hide()
        self.save_button = primary("Choisir le fichier…", self.choose, Icon.SAVE)
        self._lay_out()
        self.choices[ExportFormat.XLSX].setChecked(True)

    @property
    def wanted(self) -> ExportFormat:
        """The format chosen."""
        return next(one for one, button in self.choices.items() if button.isChecked())

    def choose(self) -> None:
        """Ask where the file goes."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        ending = self.wanted.value
        words = _WORDS[self.wanted][0]
        dialog = QFileDialog(self, "Exporter", documents, f"{words} (*.{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"annuaire.{ending}")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, target: Path) -> None:
        """Write the file."""
        self.message.hide()
        self.save_button.setEnabled(False)
        exports, wanted, today = self._desk.office.exports, self.wanted, self._desk.today()
        self._desk.tasks.run(
            lambda: exports.export(target, wanted, today),
            partial(self._done, target),
            failed=self._refuse,
        )

    def _done(self, target: Path, count: int) -> None:
        ics = self.wanted is ExportFormat.ICALENDAR
        what = (
            plural(count, "manifestation écrite", "manifestations écrites")
            if ics
            else plural(count, "fiche écrite", "fiches écrites")
        )
        self.notice.emit(Notice(f"{what} dans {target}."))
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if not isinstance(error, CtgError):
            self._desk.report(error)
            return
        self.message.show_text(sentence(error))
        self.message.show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT)
        column.addWidget(section_title("Exporter l’annuaire"))
        column.addWidget(
            Text(
                "Seules les fiches publiées sont écrites, et seulement ce qui peut être imprimé : "
                "ni téléphone privé, ni personne sans accord.",
                wrap=True,
                quiet=True,
            )
        )
        for wanted, button in self.choices.items():
            self._group.addButton(button)
            column.addWidget(button)
            why = Text(_WORDS[wanted][1], quiet=True)
            why.setIndent(_INDENT)
            button.setAccessibleDescription(why.text())
            column.addWidget(why)
        column.addWidget(self.message)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(plain("Annuler", self.reject))
        foot.addWidget(self.save_button)
        column.addLayout(foot)
