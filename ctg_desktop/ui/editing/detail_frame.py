"""The sheet on the right: who is shown, what was found, the form, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ctg_desktop.ui.editing.draft_line import DraftLine
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN, MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import primary
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.flow import ApartLayout
from ctg_desktop.ui.widgets.text import ElidedText, IconText, Text, announce, section_title

# Width of the scroll bar in the style sheet: what does not scroll ends where the fields do.
_BAR = 12
_WIDTH = 448
_USUAL_POINTS = 10.0
_NO_LIMIT = (1 << 24) - 1  # of a width, in Qt


def list_and_detail(left: QWidget, right: QWidget) -> QSplitter:
    """Return a list beside its detail, which a person may widen."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(MARGIN)
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setStretchFactor(0, 3)
    splitter.setStretchFactor(1, 1)
    return splitter


class DetailFrame(Card):
    """Holds a form; the line that says "not saved yet" appears with the first key.

    Attributes:
        columns: What scrolls in it, whose words are not to be cut sideways.
    """

    back_wanted = Signal()

    def __init__(
        self, form: Scrolled, parent: QWidget | None = None, *, middle: QWidget | None = None
    ) -> None:
        """Prepare the sheet.

        Args:
            form: What is typed in.
            parent: Owner.
            middle: What holds the form, where the sheet shows more than it; the form itself
                otherwise.
        """
        super().__init__(parent=parent)
        self._form = form
        self.columns: list[Scrolled] = []
        self.add_column(form)
        self.fill_page(wide=False)
        self.title = ElidedText()
        self.title.setFont(section_title("").font())
        self.subtitle = Text(wrap=True, quiet=True)
        self.draft_line = DraftLine()
        self.refusal = IconText(Icon.ERROR, "", Tone.ERROR)
        self.refusal.hide()
        self.save_button = primary("Enregistrer")
        self.save_button.setToolTip("Ctrl+S")
        self._kept = Text("Gardé en brouillon", quiet=True)
        self._unsaved = QWidget()
        self._top, self._notes = QHBoxLayout(), QVBoxLayout()
        self._actions = ApartLayout()
        self._lay_out(middle or form)
        self.show_unsaved(False)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width, which leaves the list its own."""
        width = max(_WIDTH, self.minimumSizeHint().width())
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Leave large letters the width that the form and its buttons need."""
        hint = super().minimumSizeHint()
        columns = [one.content.minimumSizeHint().width() for one in self.columns]
        border = self.width() - self.contentsRect().width()
        inside = max(*columns, self._actions.one_line()) + 2 * MARGIN + border
        return QSize(min(max(DETAIL_MIN, hint.width(), inside), self.maximumWidth()), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list; nothing typed is lost."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def fill_page(self, *, wide: bool) -> None:
        """Take all the room there is, or leave the list its own."""
        beside = round(DETAIL_MAX * max(1.0, self.font().pointSizeF() / _USUAL_POINTS))
        self.setMaximumWidth(_NO_LIMIT if wide else beside)

    def add_column(self, column: Scrolled) -> None:
        """Take another part that scrolls; see :attr:`columns`."""
        column.keep_room_for_bar()
        self.columns.append(column)

    def add_note(self, widget: QWidget) -> None:
        """Add something that may be said above the form."""
        self._notes.addWidget(widget)

    def set_corner(self, widget: QWidget) -> None:
        """Put a button beside the title."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_actions(self, frequent: Sequence[QWidget], apart: Sequence[QWidget]) -> None:
        """Put buttons under the form; those that destroy stand apart, on the right."""
        self._actions.first_apart = len(frequent)
        for widget in (*frequent, *apart):
            self._actions.addWidget(widget)

    def show_names(self, title: str, subtitle: str) -> None:
        """Say who is shown."""
        self.title.set_whole(title)
        self.subtitle.setText(subtitle)
        QTimer.singleShot(0, self, self.updateGeometry)  # once the form has shown its fields

    def show_unsaved(self, unsaved: bool) -> None:  # noqa: FBT001 - the state itself
        """Say whether something typed is not saved yet."""
        if not unsaved and self.save_button.hasFocus():
            self.focusNextPrevChild(False)  # it goes: Tab goes on from where the form ends
        self._unsaved.setVisible(unsaved)

    def refuse(self, sentence: str) -> None:
        """Say an error that belongs to no field."""
        self.refusal.show_text(sentence)
        self.refusal.show()
        announce(self.refusal, sentence)

    def accept(self) -> None:
        """Take that error away."""
        self.refusal.hide()

    def _lay_out(self, middle: QWidget) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        self._top.addLayout(head, 1)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        line = QHBoxLayout(self._unsaved)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._kept)
        line.addStretch(1)
        line.addWidget(self.save_button)
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN - _BAR, MARGIN)
        self._notes.setSpacing(UNIT)
        self._notes.addWidget(self.draft_line)
        self._notes.addWidget(self.refusal)
        for layout in (self._top, self._notes):
            layout.setContentsMargins(0, 0, _BAR, 0)
            self.body.addLayout(layout)
        self.body.addWidget(middle, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, _BAR, 0)
        foot.setSpacing(UNIT)
        foot.addWidget(self._unsaved)
        foot.addLayout(self._actions)
        self.body.addLayout(foot)
