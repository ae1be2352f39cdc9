"""What Ctrl+K finds: listings, events, pages and commands, in one list under the search box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.search import SearchHit
from ctg_desktop.domain.text import fold
from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.icons import icon as draw
from ctg_desktop.ui.theme.measures import ICON, ROW, UNIT
from ctg_desktop.ui.theme.roles import accent_ink
from ctg_desktop.ui.widgets.text import Text, announce

_PAUSE_MS = 120
_SHOWN = 11
_HITS = 30
_COMMANDS = 6
_MEANT = 3
_ENTITY_LOOK = {
    "listing": (Icon.BOOKLET, "Fiche"),
    "event": (Icon.CALENDAR, "Manifestation"),
    "household": (Icon.PEOPLE, "Famille"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window can do, found by its words.

    Attributes:
        words: What else it is called; searched with the label.
    """

    label: str
    icon: Icon
    run: Callable[[], object]
    words: str = ""


class SearchPalette(QFrame):
    """The list under the search box. The focus stays in the box."""

    record_chosen = Signal(str, str)
    """Entity (``listing``, ``event``, ``household``) and id of what a person chose."""

    def __init__(
        self, desk: Desk, box: QLineEdit, commands: Sequence[Command], parent: QWidget
    ) -> None:
        """Tie a list to a search box.

        Args:
            desk: Tools.
            box: Where words are typed.
            commands: Offered beside what is found, and alone while nothing is typed.
            parent: The window, over which the list is drawn.
        """
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self._box, self._commands = desk, box, commands
        self._window = parent
        self._latest = Latest(desk.tasks)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Résultats")
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("flat", True)
        self.list.itemClicked.connect(self._open)
        self.note = Text(quiet=True)
        self.note.setContentsMargins(UNIT + UNIT // 2, 0, UNIT, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT // 2, UNIT // 2, UNIT // 2, UNIT)
        column.addWidget(self.list)
        column.addWidget(self.note)
        box.textEdited.connect(self._typed)
        box.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the search box that move in the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        if event.type() is QEvent.Type.FocusIn:
            self._typed(self._box.text())
        elif event.type() is QEvent.Type.FocusOut and not self.underMouse():
            self.close_list()
        return super().eventFilter(watched, event)

    def close_list(self) -> None:
        """Hide the list, and forget the question and what it found."""
        self._timer.stop()
        self._latest.drop()
        self.list.clear()
        self.hide()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._latest.drop()
            self._show((), "")

    def _search(self) -> None:
        text = self._box.text()
        self._latest.run(
            lambda: self._desk.office.search.find(text, _HITS), lambda hits: self._show(hits, text)
        )

    def _show(self, hits: Sequence[SearchHit], text: str) -> None:
        if not self._box.hasFocus():
            return
        self.list.clear()
        commands = self._matching(text)
        first = [one for one in commands if _begins(one.label, text)]
        self._add_commands(first)
        for hit in hits:
            self._add_hit(hit)
        self._add_commands([one for one in commands if one not in first])
        found = self.list.count()
        self.list.setCurrentRow(0)
        self.note.setText(self._note(found, text))
        self._place(found)
        if text:
            announce(self._box, self.note.text())

    @staticmethod
    def _note(found: int, text: str) -> str:
        if not text:
            return "Tapez un mot. Flèches pour choisir, Entrée pour ouvrir, Échap pour fermer."
        if found == 0:
            return "Rien ne contient ces mots. Essayez un mot plus court."
        return f"{plural(found, 'résultat', 'résultats')}. Entrée pour ouvrir."

    def _matching(self, text: str) -> list[Command]:
        words = fold(text).split()
        found = [
            command
            for command in self._commands
            if all(word in fold(f"{command.label} {command.words}") for word in words)
        ]
        return found[:_COMMANDS] if words else found

    def _add_commands(self, commands: Sequence[Command]) -> None:
        for command in commands:
            self._add(command.icon, command.label, "Aller à", command.run)

    def _add_hit(self, hit: SearchHit) -> None:
        icon, kind = _ENTITY_LOOK[hit.entity]
        excerpt = f" – {hit.excerpt}" if hit.excerpt else ""
        self._add(
            icon,
            f"{hit.title}{excerpt}",
            kind,
            lambda: self.record_chosen.emit(hit.entity, hit.id),
        )

    def _add(self, icon: Icon, label: str, kind: str, run: Callable[[], object]) -> None:
        item = QListWidgetItem(draw(icon, accent_ink(QApplication.palette())), label)
        item.setData(Qt.ItemDataRole.UserRole, run)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind} : {label}")
        item.setSizeHint(QSize(0, ROW))
        self.list.addItem(item)

    def _place(self, rows: int) -> None:
        corner = self._box.mapTo(self._window, QPoint(0, self._box.height() + 4))
        self.list.setFixedHeight(min(rows, _SHOWN) * ROW + 2)
        height = self.list.height() * bool(rows) + self.note.sizeHint().height() + 3 * UNIT
        self.setGeometry(corner.x(), corner.y(), self._box.width(), height)
        self.list.setVisible(rows > 0)
        self.show()
        self.raise_()

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.isHidden():
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isHidden():
            item = self.list.currentItem()
            if item is not None:
                self._open(item)
            return True
        if key == Qt.Key.Key_Escape and not self.isHidden():
            self.close_list()
            return True
        return False

    def _move(self, step: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + step) % count)
            spoken = self.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
            announce(self._box, str(spoken))

    def _open(self, item: QListWidgetItem) -> None:
        run = item.data(Qt.ItemDataRole.UserRole)
        self.close_list()
        self._box.clear()
        self._box.clearFocus()
        run()


def _begins(label: str, text: str) -> bool:
    """Tell whether a label begins with what is typed, once that is more than a letter or two."""
    typed = fold(text).strip()
    return len(typed) >= _MEANT and fold(label).startswith(typed)
