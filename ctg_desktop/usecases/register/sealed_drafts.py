"""Typing about a person of the register that was not saved yet, sealed like the register."""

from __future__ import annotations

from typing import Any

import msgspec

from ctg_desktop.db.register import SealedRecord
from ctg_desktop.keys.sealing import Place, Sealer
from ctg_desktop.usecases.register.shelf import DRAFT, RegisterShelf

Value = dict[str, Any]


class _Draft(msgspec.Struct, frozen=True):
    key: str
    value: Value


class SealedDrafts:
    """Drafts by key, e.g. ``entry:ID`` or ``entry:new``; nothing of them is readable outside."""

    def __init__(self, shelf: RegisterShelf) -> None:
        self._shelf = shelf

    def keep(self, key: str, value: Value) -> None:
        """Store a draft durably: it is on the disk when this returns."""
        record_id = self._shelf.draft_id(key)
        content = msgspec.json.encode(_Draft(key, value))
        sealed = self._shelf.sealer.seal(content, Place(record_id, DRAFT, 1))
        self._shelf.records.keep_draft(SealedRecord(record_id, DRAFT, 1, sealed))

    def get(self, key: str) -> Value | None:
        """Return a draft, or ``None``."""
        found = self._shelf.records.get(self._shelf.draft_id(key))
        return None if found is None else _opened(self._shelf.sealer, found).value

    def drop(self, key: str) -> None:
        """Forget a draft; one that does not exist is already forgotten."""
        self._shelf.records.drop_draft(self._shelf.draft_id(key))

    def keys(self, prefix: str = "") -> list[str]:
        """Return the keys of the drafts kept."""
        sealer = self._shelf.sealer
        kept = (_opened(sealer, one).key for one in self._shelf.records.all(DRAFT))
        return sorted(key for key in kept if key.startswith(prefix))


def _opened(sealer: Sealer, record: SealedRecord) -> _Draft:
    content = sealer.open(record.content, Place(record.id, DRAFT, record.version))
    return msgspec.json.decode(content, type=_Draft)
