"""What a use case says it changed, so that only the pages concerned reload."""

from __future__ import annotations

from dataclasses import dataclass, field

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """Identifiers touched by one change set, by kind of record.

    Attributes:
        change_set: Identifier of the change set in the journal; ``None`` when nothing changed.
    """

    listings: Ids = frozenset()
    events: Ids = frozenset()
    categories: Ids = frozenset()
    themes: Ids = frozenset()
    pictures: Ids = frozenset()
    settings: Ids = frozenset()
    households: Ids = frozenset()
    notes: Ids = frozenset()
    referrals: Ids = frozenset()
    register: Ids = frozenset()
    change_set: str | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(
            self.listings
            or self.events
            or self.categories
            or self.themes
            or self.pictures
            or self.settings
            or self.households
            or self.notes
            or self.referrals
            or self.register
        )
