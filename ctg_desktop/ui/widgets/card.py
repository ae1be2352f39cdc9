"""A sheet on the canvas that holds what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.text import section_title


class Card(QFrame):
    """A framed surface with an optional title; put things into :attr:`body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.body.setSpacing(UNIT)
        if title:
            self.body.addWidget(section_title(title))


class Scrolled(QScrollArea):
    """A column that scrolls from top to bottom and never sideways; fill :attr:`column`."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 0) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = holder = QWidget()
        holder.setObjectName("scrolled")
        self.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(MARGIN)
        self.setWidget(holder)

    def keep_room_for_bar(self) -> None:
        """End at the same edge whether there is something to scroll or not."""
        bar = self.verticalScrollBar()

        def leave_room(_least: int, most: int) -> None:
            self.setViewportMargins(0, 0, 0 if most > 0 else bar.sizeHint().width(), 0)

        bar.rangeChanged.connect(leave_room)
        leave_room(bar.minimum(), bar.maximum())

    def to_top(self) -> None:
        """Show the beginning, e.g. of another record."""
        self.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Move the focus and bring what has it into sight."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, MARGIN)
        return moved
