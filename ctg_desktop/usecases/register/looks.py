"""What was looked at since the register was opened."""

from __future__ import annotations

from collections.abc import Iterable

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.usecases.register.shelf import RegisterShelf


class Looks:
    """Writes a line for each look.

    The same look at the same persons is one line for as long as the register stays open: a list
    that is painted again after each call is no new look.
    """

    def __init__(self, shelf: RegisterShelf) -> None:
        self._shelf = shelf
        self._seen: set[tuple[str, str]] = set()

    def note(self, what: str, ids: Iterable[str]) -> None:
        """Note a look, unless it was noted since the register was opened."""
        new = [one for one in ids if (what, one) not in self._seen]
        if not new:
            return
        self._shelf.note(AccessKind.CONSULTED, what, new)
        self._seen.update((what, one) for one in new)
