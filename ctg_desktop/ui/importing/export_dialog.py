"""Writes the directory or the calendar in a format that other programs read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain import wording
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.text import IconText, Text, section_title
from ctg_desktop.usecases.exports import ExportFormat

_WIDTH = 480
_CHOICES: dict[ExportFormat, tuple[str, str]] = {
    ExportFormat.XLSX: (
        "Tableur (xlsx)",
        "Toutes les fiches publiées, à ouvrir dans Excel ou LibreOffice.",
    ),
    ExportFormat.CSV: ("Texte séparé (csv)", "Les mêmes colonnes, pour un autre programme."),
    ExportFormat.VCARD: ("Cartes de contact (vcf)", "Pour un carnet d’adresses ou un téléphone."),
    ExportFormat.ICALENDAR: (
        "Agenda (ics)",
        "Les manifestations publiées, pour un agenda électronique.",
    ),
}
_NAMES = {ExportFormat.ICALENDAR: "agenda"}


class ExportDialog(QDialog):
    """A choice of formats, then the system's own dialog for the file."""

    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Exporter")
        self.setMinimumWidth(_WIDTH)
        self.buttons: dict[ExportFormat, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.fault = IconText(Icon.ERROR, "", Tone.ERROR)
        self.fault.hide()
        self.save_button = primary("Enregistrer sous…", self._choose, Icon.EXPORT)
        self._lay_out()

    @property
    def wanted(self) -> ExportFormat:
        """The format chosen."""
        return next(one for one, button in self.buttons.items() if button.isChecked())

    def export(self, target: Path) -> None:
        """Write the file; the dialog closes when it is whole."""
        exports, today, wanted = self._desk.office.exports, self._desk.today(), self.wanted
        self.save_button.setEnabled(False)
        self._desk.tasks.run(
            lambda: exports.export(target, wanted, today),
            lambda count: self._done(target, count),
            failed=self._refuse,
        )

    def _lay_out(self) -> None:
        column = framed_column(self)
        column.addWidget(section_title("Dans quel format\u202f?"))
        column.addWidget(
            Text(
                "Seul ce qui est publié part, et seulement ce que les personnes ont accepté.",
                wrap=True,
                quiet=True,
            )
        )
        for wanted, (words, more) in _CHOICES.items():
            button = QRadioButton(words)
            button.setAccessibleDescription(more)
            self.buttons[wanted] = button
            self._group.addButton(button)
            note = Text(more, wrap=True, quiet=True)
            note.setContentsMargins(4 * UNIT, 0, 0, 0)
            choice = QVBoxLayout()
            choice.setSpacing(0)
            choice.addWidget(button)
            choice.addWidget(note)
            column.addLayout(choice)
        self.buttons[ExportFormat.XLSX].setChecked(True)
        column.addWidget(self.fault)
        column.addSpacing(UNIT)
        column.addLayout(foot((), (plain("Annuler", self.reject), self.save_button)))

    def _choose(self) -> None:
        ending = self.wanted.value
        name = f"{_NAMES.get(self.wanted, 'livret')}-{self._desk.today().isoformat()}.{ending}"
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        words = f"{_CHOICES[self.wanted][0].partition(' (')[0]} (*.{ending})"
        dialog = QFileDialog(self, "Exporter", folder, words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, target: Path, count: int) -> None:
        what = (
            wording.plural(count, "manifestation", "manifestations")
            if self.wanted is ExportFormat.ICALENDAR
            else wording.plural(count, "fiche", "fiches")
        )
        self.notice.emit(Notice(f"Exporté dans «\u202f{target.name}\u202f»\u00a0: {what}."))
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, CtgError):
            self.fault.show_text(sentence(error))
            self.fault.show()
        else:
            self._desk.report(error)
