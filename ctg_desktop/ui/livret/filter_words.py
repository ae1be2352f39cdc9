"""A filter of the directory in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.wording import joined
from ctg_desktop.messages.labels import KIND_LABELS, STATE_LABELS

CHOICE = "Choix"


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Names of chapters and themes, by code."""

    categories: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, categories: Sequence[Category], themes: Sequence[Theme]) -> Self:
        """Return the words of a commune."""
        return cls(
            {one.code: one.label for one in categories}, {one.code: one.label for one in themes}
        )

    def short(self, wanted: ListingFilter) -> str:
        """Return one word: the theme, where the filter is no more than that."""
        if wanted.theme and not (wanted.category or wanted.kinds or wanted.states):
            return self.themes.get(wanted.theme, wanted.theme)
        return CHOICE

    def full(self, wanted: ListingFilter) -> str:
        """Return each condition: "Rubrique : Santé ; mots : « médecin »"."""
        return " ; ".join(self._conditions(wanted)) or "Toutes les fiches"

    def _conditions(self, wanted: ListingFilter) -> Iterator[str]:
        if wanted.category:
            yield f"rubrique : {self.categories.get(wanted.category, wanted.category)}"
        if wanted.theme:
            yield f"thème : {self.themes.get(wanted.theme, wanted.theme)}"
        if wanted.kinds:
            yield f"nature : {joined(sorted(KIND_LABELS[one] for one in wanted.kinds), 'ou')}"
        if wanted.states:
            yield f"état : {joined(sorted(STATE_LABELS[one] for one in wanted.states), 'ou')}"
        if wanted.text:
            yield f"mots : « {wanted.text} »"
