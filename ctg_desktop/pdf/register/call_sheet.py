"""The sheet on which calls of an alert are noted by hand, when the screen is not at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import Alert, Call, RegisterContact
from ctg_desktop.domain.register.rules import age_on
from ctg_desktop.domain.wording import day_full, phone, plural, time
from ctg_desktop.messages.register import CALL_RESULT_LABELS
from ctg_desktop.pdf.blocks import Block, Heading, Paragraph, Space
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.register.theme import SHEET, TABLE_PAGE
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.tables import Table
from ctg_desktop.pdf.words import verbatim, words

TITLE = "Feuille d’appels"
_HEADER = ("Personne", "Téléphone", "À prévenir, services", "1er appel", "2e appel", "3e appel")
_WIDTHS = (2.5, 1.5, 2.5, 1.3, 1.3, 1.3)
_ROW = 66.0
_COLUMNS = 3
_SHOWN = _COLUMNS - 1
"""So many of today's calls are printed; one column at least is left to be filled."""
_TO_FILL = f"à{NBSP * 8}h\n\nva bien\nabsent{NBSP * 3}aide"
_HOW = (
    "Notez l’heure et entourez le résultat : « va bien », « absent » (à rappeler), « aide » "
    "(quelqu’un est envoyé). En danger : 15, 18 ou 112. Reportez ensuite les appels dans le "
    "registre, puis détruisez cette feuille."
)


@dataclass(frozen=True, slots=True)
class CallSheet:
    """What the sheet prints.

    Attributes:
        rows: In the order in which to call.
        edition: The day of the calls.
    """

    profile: Profile
    alert: Alert
    rows: Sequence[CallRow]
    edition: date


def call_sheet_document(content: CallSheet) -> Document:
    """Return the sheet, as many pages as it takes."""
    title = f"{TITLE} – {content.alert.name}"
    section = Section(
        TITLE,
        tuple(_blocks(content)),
        content.profile.accent,
        Furniture(foot=f"Confidentiel – {title} – {content.profile.name}", numbered=True),
    )
    return Document(
        title=title,
        language="fr",
        author=content.profile.name,
        subject=TITLE,
        edition=content.edition,
        page=TABLE_PAGE,
        sheet=SHEET,
        sections=(section,),
    )


def _blocks(content: CallSheet) -> Iterator[Block]:
    yield Paragraph(words(f"{TITLE} – {day_full(content.edition)}"), "kicker")
    yield Heading(1, words(content.alert.name))
    yield Paragraph(words(f"{_count(content.rows)}. {_HOW}"), "lead")
    yield Space(3.0)
    if not content.rows:
        return
    yield Table(
        header=tuple(map(words, _HEADER)),
        rows=tuple(_row(row, content.edition) for row in content.rows),
        widths=_WIDTHS,
        row_headers=True,
        caption=TITLE,
        style="person",
        header_style="column",
        row_height=_ROW,
        ruled=True,
    )


def _count(rows: Sequence[CallRow]) -> str:
    reached = sum(row.reached_today for row in rows)
    left = plural(len(rows) - reached, "personne à appeler", "personnes à appeler")
    known = f", puis {plural(reached, 'jointe', 'jointes')} aujourd’hui" if reached else ""
    return f"{left}, dans l’ordre{known}"


def _row(row: CallRow, today: date) -> tuple[Runs, ...]:
    age = f"{age_on(row.birth_date, today)}{NBSP}ans" if row.birth_date else ""
    alone = "ni proche à prévenir, ni service" if row.is_alone else ""
    about = "\n".join(filter(None, (", ".join(row.address), age)))
    who = (Run(row.name, strong=True), *verbatim(f"\n{about}" if about else ""))
    number = (
        (Run(phone(row.phone), strong=True),) if row.phone else words("visite : sans téléphone")
    )
    others = "\n".join(map(_contact, (*row.to_warn, *row.home_services)))
    made = [words(_made(call)) for call in row.calls_today[-_SHOWN:]]
    to_fill = [words(_TO_FILL)] * (_COLUMNS - len(made))
    return (who, number, words(others or alone), *made, *to_fill)


def _made(call: Call) -> str:
    return f"{time(call.at)}\n\n{CALL_RESULT_LABELS[call.result]}"


def _contact(one: RegisterContact) -> str:
    number = phone(one.phone) if one.phone else ""
    return ", ".join(filter(None, (one.name, one.quality, number)))
