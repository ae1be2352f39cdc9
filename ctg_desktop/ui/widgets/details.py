"""What is rarely filled, folded, saying how much it holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.buttons import ButtonKind, IconButton
from ctg_desktop.ui.widgets.text import WIDEST_WORD, broken


class _Fold(IconButton):
    """The line that opens and closes; its words never widen what it stands in."""

    def minimumSizeHint(self) -> QSize:
        """Let the words break rather than ask for a wider window."""
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(WIDEST_WORD, hint.height()))


class FoldedDetails(QWidget):
    """Opens and closes what is in :attr:`body`: "Plus de détails (3 remplis)"."""

    toggled = Signal(bool)

    def __init__(self, title: str = "Plus de détails", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._filled = 0
        self.button = _Fold(Icon.RIGHT, title, self.toggle, kind=ButtonKind.LINK)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self.content)
        self.content.hide()
        self._name()

    @property
    def is_open(self) -> bool:
        """Whether the details are shown."""
        return not self.content.isHidden()

    def set_filled(self, count: int) -> None:
        """Say how many of the inputs inside hold something."""
        self._filled = count
        self._name()

    def toggle(self) -> None:
        """Open or close."""
        self.set_open(not self.is_open)

    def set_open(self, shown: bool) -> None:  # noqa: FBT001 - the state itself
        """Open (``True``) or close (``False``), e.g. when a field inside is refused."""
        self.content.setVisible(shown)
        self._name()
        self.toggled.emit(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._name()

    def _name(self) -> None:
        held = f" ({plural(self._filled, 'rempli', 'remplis')})" if self._filled else ""
        words = f"{self._title}{held}"
        state = "ouvert" if self.is_open else "replié"
        self.button.set_icon(Icon.DOWN if self.is_open else Icon.RIGHT, f"{words}, {state}")
        self.button.setToolTip("")
        self.button.setText(self._broken(words))

    def _broken(self, words: str) -> str:
        whole, metrics = f" {words}", self.button.fontMetrics()
        self.button.setText(whole)
        icon = self.button.sizeHint().width() - metrics.horizontalAdvance(whole)
        return " " + broken(words, metrics, self.width() - icon).replace("\n", "\n ")
