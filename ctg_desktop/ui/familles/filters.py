"""What the list shows: a view, a need, a language, and words typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.families.languages import LANGUAGES
from ctg_desktop.domain.families.listing import FamilyCounts, HouseholdFilter, HouseholdView
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.messages.families import VIEW_LABELS
from ctg_desktop.ui.editing.filter_line import FilterLine
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.widgets.chips import Choice, FilterChips

_ALL = "all"
_SHOWN_LETTERS, _FEWEST_LETTERS = 15, 9
"""Room that a choice asks for, and what it is content with, so that large letters are not cut in
what stands beside the list."""


class FamilyFilters(QObject):
    """Views, choices and line of the page, as one :class:`HouseholdFilter`."""

    changed = Signal(object)
    """The :class:`HouseholdFilter` that a person asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = HouseholdFilter()
        self.chips = FilterChips("Quelles familles")
        self.line = FilterLine("Filtrer cette liste (Ctrl+F)")
        self.need = ChoiceInput([(_ALL, "Tous les besoins"), *((n.code, n.label) for n in NEEDS)])
        self.need.setAccessibleName("Besoin")
        spoken = sorted(LANGUAGES.items(), key=lambda pair: pair[0] not in {"fr", "en"})
        self.language = ChoiceInput(
            [(_ALL, "Toutes les langues"), *((code, name.capitalize()) for code, name in spoken)]
        )
        self.language.setAccessibleName("Langue")
        for choice in (self.need, self.language):
            choice.setMinimumContentsLength(_SHOWN_LETTERS)
            choice.setMinimumWidth(choice.fontMetrics().horizontalAdvance("x") * _FEWEST_LETTERS)
        self.show_counts({})
        self.chips.chosen.connect(self._choose_view)
        self.line.settled.connect(self._search)
        self.need.edited.connect(lambda: self._ask(need=_code(self.need)))
        self.language.edited.connect(lambda: self._ask(language=_code(self.language)))

    @property
    def wanted(self) -> HouseholdFilter:
        """The filter in force."""
        return self._wanted

    def show_counts(self, counts: FamilyCounts | Mapping[HouseholdView, int]) -> None:
        """Say how many households each view holds."""
        by_view = counts.by_view if isinstance(counts, FamilyCounts) else counts
        self.chips.set_choices(
            [Choice(view, VIEW_LABELS[view], by_view.get(view)) for view in HouseholdView]
        )
        self.chips.choose(self._wanted.view)

    def show_filter(self, wanted: HouseholdFilter) -> None:
        """Put a filter in force without announcing it."""
        self._wanted = wanted
        self.line.show_text(wanted.text)
        self.chips.choose(wanted.view)
        self.need.set_value(wanted.need or _ALL)
        self.language.set_value(wanted.language or _ALL)

    def _choose_view(self, key: str) -> None:
        self._announce(replace(self._wanted, view=HouseholdView(key)))

    def _search(self, text: str) -> None:
        if text != self._wanted.text:
            self._announce(replace(self._wanted, text=text))

    def _ask(self, *, need: str | None = None, language: str | None = None) -> None:
        wanted = self._wanted
        self._announce(
            replace(
                wanted,
                need=wanted.need if need is None else need,
                language=wanted.language if language is None else language,
            )
        )

    def _announce(self, wanted: HouseholdFilter) -> None:
        self._wanted = wanted
        self.changed.emit(wanted)


def _code(choice: ChoiceInput) -> str:
    return "" if choice.value() == _ALL else choice.value()
