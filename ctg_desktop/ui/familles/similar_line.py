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
    """A family that had left comes back in one action."""

    come_back_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ce n’est pas la même famille", parent)
        self.come_back_button = plain("Elle revient", self._come_back, Icon.UNDO)
        self.put(self.come_back_button, first=True)

    def words(self, similar: SimilarHousehold) -> str:
        """Return "Famille Martin, partie en mars 2024 (même nom)"."""
        why = ", ".join(words for one, words in LIKENESS_LABELS.items() if one in similar.why)
        if similar.left_on is not None:
            left = wording.month(similar.left_on.year, similar.left_on.month)
            return f"{similar.name}, partie en {left} ({why})"
        return f"Déjà connue\u202f? {similar.name} ({why})"

    def show_similar(self, found: Sequence[SimilarHousehold]) -> None:
        """Say the first that was not set aside; only a family that had left comes back."""
        super().show_similar(found)
        left = self.similar is not None and self.similar.left_on is not None
        self.come_back_button.setVisible(left)

    def _come_back(self) -> None:
        if self.similar is not None:
            self.come_back_wanted.emit(self.similar.id)
