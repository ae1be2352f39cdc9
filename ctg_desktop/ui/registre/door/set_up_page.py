"""The register is set up: who keeps it, its sheet, the trial of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.registre.door import words
from ctg_desktop.ui.registre.door.centred import centred, door_card
from ctg_desktop.ui.registre.door.named_people import NamedPeople
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.unlock.keys_form import KeysForm, NewDoor
from ctg_desktop.ui.unlock.owner_form import Owner
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.text import Text, page_title
from ctg_desktop.usecases.access import NewUser
from ctg_desktop.usecases.new_keys import NewKeys
from ctg_desktop.usecases.recovery_sheet import register_sheet

_STEPS = (
    (
        "1 sur 3 – Qui tient le registre",
        (
            "Le maire désigne ces personnes. Chacune choisit et tape elle-même son mot de passe, "
            "qui n’est pas celui du coffre."
        ),
    ),
    (
        "2 sur 3 – La feuille de secours",
        (
            "Elle ouvre le registre le jour où les mots de passe sont oubliés. Ce n’est pas la "
            "feuille du coffre\u00a0: rangez-la avec elle, à la mairie."
        ),
    ),
    (
        "3 sur 3 – L’essai de la feuille",
        "Rien n’est encore créé\u00a0: le registre le sera quand le code aura été recopié.",
    ),
)


class SetUpPage(QWidget):
    """Three steps, one card."""

    ready = Signal(object, str)
    """The :class:`NewKeys`, and the code as it was typed back from the sheet."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        register = desk.office.register

        def prepare(owners: Sequence[Owner], _profile: Profile, today: date) -> NewKeys:
            return register.prepare([NewUser(one.name, one.password) for one in owners], today)

        self.people = NamedPeople()
        self.keys = KeysForm(
            desk.tasks,
            desk.today,
            desk.report,
            owners=self.people,
            door=NewDoor(prepare, register_sheet, words.WARNING),
        )
        self.title = page_title("")
        self.title.setWordWrap(True)
        self.said = Text(wrap=True, quiet=True)
        self.back_button = plain("Retour", self._back)
        self.button = primary("Continuer", self.keys.forward)
        self._lay_out()
        self.keys.changed.connect(self._show_state)
        self.keys.ready.connect(self._ready)

    def begin(self, profile: Profile) -> None:
        """Begin with nobody."""
        self.forget()
        self.keys.set_profile(profile)
        self._show_state()
        self.keys.take_focus()

    def forget(self) -> None:
        """Keep nothing of what was typed or drawn."""
        self.keys.forget()

    def _ready(self, keys: NewKeys) -> None:
        self.ready.emit(keys, self.keys.sheet.field.line.text())

    def _back(self) -> None:
        if not self.keys.back():
            self.forget()
            self.left.emit()

    def _show_state(self) -> None:
        step = 0 if not self.keys.is_at_sheet else 2 if self.keys.sheet.is_trying else 1
        title, said = _STEPS[step]
        self.title.setText(title)
        self.said.setText(said)
        self.button.set_words("Créer le registre" if step == len(_STEPS) - 1 else "Continuer")
        self.button.setEnabled(not self.keys.is_busy)

    def _lay_out(self) -> None:
        card = door_card(self)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        for widget in (self.title, self.said):
            card.body.addWidget(widget)
        card.body.addSpacing(UNIT)
        card.body.addWidget(self.keys, 1)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(centred(card))
