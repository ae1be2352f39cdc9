"""The menu of a family's rights: each is one action, and each says what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason
from ctg_desktop.domain.families.household import Household
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.familles.erase_dialog import EraseDialog, erased_words
from ctg_desktop.ui.familles.rights_dialogs import (
    ChangeDialog,
    LeaveDialog,
    ObjectionDialog,
    ProlongDialog,
)
from ctg_desktop.ui.familles.saving import Saving
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind
from ctg_desktop.usecases.papers import RenderedPaper, file_name

_DOSSIER = "Dossier d’accès"
_CERTIFICATE = "Attestation d’effacement"


class RightsMenu(QObject):
    """A button with its menu, and what follows from it."""

    notice = Signal(object)
    edit_wanted = Signal()
    """The data is to be rectified: in the form."""
    leave_form = Signal()
    """What is typed is to be stored before something else is done."""
    erased = Signal(str)
    """The household of this id is no more."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Prepare the menu.

        Args:
            desk: Tools.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk, self._window = desk, window
        self._household = Household()
        self.output = Saving(desk, window)
        self.output.notice.connect(self.notice)
        self.button = Button("Droits de la famille", kind=ButtonKind.MENU)
        menu = QMenu(self.button)
        menu.setAccessibleName("Droits de la famille")
        actions: tuple[tuple[str, Callable[[], None]] | None, ...] = (
            ("Remettre son dossier…", self.show_dossier),
            ("Remettre ses données (JSON)…", self.save_data),
            ("Corriger ce qui est noté", self.edit_wanted.emit),
            None,
            ("Opposition…", self.object),
            ("Départ…", self.leave),
            ("Elle revient", self.come_back),
            ("Garder plus longtemps…", self.prolong),
            None,
            ("Effacer…", self.erase),
        )
        for one in actions:
            if one is None:
                menu.addSeparator()
                continue
            words, run = one
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, run=run: run())
            if run == self.come_back:
                self._return_action = action
            elif run == self.leave:
                self._leave_action = action
        self.button.setMenu(menu)

    def show_household(self, household: Household) -> None:
        """Take a household in hand."""
        self._household = household
        self._return_action.setVisible(household.left_on is not None)
        self._leave_action.setVisible(household.left_on is None)

    def show_dossier(self) -> None:
        """Show the dossier, to be printed or kept."""
        rights, today = self._desk.office.family_rights, self._desk.today()
        record_id = self._household.id
        self._show(_DOSSIER, lambda: rights.dossier_paper(record_id, today))

    def save_data(self) -> None:
        """Ask where the data goes, and write it."""
        self.output.data(file_name(_DOSSIER, self._desk.today()), self.data_of_household())

    def data_of_household(self) -> Callable[[], bytes]:
        """Return what makes the data of the household, and notes that it went out."""
        office, record_id = self._desk.office, self._household.id

        def make() -> bytes:
            data = office.family_rights.dossier_json(office.family_rights.dossier(record_id))
            office.access_log.note(AccessKind.EXPORTED, "dossier-json", "household", [record_id])
            return data

        return make

    def object(self) -> None:
        """Ask what they do not want any more."""
        self._open(ObjectionDialog(self._desk, self._household, self._window))

    def leave(self) -> None:
        """Ask since when they are gone."""
        self._open(LeaveDialog(self._desk, self._household, self._window))

    def prolong(self) -> None:
        """Ask why they are kept for longer."""
        self._open(ProlongDialog(self._desk, self._household, self._window))

    def come_back(self) -> None:
        """Note that they live here again."""
        families, today, record_id = (
            self._desk.office.families,
            self._desk.today(),
            self._household.id,
        )
        self._desk.tasks.run(
            lambda: families.come_back(record_id, today).changes,
            lambda changes: self._tell(changes, "La famille est de retour."),
        )

    def erase(self, reason: ErasureReason = ErasureReason.ASKED) -> None:
        """Say what goes and what stays, and erase when a person confirms it."""
        gone = self._household.left_on is not None and reason is ErasureReason.ASKED
        dialog = EraseDialog(
            self._desk,
            self._household,
            self._window,
            reason=ErasureReason.MOVED if gone else reason,
        )
        dialog.erased.connect(self._erased)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def erase_for_time(self) -> None:
        """The same, because their time has run out."""
        self.erase(ErasureReason.RETENTION)

    def show_certificate(self, erasure: Erasure) -> None:
        """Show the certificate, to be printed or kept."""
        rights, today = self._desk.office.family_rights, self._desk.today()
        self._show(_CERTIFICATE, lambda: rights.certificate(erasure, today))

    def _show(self, title: str, make: Callable[[], RenderedPaper]) -> None:
        from ctg_desktop.ui.impressions.paper_dialog import show_paper

        show_paper(self._desk, title, make, self._window, self.notice.emit)

    def _open(self, dialog: ChangeDialog) -> None:
        self.leave_form.emit()
        dialog.changed.connect(self._tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, changes: Changes, said: str) -> None:
        self._desk.bus.changed.emit(changes)
        self.notice.emit(undo_notice(self._desk, said, changes))

    def _erased(self, erasure: Erasure) -> None:
        self._household = replace(self._household, id="", name="")
        self.erased.emit(erasure.household)
        self.notice.emit(
            Notice(
                erased_words(erasure),
                "Attestation…",
                lambda: self.show_certificate(erasure),
            )
        )
        if erasure.reason is ErasureReason.ASKED:
            self.show_certificate(erasure)
