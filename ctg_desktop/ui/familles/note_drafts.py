"""What is typed of a contact is kept from the first key, and comes back with its household."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper
from ctg_desktop.ui.familles.note_entry import NoteEntry
from ctg_desktop.ui.familles.reading import note_key

_WORDS = "échange avec une famille"


class NoteDrafts(QObject):
    """Keeps one entry; a note that is being corrected is stored already and needs no draft."""

    def __init__(self, desk: Desk, entry: NoteEntry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._household, self._waits = "", False
        self._keeper = DraftKeeper(desk, self._collect, self)
        self._keeper.failed.connect(desk.report)
        entry.edited.connect(self._edited)

    def turn_to(self, household_id: str) -> None:
        """Another household is shown: what is typed stays with the one before."""
        if household_id != self._household:
            self._keeper.flush()
            self._household = ""
            self._entry.clear()
            self._household, self._waits = household_id, True

    def show(self, typed: Mapping[str, str]) -> None:
        """Show what was typed before, once, unless something is being typed already."""
        if self._waits and not self._entry.values() and not self._entry.note_id:
            self._entry.show_values(dict(typed))
        self._waits = False

    def flush(self) -> None:
        """Hand what is typed to the worker now."""
        self._keeper.flush()

    def forget(self) -> None:
        """The household is no more: nothing of it is kept."""
        self._keeper.forget()
        self._household = ""
        self._entry.clear()

    def _edited(self) -> None:
        if not self._household or self._entry.note_id:
            return
        if self._entry.values():
            self._keeper.note()
        else:
            self._keeper.forget()
            self._keeper.drop(note_key(self._household))

    def _collect(self) -> tuple[str, Draft] | None:
        values = self._entry.values()
        if not self._household or not values or self._entry.note_id:
            return None
        now = datetime.now().astimezone()
        return note_key(self._household), Draft(now, _WORDS, values)
