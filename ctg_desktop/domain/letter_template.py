"""Texts with places to fill in, such as ``{telephone|non renseigné}``.

A template is parsed once, into lines of pieces, and filled for each recipient. What is filled in
is data: it is never looked at again, a name that reads "{nom}" stays "{nom}".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError

PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "nom": "nom de l’organisme ou de la personne",
        "contact": "prénom et nom du contact",
        "fonction": "fonction du contact",
        "adresse": "adresse, sur une ligne",
        "telephone": "numéros de téléphone",
        "courriel": "adresse de courriel",
        "site": "site internet",
        "horaires": "horaires",
        "rubrique": "rubrique du livret",
        "fiche": "toute la fiche, ligne par ligne",
        "commune": "nom de la commune",
        "date": "date de la lettre",
        "maire": "le maire",
        "secretaire": "le secrétariat",
        "quand": "jour et heure, pour cet envoi",
        "lieu": "lieu, pour cet envoi",
        "sujet": "sujet, pour cet envoi",
        "rencontres": "prochaines dates publiques, une par ligne",
        "reponse": "date limite de réponse, pour cet envoi",
    }
)
"""Every placeholder → what it stands for."""

MAILING = ("quand", "lieu", "sujet", "reponse")
"""Placeholders whose value a person types for one mailing."""

SHARED = ("commune", "date", "maire", "secretaire", "rencontres", *MAILING)
"""Placeholders that say the same in each letter."""

ITEM = "- "
"""Beginning of a line of a list."""

_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|[{}]|[^{}]+")
_DE = re.compile(r"(?<!\w)[dD]e $")
_VOWELS = ("a", "e", "i", "o", "u", "y", "oe", "ae")
_CLOSE_ENOUGH = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A place to fill in.

    Attributes:
        name: Of the placeholder.
        default: What is said without a value; ``None`` when nobody said.
    """

    name: str
    default: str | None = None


Piece = str | Place


@dataclass(frozen=True, slots=True)
class FilledLine:
    """One line of a template, filled.

    Attributes:
        text: May hold line breaks, where a value does.
        item: A line of a list; its text comes without the mark.
    """

    text: str
    item: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A template filled for one recipient.

    Attributes:
        lines: Without those that had nothing to say.
        missing: Placeholders without a value or a default, in the order met.
    """

    lines: tuple[FilledLine, ...]
    missing: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole as it would be typed."""
        return "\n".join(f"{ITEM}{one.text}" if one.item else one.text for one in self.lines)


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[Piece, ...]
    item: bool

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(one for one in self.pieces if isinstance(one, Place))

    def says_nothing(self, values: Mapping[str, str]) -> bool:
        """Tell whether only places stand on the line, none of which has anything to say."""
        places = self.places
        if not places or any(values.get(one.name) or one.default for one in places):
            return False
        return not any(
            one.isalnum() for piece in self.pieces if isinstance(piece, str) for one in piece
        )


@dataclass(frozen=True, slots=True)
class Template:
    """A text that was understood."""

    lines: tuple[_Line, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The placeholders used, each once, in the order met."""
        return tuple(dict.fromkeys(one.name for line in self.lines for one in line.places))

    def fill(self, values: Mapping[str, str]) -> Filled:
        """Fill the places with values, which are data.

        A place without a value says its default. Without that it is missing: alone on its line,
        it takes the line away; inside a sentence it says nothing. A value of several lines in a
        list makes an item of each.
        """
        missing: dict[str, None] = {}
        lines: list[FilledLine] = []
        for line in self.lines:
            absent = [
                one.name for one in line.places if one.default is None and not values.get(one.name)
            ]
            missing.update(dict.fromkeys(absent))
            if not line.says_nothing(values):
                said = _said(line, values)
                told = said.split("\n") if line.item else [said]
                lines += [FilledLine(one, line.item) for one in told]
        return Filled(tuple(lines), tuple(missing))


def parse(text: str, field: str, known: Collection[str] = PLACEHOLDERS.keys()) -> Template:
    """Return a text as a template.

    Args:
        text: ``{nom}`` for a value, ``{nom|autre}`` with a default, ``{{`` and ``}}`` for braces;
            names are read without regard to case and accents.
        field: Name of the input, for an error.
        known: The placeholders that may be used.

    Raises:
        UserError: ``template-brace-open``, ``template-brace-close``, ``template-place-unknown``,
            with the line and the column, from 1.
    """
    lines: list[_Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        item = line.startswith(ITEM)
        start = len(ITEM) if item else 0
        lines.append(_Line(tuple(_pieces(line, start, number, field, known)), item))
    return Template(tuple(lines))


def _pieces(
    line: str, start: int, number: int, field: str, known: Collection[str]
) -> Iterator[Piece]:
    for match in _TOKEN.finditer(line, start):
        found, column = match.group(), match.start() + 1
        if found in ("{{", "}}"):
            yield found[0]
        elif found in ("{", "}"):
            code = "template-brace-open" if found == "{" else "template-brace-close"
            raise UserError(code, field=field, line=number, column=column)
        elif found[0] == "{":
            yield _place(found[1:-1], known, field, (number, column))
        else:
            yield found


def _place(inside: str, known: Collection[str], field: str, at: tuple[int, int]) -> Place:
    typed, bar, default = inside.partition("|")
    name = fold(typed.strip())
    if name not in known:
        raise UserError(
            "template-place-unknown",
            field=field,
            value=typed.strip()[:40],
            nearest=nearest(name, known),
            line=at[0],
            column=at[1],
        )
    return Place(name, default.strip() if bar else None)


def nearest(name: str, known: Collection[str]) -> str:
    """Return the placeholder that was probably meant; the first one when none is close."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, list(known), scorer=fuzz.WRatio, score_cutoff=_CLOSE_ENOUGH)
    return str(found[0]) if found else next(iter(known), "")


def _said(line: _Line, values: Mapping[str, str]) -> str:
    """Return the line filled: no blank before what says nothing, "d’Asnois" for "de Asnois"."""
    said = ""
    for piece in line.pieces:
        if isinstance(piece, str):
            said += piece
            continue
        value = values.get(piece.name) or piece.default or ""
        if not value:
            said = said.removesuffix(" ")
        elif _DE.search(said) and fold(value[:1]) in _VOWELS:
            said = f"{said[:-2]}’{value}"
        else:
            said += value
    return said
