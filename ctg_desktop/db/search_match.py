"""Turns what people type into what FTS5 understands; every character is taken literally."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from ctg_desktop.db.search_index import ENTRY, TEXT
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.text import clean, fold

LONGEST_QUERY = 300
MOST_WORDS = 12
PLURAL_FROM = 4

_WORD = re.compile(r"[^\W_]+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)")
_LITTLE = frozenset(
    {"a", "au", "aux", "avec", "chez", "d", "dans", "de", "des", "du", "en", "et", "l", "la"}
    | {"le", "les", "ou", "par", "pour", "sur", "un", "une"}
)


@dataclass(frozen=True, slots=True)
class Query:
    """A typed text, ready to be matched.

    Attributes:
        typed: The text, folded.
        words: The words to find, without articles, unless there is nothing else.
        symbols: The text, when it has no word at all, e.g. ``%``; empty otherwise.
    """

    typed: str
    words: tuple[str, ...]
    symbols: str = ""


def query_of(text: str) -> Query:
    """Read what somebody typed."""
    typed = fold(clean(text[:LONGEST_QUERY], multiline=False))
    every = _WORD.findall(_ELISION.sub(" ", typed))[:MOST_WORDS]
    words = tuple(word for word in every if word not in _LITTLE) or tuple(every)
    return Query(typed, words, "" if words else typed)


def expression(connection: Connection, vocabulary: Vocabulary, query: Query) -> str:
    """Return the FTS5 expression for records that hold all the words; the last may go on.

    A word that stands nowhere is replaced by the closest ones; when no record holds all words
    together, every word may be mistyped.
    """
    strict = _joined(connection, vocabulary, query.words, _known_or_closest)
    if len(query.words) == 1 or _matches(connection, strict):
        return strict
    return _joined(connection, vocabulary, query.words, _known_and_closest)


def matching(
    connection: Connection, vocabulary: Vocabulary, text: str, entity: str
) -> Select[tuple[str]]:
    """Return the selection of the ids of the records of one kind that hold a text."""
    query = query_of(text)
    ids = select(ENTRY.c.record_id).where(ENTRY.c.entity == entity)
    if query.symbols:
        return ids.where(holds_symbols(query.symbols))
    return ids.where(ENTRY.c.id.in_(rows_matching(expression(connection, vocabulary, query))))


def rows_matching(match: str) -> Select[tuple[int]]:
    """Return the selection of the index rows for an FTS5 expression."""
    return select(TEXT.c.rowid).where(TEXT.c.search_text.op("MATCH")(match))


def holds_symbols(symbols: str) -> ColumnElement[bool]:
    """Return the condition for records that hold these very characters."""
    return or_(
        ENTRY.c.title.contains(symbols, autoescape=True),
        ENTRY.c.body.contains(symbols, autoescape=True),
    )


def quoted(word: str) -> str:
    """Return a word as an FTS5 string, in which no character is an operator."""
    return '"' + word.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query; the last one may be unfinished."""

    text: str
    last: bool


Expand = Callable[[Connection, Vocabulary, Word], Sequence[str]]


def _joined(
    connection: Connection, vocabulary: Vocabulary, words: Sequence[str], expand: Expand
) -> str:
    asked = [Word(text, last=at + 1 == len(words)) for at, text in enumerate(words)]
    choices = (expand(connection, vocabulary, word) for word in asked)
    return " AND ".join(f"({' OR '.join(some)})" for some in choices)


def _known_or_closest(connection: Connection, vocabulary: Vocabulary, word: Word) -> Sequence[str]:
    forms = _forms(word.text)
    if word.last and vocabulary.knows_beginning(connection, word.text):
        return [_beginning(word.text), *map(quoted, forms[1:])]
    if any(vocabulary.knows(connection, form) for form in forms):
        return [quoted(form) for form in forms]
    return _known_and_closest(connection, vocabulary, word)


def _known_and_closest(connection: Connection, vocabulary: Vocabulary, word: Word) -> Sequence[str]:
    near = vocabulary.closest(connection, word.text)
    unfinished = word.last and not near
    begun = vocabulary.closest(connection, word.text, beginning=True) if unfinished else []
    itself = _beginning(word.text) if word.last else quoted(word.text)
    return [itself, *map(quoted, near), *map(_beginning, begun)]


def _beginning(word: str) -> str:
    return quoted(word) + " *"


def _forms(word: str) -> list[str]:
    """Return a word with its likely plural or singular, in French and in English."""
    if len(word) < PLURAL_FROM or word.isdigit():
        return [word]
    if word[-1] in "sx":
        return [word, word[:-1]]
    return [word, word + "s", word + "x"]


def _matches(connection: Connection, match: str) -> bool:
    return connection.execute(rows_matching(match).limit(1)).first() is not None
