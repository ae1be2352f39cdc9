"""Which listings a paper is made for: all, a chapter, a theme, a saved search, a selection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.saved_search import SavedSearch
from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.confirmations import TO_CONFIRM
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.recipients import Wanted

ALL = "all"
TO_VERIFY = "to-verify"
SELECTION = "selection"
_TO_VERIFY = "À vérifier depuis six mois"
_CATEGORY, _THEME, _SEARCH = "category:", "theme:", "search:"


@dataclass(frozen=True, slots=True)
class RecipientChoices:
    """What can be chosen, read on the worker."""

    categories: tuple[Category, ...]
    themes: tuple[Theme, ...]
    searches: tuple[SavedSearch, ...]


def read_choices(office: Office) -> RecipientChoices:
    """Read what recipients can be chosen by. On the worker."""
    return RecipientChoices(
        tuple(one for one in office.settings.categories() if not one.hidden),
        tuple(office.settings.themes()),
        office.searches.all(),
    )


class RecipientsChoice(QWidget):
    """One list of choices; says what it means as a :data:`Wanted`."""

    edited = Signal()

    def __init__(
        self, label: str = "À qui\u202f?", first: str = ALL, parent: QWidget | None = None
    ) -> None:
        """Prepare a list that offers everybody until it is told more.

        Args:
            label: Above it.
            first: The choice in force before a person chose: ``ALL`` or ``TO_VERIFY``.
            parent: Owner.
        """
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._searches: dict[str, ListingFilter] = {}
        self._known = RecipientChoices((), (), ())
        self.input = ChoiceInput(((ALL, "Toutes les fiches"), (TO_VERIFY, _TO_VERIFY)))
        self.input.set_value(first)
        self.input.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(LabelledField(label, self.input))

    @property
    def key(self) -> str:
        """The choice in force, as it is remembered; a selection is not."""
        return "" if self.input.value() == SELECTION else self.input.value()

    def show_choices(self, known: RecipientChoices) -> None:
        """Offer the chapters, themes and searches of the vault, keeping the choice."""
        self._known = known
        self._searches = {f"{_SEARCH}{one.id}": one.wanted for one in known.searches}
        self._offer()

    def choose(self, key: str) -> None:
        """Put a choice in force that was remembered; one that is gone changes nothing."""
        if self.input.findData(key) >= 0:
            self.input.set_value(key)

    def take_ids(self, ids: Sequence[str]) -> None:
        """Put listings in force that were selected in the directory."""
        self._ids = tuple(ids)
        self._offer()
        self.input.set_value(SELECTION)

    def wanted(self) -> Wanted:
        """Return the listings chosen."""
        key = self.input.value()
        if key == SELECTION:
            return self._ids
        if key in self._searches:
            return self._searches[key]
        if key == TO_VERIFY:
            return ListingFilter(states=TO_CONFIRM)
        if key.startswith(_CATEGORY):
            return ListingFilter(category=key.removeprefix(_CATEGORY))
        return ListingFilter(theme=key.removeprefix(_THEME) if key.startswith(_THEME) else "")

    def _offer(self) -> None:
        known, kept = self._known, self.input.value()
        choices = [(ALL, "Toutes les fiches"), (TO_VERIFY, _TO_VERIFY)]
        if self._ids:
            count = plural(len(self._ids), "fiche choisie", "fiches choisies")
            choices.append((SELECTION, f"{count} dans Livret"))
        choices += [(f"{_CATEGORY}{one.code}", one.label) for one in known.categories]
        choices += [(f"{_THEME}{one.code}", f"Thème\u00a0: {one.label}") for one in known.themes]
        choices += [
            (f"{_SEARCH}{one.id}", f"Recherche\u00a0: {one.name}") for one in known.searches
        ]
        self.input.set_choices(choices)
        self.input.set_value(kept if any(kept == key for key, _ in choices) else ALL)
