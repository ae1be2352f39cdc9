"""Says, while typing, that another record looks like this one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import IconButton, link
from ctg_desktop.ui.widgets.text import IconText, announce


class Alike(Protocol):
    """A record that may be the one being typed."""

    @property
    def id(self) -> str:
        """Identifier."""


A = TypeVar("A", bound=Alike)


class SimilarLine(QFrame, Generic[A]):
    """One sentence and its actions; stays until another record is shown or it is closed.

    A subclass says the sentence, and puts its own button into :attr:`actions`.
    """

    open_wanted = Signal(str)

    def __init__(self, other: str, parent: QWidget | None = None) -> None:
        """Prepare the line.

        Args:
            other: Name of the button that sets a record aside.
            parent: Owner.
        """
        super().__init__(parent)
        self.setObjectName("banner")
        self.similar: A | None = None
        self._dismissed: set[str] = set()
        self.message = IconText(Icon.COPY, "", Tone.WARNING, coloured=False)
        self.open_button = link("Ouvrir", self._open)
        top = QHBoxLayout()
        top.addWidget(self.message, 1)
        top.addWidget(IconButton(Icon.CLOSE, other, self._dismiss))
        self._actions = QHBoxLayout()
        self._actions.addSpacing(3 * UNIT)
        self._actions.addWidget(self.open_button)
        self._actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT // 2, UNIT // 2)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._actions)
        self.hide()

    def words(self, similar: A) -> str:
        """Return what is said of a record."""
        raise NotImplementedError

    def put(self, button: QPushButton, *, first: bool = False) -> None:
        """Add a button beside the one that opens the other record, or before it."""
        after = self._actions.indexOf(self.open_button)
        self._actions.insertWidget(after if first else after + 1, button)

    def show_similar(self, found: Sequence[A]) -> None:
        """Say the first that was not set aside; nothing when there is none."""
        left = [one for one in found if one.id not in self._dismissed]
        self.similar = left[0] if left else None
        if self.similar is None:
            self.hide()
            return
        words = self.words(self.similar)
        if len(left) > 1:
            words += f" et {wording.plural(len(left) - 1, 'autre', 'autres')}"
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
        if self.similar is not None:
            self.open_wanted.emit(self.similar.id)

    def _dismiss(self) -> None:
        if self.similar is not None:
            self._dismissed.add(self.similar.id)
        self.hide()
