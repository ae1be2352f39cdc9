"""Keep questionnaires, and print them."""

from __future__ import annotations

from datetime import date

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.papers import Duplex
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.questionnaire import (
    Questionnaire,
    QuestionnaireForm,
    QuestionnaireOptions,
    checked,
    checked_options,
)
from ctg_desktop.domain.questionnaire_models import MODELS
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.letter_settings import sender_of
from ctg_desktop.usecases.papers import RenderedPaper, file_name
from ctg_desktop.usecases.text_models import Shelf, TextModels

QUESTIONNAIRES = "questionnaires"
_SHELF = Shelf(
    QUESTIONNAIRES,
    Questionnaire,
    MODELS,
    checked,
    saved="questionnaire-saved",
    reset="questionnaire-reset",
    unknown="questionnaire-unknown",
)
_PAGE_WORDS = {
    QuestionnaireForm.A4: ("page A4", "pages A4"),
    QuestionnaireForm.TWO_A5: ("page A4 à couper en deux", "pages A4 à couper en deux"),
    QuestionnaireForm.LARGE_PRINT: (
        "page A4 en gros caractères",
        "pages A4 en gros caractères",
    ),
}


class Questionnaires(TextModels[Questionnaire]):
    """The questionnaires of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        super().__init__(_SHELF, vault, actor)

    def render(
        self,
        questionnaire: Questionnaire,
        options: QuestionnaireOptions,
        today: date,
        progress: Progress = silent,
    ) -> RenderedPaper:
        """Return the PDF of the sheet to hand out.

        Args:
            questionnaire: What is asked.
            options: How it is printed.
            today: The day it is made.
            progress: Told each page.

        Raises:
            UserError: A rule of ``domain.questionnaire``; ``questionnaire-too-long`` where two
                copies do not fit one sheet.
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.pdf.questionnaire import QuestionnaireSheet, questionnaire_document
        from ctg_desktop.pdf.render import render

        ready, options = checked(questionnaire), checked_options(options)
        with self._vault.reading() as stored:
            sender = sender_of(stored, self._vault.profile, today)
        sheet = QuestionnaireSheet(ready, options, sender, today)
        document = questionnaire_document(sheet, progress)
        if document is None:
            raise UserError("questionnaire-too-long", field="form")
        made = render(document, progress)
        duplex = _duplex(options.form, made.pages)
        name = file_name("Questionnaire", options.subject or ready.name, options.day or "")
        return RenderedPaper(made.content, made.pages, name, _PAGE_WORDS[options.form], duplex)


def _duplex(form: QuestionnaireForm, pages: int) -> Duplex:
    if pages == 1:
        return Duplex.NONE
    return Duplex.SHORT_EDGE if form is QuestionnaireForm.TWO_A5 else Duplex.LONG_EDGE
