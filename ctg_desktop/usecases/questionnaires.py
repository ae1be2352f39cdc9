"""Keep questionnaires, and print them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from ctg_desktop.db.vault import Repositories, UnitOfWork, Vault
from ctg_desktop.domain import text
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.import_plan import Progress, silent
from ctg_desktop.domain.papers import Duplex
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
from ctg_desktop.usecases.settings import code_for

QUESTIONNAIRES = "questionnaires"
_SHIPPED = {model.code: model for model in MODELS}
_PAGE_WORDS = {
    QuestionnaireForm.A4: ("page A4", "pages A4"),
    QuestionnaireForm.TWO_A5: ("page A4 à couper en deux", "pages A4 à couper en deux"),
    QuestionnaireForm.LARGE_PRINT: (
        "page A4 en gros caractères",
        "pages A4 en gros caractères",
    ),
}


@dataclass(frozen=True, slots=True)
class QuestionnaireSaved:
    """A questionnaire as it was kept, and what keeping it changed."""

    questionnaire: Questionnaire
    changes: Changes


class Questionnaires:
    """The questionnaires of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def models(self) -> list[Questionnaire]:
        """Return those that are shipped, as the commune changed them, then its own by name."""
        with self._vault.reading() as stored:
            kept = _kept(stored)
        own = sorted((kept[one] for one in kept.keys() - _SHIPPED.keys()), key=_by_name)
        return [*(kept.get(code, model) for code, model in _SHIPPED.items()), *own]

    def model(self, code: str) -> Questionnaire:
        """Return one questionnaire.

        Raises:
            UserError: ``questionnaire-unknown``.
        """
        models = self.models()
        found = next((one for one in models if one.code == code), None)
        if found is None:
            known = ", ".join(one.code for one in models)
            raise UserError("questionnaire-unknown", value=code[:40], known=known)
        return found

    def save(self, questionnaire: Questionnaire) -> QuestionnaireSaved:
        """Keep a questionnaire; one without a code becomes one of the commune's own.

        Raises:
            UserError: As :func:`ctg_desktop.domain.questionnaire.checked`.
        """
        ready = checked(questionnaire)
        with self._vault.writing("questionnaire-saved", actor=self._actor, name=ready.name) as work:
            kept = _kept(work)
            ready = replace(ready, code=ready.code or code_for(ready.name, [*_SHIPPED, *kept]))
            if ready == _SHIPPED.get(ready.code):
                kept.pop(ready.code, None)
            else:
                kept[ready.code] = ready
            _keep(work, kept)
        return QuestionnaireSaved(ready, work.changes)

    def reset(self, code: str) -> Changes:
        """Take a shipped questionnaire back to how it was shipped; an own one is removed."""
        with self._vault.writing("questionnaire-reset", actor=self._actor) as work:
            kept = _kept(work)
            kept.pop(code, None)
            _keep(work, kept)
        return work.changes

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


def _kept(stored: Repositories) -> dict[str, Questionnaire]:
    """Return the questionnaires that differ from those shipped, by code."""
    value = stored.settings.get(QUESTIONNAIRES, {})
    return msgspec.convert(value, dict[str, Questionnaire])


def _keep(work: UnitOfWork, kept: dict[str, Questionnaire]) -> None:
    work.settings.set(QUESTIONNAIRES, msgspec.to_builtins(kept))


def _by_name(one: Questionnaire) -> tuple[str, str]:
    return text.fold(one.name), one.code
