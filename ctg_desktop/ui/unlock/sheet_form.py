"""The recovery code: shown, printed, kept as a PDF where asked, then tried once from the paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.code_field import CodeField
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText, Text, announce
from ctg_desktop.usecases.papers import PaperReport, RenderedPaper, keep_paper
from ctg_desktop.usecases.passwords import RecoveryCode
from ctg_desktop.usecases.recovery_sheet import recovery_sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WARNING = (
    "Sans mot de passe et sans cette feuille, personne ne peut rouvrir vos données\u00a0: ni un "
    "informaticien, ni nous."
)
_ON_PAPER = (
    "Imprimez cette feuille, ou recopiez les sept groupes à la main. Elle ira au coffre de la "
    "mairie\u202f; avec elle en main, continuez\u00a0: elle va être essayée."
)
_TRY = (
    "Recopiez maintenant le code depuis la feuille, et non de mémoire\u00a0: c’est la seule façon "
    "d’être sûr qu’elle servira le jour venu."
)
_SAVED = (
    "Enregistré\u00a0: {path}. Qui trouve ce fichier peut ouvrir vos données\u00a0: imprimez-le, "
    "puis effacez-le."
)
Draw = Callable[[Profile, RecoveryCode, Sequence[str], date], RenderedPaper]
"""Lays a sheet out: whose vault, the code, who has a password, the day."""
_LARGE = 1.5


class SheetForm(QWidget):
    """Two faces: the code, and the line in which it is typed back."""

    tried = Signal()
    """The code was typed back without a mistake."""

    try_wanted = Signal()
    """The line for the trial is shown."""

    def __init__(
        self,
        tasks: TaskRunner,
        report: Callable[[Exception], None],
        parent: QWidget | None = None,
        *,
        draw: Draw = recovery_sheet,
        warning: str = WARNING,
    ) -> None:
        """Prepare the form.

        Args:
            tasks: Draws and prints the sheet.
            report: Says an unexpected failure.
            parent: Owner.
            draw: Lays the sheet out.
            warning: What is lost with passwords and sheet.
        """
        super().__init__(parent)
        self._tasks, self._report, self._draw, self._warning = tasks, report, draw, warning
        self._code: RecoveryCode | None = None
        self._paper: RenderedPaper | None = None
        self.is_tried = False
        self.said = IconText(Icon.INFORMATION, "", Tone.INFORMATION, coloured=False)
        self.print_button = plain("Imprimer…", self.print_, Icon.PRINT)
        self.save_button = plain("Enregistrer en PDF…", self.save, Icon.FILE_DOWN)
        self.back_button = link("Revoir le code", self.show_code)
        self.field = CodeField("Le code de la feuille")
        self.groups = FlowLayout(spacing=MARGIN)
        self._faces = QStackedWidget()
        self._lay_out()
        self.field.line.returnPressed.connect(self.check)

    def show_sheet(
        self, profile: Profile, code: RecoveryCode, users: Sequence[str], today: date
    ) -> None:
        """Show another code, and draw its sheet."""
        self._code, self._paper, self.is_tried = code, None, False
        self._fill(code)
        self.field.clear()
        self.said.hide()
        self.show_code()
        self._let_print(ready=False)
        self._tasks.run(
            partial(self._draw, profile, code, tuple(users), today),
            self._drawn,
            failed=self._failed,
        )

    def forget(self) -> None:
        """Keep nothing of the code."""
        self._code, self._paper = None, None
        self._clear_groups()
        self.field.clear()

    def show_code(self) -> None:
        """Turn to the face with the code."""
        self._faces.setCurrentIndex(0)
        self.print_button.setFocus()

    def try_it(self) -> None:
        """Turn to the face without it."""
        self._faces.setCurrentIndex(1)
        self.field.line.setFocus()
        self.try_wanted.emit()

    @property
    def is_trying(self) -> bool:
        """Whether the line is shown in which the code is typed back."""
        return self._faces.currentIndex() == 1

    def check(self) -> bool:
        """Compare what is typed with the code; say what is wrong."""
        typed = self.field.code()
        if typed is None or self._code is None:
            return False
        if typed != self._code:
            self.field.refuse("Ce code est bien écrit, mais n’est pas celui de cette feuille.")
            return False
        self.is_tried = True
        self.tried.emit()
        return True

    def print_(self) -> None:
        """Ask which printer, in the system's dialog."""
        from PySide6.QtPrintSupport import QPrintDialog

        from ctg_desktop.ui.impressions.printing import make_printer

        if self._paper is None:
            return
        printer = make_printer((595.0, 842.0))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._paper.pages)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer, as it is set."""
        from ctg_desktop.ui.impressions.printing import print_pdf

        if self._paper is not None:
            self._tasks.run_long(
                partial(print_pdf, self._paper.content, printer), self._printed, failed=self._failed
            )

    def save(self) -> None:
        """Ask where the PDF goes."""
        if self._paper is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, "Enregistrer sous", folder, "Document PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._paper.name}.pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Write the PDF into a file."""
        if self._paper is not None:
            self._tasks.run(
                partial(keep_paper, self._paper, target), self._saved, failed=self._failed
            )

    def _lay_out(self) -> None:
        sheet = Card()
        sheet.body.addLayout(self.groups)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(Text(_ON_PAPER, wrap=True))
        column.addWidget(sheet)
        column.addLayout(_row(self.print_button, self.save_button))
        column.addWidget(self.said)
        column.addWidget(IconText(Icon.WARNING, self._warning, Tone.WARNING))
        column.addStretch(1)
        trying = QWidget()
        column = QVBoxLayout(trying)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(Text(_TRY, wrap=True))
        column.addWidget(self.field)
        column.addLayout(_row(self.back_button))
        column.addStretch(1)
        self._faces.addWidget(shown)
        self._faces.addWidget(trying)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._faces)

    def _fill(self, code: RecoveryCode) -> None:
        self._clear_groups()
        holders = [_group(number, group) for number, group in enumerate(code.groups, start=1)]
        # Letters differ in width from code to code: as wide as the widest, groups stand in columns.
        widest = max(one.sizeHint().width() for one in holders)
        for holder in holders:
            holder.setMinimumWidth(widest)
            self.groups.addWidget(holder)

    def _clear_groups(self) -> None:
        while (item := self.groups.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()

    def _drawn(self, paper: RenderedPaper) -> None:
        self._paper = paper
        self._let_print(ready=True)
        if self.isVisible() and not self.is_trying:
            self.print_button.setFocus()

    def _let_print(self, *, ready: bool) -> None:
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def _printed(self, _pages: int) -> None:
        self._say("La feuille est partie à l’imprimante. Vérifiez qu’elle se lit bien.")

    def _saved(self, report: PaperReport) -> None:
        self._say(_SAVED.format(path=report.path))

    def _say(self, text: str, icon: Icon = Icon.CHECKED, tone: Tone = Tone.GOOD) -> None:
        self.said.show_text(text, icon, tone)
        self.said.show()
        announce(self, text)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self._say(sentence(error), Icon.ERROR, Tone.ERROR)
        else:
            self._report(error)


def _group(number: int, group: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    place, signs = Text(str(number), quiet=True), Text(group)
    font = QFont(signs.font())
    font.setPointSizeF(font.pointSizeF() * _LARGE)
    font.setWeight(QFont.Weight.Bold)
    signs.setFont(font)
    signs.setAccessibleName(f"Groupe {number}\u00a0: {' '.join(group)}")
    for label in (place, signs):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
    return holder


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(UNIT)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
