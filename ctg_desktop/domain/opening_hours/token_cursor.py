"""A place in a list of tokens, and the questions a grammar asks there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ctg_desktop.domain.opening_hours.lexicon import Kind
from ctg_desktop.domain.opening_hours.tokens import Token

T = TypeVar("T")
LIST_TIES = frozenset({Kind.COMMA, Kind.AND})


class NotUnderstoodError(Exception):
    """The text cannot be read with certainty.

    Args:
        start: Offset in the text of what was not understood.
    """

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


class Cursor:
    """Walks through tokens; the position only moves back through ``attempt``."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def offset(self) -> int:
        """Where the current token starts in the text; past the end, where the last one does."""
        if not self._tokens:
            return 0
        return self._tokens[min(self._at, len(self._tokens) - 1)].start

    def token(self, ahead: int = 0) -> Token | None:
        """Return the token at this distance, or ``None`` outside of the text."""
        at = self._at + ahead
        return self._tokens[at] if 0 <= at < len(self._tokens) else None

    def kind(self, ahead: int = 0) -> Kind | None:
        """Return the kind of the token at this distance, or ``None`` outside of the text."""
        token = self.token(ahead)
        return token.kind if token else None

    def peek_value(self, ahead: int = 0) -> object:
        """Return the value of the token at this distance."""
        token = self.token(ahead)
        return token.value if token else None

    def starts(self, *kinds: Kind) -> bool:
        """Return whether the next tokens are of these kinds, in order."""
        return all(self.kind(rank) is kind for rank, kind in enumerate(kinds))

    def skip(self) -> None:
        """Pass the current token."""
        self._at += 1

    def take(self) -> Token:
        """Return the current token and pass it.

        Raises:
            NotUnderstoodError: At the end of the text.
        """
        token = self.token()
        if token is None:
            raise NotUnderstoodError(self.offset)
        self._at += 1
        return token

    def takes(self, *kinds: Kind) -> bool:
        """Pass the current token if it is of one of these kinds; return whether it was."""
        found = self.kind() in kinds
        self._at += found
        return found

    def takes_tie_before(self, *kinds: Kind) -> bool:
        """Pass a comma or "et", if one of these kinds follows it; return whether it was so."""
        found = self.kind() in LIST_TIES and self.kind(1) in kinds
        self._at += found
        return found

    def number(self, limit: int) -> int:
        """Return the number of the current token and pass it.

        Raises:
            NotUnderstoodError: When it is not a number, or above the limit.
        """
        start = self.offset
        token = self.take()
        text = str(token.value)
        if token.kind is not Kind.NUMBER or len(text) > 4 or int(text) > limit:
            raise NotUnderstoodError(start)
        return int(text)

    def rank(self, limit: int) -> int:
        """Return the rank ("1er", "dernier": -1) of the current token and pass it.

        Raises:
            NotUnderstoodError: When it is not a rank, is 0, or above the limit.
        """
        start = self.offset
        token = self.take()
        if token.kind is not Kind.RANK or not isinstance(token.value, int):
            raise NotUnderstoodError(start)
        if token.value == 0 or token.value > limit:
            raise NotUnderstoodError(start)
        return token.value

    def attempt(self, read: Callable[[Cursor], T]) -> T | None:
        """Return what is read from here, or ``None`` and stay here when it cannot be."""
        before = self._at
        try:
            return read(self)
        except NotUnderstoodError:
            self._at = before
            return None
