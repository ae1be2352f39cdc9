"""What stands on a questionnaire, from its title to where it is handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.questionnaire import (
    SCALE,
    Question,
    QuestionKind,
    Questionnaire,
    QuestionnaireOptions,
)
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.questionnaire.theme import Look
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.words import paragraphs, words

PRIVACY = (
    "Questionnaire anonyme : n’y écrivez ni nom, ni adresse, ni rien qui permette de reconnaître "
    "quelqu’un. Répondez seulement à ce que vous voulez."
)
_SEVERAL = "plusieurs réponses possibles"
_COLUMNS = 2
_DIGIT_SHARE, _END_SHARE = 1.0, 2.6
_CALL = f"Tél.{NBSP}:"


def sheet_blocks(
    questionnaire: Questionnaire, options: QuestionnaireOptions, sender: Sender, look: Look
) -> Iterator[Block]:
    """Yield one copy of a questionnaire.

    Args:
        questionnaire: What is asked.
        options: The event, where and until when it is handed in.
        sender: Who asks.
        look: Of the form.
    """
    yield from _head(questionnaire, options, sender, look)
    *first, last = (
        (*_question(question, number, look), Space(look.gap))
        for number, question in enumerate(questionnaire.questions, start=1)
    )
    yield from map(Group, first)
    yield Group((*last, Space(fill=True), *_foot(options, sender, look)))


def _head(
    questionnaire: Questionnaire, options: QuestionnaireOptions, sender: Sender, look: Look
) -> Iterator[Block]:
    yield Paragraph(words(sender.name), "kicker")
    yield Heading(1, words(questionnaire.title))
    for one in paragraphs(questionnaire.introduction):
        yield Paragraph(words(one), "introduction")
    if questionnaire.about or options.subject or options.day:
        yield _subject(questionnaire, options, look)
    yield Space(look.gap * 0.75)


def _subject(questionnaire: Questionnaire, options: QuestionnaireOptions, look: Look) -> Columns:
    """Return what the answers are about, lines to write on where it is not known."""
    day = wording.day_full(options.day) if options.day else ""
    return Columns(
        (
            Part(_fact(questionnaire.about or "Sujet", options.subject, look), 1.25),
            Part(_fact("Date", day, look)),
        ),
        gap=18.0,
    )


def _fact(label: str, value: str, look: Look) -> tuple[Block, ...]:
    said: Block = Paragraph(words(value), "body") if value else WritingLines(1, look.leading * 0.8)
    return (Paragraph(words(label), "label"), said)


def _question(question: Question, number: int, look: Look) -> Iterator[Block]:
    yield Heading(2, (Run(f"{number}.{NBSP}"), *words(question.text)))
    match question.kind:
        case QuestionKind.SCALE:
            yield from _scale(question, look)
        case QuestionKind.CHOICE:
            if question.several:
                yield Paragraph(words(_SEVERAL), "note")
            yield _choices(question.choices, look)
        case QuestionKind.YES_NO:
            yield _yes_no(look)
        case QuestionKind.TEXT:
            yield WritingLines(question.lines, look.leading)


def _scale(question: Question, look: Look) -> Iterator[Block]:
    """Yield five boxes in a row, with the words of their ends."""
    low, high = question.ends
    boxes = (
        Part((ItemList((words(str(one)),), Marker.TICK, "digit", look.box),), _DIGIT_SHARE)
        for one in SCALE
    )
    if look.ends_above:
        yield Paragraph(words(f"1{NBSP}= {low}, {SCALE[-1]}{NBSP}= {high}"), "note")
        yield Columns((*boxes, Part((), 1.0)), gap=9.0)
        return
    ends = (Paragraph(words(low), "low"),), (Paragraph(words(high), "high"),)
    left, right = (Part(end, _END_SHARE) for end in ends)
    yield Columns((left, *boxes, right), gap=9.0)


def _choices(choices: Sequence[str], look: Look) -> Block:
    """Return boxes in columns, filled one column after another; one column for long words."""
    longest = max(map(len, choices))
    columns = 1 if longest > look.wide else _COLUMNS
    depth = -(-len(choices) // columns)
    parts = [choices[start : start + depth] for start in range(0, len(choices), depth)]
    if columns == 1:
        return _ticks(choices, look)
    blank = [Part(())] * (columns - len(parts))
    return Columns((*(Part((_ticks(one, look),)) for one in parts), *blank), gap=12.0)


def _yes_no(look: Look) -> Columns:
    parts = (Part((_ticks((said,), look),)) for said in ("Oui", "Non"))
    return Columns((*parts, Part((), 3.0)), gap=12.0)


def _ticks(choices: Sequence[str], look: Look) -> ItemList:
    return ItemList(tuple(map(words, choices)), Marker.TICK, "choice", look.box)


def _foot(options: QuestionnaireOptions, sender: Sender, look: Look) -> Iterator[Block]:
    lines = [one for one in sender.lines if one != sender.email and not one.startswith(_CALL)]
    where = options.give_back or ", ".join((sender.name, *lines))
    until = f", avant le {wording.day_full(options.until)}" if options.until else ""
    yield Box(
        (
            Paragraph(words(f"À rendre{NBSP}: {where}{until}"), "back"),
            Space(3.0),
            Paragraph(words(PRIVACY), "note"),
        ),
        border="#404040",
        padding=look.gap * 0.6,
    )
