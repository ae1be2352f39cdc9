"""What a reader of foreign files must know about the commune it reads for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ctg_desktop.domain.category import CATEGORIES, THEMES, Category, Theme
from ctg_desktop.domain.column_mapping import ColumnMapping
from ctg_desktop.domain.text import fold


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The commune, its booklet and the day of the reading.

    Attributes:
        commune: INSEE code of the commune whose rows are wanted.
        today: The day on which "dissolved since" and "closed until" are judged.
        categories: Chapters of the booklet, to find the code of a written label.
        themes: Leaflets, likewise.
        mapping: How the columns of a spreadsheet are read; ``None`` to propose one.
        delegated: INSEE code → name of the former communes inside a *commune nouvelle*. Older
            rows still carry their codes; newer ones only their names.
    """

    commune: str
    today: date
    categories: tuple[Category, ...] = CATEGORIES
    themes: tuple[Theme, ...] = THEMES
    mapping: ColumnMapping | None = None
    delegated: Mapping[str, str] = field(default_factory=dict)

    def concerns(self, insee_code: str) -> bool:
        """Tell whether an INSEE code is this commune's, or that of a part of it."""
        return insee_code == self.commune or insee_code in self.delegated

    def delegated_name(self, insee_code: str, city: str) -> str:
        """Return the name of the delegated commune that a code or a city name speaks of."""
        if insee_code in self.delegated and insee_code != self.commune:
            return self.delegated[insee_code]
        folded = fold(city)
        return next((name for name in self.delegated.values() if fold(name) == folded), "")
