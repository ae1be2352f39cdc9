"""How a leaflet looks: on which paper, and what is printed beside its listings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from ctg_desktop.domain.leaflet import LeafletForm, LeafletOptions, LeafletSubject, LeafletTexts
from ctg_desktop.ui.editing.inputs import ChoiceInput, TickInput
from ctg_desktop.ui.widgets.field import LabelledField

_FORMS = (
    (LeafletForm.FOLDED, "A4 plié en trois"),
    (LeafletForm.A5, "A5, deux ou quatre pages"),
)


class LeafletLook(QObject):
    """The paper and three ticks; marks to fold by are asked for where it is folded."""

    edited = Signal()
    """A person chose something."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.format = ChoiceInput([(str(code), words) for code, words in _FORMS])
        self.codes = TickInput("Code QR du site")
        self.notes = TickInput("Lignes pour écrire")
        self.marks = TickInput("Repères de pliage")

    def put_into(self, column: QVBoxLayout) -> None:
        """Put the inputs below each other."""
        column.addWidget(LabelledField("Papier", self.format))
        for tick in (self.codes, self.notes, self.marks):
            column.addWidget(tick)

    def follow(self) -> None:
        """Listen to a person, once what was chosen last is shown."""
        for one in (self.format, self.codes, self.notes, self.marks):
            one.edited.connect(self._note)

    def options(self, subject: LeafletSubject, texts: LeafletTexts) -> LeafletOptions:
        """Return what is to be printed."""
        return LeafletOptions(
            subject,
            texts,
            LeafletForm(self.format.value()),
            codes=self.codes.value(),
            fold_marks=self.marks.value(),
            notes=self.notes.value(),
        )

    def kept(self) -> dict[str, Any]:
        """Return what is chosen, to be kept for the next time."""
        return {
            "form": self.format.value(),
            "codes": self.codes.value(),
            "notes": self.notes.value(),
            "fold_marks": self.marks.value(),
        }

    def show_kept(self, kept: Mapping[str, Any]) -> None:
        """Show what was chosen the last time; what is missing or unknown is as it is at first."""
        forms = {str(code) for code, _ in _FORMS}
        form = str(kept.get("form", ""))
        self.format.set_value(form if form in forms else str(LeafletForm.FOLDED))
        self.codes.set_value(bool(kept.get("codes", True)))
        self.notes.set_value(bool(kept.get("notes", True)))
        self.marks.set_value(bool(kept.get("fold_marks", False)))
        self._show_marks()

    def _note(self) -> None:
        self._show_marks()
        self.edited.emit()

    def _show_marks(self) -> None:
        self.marks.setVisible(self.format.value() == LeafletForm.FOLDED)
