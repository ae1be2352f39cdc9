"""Says, while typing, that another listing looks like this one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.ui.editing.similar_line import SimilarLine
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link

_WHY = {
    Likeness.NAME: "même nom",
    Likeness.PHONE: "même téléphone",
    Likeness.ADDRESS: "même adresse",
}


class SimilarListingLine(SimilarLine[Similar]):
    """The two may be opened one after the other, or merged."""

    merge_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ce n’est pas un doublon", parent)
        self.merge_button = link("Fusionner", self._merge, Icon.MERGE)
        self.put(self.merge_button)

    def words(self, similar: Similar) -> str:
        """Return "Ressemble à : Foyer rural (même téléphone)"."""
        why = ", ".join(words for code, words in _WHY.items() if code in similar.why)
        return f"Ressemble à\u00a0: {similar.name} ({why})"

    def _merge(self) -> None:
        if self.similar is not None:
            self.merge_wanted.emit(self.similar.id)
