"""Undo, redo and history: all read from the change journal."""

from __future__ import annotations

from ctg_desktop.db.undo import redo, undo
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.history import ChangeSet, UndoReport

RECENT_LIMIT = 50


class Journal:
    """The change journal of a vault."""

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def undo(self, change_set: str | None = None, *, past_erasure: bool = False) -> UndoReport:
        """Take back a change set; by default the last one that was not taken back yet.

        Args:
            change_set: Its id; ``None`` for the last one that can be taken back.
            past_erasure: Also when an erasure was the last thing done: what was done before it.

        Raises:
            UserError: ``nothing-to-undo``, ``change-set-unknown``, ``change-set-undone``,
                ``change-set-final``, ``change-set-erased``, ``erasure-final``.
        """
        return undo(self._vault, change_set, actor=self._actor, past_erasure=past_erasure)

    def redo(self) -> UndoReport:
        """Take back the last undo.

        Raises:
            UserError: ``nothing-to-redo``.
        """
        return redo(self._vault, actor=self._actor)

    def recent(self, limit: int = RECENT_LIMIT, before: int | None = None) -> list[ChangeSet]:
        """Return the last change sets, newest first, without their details.

        Args:
            limit: How many at most.
            before: Counter below which to look; ``None`` for the newest.
        """
        with self._vault.reading() as stored:
            return stored.journal.recent(limit, before)

    def history(self, entity: str, record_id: str) -> list[ChangeSet]:
        """Return what happened to one record, newest first, with the fields changed."""
        with self._vault.reading() as stored:
            return stored.journal.history(entity, record_id)

    def details(self, change_set: str) -> ChangeSet:
        """Return one change set with every record it touched.

        Raises:
            UserError: ``change-set-unknown``.
        """
        with self._vault.reading() as stored:
            return stored.journal.get(change_set)
