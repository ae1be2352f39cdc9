"""The listings that run this one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.listing_picker import ListingPicker
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import IconButton
from ctg_desktop.ui.widgets.text import ElidedText


class OrganisersInput(QWidget):
    """Names of listings, each with a button to take it away, and a line to add one."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids: list[str] = []
        self._names: dict[str, str] = {}
        self._rows: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(UNIT // 2)
        self.picker = ListingPicker(desk, "Chercher une fiche…")
        self.picker.setAccessibleName("Ajouter un organisateur")
        self.picker.picked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(self._list)
        column.addWidget(self.picker)

    def value(self) -> list[str]:
        """Return the ids of the listings."""
        return list(self._ids)

    def set_value(self, value: list[str]) -> None:
        """Show listings; their names are looked up."""
        self._ids = list(value)
        self._show()
        unknown = [one for one in value if one not in self._names]
        if unknown:
            directory = self._desk.office.directory
            self._desk.tasks.run(lambda: directory.names(unknown), self._learn)

    def _learn(self, names: Mapping[str, str]) -> None:
        self._names.update(names)
        self._show()

    def _add(self, listing_id: str, name: str) -> None:
        self.picker.clear()
        if listing_id not in self._ids:
            self._names[listing_id] = name
            self._ids.append(listing_id)
            self._show()
            self.edited.emit()

    def _remove(self, listing_id: str) -> None:
        self._ids.remove(listing_id)
        self._show()
        self.picker.setFocus()
        self.edited.emit()

    def _show(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in self._ids]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, listing_id: str) -> QWidget:
        name = self._names.get(listing_id, "…")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedText(name), 1)
        row.addWidget(IconButton(Icon.CLOSE, f"Retirer : {name}", lambda: self._remove(listing_id)))
        return holder
