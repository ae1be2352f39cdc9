"""What the page needs to know at once, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.domain import wording
from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.directory import DirectoryCounts
from ctg_desktop.domain.saved_search import SavedSearch

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class Overview:
    """Chapters, themes, saved searches and counts as of a day."""

    categories: list[Category]
    themes: list[Theme]
    counts: DirectoryCounts
    searches: Sequence[SavedSearch] = ()

    def words(self) -> str:
        """Return "148 fiches, 131 publiées"."""
        counts = self.counts
        total = wording.plural(counts.total, "fiche", "fiches")
        return f"{total}, {wording.plural(counts.published, 'publiée', 'publiées')}"


def read_overview(office: Office, today: date) -> Overview:
    """Read the overview. Runs on the worker."""
    return Overview(
        office.settings.categories(),
        office.settings.themes(),
        office.directory.counts(today),
        office.searches.all(),
    )
