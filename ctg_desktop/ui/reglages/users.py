"""Who opens the vault, the sheet for the day passwords are forgotten, and when it locks itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.locking import (
    DEFAULT_MINUTES,
    LEAST_MINUTES,
    MOST_MINUTES,
    PREFERENCE,
    minutes_of,
)
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.reglages.users_dialogs import (
    AccessDialog,
    AddDialog,
    ChangeDialog,
    RemoveDialog,
    RenameDialog,
    SheetDialog,
)
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT, label_font
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import ElidedText, Text
from ctg_desktop.usecases.office import Office

_WIDTH = 760
_PRACTICE = (
    "La commune d’entraînement s’ouvre sans mot de passe\u00a0: tout y est inventé. Les vraies "
    "données d’une commune ont leurs utilisateurs."
)
_SHEET = (
    "Elle ouvre les données quand les mots de passe sont oubliés. Faites-en une nouvelle si la "
    "feuille est perdue, ou vue par quelqu’un qui ne devait pas la voir."
)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the section shows."""

    profile: Profile
    users: tuple[str, ...]
    minutes: int
    practice: bool


def _read(office: Office) -> _Read:
    access, settings = office.access, office.settings
    return _Read(
        settings.profile(),
        access.users(),
        minutes_of(settings.preference(PREFERENCE)),
        access.is_practice,
    )


class UsersSection(QWidget):
    """Users and passwords."""

    key, word = "utilisateurs", "Utilisateurs et mots de passe"

    notice = Signal(object)
    """Something to say in the banner."""
    minutes_chosen = Signal(int)
    """The vault is to lock itself after so many minutes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: _Read | None = None
        self.people = Card("Qui ouvre ces données")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(UNIT)
        self.people.body.addLayout(self._rows)
        self.add_button = plain("Ajouter une personne…", self._add, Icon.ADD)
        self.people.body.addLayout(_row(self.add_button))
        self.sheet = Card("Feuille de secours")
        self.sheet.body.addWidget(Text(_SHEET, wrap=True))
        self.sheet_button = plain("Nouvelle feuille de secours…", self._renew, Icon.PRINT)
        self.sheet.body.addLayout(_row(self.sheet_button))
        self.lock = Card("Verrouillage")
        self.minutes = QSpinBox()
        self.minutes.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.minutes.setValue(DEFAULT_MINUTES)
        self.minutes.setSuffix("\u00a0minutes")
        self.minutes.setMaximumWidth(_WIDTH // 4)
        self.lock.body.addWidget(
            LabelledField(
                "Verrouiller quand personne ne touche au clavier ni à la souris pendant",
                self.minutes,
                hint="Aussi à la mise en veille, et à tout moment par Ctrl+L.",
            )
        )
        self.practice = Card()
        self.practice.body.addWidget(Text(_PRACTICE, wrap=True))
        self.practice.hide()
        keep_out(desk, self.people, self.sheet, self.lock)
        self._lay_out()
        self.minutes.valueChanged.connect(self._keep_minutes)

    def load(self) -> None:
        """Read who there is."""
        office = self._desk.office
        self._desk.tasks.run(lambda: _read(office), self._show)

    def _show(self, read: _Read) -> None:
        self._shown = read
        while (item := self._rows.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for name in read.users:
            self._rows.addWidget(self._person(name, alone=len(read.users) == 1))
        for card in (self.people, self.sheet, self.lock):
            card.setVisible(not read.practice)
        self.practice.setVisible(read.practice)
        self.minutes.blockSignals(True)
        self.minutes.setValue(read.minutes)
        self.minutes.blockSignals(False)

    def _person(self, name: str, *, alone: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        label = ElidedText(name)
        label.setFont(label_font(label.font()))
        row.addWidget(label, 1)
        actions = [
            ("Changer le mot de passe…", self._change),
            ("Renommer…", self._rename),
            *([] if alone else [("Retirer…", self._remove)]),
        ]
        for words, action in actions:
            button = link(words, partial(action, name))
            button.setAccessibleName(f"{words.rstrip('…')}\u00a0: {name}")
            row.addWidget(button)
        return holder

    def _add(self) -> None:
        if self._shown is not None:
            self._open(AddDialog(self._desk, self._shown.profile.name, self))

    def _change(self, name: str) -> None:
        if self._shown is not None:
            self._open(ChangeDialog(self._desk, name, self._shown.profile.name, self))

    def _rename(self, name: str) -> None:
        self._open(RenameDialog(self._desk, name, self))

    def _remove(self, name: str) -> None:
        self._open(RemoveDialog(self._desk, name, self))

    def _renew(self) -> None:
        if self._shown is not None:
            self._open(SheetDialog(self._desk, self._shown.profile, self._shown.users, self))

    def _open(self, dialog: AccessDialog) -> None:
        dialog.done_with.connect(self._done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, said: str) -> None:
        self.notice.emit(Notice(said))
        self.load()

    def _keep_minutes(self, minutes: int) -> None:
        settings = self._desk.office.settings
        self._desk.tasks.run(
            lambda: settings.set_preference(PREFERENCE, minutes),
            lambda _none: self.minutes_chosen.emit(minutes),
        )

    def _lay_out(self) -> None:
        scrolled = Scrolled()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)
        for card in (self.practice, self.people, self.sheet, self.lock):
            card.setMaximumWidth(_WIDTH)
            scrolled.column.addWidget(card)
        scrolled.column.addStretch(1)


def _row(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
