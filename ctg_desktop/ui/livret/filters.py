"""What the list shows: one word on top, and a line that searches while it is typed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.category import Category
from ctg_desktop.domain.directory import DirectoryCounts, ListingFilter, ListingState
from ctg_desktop.ui.editing.filter_line import FilterLine
from ctg_desktop.ui.widgets.chips import Choice, FilterChips

ALL = "all"
TO_VERIFY = "to-verify"
DRAFTS = "drafts"
OTHER = "other"
_STATES: Mapping[str, frozenset[ListingState]] = {
    TO_VERIFY: frozenset({ListingState.TO_VERIFY, ListingState.LATE}),
    DRAFTS: frozenset({ListingState.DRAFT}),
}


class DirectoryFilters(QObject):
    """Chips and line of the directory, as one :class:`ListingFilter`."""

    changed = Signal(object)
    """The :class:`ListingFilter` that a person asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = ListingFilter()
        self.chips = FilterChips("Filtrer les fiches")
        self.line = FilterLine("Filtrer cette liste (Ctrl+F)")
        self.chips.chosen.connect(self._choose)
        self.line.settled.connect(self._search)

    @property
    def wanted(self) -> ListingFilter:
        """The filter in force."""
        return self._wanted

    def show_counts(
        self, categories: Sequence[Category], counts: DirectoryCounts, other: str = "Choix"
    ) -> None:
        """Say how many listings each word would show; empty chapters are left out.

        Args:
            categories: In the order of the booklet.
            counts: Of the whole directory.
            other: What a filter that is none of these words is called.
        """
        by_category, by_state = counts.by_category, counts.by_state
        chips = [Choice(ALL, "Toutes", counts.total)]
        chips += [
            Choice(one.code, one.label, by_category[one.code])
            for one in categories
            if by_category.get(one.code)
        ]
        for key, words in ((TO_VERIFY, "À vérifier"), (DRAFTS, "Brouillons")):
            chips.append(Choice(key, words, sum(by_state.get(one, 0) for one in _STATES[key])))
        if _key_of(self._wanted) == OTHER:
            chips.append(Choice(OTHER, other, None))
        self.chips.set_choices(chips)
        self.chips.choose(_key_of(self._wanted))

    def show_filter(self, wanted: ListingFilter) -> None:
        """Put a filter in force without announcing it."""
        self._wanted = wanted
        self.line.show_text(wanted.text)
        self.chips.choose(_key_of(wanted))

    def _choose(self, key: str) -> None:
        text = self._wanted.text
        if key in _STATES:
            wanted = ListingFilter(states=_STATES[key], text=text)
        elif key in {ALL, OTHER}:
            wanted = ListingFilter(text=text)
        else:
            wanted = ListingFilter(category=key, text=text)
        self._announce(wanted)

    def _search(self, text: str) -> None:
        if text != self._wanted.text:
            self._announce(replace(self._wanted, text=text))

    def _announce(self, wanted: ListingFilter) -> None:
        self._wanted = wanted
        self.changed.emit(wanted)


def _key_of(wanted: ListingFilter) -> str:
    if wanted.theme or wanted.kinds or (wanted.category and wanted.states):
        return OTHER
    if wanted.category:
        return wanted.category
    found = next((key for key, states in _STATES.items() if wanted.states == states), "")
    return found or (OTHER if wanted.states else ALL)
