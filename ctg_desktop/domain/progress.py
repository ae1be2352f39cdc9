"""How long work tells how far it is, and is stopped."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """How long work tells how far it is, and learns that it should stop."""

    def __call__(self, done: int, total: int) -> None:
        """Report progress.

        Args:
            done: Units done (bytes, rows, pages).
            total: Units in all; 0 when unknown.

        Raises:
            Cancelled: Somebody asked to stop.
        """


class Cancelled(Exception):
    """Raised by a progress callback when the person cancelled."""


def silent(done: int, total: int) -> None:
    """Report to nobody, never cancel."""
