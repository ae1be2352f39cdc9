"""The text of a questionnaire: its title, its questions in order, the one in hand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain.questionnaire import INTRODUCTION_LIMIT, Question, Questionnaire
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.model_editor import ModelEditor
from ctg_desktop.ui.impressions.questionnaire.question_fields import KIND_WORDS, QuestionFields
from ctg_desktop.ui.reglages.ordered_list import OrderedList
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText


class QuestionnaireEditor(ModelEditor[Questionnaire]):
    """Edits one questionnaire."""

    draft_key = "questionnaire"
    copy_words = "Enregistrer une copie"

    def __init__(self, desk: Desk, model: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.office.questionnaires, model, parent)
        self.setWindowTitle("Questionnaire")
        self.inputs = {
            "name": LineInput(),
            "title": LineInput(),
            "about": LineInput("Rencontre ou atelier"),
            "introduction": AreaInput(2, 5, INTRODUCTION_LIMIT),
        }
        self.fields = {
            "name": LabelledField("Nom du modèle", self.inputs["name"]),
            "title": LabelledField("Titre de la feuille", self.inputs["title"]),
            "about": LabelledField(
                "Sur quoi porte l’avis",
                self.inputs["about"],
                optional=True,
                hint="Avec cela, la feuille a une ligne pour le sujet et la date.",
            ),
            "introduction": LabelledField(
                "Introduction", self.inputs["introduction"], optional=True
            ),
        }
        self.head = FoldedDetails("Titre et introduction")
        self.questions: OrderedList[Question] = OrderedList(
            "Questions", _look, _new_question, movable=True
        )
        self.question = QuestionFields()
        self.problem = IconText(Icon.ERROR, "", Tone.ERROR)
        self.problem.hide()
        self.lay_out("Questions", self.problem, self._middle())
        self.begin()
        self.questions.edited.connect(self.edit)
        self.questions.current_changed.connect(self._show_question)
        self.question.edited.connect(self._take_question)

    def value(self) -> Questionnaire:
        """Return the questionnaire as typed."""
        typed = {name: one.value() for name, one in self.inputs.items()}
        return replace(self.model, **typed, questions=self.questions.items())

    def show_model(self, model: Questionnaire) -> None:
        """Fill the inputs."""
        super().show_model(model)
        self.questions.set_items(model.questions)
        self._show_question()

    def check(self) -> None:
        """Take away what was refused."""
        self.problem.hide()
        for field in self.fields.values():
            field.accept()

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input, that of one question in the question; or above all."""
        where, _, rest = error.field.partition(".")
        number, _, name = rest.partition(".")
        if where in self.fields:
            self.head.set_open(True)
            self.fields[where].refuse(sentence(error))
            self.fields[where].target.setFocus()
        elif number.isdigit():
            self.questions.select(int(number))
            self.question.refuse(error, name)
        else:
            self.problem.show_text(sentence(error))
            self.problem.show()
        return True

    def _middle(self) -> QHBoxLayout:
        right = Scrolled(margin=0)
        right.column.setContentsMargins(0, 0, UNIT, 0)
        for field in self.fields.values():
            self.head.body.addWidget(field)
        self.questions.remove_button.set_words("Supprimer cette question")
        right.column.addWidget(self.head)
        right.column.addWidget(self.question)
        right.column.addWidget(self.questions.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self.questions, 1)
        middle.addWidget(right, 1)
        return middle

    def _show_question(self) -> None:
        current = self.questions.current()
        self.question.setEnabled(current is not None)
        self.question.show_question(current or Question())

    def _take_question(self) -> None:
        if self.questions.current() is not None:
            self.questions.replace_current(self.question.value())
            self.edit()


def _look(question: Question) -> tuple[str, QIcon | None]:
    said = question.text.replace("\n", " ") or "Nouvelle question"
    return f"{said} – {KIND_WORDS[question.kind].lower()}", None


def _new_question(_questions: Sequence[Question]) -> Question:
    return Question()
