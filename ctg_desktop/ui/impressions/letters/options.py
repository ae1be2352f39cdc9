"""How letters are printed, and what they say for one mailing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.letter_template import MAILING
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

_VALUES = {
    "quand": ("Quand\u202f?", "le mardi 12 janvier 2027 à 18 h 30"),
    "lieu": ("Où\u202f?", "à la salle des fêtes"),
    "sujet": ("Sujet", "la préparation du forum"),
    "reponse": ("Réponse avant", "le 5 janvier 2027"),
}
_TICKS = ("duplex", "fold_marks", "unaddressed")


class OptionsCard(Card):
    """Date, what is said for this mailing, and how the sheets are."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Cet envoi", parent)
        self.day = DateField("Date de la lettre", today)
        self.day.set_value(today())
        self.reference = LineInput("Nos réf.")
        self.values = {name: LineInput(_VALUES[name][1]) for name in MAILING}
        self._fields = {
            name: LabelledField(_VALUES[name][0], one) for name, one in self.values.items()
        }
        self.duplex = TickInput("Recto verso, une feuille par lettre")
        self.fold_marks = TickInput("Repères pour plier en trois")
        self.fold_marks.set_value(True)
        self.unaddressed = TickInput("Aussi les lettres sans adresse")
        self.body.addWidget(self.day)
        for field in self._fields.values():
            self.body.addWidget(field)
        self.details = FoldedDetails("Plus de réglages")
        self._reference = LabelledField("Référence", self.reference, optional=True)
        self.details.body.addWidget(self._reference)
        for tick in (self.duplex, self.fold_marks, self.unaddressed):
            self.details.body.addWidget(tick)
        self.body.addWidget(self.details)
        self.day.changed.connect(self.changed)
        for line in (self.reference, *self.values.values()):
            line.edited.connect(self.changed)
        for tick in (self.duplex, self.fold_marks, self.unaddressed):
            tick.edited.connect(self.changed)
        self.ask_for(())

    def ask_for(self, names: Collection[str]) -> None:
        """Ask only for the words that the letter uses."""
        for name, field in self._fields.items():
            field.setVisible(name in names)

    def options(self) -> LetterOptions | None:
        """Return the choices; ``None``, with the reason beside the field, without a date."""
        for field in (*self._fields.values(), self._reference):
            field.accept()
        try:
            day = self.day.value()
        except UserError as error:
            self.day.refuse(sentence(error))
            return None
        if day is None:
            return None
        return LetterOptions(
            day=day,
            reference=self.reference.value().strip(),
            duplex=self.duplex.value(),
            fold_marks=self.fold_marks.value(),
            unaddressed=self.unaddressed.value(),
            values=MappingProxyType({name: one.value() for name, one in self.values.items()}),
        )

    def show_preference(self, kept: dict[str, Any]) -> None:
        """Show what was chosen and typed last."""
        values = kept.get("values", {})
        for name, one in self.values.items():
            one.set_value(str(values.get(name, "")))
        for name in _TICKS:
            tick: TickInput = getattr(self, name)
            tick.set_value(bool(kept.get(name, tick.value())))
        self.reference.set_value(str(kept.get("reference", "")))

    def preference(self) -> dict[str, Any]:
        """Return what is chosen and typed, as it is remembered; the date is that of the day."""
        return {
            "values": {name: one.value() for name, one in self.values.items()},
            "reference": self.reference.value(),
            **{name: getattr(self, name).value() for name in _TICKS},
        }

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        if error.code == "date-out-of-range" and not error.field:
            self.day.refuse(sentence(error))
            return True
        field = {**self._fields, "reference": self._reference}.get(error.field)
        if field is not None:
            field.refuse(sentence(error))
        return field is not None
