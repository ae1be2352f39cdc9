"""The repository of settings, which are journaled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ctg_desktop.db.tables import SettingRecord
from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.families import figure_memory
from ctg_desktop.domain.families.figure_sending import MaskedFigures
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.leaflet import LeafletTexts
from ctg_desktop.domain.saved_search import SavedSearch

PROFILE = "profile"
BOOKLET = "booklet"
SEARCHES = "searches"
LEAFLETS = "leaflets"
FAMILIES = "families"
FIGURES = "figures"
SEPARATOR = "."


class SettingRepository:
    """The settings of a vault, by key.

    A setting that is an object is stored member by member, so that two people who change two
    members of it change two things.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str, default: Any = None) -> Any:
        """Return the plain JSON value of a setting, or ``default`` when it was never set."""
        found = {record.name: record.value for record in self._records(key)}
        if not found:
            return default
        if key in found:
            return found[key]
        return {name.removeprefix(key + SEPARATOR): value for name, value in found.items()}

    def set(self, key: str, value: Any) -> None:
        """Store the plain JSON value of a setting.

        Args:
            key: Without a full stop.
            value: Anything that JSON can write; an empty object removes the setting.
        """
        if SEPARATOR in key:
            raise ValueError(key)
        value = msgspec.json.decode(msgspec.json.encode(value))
        wanted = (
            {f"{key}{SEPARATOR}{member}": one for member, one in value.items()}
            if isinstance(value, dict)
            else {key: value}
        )
        existing = {record.name: record for record in self._records(key)}
        for name in existing.keys() - wanted.keys():
            self._session.delete(existing[name])
        for name, one in wanted.items():
            if name in existing:
                existing[name].value = one
            else:
                self._session.add(SettingRecord(name=name, value=one))
        self._session.flush()

    def profile(self) -> Profile:
        """Return who the vault belongs to."""
        return msgspec.convert(self.get(PROFILE, {}), Profile)

    def set_profile(self, profile: Profile) -> None:
        """Change who the vault belongs to."""
        self.set(PROFILE, msgspec.to_builtins(profile))

    def booklet(self) -> BookletSettings:
        """Return the texts and choices of the booklet."""
        return msgspec.convert(self.get(BOOKLET, {}), BookletSettings)

    def set_booklet(self, settings: BookletSettings) -> None:
        """Change the texts and choices of the booklet."""
        self.set(BOOKLET, msgspec.to_builtins(settings))

    def searches(self) -> list[SavedSearch]:
        """Return the filters kept under a name, one a member of the setting."""
        kept: Mapping[str, Any] = self.get(SEARCHES, {})
        return [msgspec.convert({"id": key, **one}, SavedSearch) for key, one in kept.items()]

    def set_searches(self, searches: Iterable[SavedSearch]) -> None:
        """Change the filters kept under a name."""
        self.set(SEARCHES, {one.id: _without_id(one) for one in searches})

    def families(self) -> FamilySettings:
        """Return what the commune decided about families."""
        return msgspec.convert(self.get(FAMILIES, {}), FamilySettings)

    def set_families(self, settings: FamilySettings) -> None:
        """Change what the commune decided about families."""
        self.set(FAMILIES, msgspec.to_builtins(settings))

    def sent_figures(self, year: int) -> tuple[MaskedFigures, ...]:
        """Return what was sent of the figures of a year, oldest first."""
        kept: Mapping[str, Any] = self.get(FIGURES, {})
        return figure_memory.read(year, kept.get(str(year), []))

    def remember_figures(self, figures: MaskedFigures) -> None:
        """Remember a sending."""
        kept: Mapping[str, Any] = self.get(FIGURES, {})
        year = str(figures.year)
        self.set(FIGURES, {**kept, year: [*kept.get(year, []), *figure_memory.written([figures])]})

    def leaflets(self) -> dict[str, LeafletTexts]:
        """Return the texts of leaflets that the commune wrote, by subject."""
        return msgspec.convert(self.get(LEAFLETS, {}), dict[str, LeafletTexts])

    def set_leaflets(self, texts: Mapping[str, LeafletTexts]) -> None:
        """Change the texts of leaflets."""
        self.set(LEAFLETS, msgspec.to_builtins(dict(texts)))

    def _records(self, key: str) -> list[SettingRecord]:
        name = SettingRecord.name
        asked = select(SettingRecord).where(
            or_(name == key, name.startswith(key + SEPARATOR, autoescape=True))
        )
        return list(self._session.scalars(asked.order_by(name)))


def _without_id(search: SavedSearch) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(search, order="deterministic")
    del plain["id"]
    return plain


def key_of(name: str) -> str:
    """Return the key of the setting that a stored name is a member of."""
    return name.partition(SEPARATOR)[0]
