"""Yearly figures without names: exact ones to look at, masked ones that may be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.families.figure_tables import (
    exact_tables,
    head,
    masked_head,
    masked_tables,
)
from ctg_desktop.domain.families.figures import YearFigures
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.family_figures import (
    EXACT_SENTENCE,
    masking_sentence,
    withheld_sentences,
)
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.familles.figures_view import FiguresView
from ctg_desktop.ui.familles.saving import documents
from ctg_desktop.ui.impressions.output import open_file
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.roomy_dialog import resize_with_letters
from ctg_desktop.ui.widgets.text import IconText, Text, announce, section_title

if TYPE_CHECKING:
    from ctg_desktop.usecases.families.figures import FamilyFigures

_SIZE = (820, 620)
_YEAR_LETTERS = 14
_EXACT, _MASKED = "exact", "masked"
_NAME = "Chiffres des familles"
_KINDS = (
    "Document PDF (*.pdf);;Feuille OpenDocument (*.ods);;Classeur Excel (*.xlsx);;Texte CSV (*.csv)"
)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the dialog shows of one year."""

    years: tuple[int, ...]
    exact: YearFigures
    masked: MaskedFigures
    sent: tuple[date, ...]


class FiguresDialog(QDialog):
    """A year, one of two views of it, and the way out for the one that may leave."""

    notice = Signal(object)
    """Where figures were written."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._latest = desk, Latest(desk.tasks)
        self._read: _Read | None = None
        self.setWindowTitle("Chiffres")
        resize_with_letters(self, *_SIZE)
        this_year = desk.today().year
        self.year = ChoiceInput([(str(this_year), f"{this_year}, en cours")])
        self.year.setMinimumContentsLength(_YEAR_LETTERS)
        self.chips = FilterChips("Chiffres exacts ou à transmettre")
        self.chips.set_choices([Choice(_EXACT, "Pour la mairie"), Choice(_MASKED, "À transmettre")])
        self.summary = section_title("")
        self.summary.setWordWrap(True)
        self.said = IconText(Icon.INFORMATION, "", Tone.INFORMATION, coloured=False)
        self.sent = Text(wrap=True, quiet=True)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.view = FiguresView()
        self.close_button = plain("Fermer", self.reject)
        self.save_button = primary("Enregistrer…", self.ask_target, Icon.FILE_DOWN)
        keep_out(desk, self.save_button)
        self.year.edited.connect(self.load)
        self.chips.chosen.connect(lambda _key: self._show())
        self._lay_out()
        self.load()

    def load(self) -> None:
        """Read the year that is chosen."""
        figures, year, today = (
            self._desk.office.family_figures,
            int(self.year.value()),
            self._desk.today(),
        )
        self._latest.run(lambda: _read(figures, year, today), self._take, failed=self._failed)

    def ask_target(self) -> None:
        """Ask where what may be sent goes, and in which form."""
        dialog = QFileDialog(self, "Enregistrer les chiffres à transmettre", documents(), _KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind[-4:-1]))
        dialog.selectFile(f"{_NAME} {self.year.value()}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.write_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_to(self, target: Path) -> None:
        """Write what is shown, and remember that it left."""
        if self._read is None:
            return
        seen, figures, today = (
            self._read.masked,
            self._desk.office.family_figures,
            self._desk.today(),
        )
        self.error.hide()
        self._desk.tasks.run(
            lambda: figures.write(seen, target, today), self._written, failed=self._failed
        )

    def _take(self, read: _Read) -> None:
        self._read = read
        chosen, this_year = self.year.value(), self._desk.today().year
        self.year.set_choices(
            [(str(one), f"{one}, en cours" if one == this_year else str(one)) for one in read.years]
        )
        self.year.set_value(chosen)
        self._show()

    def _show(self) -> None:
        if self._read is None:
            return
        leaving = self.chips.current == _MASKED
        masked = self._read.masked
        self.save_button.setVisible(leaving)
        self.save_button.setEnabled(not masked.withheld)
        self.summary.setText(masked_head(masked) if leaving else head(self._read.exact))
        words = [EXACT_SENTENCE]
        if leaving:
            words = [*withheld_sentences(masked), masking_sentence(masked.families.threshold)]
        self.said.show_text(" ".join(words))
        days = [wording.day(one) for one in self._read.sent]
        self.sent.setText(f"Déjà transmis\u00a0: {wording.joined(days)}." if days else "")
        self.sent.setVisible(leaving and bool(days))
        self.view.show_tables(masked_tables(masked) if leaving else exact_tables(self._read.exact))

    def _written(self, path: Path) -> None:
        def open_() -> None:
            open_file(path)

        self.notice.emit(Notice(f"Chiffres enregistrés\u00a0: {path}", "Ouvrir", open_))
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CtgError):
            self._desk.report(error)
            return
        self.error.show_text(sentence(error))
        self.error.show()
        announce(self.error, self.error.text())
        if error.code == "figures-changed":
            self.load()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(self.chips, 1)
        top.addWidget(LabelledField("Année", self.year))
        scrolled = Scrolled()
        scrolled.column.addWidget(self.summary)
        scrolled.column.addWidget(self.said)
        scrolled.column.addWidget(self.sent)
        scrolled.column.addWidget(self.view)
        scrolled.column.addStretch(1)
        column = framed_column(self, spacing=UNIT + UNIT // 2)
        column.addLayout(top)
        column.addWidget(scrolled, 1)
        column.addWidget(self.error)
        column.addLayout(foot((self.close_button,), (self.save_button,)))


def _read(figures: FamilyFigures, year: int, today: date) -> _Read:
    return _Read(
        figures.years(today),
        figures.year(year, today),
        figures.masked(year, today),
        tuple(one.on for one in figures.sent(year)),
    )
