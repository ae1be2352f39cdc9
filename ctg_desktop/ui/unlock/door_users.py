"""Who may open a door, and its sheet for the day passwords are forgotten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT, label_font
from ctg_desktop.ui.unlock.access_dialog import AccessDialog, DoorInHand
from ctg_desktop.ui.unlock.users_dialogs import (
    AddDialog,
    ChangeDialog,
    RemoveDialog,
    RenameDialog,
    SheetDialog,
)
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import ElidedText, Text


class DoorUsers(QWidget):
    """Two cards: the people, each with what can be done, and the sheet."""

    notice = Signal(object)
    """Something to say in the banner."""
    changed = Signal()
    """Somebody came, went or has another name: :meth:`show_door` is to be called again."""

    def __init__(
        self, desk: Desk, title: str, about_sheet: str, parent: QWidget | None = None
    ) -> None:
        """Prepare the cards, empty.

        Args:
            desk: Tools.
            title: Above the people.
            about_sheet: What the sheet is for.
            parent: Owner.
        """
        super().__init__(parent)
        self._desk = desk
        self._door: DoorInHand | None = None
        self._users: tuple[str, ...] = ()
        self.people = Card(title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(UNIT)
        self.people.body.addLayout(self._rows)
        self.add_button = plain("Ajouter une personne…", self._add, Icon.ADD)
        self.people.body.addLayout(_row(self.add_button))
        self.sheet = Card("Feuille de secours")
        self.sheet.body.addWidget(Text(about_sheet, wrap=True))
        self.sheet_button = plain("Nouvelle feuille de secours…", self._renew, Icon.PRINT)
        self.sheet.body.addLayout(_row(self.sheet_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.people)
        column.addWidget(self.sheet)

    def show_door(self, door: DoorInHand, users: tuple[str, ...]) -> None:
        """Show who may open a door."""
        self._door, self._users = door, users
        while (item := self._rows.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for name in users:
            self._rows.addWidget(self._person(name, alone=len(users) == 1))

    def _person(self, name: str, *, alone: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        label = ElidedText(name)
        label.setFont(label_font(label.font()))
        row.addWidget(label, 1)
        actions = [
            ("Changer le mot de passe…", self.change),
            ("Renommer…", self.rename),
            *([] if alone else [("Retirer…", self.remove)]),
        ]
        for words, action in actions:
            button = link(words, partial(action, name))
            button.setAccessibleName(f"{words.rstrip('…')}\u00a0: {name}")
            row.addWidget(button)
        return holder

    def _add(self) -> None:
        if self._door is not None:
            self._open(AddDialog(self._desk, self._door, self))

    def change(self, name: str) -> None:
        """Ask for another password of one of them."""
        if self._door is not None:
            self._open(ChangeDialog(self._desk, self._door, name, self))

    def rename(self, name: str) -> None:
        """Ask for another name."""
        if self._door is not None:
            self._open(RenameDialog(self._desk, self._door, name, self))

    def remove(self, name: str) -> None:
        """Ask whether one leaves."""
        if self._door is not None:
            self._open(RemoveDialog(self._desk, self._door, name, self))

    def _renew(self) -> None:
        if self._door is not None:
            self._open(SheetDialog(self._desk, self._door, self._users, self))

    def _open(self, dialog: AccessDialog) -> None:
        dialog.done_with.connect(self._done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, said: str) -> None:
        self.notice.emit(Notice(said))
        self.changed.emit()


def _row(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
