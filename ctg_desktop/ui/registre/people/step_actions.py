"""What the steps of a registration do once they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.registre.output.ways_out import WaysOut
from ctg_desktop.ui.registre.people.step_dialogs import (
    ObjectDialog,
    ReceiptDialog,
    RemoveDialog,
    StepDialog,
    confirm_dialog,
    enrol_dialog,
)
from ctg_desktop.usecases.register.open_register import OpenRegister

Step = Callable[[str, date | None, date], RegisterEntry]
"""Notes a step of an id on a day, or takes it back; then the day it is."""


class StepActions(QObject):
    """Opens the window of each step for the person that is shown."""

    stepped = Signal(str, str)
    """Id, and what was done as a sentence without a name."""
    gone = Signal(str, str)
    """Likewise; nothing of the person is left to be shown."""
    refused = Signal(object)
    """A ``UserError``."""

    def __init__(
        self, desk: Desk, register: OpenRegister, papers: WaysOut, window: QWidget
    ) -> None:
        """Prepare the steps.

        Args:
            desk: Tools.
            register: Open.
            papers: Ways out.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk, self._register = desk, register
        self._papers, self._window = papers, window

    def acknowledge(self, entry: RegisterEntry) -> None:
        """Print the receipt, and note when it leaves."""
        dialog = ReceiptDialog(self._desk, self._register, entry, self._window)
        dialog.print_wanted.connect(lambda: self._papers.receipt(entry.id, dialog))
        self._follow(dialog, entry, "Envoi de l’accusé de réception noté.")

    def enrol(self, entry: RegisterEntry) -> None:
        """Enter the person."""
        dialog = enrol_dialog(self._desk, self._register, entry, self._window)
        self._follow(dialog, entry, "Personne inscrite au registre.")

    def confirm(self, entry: RegisterEntry) -> None:
        """Note the yearly confirmation."""
        dialog = confirm_dialog(self._desk, self._register, entry, self._window)
        self._follow(dialog, entry, "Fiche confirmée pour cette année.")

    def object(self, entry: RegisterEntry) -> None:
        """Note that the person said no."""
        dialog = ObjectDialog(self._desk, self._register, entry, self._window)
        said = "Opposition notée\u00a0: la fiche est effacée."
        dialog.stepped.connect(lambda: self.gone.emit(entry.id, said))
        _open(dialog)

    def remove(self, entry: RegisterEntry) -> None:
        """Take the person out, with a reason."""
        dialog = RemoveDialog(self._desk, self._register, entry, self._window)
        said = "Personne retirée du registre."
        dialog.removed.connect(lambda: self.gone.emit(entry.id, said))
        _open(dialog)

    def take_receipt_back(self, entry: RegisterEntry) -> None:
        """The receipt has not left: its day is taken back."""
        said = "La date de l’accusé de réception est enlevée."
        self._take_back(entry, self._register.acknowledge, said)

    def take_entry_back(self, entry: RegisterEntry) -> None:
        """The person was entered by mistake."""
        self._take_back(entry, self._register.enrol, "L’inscription est annulée.")

    def take_confirmation_back(self, entry: RegisterEntry) -> None:
        """The person has not confirmed."""
        said = "La date de la confirmation est enlevée."
        self._take_back(entry, self._register.confirm, said)

    def _take_back(self, entry: RegisterEntry, step: Step, said: str) -> None:
        today = self._desk.today()
        self._desk.tasks.run(
            lambda: step(entry.id, None, today),
            lambda _entry: self.stepped.emit(entry.id, said),
            failed=self._failed,
        )

    def _follow(self, dialog: StepDialog, entry: RegisterEntry, said: str) -> None:
        dialog.stepped.connect(lambda: self.stepped.emit(entry.id, said))
        _open(dialog)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self._desk.report(error)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
