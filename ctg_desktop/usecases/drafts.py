"""Keep what is being typed, so that nothing typed is lost."""

from __future__ import annotations

from typing import Any

import msgspec

from ctg_desktop.db.vault import Vault

Value = dict[str, Any]


class Drafts:
    """Typing that was not saved yet, by key, e.g. ``listing:ID`` or ``event:new``.

    While a vault is only consulted there is none: it waits until it can be saved.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def keep(self, key: str, value: Value) -> None:
        """Store a draft durably: it is on the disk when this returns."""
        self._vault.keep_draft(key, msgspec.json.encode(value))

    def get(self, key: str) -> Value | None:
        """Return a draft, or ``None``."""
        if self._vault.consultation is not None:
            return None
        with self._vault.reading() as stored:
            kept = stored.drafts.get(key)
        return None if kept is None else msgspec.json.decode(kept, type=Value)

    def drop(self, key: str) -> None:
        """Forget a draft; one that does not exist is already forgotten."""
        self._vault.drop_draft(key)

    def keys(self, prefix: str = "") -> list[str]:
        """Return the keys of the drafts kept."""
        if self._vault.consultation is not None:
            return []
        with self._vault.reading() as stored:
            return stored.drafts.keys(prefix)
