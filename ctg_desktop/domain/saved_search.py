"""A filter of the directory that a person keeps under a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.text import fold, line
from ctg_desktop.errors import UserError

NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A named filter.

    Attributes:
        id: UUIDv7 made by the program.
        name: As a person typed it; no two searches of a vault have the same.
        wanted: The filter; its states are those of the day on which it is applied.
    """

    id: str
    name: str
    wanted: ListingFilter = field(default_factory=ListingFilter)


def in_order(searches: Iterable[SavedSearch]) -> tuple[SavedSearch, ...]:
    """Return searches as lists show them: by name, accents and capitals forgiven."""
    return tuple(sorted(searches, key=lambda one: (fold(one.name), one.id)))


def checked_name(typed: str, others: Iterable[SavedSearch]) -> str:
    """Return the name of a search as it is stored.

    Args:
        typed: What a person typed.
        others: The searches that have their name already.

    Raises:
        UserError: ``search-name-missing``, ``search-name-twice``, ``text-too-long``.
    """
    name = line(typed, "name", limit=NAME_LIMIT)
    if not name:
        raise UserError("search-name-missing", field="name")
    if any(fold(one.name) == fold(name) for one in others):
        raise UserError("search-name-twice", field="name", name=name)
    return name
