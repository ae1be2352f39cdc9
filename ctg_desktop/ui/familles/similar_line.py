"""Says, while typing, that a family is known already, or came back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.listing import SimilarHousehold
from ctg_desktop.messages.families import LIKENESS_LABELS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import IconButton, link, plain
from ctg_desktop.ui.widgets.text import IconText, announce


def similar_words(similar: SimilarHousehold) -> str:
    """Return "Famille Martin, partie en mars 2024 (même nom)"."""
    why = ", ".join(words for one, words in LIKENESS_LABELS.items() if one in similar.why)
    if similar.left_on is not None:
        left = wording.month(similar.left_on.year, similar.left_on.month)
        return f"{similar.name}, partie en {left} ({why})"
    return f"Déjà connue\u202f? {similar.name} ({why})"


class SimilarLine(QFrame):
    """One sentence; a family that had left comes back in one action."""

    open_wanted = Signal(str)
    come_back_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._similar: SimilarHousehold | None = None
        self._dismissed: set[str] = set()
        self.message = IconText(Icon.COPY, "", Tone.WARNING, coloured=False)
        self.open_button = link("Ouvrir", self._open)
        self.come_back_button = plain("Elle revient", self._come_back, Icon.UNDO)
        top = QHBoxLayout()
        top.addWidget(self.message, 1)
        top.addWidget(IconButton(Icon.CLOSE, "Ce n’est pas la même famille", self._dismiss))
        actions = QHBoxLayout()
        actions.addSpacing(3 * UNIT)
        actions.addWidget(self.come_back_button)
        actions.addWidget(self.open_button)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(actions)
        self.hide()

    def show_similar(self, found: Sequence[SimilarHousehold]) -> None:
        """Say the first that was not set aside; nothing when there is none."""
        left = [one for one in found if one.id not in self._dismissed]
        self._similar = left[0] if left else None
        if self._similar is None:
            self.hide()
            return
        words = similar_words(self._similar)
        if len(left) > 1:
            words += f" et {wording.plural(len(left) - 1, 'autre', 'autres')}"
        self.come_back_button.setVisible(self._similar.left_on is not None)
        changed = words != self.message.text()
        self.message.show_text(words)
        if self.isHidden() or changed:
            self.show()
            announce(self, words)

    def forget(self) -> None:
        """Another record is shown."""
        self._dismissed.clear()
        self.show_similar([])

    def _open(self) -> None:
        if self._similar is not None:
            self.open_wanted.emit(self._similar.id)

    def _come_back(self) -> None:
        if self._similar is not None:
            self.come_back_wanted.emit(self._similar.id)

    def _dismiss(self) -> None:
        if self._similar is not None:
            self._dismissed.add(self._similar.id)
        self.hide()
