"""The list of all that the booklet holds: ticked, moved, added, taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from ctg_desktop.domain.booklet import (
    BACK_COVER,
    CALENDAR,
    CONTENTS,
    INDEX,
    MAYOR_WORD,
    BookletPart,
)
from ctg_desktop.domain.booklet_order import Piece, is_shown
from ctg_desktop.domain.booklet_outline import can_move, moved, with_shown
from ctg_desktop.domain.category import Category
from ctg_desktop.ui.reglages.colours import swatch
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import ICON, ROW, UNIT
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton

PART_WORDS = {
    CONTENTS: "Sommaire",
    MAYOR_WORD: "Le mot du maire",
    CALENDAR: "Agenda",
    INDEX: "Index",
    BACK_COVER: "Dos du livret",
}

_ROWS = 9


class ContentsList(QWidget):
    """Chapters and parts in order, a box before each."""

    edited = Signal()
    """A person ticked, moved, added or removed something."""
    current_changed = Signal()
    """Another piece is the current one."""
    add_wanted = Signal(str)
    """Something new is wanted: ``"text"`` or ``"chapter"``."""
    remove_wanted = Signal()
    """The current piece is not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._showing = False
        self.list = QListWidget()
        self.list.setAccessibleName("Contenu du livret, dans l’ordre")
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setFixedHeight(_ROWS * (ROW + 2))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.up_button = IconButton(Icon.ARROW_UP, "Monter (Alt+Haut)", lambda: self.shift(-1))
        self.down_button = IconButton(Icon.ARROW_DOWN, "Descendre (Alt+Bas)", lambda: self.shift(1))
        self.list.currentRowChanged.connect(lambda _row: self._row_changed())
        self.list.itemChanged.connect(self._ticked)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self.shift(step))
        self._lay_out()

    def pieces(self) -> tuple[Piece, ...]:
        """Return chapters and parts as they stand."""
        return self._pieces

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show chapters and parts, keeping the place in the list."""
        current = self.current()
        self._showing = True
        self._pieces = tuple(pieces)
        self.list.clear()
        for piece in self._pieces:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, ROW))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
            _draw(item, piece)
        self._showing = False
        self.select(current.code if current else "")

    def current(self) -> Piece | None:
        """Return the current piece."""
        row = self.list.currentRow()
        return self._pieces[row] if 0 <= row < len(self._pieces) else None

    def select(self, code: str) -> None:
        """Make a piece the current one; the first where there is none of that code."""
        codes = [piece.code for piece in self._pieces]
        self.list.setCurrentRow(codes.index(code) if code in codes else 0)
        self._row_changed()

    def replace_current(self, piece: Piece) -> None:
        """Put a changed piece in the place of the current one, without announcing it."""
        row = self.list.currentRow()
        if row >= 0:
            self._put(row, piece)

    def shift(self, step: int) -> None:
        """Move the current piece up (-1) or down (1)."""
        row = self.list.currentRow()
        if not can_move(self._pieces, row, step):
            return
        self._pieces = moved(self._pieces, row, step)
        for one in (row, row + step):
            self._put(one, self._pieces[one])
        self.list.setCurrentRow(row + step)
        self.edited.emit()

    def set_removable(self, removable: bool) -> None:  # noqa: FBT001 - the state itself
        """Say whether the current piece can be taken away."""
        self.remove_button.setEnabled(removable)

    def _lay_out(self) -> None:
        self.add_button = Button("Ajouter", icon=Icon.ADD, kind=ButtonKind.MENU)
        menu = QMenu(self.add_button)
        for words, kind in (("Un texte", "text"), ("Une rubrique", "chapter")):
            menu.addAction(words).triggered.connect(
                lambda _on=False, kind=kind: self.add_wanted.emit(kind)
            )
        self.add_button.setMenu(menu)
        self.remove_button = IconButton(Icon.DELETE, "Supprimer", self.remove_wanted.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT // 2)
        for button in (self.up_button, self.down_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.list)
        column.addLayout(buttons)

    def _put(self, row: int, piece: Piece) -> None:
        pieces = list(self._pieces)
        pieces[row] = piece
        self._pieces = tuple(pieces)
        self._showing = True
        _draw(self.list.item(row), piece)
        self._showing = False

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._showing:
            return
        row = self.list.row(item)
        shown = item.checkState() is Qt.CheckState.Checked
        if is_shown(self._pieces[row]) != shown:
            self._put(row, with_shown(self._pieces[row], shown))
            self.list.setCurrentRow(row)
            self.edited.emit()

    def _row_changed(self) -> None:
        if self._showing:
            return
        row = self.list.currentRow()
        self.up_button.setEnabled(can_move(self._pieces, row, -1))
        self.down_button.setEnabled(can_move(self._pieces, row, 1))
        self.current_changed.emit()


def words_of(piece: Piece) -> str:
    """Return how a chapter or part is called on screen."""
    if isinstance(piece, BookletPart):
        return PART_WORDS.get(piece.code, piece.title)
    return piece.label


def _draw(item: QListWidgetItem, piece: Piece) -> None:
    item.setText(words_of(piece))
    item.setCheckState(Qt.CheckState.Checked if is_shown(piece) else Qt.CheckState.Unchecked)
    if isinstance(piece, Category):
        item.setIcon(swatch(piece.colour))
