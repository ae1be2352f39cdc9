"""Who keeps the register, what it serves, and where its journal of access is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.register.settings import PURPOSES_LIMIT, RegisterSettings
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.registre.door.words import DOOR_WORDS, PRACTICE
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.unlock.access_dialog import DoorInHand
from ctg_desktop.ui.unlock.door_users import DoorUsers
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.register.open_register import OpenRegister

_WIDEST, _LETTERS = 760, 104
_SHEET = (
    "Elle ouvre le registre quand les mots de passe sont oubliés. Faites-en une nouvelle si la "
    "feuille est perdue, ou vue par quelqu’un qui ne devait pas la voir."
)
_JOURNAL = (
    "Qui a ouvert le registre, regardé, modifié, imprimé ou communiqué une fiche, et quand\u00a0: "
    "tout est noté, un an durant."
)
_PURPOSES = (
    "Imprimé sur la demande et sur les lettres. Le délégué à la protection des données dit si le "
    "registre peut servir à autre chose qu’aux alertes."
)


@dataclass(frozen=True, slots=True)
class _Read:
    profile: Profile
    practice: bool
    users: tuple[str, ...]
    settings: RegisterSettings


def _read(office: Office) -> _Read:
    register = office.register
    return _Read(
        office.settings.profile(), register.is_practice, register.users(), register.settings()
    )


class KeepersPart(Scrolled):
    """Four cards."""

    notice = Signal(object)
    journal_wanted = Signal()
    """The journal of access is to be shown."""

    def __init__(self, desk: Desk, register: OpenRegister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._register = desk, register
        self.doors = DoorUsers(desk, "Personnes désignées", _SHEET)
        self.practice = Card("Personnes désignées")
        self.practice.body.addWidget(Text(PRACTICE, wrap=True))
        self.practice.hide()
        self.journal_button = plain(
            "Voir le journal des accès", self.journal_wanted.emit, Icon.HISTORY
        )
        self.purposes = AreaInput(3, limit=PURPOSES_LIMIT)
        self.purposes_field = LabelledField("À quoi il sert", self.purposes, hint=_PURPOSES)
        self.save_button = plain("Enregistrer", self.save, Icon.SAVE)
        self.save_button.setEnabled(False)
        self._lay_out()
        self.purposes.edited.connect(lambda: self.save_button.setEnabled(True))
        self.doors.notice.connect(self.notice)
        self.doors.changed.connect(self.load)

    def load(self) -> None:
        """Read who there is, and what was decided."""
        office = self._desk.office
        self._desk.tasks.run(lambda: _read(office), self._show)

    def save(self) -> None:
        """Keep what the register serves."""
        office, typed = self._desk.office, RegisterSettings(self.purposes.value())

        def done(_changes: object) -> None:
            self.purposes_field.accept()
            self.save_button.setEnabled(False)
            self.notice.emit(Notice("C’est enregistré\u00a0: les prochaines lettres le diront."))
            self.load()

        self._desk.tasks.run(
            lambda: office.register.save_settings(typed), done, failed=self._refused
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.purposes_field.refuse(sentence(error))
        else:
            self._desk.report(error)

    def _show(self, read: _Read) -> None:
        self.doors.show_door(DoorInHand(self._register.locks, read.profile, DOOR_WORDS), read.users)
        self.doors.setVisible(not read.practice)
        self.practice.setVisible(read.practice)
        if not self.save_button.isEnabled():
            self.purposes.set_value(read.settings.purposes)

    def _lay_out(self) -> None:
        journal = Card("Journal des accès")
        journal.body.addWidget(Text(_JOURNAL, wrap=True))
        journal.body.addWidget(self.journal_button, 0, Qt.AlignmentFlag.AlignLeft)
        purposes = Card("Finalités du registre")
        purposes.body.addWidget(self.purposes_field)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        purposes.body.addLayout(foot)
        holder = QWidget()
        letter = self.fontMetrics().averageCharWidth()  # whoever reads large gets larger cards
        holder.setMaximumWidth(max(_WIDEST, _LETTERS * letter))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.column.spacing())
        for card in (self.practice, self.doors, journal, purposes):
            column.addWidget(card)
        self.column.addWidget(holder)
        self.column.addStretch(1)
