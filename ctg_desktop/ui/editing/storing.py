"""Storing one record on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from ctg_desktop.domain.changes import Changes
from ctg_desktop.ui.editing.binding import Binding, R
from ctg_desktop.ui.editing.draft_keeper import DraftShelf


@dataclass(slots=True)
class Identity:
    """The id of what is open; the worker fills it in when a new record is first stored."""

    id: str


@dataclass(frozen=True, slots=True)
class Storing(Generic[R]):
    """Stores a record and forgets its draft; a second time, it changes what the first one made.

    Attributes:
        key: Of the draft.
    """

    binding: Binding[R]
    drafts: DraftShelf
    identity: Identity
    record: R
    key: str

    def __call__(self) -> tuple[R, Changes]:
        """Do it, on the worker.

        Raises:
            UserError: A field is refused.
        """
        made = self.identity.id
        known = self.binding.with_id(self.record, made) if made else self.record
        stored, changes = self.binding.store(known)
        self.identity.id = self.binding.id_of(stored)
        self.drafts.drop(self.key)
        return stored, changes
