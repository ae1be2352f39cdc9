"""A family is welcomed in one action: its papers are made, handed over and ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.contacting import emails_for
from ctg_desktop.domain.families.household import Household, Purpose
from ctg_desktop.domain.families.welcome import WelcomeOptions, WelcomePart, parts_by_email
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.wording import joined
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.family_papers import (
    LEFT_OUT_SENTENCES,
    WELCOME_PART_LABELS,
    WELCOME_REMARKS,
)
from ctg_desktop.messages.labels import GAP_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.familles.saving import documents
from ctg_desktop.ui.familles.welcome_form import WelcomeForm
from ctg_desktop.ui.impressions.output import open_file
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.impressions.printing import make_printer, print_pdf
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.progress_strip import ProgressStrip
from ctg_desktop.ui.widgets.roomy_dialog import resize_with_letters
from ctg_desktop.ui.widgets.text import IconText, Text, announce, section_title
from ctg_desktop.usecases.families.welcome import WelcomePack
from ctg_desktop.usecases.papers import RenderedPaper

_SIZE = (580, 560)
_SAID = (
    "Ce qui est coché est préparé pour cette famille. Une fois imprimé ou enregistré, c’est noté "
    "comme remis aujourd’hui."
)


class WelcomeDialog(QDialog):
    """Choices on top, the ways out at the foot."""

    notice = Signal(object)
    """What was handed over, with a button that takes it back."""

    def __init__(self, desk: Desk, household: Household, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._household = desk, household
        self._task: LongTask | None = None
        self._leaving = False
        self.setWindowTitle("Accueillir")
        resize_with_letters(self, *_SIZE)
        self.title = section_title(f"Accueil\u00a0: {household.name}")
        self.form = WelcomeForm(household)
        self.remarks = IconText(Icon.INFORMATION, "", Tone.INFORMATION, coloured=False)
        self.remarks.hide()
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.strip = ProgressStrip()
        self.cancel_button = plain("Annuler", self.reject)
        self.email_button = plain("Courriel…", self.ask_email, Icon.EMAIL)
        self.save_button = plain("Enregistrer…", self.ask_folder, Icon.FILE_DOWN)
        self.print_button = primary("Imprimer…", self.ask_printer, Icon.PRINT)
        agreed = emails_for(household, Purpose.WELCOME, desk.today())
        self.email_button.setVisible(bool(agreed))
        self.form.edited.connect(self._show_choice)
        self._lay_out()
        self._show_choice()

    def ask_printer(self) -> None:
        """Make the papers, then ask which printer."""
        self._prepare(self._with_sheets, self._choose_printer)

    def ask_folder(self) -> None:
        """Ask into which folder the papers go."""
        dialog = QFileDialog(self, "Enregistrer dans un dossier", documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.write_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_email(self) -> None:
        """Ask where the draft of a message goes."""
        dialog = QFileDialog(self, "Enregistrer le brouillon", documents(), "Message (*.eml)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml")
        dialog.selectFile("Courriel à une famille.eml")
        dialog.fileSelected.connect(lambda chosen: self.write_email(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_on(self, printer: QPrinter, pack: WelcomePack, paper: RenderedPaper) -> None:
        """Print all papers on a printer, as it is set."""

        def work(progress: Progress) -> Changes:
            print_pdf(paper.content, printer, progress)
            return self._note(pack)

        self._run(work, "Impression…", lambda changes: self._finish(pack, changes))

    def write_to(self, folder: Path) -> None:
        """Write the papers into a folder, one file each."""
        welcome = self._desk.office.welcome

        def write(pack: WelcomePack, _progress: Progress) -> Changes:
            welcome.write(pack, folder)
            return self._note(pack)

        self._prepare(write, lambda pack, changes: self._finish(pack, changes, folder))

    def write_email(self, target: Path) -> None:
        """Write the draft of a message, and show it in the program for messages."""
        welcome, record_id = self._desk.office.welcome, self._household.id
        today = self._desk.today()

        def write(pack: WelcomePack, _progress: Progress) -> Changes:
            draft = welcome.email(record_id, Purpose.WELCOME, today, pack)
            welcome.write_email(draft, target)
            return self._note(pack) if pack.papers else Changes()

        def done(pack: WelcomePack, changes: Changes) -> None:
            self._finish(pack, changes, target)
            open_file(target)

        options = self.form.options()
        by_email = parts_by_email(self._household, Purpose.WELCOME, today)
        parts = tuple(part for part in options.parts if part in by_email)
        self._prepare(write, done, replace(options, parts=parts))

    def reject(self) -> None:
        """Close; what is being made is cancelled first, and what left already is said."""
        if self._task is None:
            super().reject()
            return
        self._leaving = True
        self._task.cancel()

    def _prepare(
        self,
        then: Callable[[WelcomePack, Progress], object],
        done: Callable[..., None],
        options: WelcomeOptions | None = None,
    ) -> None:
        """Make the papers and go on with them, in one piece of work on the worker."""
        welcome, record_id = self._desk.office.welcome, self._household.id
        wanted, today = options or self.form.options(), self._desk.today()

        def work(progress: Progress) -> tuple[WelcomePack, object]:
            pack = welcome.prepare(record_id, wanted, today, progress)
            return pack, then(pack, progress)

        def go_on(made: tuple[WelcomePack, object]) -> None:
            self._show_made(made[0])
            done(*made)

        self._run(work, "Préparation des papiers…", go_on)

    def _run(
        self, work: Callable[[Progress], object], said: str, done: Callable[..., None]
    ) -> None:
        self.error.hide()
        self._rest(busy=True)

        def finished(result: object) -> None:
            self._rest(busy=False)
            done(result)

        self._task = self._desk.tasks.run_long(
            work, finished, failed=self._failed, cancelled=self._cancelled
        )
        self.strip.follow(self._task, said)

    def _with_sheets(
        self, pack: WelcomePack, progress: Progress
    ) -> tuple[RenderedPaper, tuple[float, float]]:
        """Return all papers in one, and the size of its sheets. On the worker."""
        paper = self._desk.office.welcome.joined(pack, progress)
        with PdfPages(paper.content) as pages:
            return paper, pages.size(0)

    def _choose_printer(
        self, pack: WelcomePack, sheets: tuple[RenderedPaper, tuple[float, float]]
    ) -> None:
        if self._leaving:
            super().reject()
            return
        paper, size = sheets
        printer = make_printer(size, paper.duplex)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, paper.pages)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, pack, paper)
        dialog.deleteLater()

    def _note(self, pack: WelcomePack) -> Changes:
        return self._desk.office.welcome.done(self._household.id, pack, self._desk.today())

    def _finish(self, pack: WelcomePack, changes: Changes, where: Path | None = None) -> None:
        self._desk.bus.changed.emit(changes)
        parts = [_short(part) for part in pack.papers]
        words = f"Accueil noté\u00a0: {joined(parts)}." if parts else "Brouillon écrit."
        if where is not None:
            words += f" Enregistré dans {where}."
        for part, why in pack.left_out.items():
            words += f" Il manque\u00a0: {_short(part)}. {LEFT_OUT_SENTENCES[why]}"
        if pack.gaps:
            gaps = joined([GAP_LABELS[one] for one in pack.gaps])
            words += f" À écrire à la main sur la notice\u00a0: {gaps}."
        self.notice.emit(undo_notice(self._desk, words, changes))
        self.accept()

    def _show_made(self, pack: WelcomePack) -> None:
        self.form.show_made(pack)
        said = " ".join(WELCOME_REMARKS[one] for one in pack.remarks)
        self.remarks.show_text(said)
        self.remarks.setVisible(bool(said))

    def _show_choice(self) -> None:
        chosen = bool(self.form.options().parts)
        for button in (self.print_button, self.save_button):
            button.setEnabled(chosen)

    def _cancelled(self) -> None:
        self._rest(busy=False)
        if self._leaving:
            super().reject()

    def _rest(self, *, busy: bool) -> None:
        if not busy:
            self._task = None
        self.form.setEnabled(not busy)
        for button in (self.print_button, self.save_button, self.email_button):
            button.setEnabled(not busy)
        if not busy:
            self._show_choice()

    def _failed(self, error: Exception) -> None:
        self._rest(busy=False)
        self._leaving = False
        if isinstance(error, CtgError):
            self.error.show_text(sentence(error))
            self.error.show()
            announce(self.error, self.error.text())
        else:
            self._desk.report(error)

    def _lay_out(self) -> None:
        self.title.setWordWrap(True)
        scrolled = Scrolled()
        scrolled.column.addWidget(self.form)
        scrolled.column.addWidget(self.remarks)
        scrolled.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        for button in (self.email_button, self.save_button, self.print_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(Text(_SAID, wrap=True, quiet=True))
        column.addWidget(scrolled, 1)
        column.addWidget(self.error)
        column.addWidget(self.strip)
        column.addLayout(foot)


def _short(part: WelcomePart) -> str:
    return WELCOME_PART_LABELS[part].partition(",")[0].lower()
