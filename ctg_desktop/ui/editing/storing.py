"""Storing one record on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from ctg_desktop.domain.changes import Changes
from ctg_desktop.ui.editing.binding import Binding, R
from ctg_desktop.ui.editing.draft_keeper import DraftShelf


@dataclass(slots=True)
class Identity(Generic[R]):
    """What is open, as far as the worker has stored it.

    Attributes:
        id: The worker fills it in when a new record is first stored.
        shown: What the form had shown when ``handed`` was typed.
        handed: What was stored last.
    """

    id: str
    shown: R | None = None
    handed: R | None = None


@dataclass(frozen=True, slots=True)
class Storing(Generic[R]):
    """Stores a record and forgets its draft; a second time, it changes what the first one made.

    Attributes:
        key: Of the draft.
        shown: What the form had shown when the record was typed.
    """

    binding: Binding[R]
    drafts: DraftShelf
    identity: Identity[R]
    record: R
    key: str
    shown: R

    def __call__(self) -> tuple[R, Changes]:
        """Do it, on the worker.

        Raises:
            UserError: A field is refused.
        """
        identity, made = self.identity, self.identity.id
        known = self.binding.with_id(self.record, made) if made else self.record
        stored, changes = self.binding.store(known, self._before())
        identity.id = self.binding.id_of(stored)
        identity.shown, identity.handed = self.shown, self.record
        self.drafts.drop(self.key)
        return stored, changes

    def _before(self) -> R:
        """Return what this was typed over: what was handed over before, if nobody saw it stored."""
        handed = self.identity.handed
        return handed if handed is not None and self.identity.shown is self.shown else self.shown
