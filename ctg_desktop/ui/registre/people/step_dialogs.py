"""The steps of a registration, each with its day and what follows from it. No title has a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.register.entry import RegisterEntry, Removal
from ctg_desktop.errors import UserError
from ctg_desktop.messages.register import REMOVAL_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.ask_dialog import AskDialog
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text
from ctg_desktop.usecases.register.open_register import OpenRegister

TO_CHOOSE = "À choisir"
"""Shown where a choice nobody made would be noted as one that somebody did."""

Step = Callable[[date], object]
"""Notes a step on a day, on the worker."""


class StepDialog(AskDialog):
    """Asks for the day of a step."""

    stepped = Signal()

    def __init__(self, desk: Desk, title: str, said: str, word: str, parent: QWidget) -> None:
        super().__init__(desk, title, said, word, parent)
        self._step: Step | None = None
        self._field = ""

    def ask(self, field: str, label: str, step: Step, *, final: bool = False) -> None:
        """Ask for the day; Enter in it goes on, unless the step cannot be taken back.

        Args:
            field: Its name in an error.
            label: Above it.
            step: What is done with it.
            final: It erases something.
        """
        self._field, self._step = field, step
        self.on = self.day(field, label, self.desk.today(), past=True)
        if not final:
            self.on.line.returnPressed.connect(self.button.click)

    def forward(self) -> None:
        """Note it."""
        on, step = self.read(self.on, self._field), self._step
        if on is not None and step is not None:
            self.run(lambda: step(on), lambda _done: self.stepped.emit())


class ReceiptDialog(StepDialog):
    """The receipt is printed, and the day noted when it leaves."""

    print_wanted = Signal()

    def __init__(
        self, desk: Desk, register: OpenRegister, entry: RegisterEntry, parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            "Accuser réception",
            "La lettre dit ce qui est noté, à quoi sert le registre et comment s’y opposer. "
            "Imprimez-la, puis notez le jour où elle part.",
            "Noter l’envoi",
            parent,
        )
        self.print_button = plain("Voir et imprimer la lettre…", self.print_wanted.emit, Icon.PRINT)
        self.body.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask(
            "acknowledged_on",
            "Partie le",
            lambda on: register.acknowledge(entry.id, on, desk.today()),
        )


def enrol_dialog(
    desk: Desk, register: OpenRegister, entry: RegisterEntry, parent: QWidget
) -> StepDialog:
    """Return the window that enters a person."""
    dialog = StepDialog(
        desk,
        "Inscrire",
        "La personne sera appelée lors d’une alerte.",
        "Inscrire",
        parent,
    )
    dialog.ask(
        "registered_on", "Inscrite le", lambda on: register.enrol(entry.id, on, desk.today())
    )
    return dialog


def confirm_dialog(
    desk: Desk, register: OpenRegister, entry: RegisterEntry, parent: QWidget
) -> StepDialog:
    """Return the window that notes the yearly confirmation."""
    dialog = StepDialog(
        desk,
        "Confirmer pour cette année",
        "La personne, ou un proche, a confirmé que sa fiche est encore juste.",
        "Confirmer",
        parent,
    )
    dialog.ask(
        "confirmed_on", "Confirmée le", lambda on: register.confirm(entry.id, on, desk.today())
    )
    return dialog


class ObjectDialog(StepDialog):
    """The person says no: all that is known of them goes."""

    def __init__(
        self, desk: Desk, register: OpenRegister, entry: RegisterEntry, parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            "Opposition",
            "La personne n’a pas à dire pourquoi. Cela ne peut pas être annulé.",
            "Noter l’opposition",
            parent,
        )
        say_who(self, entry)
        self.button.set_icon(Icon.CLOSED)
        _tell(
            self,
            "Sa fiche est effacée, avec tout ce qui était noté d’elle.",
            Icon.DELETE,
            Tone.ERROR,
        )
        _tell(
            self,
            "Reste une empreinte sans nom, qui fera reconnaître une nouvelle demande d’un tiers.",
            Icon.CHECK,
            Tone.GOOD,
        )
        self.ask(
            "objected_on",
            "Dit non le",
            lambda on: register.object(entry.id, on, desk.today()),
            final=True,
        )


class RemoveDialog(AskDialog):
    """A person is taken out, with a reason."""

    removed = Signal()

    def __init__(
        self, desk: Desk, register: OpenRegister, entry: RegisterEntry, parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            "Retirer du registre",
            "Sa fiche est effacée, avec ses appels, et ne revient pas avec une sauvegarde. Cela ne "
            "peut pas être annulé.",
            "Retirer",
            parent,
        )
        self._register, self._id = register, entry.id
        say_who(self, entry)
        self.button.set_icon(Icon.DELETE)
        self.reason = ChoiceInput(
            [("", TO_CHOOSE), *((one.value, REMOVAL_LABELS[one].capitalize()) for one in Removal)]
        )
        self.put("reason", LabelledField("Pourquoi", self.reason))

    def forward(self) -> None:
        """Remove them."""
        if not self.reason.value():
            self.refuse(UserError("register-reason-missing", field="reason"))
            return
        register, entry_id, reason = self._register, self._id, Removal(self.reason.value())
        self.run(lambda: register.remove(entry_id, reason), lambda _none: self.removed.emit())


def say_who(dialog: AskDialog, entry: RegisterEntry) -> None:
    """Say in the window, and not in its title, whom it is about."""
    dialog.body.addWidget(Text(entry.name, wrap=True))


def _tell(dialog: AskDialog, words: str, icon: Icon, tone: Tone) -> None:
    dialog.body.addWidget(IconText(icon, words, tone, coloured=False))
