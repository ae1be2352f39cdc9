"""Turns what people type into what FTS5 understands; every character is taken literally."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

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


def expressions(connection: Connection, vocabulary: Vocabulary, query: Query) -> Iterator[str]:
    """Return FTS5 expressions for records that hold all the words, ever more lenient.

    First the words as they were typed, the last one as a beginning; then, words that stand
    nowhere replaced by the closest ones; then every word possibly mistyped. Each next one is for
    when the one before found nothing.
    """
    *whole, last = query.words
    strict = [*map(_any_form, whole), _any_form(last, unfinished=True)]
    yield _all_of(strict)
    near = [*(_near(connection, vocabulary, word) for word in whole)]
    near.append(_near(connection, vocabulary, last, unfinished=True))
    known = [_matches(connection, choices) for choices in strict]
    if not all(known):
        yield _all_of(
            one if found else other for one, other, found in zip(strict, near, known, strict=True)
        )
    if len(near) > 1:
        yield _all_of(f"{one} OR {other}" for one, other in zip(strict, near, strict=True))


def matching(
    connection: Connection, vocabulary: Vocabulary, text: str, entity: str
) -> Select[tuple[str]] | None:
    """Return the selection of the ids of the records of one kind that hold a text.

    ``None`` when nothing was typed, or nothing that can be stored: every record holds that.
    """
    query = query_of(text)
    if not query.typed:
        return None
    ids = select(ENTRY.c.record_id).where(ENTRY.c.entity == entity)
    if query.symbols:
        return ids.where(holds_symbols(query.symbols))
    tried = expressions(connection, vocabulary, query)
    strict = next(tried)
    found = next(
        (match for match in chain((strict,), tried) if _matches(connection, match)), strict
    )
    return ids.where(ENTRY.c.id.in_(rows_matching(found)))


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


def _any_form(word: str, *, unfinished: bool = False) -> str:
    """Return the choice of a word and its likely plural or singular; unfinished, what begins so."""
    forms = [quoted(form) for form in _forms(word)]
    return " OR ".join([_beginning(word), *forms[1:]] if unfinished else forms)


def _near(
    connection: Connection, vocabulary: Vocabulary, word: str, *, unfinished: bool = False
) -> str:
    """Return the choice of the known words closest to one, or the word itself."""
    near = [quoted(one) for one in vocabulary.closest(connection, word)]
    if unfinished and not near:
        near = [_beginning(one) for one in vocabulary.closest(connection, word, beginning=True)]
    return " OR ".join(near or [quoted(word)])


def _all_of(choices: Iterable[str]) -> str:
    return " AND ".join(f"({some})" for some in choices)


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
