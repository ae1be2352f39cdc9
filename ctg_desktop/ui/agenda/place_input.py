"""Where an event takes place, or who runs it: a listing of the directory, or free text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.identifier import is_id
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.listing_picker import ListingPicker


class PlaceInput(QObject):
    """Gives a picker the manners of an input: an id when a listing was picked, else the text."""

    edited = Signal()
    told = Signal()
    """The name of a listing was learnt."""

    def __init__(self, desk: Desk, picker: ListingPicker) -> None:
        super().__init__(picker)
        self._desk = desk
        self._picker = picker
        self._id = ""
        picker.textEdited.connect(self._typed)
        picker.picked.connect(self._picked)

    @property
    def is_listing(self) -> bool:
        """Whether it refers to a listing."""
        return bool(self._id)

    def value(self) -> str:
        """Return the id of a listing, or the text."""
        return self._id or self._picker.text()

    def set_value(self, value: str) -> None:
        """Show the name of a listing, or the text."""
        self._id = value if is_id(value) else ""
        self._picker.set_value("" if self._id else value)
        if self._id:
            directory = self._desk.office.directory
            self._desk.tasks.run(
                lambda: directory.names([value]), lambda names: self._learn(value, names)
            )

    def _learn(self, value: str, names: Mapping[str, str]) -> None:
        if value == self._id:
            self._picker.set_value(names.get(value, "fiche supprimée"))
            self.told.emit()

    def _typed(self, _text: str) -> None:
        self._id = ""
        self.edited.emit()

    def _picked(self, listing_id: str, name: str) -> None:
        self._picker.set_value(name)
        self._id = listing_id
        self.edited.emit()
