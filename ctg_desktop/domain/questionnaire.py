"""A questionnaire on paper: what is asked, in which order, how people answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ctg_desktop.domain import json_shape, text
from ctg_desktop.domain.moments import YEARS
from ctg_desktop.domain.text_model import TextModel
from ctg_desktop.errors import UserError

MOST_QUESTIONS = 30
MOST_CHOICES = 12
MOST_LINES = 10
QUESTION_LIMIT = 200
CHOICE_LIMIT = 80
END_LIMIT = 24
INTRODUCTION_LIMIT = 600
SCALE = (1, 2, 3, 4, 5)

LOW, HIGH = "Pas du tout", "Tout à fait"
"""The words at both ends of a scale that has none of its own."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    """From 1 to 5."""
    CHOICE = "choice"
    YES_NO = "yes-no"
    TEXT = "text"
    """In one's own words."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        low: Words at the 1 of a scale.
        high: Words at its 5.
        choices: Of a question of that kind.
        several: More than one choice may be ticked.
        lines: To write on, for an answer in one's own words.
    """

    text: str = ""
    kind: QuestionKind = QuestionKind.SCALE
    low: str = ""
    high: str = ""
    choices: tuple[str, ...] = ()
    several: bool = False
    lines: int = 2

    @property
    def ends(self) -> tuple[str, str]:
        """The words at both ends of its scale."""
        return self.low or LOW, self.high or HIGH


@dataclass(frozen=True, slots=True)
class Questionnaire(TextModel):
    """What people are asked.

    Attributes:
        title: At the top of the sheet.
        about: What the answers are about: "Rencontre ou atelier"; empty where nothing is dated.
    """

    title: str = ""
    about: str = ""
    introduction: str = ""
    questions: tuple[Question, ...] = ()


class QuestionnaireForm(StrEnum):
    """The forms of the sheet; the values are those of the command line."""

    A4 = "a4"
    TWO_A5 = "a5x2"
    """Twice on one sheet, to be cut in two."""
    LARGE_PRINT = "gros-caracteres"


@dataclass(frozen=True, slots=True)
class QuestionnaireOptions:
    """How a sheet is printed.

    Attributes:
        subject: The event or meeting it is about; empty to be written by hand.
        day: Its day.
        give_back: Where the sheet is handed in; empty for the town hall.
        until: Last day for it; ``None`` for no date.
    """

    form: QuestionnaireForm = QuestionnaireForm.A4
    subject: str = ""
    day: date | None = None
    give_back: str = ""
    until: date | None = None


def checked(questionnaire: Questionnaire) -> Questionnaire:
    """Return a questionnaire as it is kept.

    Raises:
        UserError: ``questionnaire-name-missing``, ``questionnaire-title-missing``,
            ``questionnaire-empty``, ``too-many-items``, ``text-too-long``, or a fault of a
            question; ``field`` says where.
    """
    name, title = text.line(questionnaire.name, "name"), text.line(questionnaire.title, "title")
    if not name:
        raise UserError("questionnaire-name-missing", field="name")
    if not title:
        raise UserError("questionnaire-title-missing", field="title")
    if not questionnaire.questions:
        raise UserError("questionnaire-empty", field="questions")
    if len(questionnaire.questions) > MOST_QUESTIONS:
        raise UserError("too-many-items", field="questions", limit=MOST_QUESTIONS)
    return replace(
        questionnaire,
        name=name,
        title=title,
        about=text.line(questionnaire.about, "about", limit=CHOICE_LIMIT),
        introduction=text.paragraph(
            questionnaire.introduction, "introduction", limit=INTRODUCTION_LIMIT
        ),
        questions=tuple(
            checked_question(one, f"questions.{at}")
            for at, one in enumerate(questionnaire.questions)
        ),
    )


def checked_question(question: Question, field: str) -> Question:
    """Return a question as it is kept; what its kind does not ask for is dropped.

    Raises:
        UserError: ``question-missing``, ``question-choices-missing``, ``too-many-items``,
            ``question-lines-out-of-range``, ``text-too-long``.
    """
    said = text.line(question.text, f"{field}.text", limit=QUESTION_LIMIT)
    if not said:
        raise UserError("question-missing", field=f"{field}.text")
    ready = Question(said, question.kind)
    match question.kind:
        case QuestionKind.SCALE:
            low = text.line(question.low, f"{field}.low", limit=END_LIMIT)
            high = text.line(question.high, f"{field}.high", limit=END_LIMIT)
            return replace(ready, low=low, high=high)
        case QuestionKind.CHOICE:
            choices = _choices(question.choices, f"{field}.choices")
            return replace(ready, choices=choices, several=question.several)
        case QuestionKind.TEXT:
            if not 1 <= question.lines <= MOST_LINES:
                raise UserError(
                    "question-lines-out-of-range", field=f"{field}.lines", limit=MOST_LINES
                )
            return replace(ready, lines=question.lines)
    return ready


def checked_options(options: QuestionnaireOptions) -> QuestionnaireOptions:
    """Return options that can be printed.

    Raises:
        UserError: ``date-out-of-range``, ``text-too-long``.
    """
    for field, day in (("day", options.day), ("until", options.until)):
        if day is not None and day.year not in YEARS:
            raise UserError("date-out-of-range", field=field, year=day.year)
    return replace(
        options,
        subject=text.line(options.subject, "subject"),
        give_back=text.line(options.give_back, "give_back"),
    )


def from_json(value: Mapping[str, object], code: str) -> Questionnaire:
    """Return a questionnaire from the keys of a JSON object, checked.

    Raises:
        UserError: ``key-unknown``, ``value-invalid``, or as :func:`checked`.
    """
    if "code" in value:
        raise UserError("key-unknown", field="code", key="code")
    read = json_shape.read(value, Questionnaire(code=code, name=code))
    return checked(read)


def _choices(typed: tuple[str, ...], field: str) -> tuple[str, ...]:
    cleaned = (text.line(one, field, limit=CHOICE_LIMIT) for one in typed)
    choices = tuple(dict.fromkeys(one for one in cleaned if one))
    if len(choices) < 2:
        raise UserError("question-choices-missing", field=field)
    if len(choices) > MOST_CHOICES:
        raise UserError("too-many-items", field=field, limit=MOST_CHOICES)
    return choices
