"""What a family may ask, and what its time asks: objection, departure, prolongation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.household import Channel, Household, Purpose
from ctg_desktop.domain.families.retention import months_after
from ctg_desktop.messages.families import CHANNEL_LABELS, PURPOSE_SENTENCES
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.ask_dialog import AskDialog
from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput
from ctg_desktop.ui.familles.form.sections import REMINDER
from ctg_desktop.ui.widgets.field import LabelledField

_EVERYTHING = "everything"
_ALL_PURPOSES = "all"
_YEAR = 12


class ChangeDialog(AskDialog):
    """A window whose action changes the household and can be taken back."""

    changed = Signal(object, str)
    """The :class:`Changes`, and what was done as a sentence."""

    def change(self, work: Callable[[], Changes], said: str) -> None:
        """Do it on the worker, then say it."""
        self.run(work, lambda changes: self.changed.emit(changes, said))


class ObjectionDialog(ChangeDialog):
    """They do not want to be contacted any more: at all, or one way, or for one thing."""

    def __init__(self, desk: Desk, household: Household, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Opposition",
            "La famille n’a pas à dire pourquoi. Ce qu’elle refuse n’est plus proposé nulle part "
            "dans le programme\u00a0: ni courrier, ni étiquette, ni courriel, ni appel.",
            "Noter l’opposition",
            parent,
        )
        self._household = household
        self.what = ChoiceInput(
            [
                (_EVERYTHING, "ne plus la contacter du tout"),
                (Channel.EMAIL.value, "ne plus lui écrire de courriel"),
                (Channel.PHONE.value, "ne plus lui téléphoner"),
            ]
        )
        purposes = [(one.value, f"seulement pour {PURPOSE_SENTENCES[one]}") for one in Purpose]
        self.purpose = ChoiceInput([(_ALL_PURPOSES, "pour tout"), *purposes])
        self.put("what", LabelledField("Elle demande de", self.what))
        self.put("purpose", LabelledField("Pour quoi", self.purpose))
        self.on = self.day("on", "Demandé le", desk.today(), past=True)
        self.what.edited.connect(self._show_purpose)
        self._show_purpose()

    def forward(self) -> None:
        """Note it."""
        on, families = self.read(self.on, "on"), self.desk.office.families
        record_id, what = self._household.id, self.what.value()
        if on is None:
            return
        if what == _EVERYTHING:
            said = "Opposition notée\u00a0: cette famille ne sera plus contactée."
            self.change(lambda: families.object(record_id, on), said)
            return
        channel, asked = Channel(what), self.purpose.value()
        purpose = None if asked == _ALL_PURPOSES else Purpose(asked)
        said = f"Opposition notée, par {CHANNEL_LABELS[channel]}."
        self.change(lambda: families.withdraw(record_id, channel, purpose, on), said)

    def _show_purpose(self) -> None:
        self.fields["purpose"].setVisible(self.what.value() != _EVERYTHING)


class LeaveDialog(ChangeDialog):
    """They moved away."""

    def __init__(self, desk: Desk, household: Household, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Départ",
            "Une famille partie n’est plus contactée. Elle reste parmi les familles parties "
            "jusqu’à la fin de sa durée de conservation, et peut revenir en une action.",
            "Noter le départ",
            parent,
        )
        self._household = household
        self.on = self.day("on", "Partie le", desk.today(), past=True)

    def forward(self) -> None:
        """Note it."""
        on, families = self.read(self.on, "on"), self.desk.office.families
        record_id = self._household.id
        if on is not None:
            self.change(lambda: families.leave(record_id, on), "Départ noté.")


class ProlongDialog(ChangeDialog):
    """Their time has run out, or will: kept for longer, with a reason."""

    def __init__(self, desk: Desk, household: Household, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Garder plus longtemps",
            "Le motif est gardé avec la famille, qui le lit si elle demande son dossier.",
            "Prolonger",
            parent,
        )
        self._household = household
        self.because = AreaInput(2)
        self.put("kept_because", LabelledField("Pourquoi la garder", self.because, hint=REMINDER))
        self.keep_typing(f"prolong:{household.id}", because=self.because)
        first = months_after(desk.today(), _YEAR)
        self.until = self.day("kept_until", "Jusqu’au", first, past=False)

    def forward(self) -> None:
        """Keep it."""
        until, rights = self.read(self.until, "kept_until"), self.desk.office.family_rights
        record_id, because, today = self._household.id, self.because.value(), self.desk.today()
        if until is not None:
            self.change(
                lambda: rights.prolong(record_id, until, because, today),
                "Famille gardée plus longtemps.",
            )
