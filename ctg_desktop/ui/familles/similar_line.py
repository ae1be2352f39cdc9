"""Says, while typing, that a family is known already, or came back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.listing import SimilarHousehold
from ctg_desktop.messages.families import LIKENESS_LABELS
from ctg_desktop.ui.editing.similar_line import SimilarLine
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain


class SimilarFamilyLine(SimilarLine[SimilarHousehold]):
    """The family that is known already is gone on with; one that had left comes back."""

    same_wanted = Signal(object)
    """A :class:`SimilarHousehold` is the one being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ce n’est pas la même famille", parent)
        self.same_button = plain("C’est elle", self._say_same, Icon.CHECK)
        self.put(self.same_button, first=True)
        for button, keys in ((self.same_button, "Alt+E"), (self.open_button, "Alt+U")):
            button.setShortcut(keys)
            button.setToolTip(keys)

    def words(self, similar: SimilarHousehold) -> str:
        """Return "Famille Martin, partie en mars 2024 (même nom)"."""
        why = ", ".join(words for one, words in LIKENESS_LABELS.items() if one in similar.why)
        if similar.left_on is not None:
            left = wording.month(similar.left_on.year, similar.left_on.month)
            return f"{similar.name}, partie en {left} ({why})"
        return f"Déjà connue\u202f? {similar.name} ({why})"

    def show_similar(self, found: Sequence[SimilarHousehold], *, for_new: bool = False) -> None:
        """Say the first that was not set aside.

        Args:
            found: The best first.
            for_new: What is typed is no stored family, which could be another one.
        """
        super().show_similar(found)
        known = self.similar
        self.same_button.setVisible(known is not None and for_new)
        if known is not None:
            self.same_button.set_words("Elle revient" if known.left_on else "C’est elle")

    def _say_same(self) -> None:
        if self.similar is not None:
            self.same_wanted.emit(self.similar)
