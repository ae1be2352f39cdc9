"""The question in hand: its words, how it is answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.questionnaire import (
    END_LIMIT,
    HIGH,
    LOW,
    MOST_CHOICES,
    MOST_LINES,
    QUESTION_LIMIT,
    Question,
    QuestionKind,
)
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput, LineInput, TickInput
from ctg_desktop.ui.impressions.number_inputs import CountInput
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.field import LabelledField

KIND_WORDS = {
    QuestionKind.SCALE: "Échelle de 1 à 5",
    QuestionKind.CHOICE: "Réponses au choix",
    QuestionKind.YES_NO: "Oui ou non",
    QuestionKind.TEXT: "Réponse libre",
}


class QuestionFields(QWidget):
    """Edits one question; shows only what its kind asks for."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = AreaInput(2, 4, QUESTION_LIMIT)
        self.kind = ChoiceInput([(str(kind), words) for kind, words in KIND_WORDS.items()])
        self.low, self.high = LineInput(LOW), LineInput(HIGH)
        for line in (self.low, self.high):
            line.setMaxLength(END_LIMIT)
        self.choices = AreaInput(4, MOST_CHOICES)
        self.several = TickInput("Plusieurs réponses possibles")
        self.lines = CountInput(1, MOST_LINES)
        self.fields = {
            "text": LabelledField("Question", self.text),
            "kind": LabelledField("Façon de répondre", self.kind),
            "low": LabelledField("Mots à côté du 1", self.low, optional=True),
            "high": LabelledField("Mots à côté du 5", self.high, optional=True),
            "choices": LabelledField("Réponses", self.choices, hint="Une par ligne."),
            "lines": LabelledField("Lignes pour écrire", self.lines),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for name, field in self.fields.items():
            column.addWidget(field)
            if name == "choices":
                column.addWidget(self.several)
        inputs = (self.text, self.kind, self.low, self.high, self.choices, self.several, self.lines)
        for one in inputs:
            one.edited.connect(self._edit)
        self._follow()

    def value(self) -> Question:
        """Return the question as typed; what its kind does not ask for is kept too."""
        return Question(
            text=self.text.value(),
            kind=QuestionKind(self.kind.value()),
            low=self.low.value(),
            high=self.high.value(),
            choices=tuple(self.choices.value().split("\n")) if self.choices.value() else (),
            several=self.several.value(),
            lines=self.lines.value(),
        )

    def show_question(self, question: Question) -> None:
        """Show a question without announcing it."""
        self.text.set_value(question.text)
        self.kind.set_value(str(question.kind))
        self.low.set_value(question.low)
        self.high.set_value(question.high)
        self.choices.set_value("\n".join(question.choices))
        self.several.set_value(question.several)
        self.lines.set_value(question.lines)
        self._follow()

    def refuse(self, error: UserError, name: str) -> None:
        """Stand an error beside the field of this name, the question itself for an unknown one."""
        field = self.fields.get(name, self.fields["text"])
        field.refuse(sentence(error))
        field.target.setFocus()

    def _edit(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        kind = QuestionKind(self.kind.value())
        for name in ("low", "high"):
            self.fields[name].setVisible(kind is QuestionKind.SCALE)
        self.fields["choices"].setVisible(kind is QuestionKind.CHOICE)
        self.several.setVisible(kind is QuestionKind.CHOICE)
        self.fields["lines"].setVisible(kind is QuestionKind.TEXT)
        for field in self.fields.values():
            field.accept()
