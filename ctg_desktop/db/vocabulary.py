"""The words that the vault knows, to forgive a typo in one that it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from ctg_desktop.db.search_index import WORD
from ctg_desktop.db.tables import KnowledgeRecord

CLOSEST = 8
LONG_WORD = 8
SHORT_WORD = 3
LONGEST_WORD = 60


@dataclass
class Vocabulary:
    """The words of the index; all of them are only read when an unknown word was typed.

    They are kept until the vault changes, so that typing on costs no second reading.
    """

    _terms: list[str] = field(default_factory=list)
    _seen: tuple[int, ...] = ()

    def frequencies(self, connection: Connection, words: Iterable[str]) -> dict[str, int]:
        """Return in how many records each of the words stands; unknown words are left out."""
        found: dict[str, int] = {}
        for word in words:
            row = connection.execute(select(WORD.c.doc).where(WORD.c.term == word)).first()
            if row is not None:
                found[word] = row.doc
        return found

    def closest(self, connection: Connection, word: str, *, beginning: bool = False) -> list[str]:
        """Return the known words at the smallest distance from an unknown one, if that is small.

        Args:
            connection: An open connection to the vault.
            word: A folded word.
            beginning: Compare with the beginnings of words: somebody is still typing.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = _allowed(word)
        if not allowed:
            return []
        terms = self._all(connection)
        choices = _beginnings(terms, len(word)) if beginning else terms
        found = process.extract(
            word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=CLOSEST
        )
        best = min((distance for _, distance, _ in found), default=0)
        return [term for term, distance, _ in found if distance == best and not term.isdigit()]

    def _all(self, connection: Connection) -> list[str]:
        seen = tuple(connection.scalars(select(KnowledgeRecord.counter)))
        if seen != self._seen:
            terms = connection.scalars(select(WORD.c.term))
            self._terms = [term for term in terms if SHORT_WORD < len(term) <= LONGEST_WORD]
            self._seen = seen
        return self._terms


def _beginnings(terms: Iterable[str], length: int) -> list[str]:
    """Return the beginnings of words that are as long as what was typed, or a letter off."""
    return list({term[:cut] for term in terms for cut in (length - 1, length, length + 1)})


def _allowed(word: str) -> int:
    """Return how many letters may differ: none in a short word or a number."""
    if len(word) <= SHORT_WORD or len(word) > LONGEST_WORD or word.isdigit():
        return 0
    return 2 if len(word) >= LONG_WORD else 1
