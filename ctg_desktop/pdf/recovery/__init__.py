"""The recovery sheet: one A4 page for the mayor's safe, written for anybody who finds it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from ctg_desktop.domain.wording import day_full, joined, plural
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Definitions,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.fitting import fitted
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.recovery.theme import PAGE, SHEET
from ctg_desktop.pdf.recovery.wording import VAULT, SheetWords
from ctg_desktop.pdf.style import ACCENT
from ctg_desktop.pdf.words import labelled, verbatim, words

_FIRST_LINE = 4
_MOST_NAMED = 4
_SCALES = (1.0, 0.94, 0.88, 0.82)


@dataclass(frozen=True, slots=True)
class RecoveryFacts:
    """What stands on the sheet.

    Attributes:
        commune: Whose vault it opens.
        number: Its INSEE code or SIREN; empty when it is not known.
        accent: Colour, ``#rrggbb``.
        groups: Of the code; never in ``repr``.
        users: Who has a password, for the reader to know whom to ask first.
        made_on: The day the code was drawn.
        said: What is said of what it opens.
    """

    commune: str
    number: str
    accent: str
    groups: Sequence[str] = field(repr=False)
    users: Sequence[str]
    made_on: date
    said: SheetWords = VAULT


def recovery_document(facts: RecoveryFacts) -> Document:
    """Return the sheet as a document of one page."""
    return fitted(partial(_sheet, facts), 1, _SCALES)


def _sheet(facts: RecoveryFacts, scale: float) -> Document:
    title = f"{facts.said.title} – {facts.commune}"
    foot = f"{title} · {day_full(facts.made_on)}"
    return Document(
        title=title,
        language="fr",
        author=facts.commune,
        subject=facts.said.subject,
        edition=facts.made_on,
        page=PAGE,
        sheet=SHEET.scaled(scale),
        sections=(Section(title, tuple(_blocks(facts)), facts.accent, Furniture(foot=foot)),),
    )


def _blocks(facts: RecoveryFacts) -> Iterator[Block]:
    yield Paragraph(words(f"{facts.said.title} – à garder au coffre de la mairie"), "kicker")
    yield Heading(1, words(facts.commune))
    yield Paragraph(words(facts.said.lead), "lead")
    yield Box(tuple(_code(facts.groups)), border=ACCENT, padding=15.0, before=15.0, after=12.0)
    yield Definitions(
        (
            labelled("Ouvre", words(f"{facts.said.opens} de {_named(facts)}")),
            labelled("Demandez d’abord à", words(_people(facts.users))),
            labelled("Faite le", words(day_full(facts.made_on))),
        )
    )
    yield Heading(2, words("Comment s’en servir"))
    yield ItemList(tuple(words(one) for one in facts.said.how), Marker.NUMBER)
    yield Paragraph(
        words(
            "Le code n’a ni O, ni I, ni L, ni U : un rond est toujours le chiffre zéro, une barre "
            "toujours le chiffre un. Le septième groupe sert à repérer une faute de frappe."
        ),
        "note",
    )
    yield Heading(2, words("Comment la garder"))
    yield ItemList(tuple(words(one) for one in facts.said.keep))
    yield Box(
        (Paragraph(words(facts.said.warning), "warning"),),
        border="#404040",
        padding=9.0,
        before=12.0,
    )
    yield Space(fill=True)
    yield Columns(
        (
            Part((Paragraph(words("Rangée le"), "label"), WritingLines(1, 24.0))),
            Part((Paragraph(words("À quel endroit"), "label"), WritingLines(1, 24.0)), 2.0),
            Part((Paragraph(words("Par"), "label"), WritingLines(1, 24.0)), 1.5),
        ),
        gap=18.0,
    )


def _named(facts: RecoveryFacts) -> str:
    return f"{facts.commune} ({facts.number})" if facts.number else facts.commune


def _people(users: Sequence[str]) -> str:
    """Name a few of them; the sheet outlives most changes anyway."""
    shown, more = list(users[:_MOST_NAMED]), len(users) - _MOST_NAMED
    if more > 0:
        shown.append(plural(more, "autre personne", "autres personnes"))
    return joined(shown)


def _code(groups: Sequence[str]) -> Iterator[Block]:
    numbered = list(enumerate(groups, start=1))
    lines = (numbered[:_FIRST_LINE], numbered[_FIRST_LINE:])
    for place, line in enumerate(lines):
        if place:
            yield Space(9.0)
        parts = [_group(number, group) for number, group in line]
        missing = _FIRST_LINE - len(parts)
        parts += [Part((Paragraph(words(""), "number"),))] * missing
        yield Columns(tuple(parts), gap=6.0)


def _group(number: int, group: str) -> Part:
    return Part((Paragraph(words(str(number)), "number"), Paragraph(verbatim(group), "group")))
