"""Keep filters of the directory under a name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.saved_search import SavedSearch, checked_name, in_order
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class SearchSaved:
    """A search as it was stored, and what storing it changed."""

    search: SavedSearch
    changes: Changes


class Searches:
    """The saved searches of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journal.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor

    def all(self) -> tuple[SavedSearch, ...]:
        """Return the searches by name."""
        with self._vault.reading() as stored:
            return in_order(stored.settings.searches())

    def get(self, search_id: str) -> SavedSearch:
        """Return one search.

        Raises:
            UserError: ``search-unknown``.
        """
        with self._vault.reading() as stored:
            return _found(stored, search_id)

    def named(self, name: str) -> SavedSearch:
        """Return the search of this name, accents and capitals forgiven.

        Raises:
            UserError: ``search-unknown``.
        """
        wanted = fold(name.strip())
        found = next((one for one in self.all() if fold(one.name) == wanted), None)
        if found is None:
            raise UserError("search-unknown")
        return found

    def save(self, name: str, wanted: ListingFilter) -> SearchSaved:
        """Keep a filter under a new name.

        Raises:
            UserError: ``search-name-missing``, ``search-name-twice``, ``text-too-long``.
        """
        with self._vault.writing("search-saved", actor=self._actor, name=name.strip()) as work:
            kept = work.settings.searches()
            made = SavedSearch(new_id(), checked_name(name, kept), wanted)
            work.settings.set_searches([*kept, made])
        return SearchSaved(made, work.changes)

    def rename(self, search_id: str, name: str) -> SearchSaved:
        """Give a search another name.

        Raises:
            UserError: ``search-unknown``, ``search-name-missing``, ``search-name-twice``,
                ``text-too-long``.
        """
        with self._vault.writing("search-renamed", actor=self._actor, name=name.strip()) as work:
            known = _found(work, search_id)
            others = [one for one in work.settings.searches() if one.id != search_id]
            renamed = replace(known, name=checked_name(name, others))
            work.settings.set_searches([*others, renamed])
        return SearchSaved(renamed, work.changes)

    def remove(self, search_id: str) -> Changes:
        """Forget a search; undo brings it back.

        Raises:
            UserError: ``search-unknown``.
        """
        known = self.get(search_id)
        with self._vault.writing("search-removed", actor=self._actor, name=known.name) as work:
            kept = [one for one in work.settings.searches() if one.id != known.id]
            work.settings.set_searches(kept)
        return work.changes


def _found(stored: Repositories, search_id: str) -> SavedSearch:
    found = next((one for one in stored.settings.searches() if one.id == search_id), None)
    if found is None:
        raise UserError("search-unknown")
    return found
