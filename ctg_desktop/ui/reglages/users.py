"""Who opens the vault, the sheet for the day passwords are forgotten, and when it locks itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.number_inputs import CountInput
from ctg_desktop.ui.locking import (
    DEFAULT_MINUTES,
    LEAST_MINUTES,
    MOST_MINUTES,
    PREFERENCE,
    minutes_of,
)
from ctg_desktop.ui.theme.measures import card_width
from ctg_desktop.ui.unlock.access_dialog import DoorInHand
from ctg_desktop.ui.unlock.door_users import DoorUsers
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.office import Office

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
        self.doors = DoorUsers(desk, "Qui ouvre ces données", _SHEET)
        self.add_button, self.sheet_button = self.doors.add_button, self.doors.sheet_button
        self.lock = Card("Verrouillage")
        self.minutes = CountInput(LEAST_MINUTES, MOST_MINUTES, suffix="\u00a0minutes")
        self.minutes.setValue(DEFAULT_MINUTES)
        self.minutes.setMaximumWidth(card_width(self.fontMetrics()) // 4)
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
        keep_out(desk, self.doors, self.lock)
        self._lay_out()
        self.doors.notice.connect(self.notice)
        self.doors.changed.connect(self.load)
        self.minutes.valueChanged.connect(self._keep_minutes)

    def load(self) -> None:
        """Read who there is."""
        office = self._desk.office
        self._desk.tasks.run(lambda: _read(office), self._show)

    def _show(self, read: _Read) -> None:
        self._shown = read
        self.doors.show_door(DoorInHand(self._desk.office.access, read.profile), read.users)
        for part in (self.doors, self.lock):
            part.setVisible(not read.practice)
        self.practice.setVisible(read.practice)
        self.minutes.set_value(read.minutes)

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
        for card in (self.practice, self.doors, self.lock):
            card.setMaximumWidth(card_width(self.fontMetrics()))
            scrolled.column.addWidget(card)
        scrolled.column.addStretch(1)
