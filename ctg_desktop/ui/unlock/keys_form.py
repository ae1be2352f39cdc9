"""The first user, the password, the sheet, the trial of the sheet: one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import UserError
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.unlock.owner_form import Owner, OwnerForm
from ctg_desktop.ui.unlock.sheet_form import WARNING, Draw, SheetForm
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.usecases.new_keys import NewKeys, prepare_keys
from ctg_desktop.usecases.recovery_sheet import recovery_sheet

Prepare = Callable[[Sequence[Owner], Profile, date], NewKeys]
"""Draws keys for people, on the worker: who, whose vault, the day."""


class Owners(Protocol):
    """A form that names whoever gets a password."""

    confirmed: SignalInstance

    def set_forbidden(self, names: Sequence[str]) -> None:
        """Take the names that no password may lean on."""

    def answers(self) -> tuple[Owner, ...] | None:
        """Return who; otherwise say what is wrong."""

    def refuse(self, error: UserError) -> None:
        """Stand an error beside its field."""

    def take_focus(self) -> None:
        """Begin where something is missing."""

    def clear(self) -> None:
        """Forget everything."""

    def setEnabled(self, enabled: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Let it be typed in, or not."""


def vault_keys(owners: Sequence[Owner], profile: Profile, today: date) -> NewKeys:
    """Draw the keys of a vault for its first user."""
    (owner,) = owners
    return prepare_keys(owner.name, owner.password, profile.name, today)


@dataclass(frozen=True, slots=True)
class NewDoor:
    """What keys are drawn for.

    Attributes:
        prepare: Draws them.
        draw: Lays the sheet out.
        warning: What is lost with passwords and sheet.
    """

    prepare: Prepare = vault_keys
    draw: Draw = recovery_sheet
    warning: str = WARNING


VAULT = NewDoor()


class KeysForm(QWidget):
    """Leads to the keys of a vault, or of the register; nothing is on the disk before."""

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
        *,
        owners: Owners | None = None,
        door: NewDoor = VAULT,
    ) -> None:
        """Prepare the form.

        Args:
            tasks: Derives keys, draws the sheet.
            today: The day it is.
            report: Says an unexpected failure.
            parent: Owner.
            owners: A form (a widget) for several people; by default, the first user is asked for.
            door: What the keys are for.
        """
        super().__init__(parent)
        self._tasks, self._today, self._report = tasks, today, report
        self._door = door
        self._profile: Profile | None = None
        self._owners: tuple[Owner, ...] | None = None
        self._keys: NewKeys | None = None
        self.is_busy = False
        self.owner: Owners = OwnerForm() if owners is None else owners
        self.sheet = SheetForm(tasks, report, draw=door.draw, warning=door.warning)
        self._faces = QStackedWidget()
        for face in (self.owner, self.sheet):
            holder = Scrolled()
            if isinstance(face, QWidget):
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
        self._owners, self._keys = None, None
        self.owner.clear()
        self.sheet.forget()
        self._faces.setCurrentIndex(0)

    def _prepare(self) -> None:
        owners, profile = self.owner.answers(), self._profile
        if owners is None or profile is None:
            return
        if owners == self._owners and self._keys is not None:
            self._show_sheet()  # the sheet may be printed already: the code stays
            return
        self._owners = owners
        self._rest(busy=True)
        self._tasks.run(
            partial(self._door.prepare, owners, profile, self._today()),
            self._prepared,
            failed=self._failed,
        )

    def _prepared(self, keys: NewKeys) -> None:
        self._rest(busy=False)
        if self._owners is None or self._profile is None:
            return
        self._keys = keys
        names = [one.name for one in self._owners]
        self.sheet.show_sheet(self._profile, keys.code, names, self._today())
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
        self._owners = None
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
