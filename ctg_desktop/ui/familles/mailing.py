"""Letters, invitations, labels and an e-mail for the families of a list, and no others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdView
from ctg_desktop.domain.families.welcome import WelcomePart
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.familles.saving import documents
from ctg_desktop.ui.impressions.output import open_file
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind
from ctg_desktop.usecases.papers import RenderedPaper

if TYPE_CHECKING:
    from ctg_desktop.ui.impressions.paper_dialog import PaperDialog
    from ctg_desktop.usecases.families.email import EmailDraft
    from ctg_desktop.usecases.families.mailing import FamilyMailing, FamilyPaper

_WRITTEN_TO = frozenset(
    {
        HouseholdView.TO_WELCOME,
        HouseholdView.WELCOMED,
        HouseholdView.TO_CALL_BACK,
        HouseholdView.ISOLATED,
    }
)
_CHOSEN_BY_NEED = frozenset({HouseholdView.CURRENT, HouseholdView.ALL})
_NAMED = 12
"""More names would push the buttons off the screen."""
_NOT_BY_POST = "notice non remise, opposition, départ ou pas d’adresse"
_NOT_BY_EMAIL = (
    "pas d’accord pour un courriel d’invitation, opposition, départ ou adresse à lettres accentuées"
)


class FamilyMailingMenu(QObject):
    """A button with its menu, shown beside the lists that may be written to."""

    notice = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Prepare the menu.

        Args:
            desk: Tools.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk, self._window = desk, window
        self._wanted = HouseholdFilter()
        self.button = Button("Écrire à ces familles", kind=ButtonKind.MENU)
        menu = QMenu(self.button)
        self._letters = self._add(menu, "Lettres d’accueil…", self.letters)
        self._add(menu, "Invitations aux prochaines dates…", self.invitations)
        self._add(menu, "Étiquettes…", self.labels)
        menu.addSeparator()
        self._add(menu, "Courriel d’invitation, à celles qui l’acceptent…", self.ask_email)
        self.button.setMenu(menu)
        self.button.hide()

    def show_list(self, wanted: HouseholdFilter) -> None:
        """Offer the papers beside a list: never beside that of all families."""
        self._wanted = wanted
        chosen = wanted.view in _CHOSEN_BY_NEED and wanted.need
        self.button.setVisible(bool(chosen) or wanted.view in _WRITTEN_TO)
        self._letters.setVisible(wanted.view is HouseholdView.TO_WELCOME)

    def letters(self) -> PaperDialog:
        """Show a letter of welcome to each family that may be written to."""
        return self._letters_of("Lettres d’accueil", WelcomePart.LETTER)

    def invitations(self) -> PaperDialog:
        """Show an invitation to the next dates for each of them."""
        return self._letters_of("Invitations aux prochaines dates", WelcomePart.INVITATION)

    def labels(self) -> PaperDialog:
        """Show a label for each of them."""
        mailing, wanted, today = self._mailing, self._wanted, self._desk.today()
        return self._show("Étiquettes", lambda: mailing.labels(wanted, today))

    def ask_email(self) -> None:
        """Ask where the draft of a message goes."""
        dialog = QFileDialog(
            self._window, "Enregistrer le brouillon", documents(), "Message (*.eml)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml")
        dialog.selectFile("Courriel d’invitation.eml")
        dialog.fileSelected.connect(lambda chosen: self.write_email(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_email(self, target: Path) -> None:
        """Write the draft of a message to those who agreed, and show it in their program."""
        office, mailing = self._desk.office, self._mailing
        wanted, today = self._wanted, self._desk.today()

        def work() -> tuple[EmailDraft, Path, Changes]:
            draft = mailing.email(wanted, today)
            path = office.welcome.write_email(draft, target)
            return draft, path, mailing.done(draft.carries.ids, WelcomePart.INVITATION, today)

        def done(written: tuple[EmailDraft, Path, Changes]) -> None:
            draft, path, changes = written
            left_out = _left_out(draft.withheld, _NOT_BY_EMAIL)
            words = f"Brouillon enregistré\u00a0: {path}. {left_out}"
            self._tell_done(words, len(draft.carries.ids), changes)
            open_file(path)

        self._desk.tasks.run(work, done, failed=self._failed)

    @property
    def _mailing(self) -> FamilyMailing:
        return self._desk.office.family_mailing

    def _letters_of(self, title: str, part: WelcomePart) -> PaperDialog:
        mailing, wanted, today = self._mailing, self._wanted, self._desk.today()
        dialog = self._show(title, lambda: mailing.letters(wanted, part, today))
        dialog.notice.connect(partial(self._note_done, dialog, part))
        return dialog

    def _show(self, title: str, make: Callable[[], FamilyPaper]) -> PaperDialog:
        """Show a paper, and who is not on it: nobody is dropped in silence."""
        from ctg_desktop.ui.impressions.paper_dialog import show_paper

        left_out: list[str] = []

        def work() -> RenderedPaper:
            made = make()
            left_out.extend(made.left_out)
            return made.paper

        dialog = show_paper(self._desk, title, work, self._window, self.notice.emit)
        dialog.laid_out.connect(lambda: dialog.tell(_left_out(left_out, _NOT_BY_POST)))
        return dialog

    def _note_done(self, dialog: PaperDialog, part: WelcomePart, said: Notice) -> None:
        """The letters went to a printer or into a file: tick them, which can be taken back."""
        paper, mailing, today = dialog.paper, self._mailing, self._desk.today()
        if paper is None or paper.carries is None:
            return
        ids = paper.carries.ids
        self._desk.tasks.run(
            lambda: mailing.done(ids, part, today),
            lambda changes: self._tell_done(said.text, len(ids), changes),
        )

    def _tell_done(self, said: str, count: int, changes: Changes) -> None:
        self._desk.bus.changed.emit(changes)
        noted = f"Noté pour {plural(count, 'famille', 'familles')}."
        self.notice.emit(undo_notice(self._desk, f"{said.strip()} {noted}", changes))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)

    def _add(self, menu: QMenu, words: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: run())
        return action


def _left_out(names: list[str] | tuple[str, ...], why: str) -> str:
    if not names:
        return ""
    few = plural(len(names), "famille laissée", "familles laissées")
    said, more = list(names[:_NAMED]), len(names) - _NAMED
    if more > 0:
        said.append(plural(more, "autre", "autres"))
    return f"{few} de côté ({why})\u00a0: {joined(said)}."
