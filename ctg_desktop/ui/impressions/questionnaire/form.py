"""What is chosen before a questionnaire is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.attendance import Meeting
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.questionnaire import (
    Questionnaire,
    QuestionnaireForm,
    QuestionnaireOptions,
)
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput, LineInput
from ctg_desktop.ui.impressions.board_form import BoardForm
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.questionnaire.editor import QuestionnaireEditor
from ctg_desktop.ui.impressions.requests import EventWanted
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.text_models import ModelSaved

_FORMS = (
    (str(QuestionnaireForm.A4), "A4"),
    (str(QuestionnaireForm.TWO_A5), "Deux A5 sur une feuille, à couper"),
    (str(QuestionnaireForm.LARGE_PRINT), "Gros caractères"),
)
_SETTINGS = frozenset({"questionnaires", "letters", "profile"})


class QuestionnairePaperForm(BoardForm):
    """Which questions, about what, on which paper, where it is handed in."""

    preference = "impressions.questionnaire"
    leads_to = None
    nothing = ("Aucun questionnaire", "Choisissez un modèle\u00a0: la feuille paraît ici.")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._models: dict[str, Questionnaire] = {}
        self.editor: QuestionnaireEditor | None = None
        self.model_input, self.paper = ChoiceInput(), ChoiceInput(_FORMS)
        self.edit_button = plain("Modifier les questions…", self.edit_questions, Icon.EDIT)
        self.subject, self.give_back = LineInput(), LineInput("La mairie, à son adresse")
        self.day = DateField("Date", desk.today, optional=True)
        self.until = DateField("À rendre avant", desk.today, optional=True)
        self.fields = {
            "form": LabelledField("Format", self.paper),
            "subject": LabelledField("Rencontre, atelier ou sujet", self.subject, optional=True),
            "give_back": LabelledField("Où rendre la feuille", self.give_back, optional=True),
        }
        self.card.body.addWidget(LabelledField("Modèle", self.model_input))
        self.card.body.addWidget(self.edit_button)
        sheet = Card("La feuille")
        fields = self.fields
        for one in (fields["form"], fields["subject"], self.day, fields["give_back"], self.until):
            sheet.body.addWidget(one)
        self.column.addWidget(sheet)
        for choice in (self.model_input, self.paper):
            choice.edited.connect(self._choose)
        for line in (self.subject, self.give_back):
            line.edited.connect(self._choose)
        for field in (self.day, self.until):
            field.changed.connect(self.changed)

    @property
    def model(self) -> Questionnaire | None:
        """The questionnaire chosen; ``None`` before they are known."""
        return self._models.get(self.model_input.value())

    def load(self) -> None:
        """Read the models, and the first time what was chosen last."""
        self.desk.tasks.run(self.desk.office.questionnaires.models, self._show_models)

    def make(self) -> Make | None:
        """Return what lays the sheet out; ``None`` when an input is refused."""
        model, options = self.model, self._options()
        if model is None or options is None:
            return None
        office, today = self.desk.office, self.desk.today()

        def work(progress: Progress) -> RenderedPaper | None:
            return office.questionnaires.render(model, options, today, progress)

        return work

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        field = {**self.fields, "day": self.day, "until": self.until}.get(error.field)
        if field is None:
            return False
        field.refuse(sentence(error))
        return True

    def concerns(self, changes: Changes) -> bool:
        """Tell whether questions or the address of the town hall changed."""
        return bool(changes.listings) or not _SETTINGS.isdisjoint(changes.settings)

    def receive(self, wanted: Any) -> None:
        """Ask about an event of the calendar."""
        if isinstance(wanted, EventWanted):
            sheets = self.desk.office.attendance
            self.desk.tasks.run(
                lambda: sheets.meeting_of_event(wanted.id, wanted.day), self._show_meeting
            )

    def kept(self) -> dict[str, Any]:
        """Return the choices to remember; what a sheet is about is said anew each time."""
        return {
            "model": self.model_input.value(),
            "form": self.paper.value(),
            "give_back": self.give_back.value(),
        }

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show what was chosen last, where it still exists."""
        if kept.get("model") in self._models:
            self.model_input.set_value(str(kept["model"]))
        if kept.get("form") in dict(_FORMS):
            self.paper.set_value(str(kept["form"]))
        self.give_back.set_value(str(kept.get("give_back", "")))

    def flush(self) -> None:
        """Keep what is typed."""
        if self.editor is not None:
            self.editor.flush()

    def edit_questions(self) -> None:
        """Open the questions of the model."""
        if self.model is None:
            return
        self.editor = QuestionnaireEditor(self.desk, self.model, self)
        self.editor.stored.connect(self._stored)
        self.editor.notice.connect(self.notice)
        self.editor.finished.connect(self._close_editor)
        self.editor.open()

    def _options(self) -> QuestionnaireOptions | None:
        """Return what is chosen; ``None``, with the reason beside it, when a day is none."""
        days: list[date | None] = []
        for field in (self.day, self.until):
            try:
                days.append(field.value())
            except UserError as error:
                field.refuse(sentence(error))
                return None
        return QuestionnaireOptions(
            form=QuestionnaireForm(self.paper.value()),
            subject=self.subject.value(),
            day=days[0],
            give_back=self.give_back.value(),
            until=days[1],
        )

    def _choose(self) -> None:
        for field in self.fields.values():
            field.accept()
        self.edit()

    def _show_models(self, models: Sequence[Questionnaire]) -> None:
        chosen = self.model_input.value()
        self._models = {one.code: one for one in models}
        self.model_input.clear()
        self.model_input.set_choices([(one.code, one.name) for one in models])
        if chosen in self._models:
            self.model_input.set_value(chosen)
        super().load()

    def _show_meeting(self, meeting: Meeting) -> None:
        self.subject.set_value(meeting.title)
        self.day.set_value(meeting.day)
        self.changed.emit()

    def _stored(self, saved: ModelSaved[Questionnaire]) -> None:
        """Other questions were kept: show them; a new model is chosen at once."""
        self.desk.tasks.run(
            self.desk.office.questionnaires.models, partial(self._show_saved, saved)
        )

    def _show_saved(
        self, saved: ModelSaved[Questionnaire], models: Sequence[Questionnaire]
    ) -> None:
        self._show_models(models)
        self.model_input.set_value(saved.model.code)
        self._choose()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
