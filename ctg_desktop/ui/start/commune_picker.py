"""The communes of the territory in a list that shortens as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctg_desktop.domain.territory import OfferedCommune
from ctg_desktop.domain.text import fold
from ctg_desktop.domain.wording import joined
from ctg_desktop.ui.theme.measures import ROW, UNIT
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_ROLE = Qt.ItemDataRole.UserRole


class CommunePicker(QWidget):
    """A line to filter with, and the communes that match."""

    picked = Signal(str, str)
    """Name and code of the commune a person moved to."""
    confirmed = Signal()
    """Enter, or a double click, on a commune."""
    unknown = Signal(str)
    """What is typed is no commune offered."""
    given_up = Signal()
    """Enter where no commune matches: its name is typed, its code is to be."""

    def __init__(self, communes: Sequence[OfferedCommune], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Civray, Valence…")
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Communes proposées")
        self.list.setMinimumHeight(4 * ROW)
        self.none = Text(
            "Aucune commune proposée ne porte ce nom. Complétez ci-dessous, avec son code INSEE.",
            wrap=True,
            quiet=True,
        )
        self.none.hide()
        for commune in communes:
            self.list.addItem(_item(commune))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(LabelledField("Chercher votre commune", self.filter))
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        column.addStretch(0)
        self.filter.textEdited.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.filter.returnPressed.connect(self._confirm)
        self.list.currentItemChanged.connect(lambda item, _before: self._pick(item))
        self.list.itemActivated.connect(lambda _item: self._confirm())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def shown(self) -> list[str]:
        """Return the names that match what is typed."""
        return [str(item.data(_ROLE)[0]) for item in self._visible()]

    def _visible(self) -> list[QListWidgetItem]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in items if not item.isHidden()]

    def _narrow(self, text: str) -> None:
        words = fold(text).replace("-", " ").split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            known = fold(item.text()).replace("-", " ")
            item.setHidden(not all(word in known for word in words))
        visible = self._visible()
        self.none.setVisible(not visible)
        self.list.setVisible(bool(visible))
        if words and visible:
            self.list.setCurrentItem(visible[0])
            self._pick(visible[0])
        elif not visible:
            self.list.setCurrentRow(-1)
            self.unknown.emit(text.strip())

    def _move(self, step: int) -> None:
        visible = self._visible()
        current = self.list.currentItem()
        if not visible:
            return
        place = visible.index(current) + step if current in visible else 0
        self.list.setCurrentItem(visible[max(0, min(place, len(visible) - 1))])

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            name, code = item.data(_ROLE)
            self.picked.emit(name, code)

    def _confirm(self) -> None:
        if self.list.currentItem() is not None:
            self.confirmed.emit()
        elif not self._visible():
            self.given_up.emit()


def _item(commune: OfferedCommune) -> QListWidgetItem:
    names = joined([one.name for one in commune.former])
    former = f"  ({names})" if names else ""
    item = QListWidgetItem(f"{commune.name}{former}")
    item.setData(_ROLE, (commune.name, commune.code))
    item.setSizeHint(QSize(0, ROW))
    return item
