"""One letter to many recipients: its model, and the letter each of them gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType

from ctg_desktop.domain import text
from ctg_desktop.domain.letter_template import SHARED, Filled, Template, parse
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.domain.text_model import TextModel
from ctg_desktop.errors import UserError

LONG_BODY = 8_000
"""Characters of a body: about three pages."""


@dataclass(frozen=True, slots=True)
class LetterModel(TextModel):
    """A letter before it is filled; every text but the name is a template.

    Attributes:
        body: Paragraphs separated by an empty line; lines that begin with "- " are a list.
        enclosures: What is joined, on one line; empty for nothing.
    """

    subject: str = ""
    salutation: str = "Madame, Monsieur,"
    body: str = ""
    closing: str = ""
    signature: str = "{maire}"
    enclosures: str = ""


TEXTS = ("subject", "salutation", "body", "closing", "signature", "enclosures")
"""The fields of a model that are templates."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes.

    Attributes:
        name: "Mairie de Civray".
        lines: Address and what else stands below the name.
        place: "Civray", before the date.
        accent: ``#rrggbb``.
        email: Where answers go; empty for nowhere.
        arms: Id of the picture at the top; empty for none.
    """

    name: str
    lines: tuple[str, ...] = ()
    place: str = ""
    accent: str = "#1f5f5b"
    email: str = ""
    arms: str = ""


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """How letters are printed.

    Attributes:
        day: Date of the letters.
        reference: "Nos réf."; empty for none.
        duplex: Each letter begins on a front side.
        fold_marks: Small marks at the thirds of the sheet.
        unaddressed: Also print the letters that will be handed over, for want of an address.
        values: Placeholder of the mailing → its value.
    """

    day: date
    reference: str = ""
    duplex: bool = False
    fold_marks: bool = True
    unaddressed: bool = False
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a letter; line breaks are kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a letter."""

    items: tuple[str, ...]


LetterBlock = Told | Listed


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter of one recipient.

    Attributes:
        missing: Placeholders that had no value.
    """

    recipient: Recipient
    subject: str
    salutation: str
    body: tuple[LetterBlock, ...]
    closing: tuple[LetterBlock, ...]
    signature: tuple[str, ...]
    enclosures: str
    missing: tuple[str, ...] = ()


class Mailing:
    """A model that was understood, ready to be filled.

    Args:
        model: What to write.
        shared: Placeholder → what it says in each letter.

    Raises:
        UserError: As :func:`ctg_desktop.domain.letter_template.parse`; ``field`` names the text.
    """

    def __init__(self, model: LetterModel, shared: Mapping[str, str]) -> None:
        self._parts = parsed(model)
        self._shared = dict(shared)

    @property
    def names(self) -> tuple[str, ...]:
        """The placeholders used, each once."""
        return tuple(dict.fromkeys(name for part in self._parts.values() for name in part.names))

    def letter(self, recipient: Recipient) -> Letter:
        """Return the letter of one recipient."""
        values = {**recipient.fields, **self._shared}
        filled = {name: part.fill(values) for name, part in self._parts.items()}
        missing = dict.fromkeys(name for one in filled.values() for name in one.missing)
        return Letter(
            recipient=recipient,
            subject=_one_line(filled["subject"]),
            salutation=_one_line(filled["salutation"]),
            body=blocks(filled["body"]),
            closing=blocks(filled["closing"]),
            signature=tuple(line for line in filled["signature"].text.split("\n") if line.strip()),
            enclosures=_one_line(filled["enclosures"]),
            missing=tuple(missing),
        )


def parsed(model: LetterModel) -> dict[str, Template]:
    """Return the texts of a model as templates, by field.

    Raises:
        UserError: As :func:`ctg_desktop.domain.letter_template.parse`.
    """
    return {name: parse(getattr(model, name), name) for name in TEXTS}


def checked(model: LetterModel) -> LetterModel:
    """Return a model as it is kept.

    Raises:
        UserError: ``letter-name-missing``, ``letter-body-missing``, ``text-too-long``, or a fault
            of a template; ``field`` says where.
    """
    ready = replace(
        model,
        name=text.line(model.name, "name"),
        subject=text.line(model.subject, "subject"),
        salutation=text.line(model.salutation, "salutation"),
        body=text.paragraph(model.body, "body", limit=LONG_BODY),
        closing=text.paragraph(model.closing, "closing"),
        signature=text.paragraph(model.signature, "signature"),
        enclosures=text.line(model.enclosures, "enclosures"),
    )
    if not ready.name:
        raise UserError("letter-name-missing", field="name")
    if not ready.body:
        raise UserError("letter-body-missing", field="body")
    parsed(ready)
    return ready


def model_from_json(value: Mapping[str, object], code: str) -> LetterModel:
    """Return a model from the keys of a JSON object, checked.

    Raises:
        UserError: ``key-unknown``, ``value-invalid``, or as :func:`checked`.
    """
    known = {one.name for one in fields(LetterModel)} - {"code"}
    for key, given in value.items():
        if key not in known:
            raise UserError("key-unknown", field=key, key=key[:40])
        if not isinstance(given, str):
            raise UserError("value-invalid", field=key, key=key)
    texts = {key: given for key, given in value.items() if isinstance(given, str)}
    return checked(LetterModel(**{"code": code, "name": code, **texts}))


def blocks(filled: Filled) -> tuple[LetterBlock, ...]:
    """Return paragraphs and lists: an empty line or a list ends a paragraph."""
    found: list[LetterBlock] = []
    told: list[str] = []
    listed: list[str] = []

    def close() -> None:
        if told:
            found.append(Told("\n".join(told)))
        if listed:
            found.append(Listed(tuple(listed)))
        told.clear()
        listed.clear()

    for line in filled.lines:
        if not line.text.strip() or line.item != bool(listed):
            close()
        if line.text.strip():
            (listed if line.item else told).append(line.text.strip())
    close()
    return tuple(found)


def lacking(letters: Iterable[Letter]) -> dict[str, int]:
    """Return how many letters lack each placeholder; what all share counts as one."""
    counted = Counter(name for letter in letters for name in letter.missing)
    return {name: 1 if name in SHARED else count for name, count in counted.items()}


def _one_line(filled: Filled) -> str:
    return " ".join(filled.text.split("\n")).strip()
