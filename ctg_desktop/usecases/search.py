"""One tolerant search over everything."""

from __future__ import annotations

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.search import SearchHit

LIMIT = 30


class Search:
    """The search index of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def find(self, text: str, limit: int = LIMIT) -> list[SearchHit]:
        """Return listings and events for any words; accents, case, hyphens and a typo forgiven."""
        with self._vault.reading() as stored:
            return stored.search.find(text, limit)
