"""The blank form by which somebody asks to be registered, or a third party asks in writing.

Source: code de l’action sociale et des familles, R121-3 and R121-4: these fields and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.register import letter_texts
from ctg_desktop.messages.register import QUALITY_LABELS
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
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.fitting import fitted
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.register.theme import EDGE, FORM_PAGE, SHEET
from ctg_desktop.pdf.words import words

TITLE = "Demande d’inscription au registre des personnes vulnérables"
PAGES = 2
_SCALES = (1.0, 0.95, 0.9, 0.85)
_FIELD, _LARGE, _SIGN = 42.0, 60.0, 66.0
_TICK = 13.5
_ASKING = (
    "Je demande mon inscription.",
    "Je la demande pour la personne dont je suis le représentant légal.",
    "Je la demande pour une autre personne, qui en sera informée et pourra refuser.",
)
_CONTACTS = 2


@dataclass(frozen=True, slots=True)
class RequestForm:
    """What the form prints.

    Attributes:
        sender: The town hall, where it is given back.
        purposes: What the register is for.
        officer: The data protection officer, in one line; empty when nobody said.
        edition: The day it is made.
    """

    sender: Sender
    purposes: str
    officer: str
    edition: date


def request_form_document(content: RequestForm) -> Document:
    """Return the form: one sheet, both sides."""
    return fitted(partial(_document, content), PAGES, _SCALES)


def _document(content: RequestForm, scale: float) -> Document:
    foot = f"{content.sender.name} – demande d’inscription"
    return Document(
        title=TITLE,
        language="fr",
        author=content.sender.name,
        subject=TITLE,
        edition=content.edition,
        page=FORM_PAGE,
        sheet=SHEET.scaled(scale),
        sections=(
            Section(
                TITLE,
                tuple(_blocks(content)),
                content.sender.accent,
                Furniture(foot=foot, numbered=True),
            ),
        ),
    )


def _blocks(content: RequestForm) -> Iterator[Block]:
    yield Paragraph(words(content.sender.name), "kicker")
    yield Heading(1, words(TITLE))
    yield Paragraph(words(content.purposes), "lead")
    yield from _part("Qui fait la demande", [_ticks(_ASKING)])
    quality = [f"{one[0].upper()}{one[1:]}." for one in QUALITY_LABELS.values()]
    yield from _part(
        "La personne à inscrire",
        [
            _fields((("Nom", 1.0), ("Prénoms", 1.0))),
            _fields((("Date de naissance", 1.0), ("Téléphone", 1.0))),
            _fields((("Adresse, code postal, commune", 1.0),), _LARGE),
            _ticks(quality),
        ],
    )
    yield from _part(
        "Services qui viennent à domicile",
        [_fields((("Service", 2.0), ("Téléphone", 1.0)))] * _CONTACTS,
    )
    yield from _part(
        "Personnes à prévenir",
        [_fields((("Nom", 1.6), ("Lien avec la personne", 1.2), ("Téléphone", 1.2)))] * _CONTACTS,
    )
    yield from _part(
        "Le représentant légal ou le tiers, s’il fait la demande",
        [
            _fields((("Nom", 1.0), ("Qualité : fille, voisin, médecin…", 1.0))),
            _fields((("Adresse", 2.0), ("Téléphone", 1.0))),
        ],
    )
    yield from _rights(content)
    yield Space(6.0)
    yield Group((_fields((("Date", 1.0), ("Signature", 2.0)), _SIGN),))
    yield Space(fill=True)
    office = (("Reçue le", 1.0), ("Accusé envoyé le", 1.0), ("Inscrite le", 1.0))
    yield Group(
        (
            Paragraph(words("Réservé à la mairie (accusé de réception sous huit jours)"), "note"),
            _fields(office),
        )
    )


def _part(title: str, blocks: Sequence[Block]) -> Iterator[Block]:
    spaced = [part for block in blocks for part in (block, Space(6.0))]
    yield Group((Heading(2, words(title)), *spaced))


def _rights(content: RequestForm) -> Iterator[Block]:
    officer = letter_texts.OFFICER.format(content.officer) if content.officer else ""
    for text in (letter_texts.RECIPIENTS, letter_texts.RIGHTS.format(officer)):
        yield Paragraph(words(text), "lead")


def _ticks(choices: Sequence[str]) -> ItemList:
    return ItemList(tuple(map(words, choices)), Marker.TICK, "tick", _TICK)


def _fields(asked: Sequence[tuple[str, float]], height: float = _FIELD) -> Columns:
    """Return boxes to write in, side by side."""
    parts = tuple(
        Part(
            (Box((Paragraph(words(label), "label"),), border=EDGE, padding=6.0, height=height),),
            width,
        )
        for label, width in asked
    )
    return Columns(parts, gap=9.0)
