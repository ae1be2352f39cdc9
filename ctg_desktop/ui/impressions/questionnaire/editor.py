"""The text of a questionnaire: its title, its questions in order, the one in hand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.questionnaire import INTRODUCTION_LIMIT, Question, Questionnaire
from ctg_desktop.domain.questionnaire_models import MODELS
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.questionnaire.question_fields import KIND_WORDS, QuestionFields
from ctg_desktop.ui.reglages.ordered_list import OrderedList
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, section_title
from ctg_desktop.usecases.questionnaires import QuestionnaireSaved

_SIZE = QSize(960, 640)
_SHIPPED = {model.code: model for model in MODELS}


class QuestionnaireEditor(QDialog):
    """Edits one questionnaire; what is typed is kept as a draft until it is saved."""

    stored = Signal(object)
    """A :class:`QuestionnaireSaved`: this text is kept now."""

    def __init__(self, desk: Desk, model: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._saving = False
        self.setWindowTitle("Questionnaire")
        self.resize(_SIZE)
        self.inputs: dict[str, LineInput | AreaInput] = {
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
        self.found = IconText(Icon.HISTORY, "", Tone.INFORMATION, coloured=False)
        self.found.hide()
        self.problem = IconText(Icon.ERROR, "", Tone.ERROR)
        self.problem.hide()
        self.save_button = primary("Enregistrer", self.save, Icon.SAVE)
        self.copy_button = plain("Enregistrer une copie", self.save_copy, Icon.COPY)
        shipped = model.code in _SHIPPED
        self.reset_button = link(
            "Revenir au modèle d’origine" if shipped else "Supprimer ce modèle", self.reset
        )
        self.reset_button.setEnabled(not shipped or model != _SHIPPED[model.code])
        self._drafts = DraftKeeper(desk, self._draft, self)
        self._drafts.failed.connect(desk.report)
        self._lay_out()
        self._show(model)
        self._connect()
        desk.tasks.run(partial(desk.office.drafts.get, self._key), self._show_draft)

    def value(self) -> Questionnaire:
        """Return the questionnaire as typed."""
        typed = {name: one.value() for name, one in self.inputs.items()}
        return replace(self._model, **typed, questions=self.questions.items())

    def save(self) -> None:
        """Keep the text."""
        self._store(self.value())

    def save_copy(self) -> None:
        """Keep the text as a model of the commune's own."""
        typed = self.value()
        name = typed.name if typed.name != self._model.name else f"{typed.name} (copie)"
        self._store(replace(typed, code="", name=name))

    def reset(self) -> None:
        """Go back to the text that was shipped; remove a model of the commune's own."""
        questionnaires, code = self._desk.office.questionnaires, self._model.code
        self._desk.tasks.run(
            lambda: (questionnaires.reset(code), questionnaires.models()[0]), self._reset_done
        )

    def flush(self) -> None:
        """Keep the draft now."""
        self._drafts.flush()

    def done(self, result: int) -> None:
        """Close; what was typed and not saved is kept for the next time."""
        if self.value() == self._model:
            self._drop_draft()
        else:
            self.flush()
        super().done(result)

    @property
    def _key(self) -> str:
        return f"questionnaire:{self._model.code}"

    def _lay_out(self) -> None:
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
        foot = QHBoxLayout()
        foot.addWidget(self.reset_button)
        foot.addStretch(1)
        foot.addWidget(plain("Fermer", self.reject))
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT)
        column.addWidget(section_title("Questions"))
        column.addWidget(self.found)
        column.addWidget(self.problem)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for one in self.inputs.values():
            one.edited.connect(self._edit)
        self.questions.edited.connect(self._edit)
        self.questions.current_changed.connect(self._show_question)
        self.question.edited.connect(self._take_question)

    def _show(self, model: Questionnaire) -> None:
        for name, one in self.inputs.items():
            one.set_value(getattr(model, name))
        self.questions.set_items(model.questions)
        self._show_question()

    def _show_question(self) -> None:
        current = self.questions.current()
        self.question.setEnabled(current is not None)
        self.question.show_question(current or Question())

    def _take_question(self) -> None:
        if self.questions.current() is not None:
            self.questions.replace_current(self.question.value())
            self._edit()

    def _edit(self) -> None:
        self.problem.hide()
        for field in self.fields.values():
            field.accept()
        self._drafts.note()

    def _store(self, typed: Questionnaire) -> None:
        if self._saving:
            return
        self._saving = True
        questionnaires = self._desk.office.questionnaires
        self._desk.tasks.run(lambda: questionnaires.save(typed), self._stored, failed=self._refused)

    def _stored(self, saved: QuestionnaireSaved) -> None:
        self._drop_draft()
        if saved.changes:
            self._desk.bus.changed.emit(saved.changes)
        self.stored.emit(saved)
        self.accept()

    def _reset_done(self, done: tuple[Changes, Questionnaire]) -> None:
        changes, first = done
        self._drop_draft()
        if changes:
            self._desk.bus.changed.emit(changes)
        self.stored.emit(QuestionnaireSaved(_SHIPPED.get(self._model.code, first), changes))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._saving = False
        if not isinstance(error, UserError):
            self._desk.report(error)
            return
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

    def _show_draft(self, kept: dict[str, Any] | None) -> None:
        if kept is None:
            return
        try:
            typed = msgspec.convert(kept["changes"]["value"], Questionnaire)
        except (msgspec.ValidationError, KeyError):
            self._drop_draft()
            return
        if typed != self._model:
            self._show(typed)
            self.found.show_text("Votre saisie non enregistrée a été retrouvée.")
            self.found.show()

    def _draft(self) -> tuple[str, Draft] | None:
        typed = self.value()
        if typed == self._model:
            return None
        at = datetime.now()  # noqa: DTZ005 - the local time is meant
        return self._key, Draft(at, typed.name, {"value": msgspec.to_builtins(typed)})

    def _drop_draft(self) -> None:
        self._drafts.forget()
        self._drafts.drop(self._key)


def _look(question: Question) -> tuple[str, QIcon | None]:
    said = question.text.replace("\n", " ") or "Nouvelle question"
    return f"{said} – {KIND_WORDS[question.kind].lower()}", None


def _new_question(_questions: Sequence[Question]) -> Question:
    return Question()
