"""Says, while typing, that another listing looks like this one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import IconButton, link
from ctg_desktop.ui.widgets.text import IconText, announce

_WHY = {
    Likeness.NAME: "même nom",
    Likeness.PHONE: "même téléphone",
    Likeness.ADDRESS: "même adresse",
}


def similar_words(similar: Similar) -> str:
    """Return "Ressemble à : Foyer rural (même téléphone)"."""
    why = ", ".join(words for code, words in _WHY.items() if code in similar.why)
    return f"Ressemble à\u00a0: {similar.name} ({why})"


class SimilarLine(QFrame):
    """One sentence and two actions; stays until another record is shown or it is closed."""

    open_wanted = Signal(str)
    merge_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._similar: Similar | None = None
        self._dismissed: set[str] = set()
        self.message = IconText(Icon.COPY, "", Tone.WARNING, coloured=False)
        self.open_button = link("Ouvrir", self._open)
        self.merge_button = link("Fusionner", self._merge, Icon.MERGE)
        top = QHBoxLayout()
        top.addWidget(self.message, 1)
        top.addWidget(IconButton(Icon.CLOSE, "Ce n’est pas un doublon", self._dismiss))
        actions = QHBoxLayout()
        actions.addSpacing(3 * UNIT)
        actions.addWidget(self.open_button)
        actions.addWidget(self.merge_button)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(actions)
        self.hide()

    def show_similar(self, found: Sequence[Similar]) -> None:
        """Say the first that was not set aside; nothing when there is none."""
        left = [one for one in found if one.id not in self._dismissed]
        self._similar = left[0] if left else None
        if self._similar is None:
            self.hide()
            return
        words = similar_words(self._similar)
        if len(left) > 1:
            words += f" et {len(left) - 1} autre{'s' if len(left) > 2 else ''}"
        self.message.show_text(words)
        if self.isHidden():
            self.show()
            announce(self, words)

    def forget(self) -> None:
        """Another record is shown."""
        self._dismissed.clear()
        self.show_similar([])

    def _open(self) -> None:
        if self._similar is not None:
            self.open_wanted.emit(self._similar.id)

    def _merge(self) -> None:
        if self._similar is not None:
            self.merge_wanted.emit(self._similar.id)

    def _dismiss(self) -> None:
        if self._similar is not None:
            self._dismissed.add(self._similar.id)
        self.hide()
