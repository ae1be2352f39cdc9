"""The first user, the password, the sheet, the trial of the sheet: one after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import UserError
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.unlock.owner_form import Owner, OwnerForm
from ctg_desktop.ui.unlock.sheet_form import SheetForm
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.usecases.new_keys import NewKeys, prepare_keys


class KeysForm(QWidget):
    """Leads to the keys of a vault; nothing is on the disk before."""

    ready = Signal(object)
    """The :class:`NewKeys`: the sheet was tried."""
    changed = Signal()
    """Another face is shown, or work began or ended."""

    def __init__(
        self,
        tasks: TaskRunner,
        today: Callable[[], date],
        report: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Prepare the form.

        Args:
            tasks: Derives keys, draws the sheet.
            today: The day it is.
            report: Says an unexpected failure.
            parent: Owner.
        """
        super().__init__(parent)
        self._tasks, self._today, self._report = tasks, today, report
        self._profile: Profile | None = None
        self._owner: Owner | None = None
        self._keys: NewKeys | None = None
        self.is_busy = False
        self.owner = OwnerForm()
        self.sheet = SheetForm(tasks, report)
        self._faces = QStackedWidget()
        for face in (self.owner, self.sheet):
            holder = Scrolled()
            holder.column.addWidget(face, 1)
            self._faces.addWidget(holder)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setAccessibleName("Préparation de la feuille de secours")
        self.busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._faces, 1)
        column.addWidget(self.busy)
        self.owner.confirmed.connect(self.forward)
        self.sheet.tried.connect(self._tried)
        self.sheet.try_wanted.connect(self.changed)

    @property
    def is_at_sheet(self) -> bool:
        """Whether the code is shown or tried."""
        return self._faces.currentIndex() == 1

    @property
    def tried_keys(self) -> NewKeys | None:
        """The keys whose sheet is shown and was tried."""
        return self._keys if self.is_at_sheet and self.sheet.is_tried else None

    def set_profile(self, profile: Profile) -> None:
        """Say whose vault it will be; another one's keys are forgotten."""
        if self._profile != profile:
            self._profile = profile
            self._keys = None
            self._faces.setCurrentIndex(0)
        self.owner.set_forbidden((profile.name,))

    def take_focus(self) -> None:
        """Put the focus where something is missing."""
        if not self.is_at_sheet:
            self.owner.take_focus()
        elif self.sheet.is_trying:
            self.sheet.field.line.setFocus()
        else:
            self.sheet.print_button.setFocus()

    def forward(self) -> None:
        """Go on from the face that is shown."""
        if self.is_busy:
            return
        if not self.is_at_sheet:
            self._prepare()
        elif not self.sheet.is_trying:
            self.sheet.try_it()
        else:
            self.sheet.check()

    def back(self) -> bool:
        """Go back one face; tell whether there was one."""
        if self.is_busy:
            return True
        if not self.is_at_sheet:
            return False
        if self.sheet.is_trying:
            self.sheet.show_code()
        else:
            self._faces.setCurrentIndex(0)
        self.changed.emit()
        return True

    def forget(self) -> None:
        """Keep nothing of what was typed or drawn."""
        self._owner, self._keys = None, None
        self.owner.clear()
        self.sheet.forget()
        self._faces.setCurrentIndex(0)

    def _prepare(self) -> None:
        owner, profile = self.owner.answer(), self._profile
        if owner is None or profile is None:
            return
        if owner == self._owner and self._keys is not None:
            self._show_sheet()  # the sheet may be printed already: the code stays
            return
        self._owner = owner
        self._rest(busy=True)
        self._tasks.run(
            partial(prepare_keys, owner.name, owner.password, profile.name, self._today()),
            self._prepared,
            failed=self._failed,
        )

    def _prepared(self, keys: NewKeys) -> None:
        self._rest(busy=False)
        if self._owner is None or self._profile is None:
            return
        self._keys = keys
        self.sheet.show_sheet(self._profile, keys.code, (self._owner.name,), self._today())
        self._show_sheet()

    def _show_sheet(self) -> None:
        self._faces.setCurrentIndex(1)
        self.sheet.show_code()
        self.changed.emit()
        self.take_focus()

    def _tried(self) -> None:
        if self._keys is not None:
            self.ready.emit(self._keys)

    def _failed(self, error: Exception) -> None:
        self._owner = None
        self._rest(busy=False)
        if isinstance(error, UserError):
            self.owner.refuse(error)
        else:
            self._report(error)

    def _rest(self, *, busy: bool) -> None:
        self.is_busy = busy
        self.owner.setEnabled(not busy)
        self.busy.setVisible(busy)
        self.changed.emit()
