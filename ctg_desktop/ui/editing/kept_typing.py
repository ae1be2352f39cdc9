"""What is typed into a small window comes back when the same is asked anew: a lock gives it up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper, read_draft
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput

FOUND = "Votre saisie non enregistrée a été retrouvée."


class KeptTyping(QObject):
    """Keeps a draft from the first key until the window has done what it is for."""

    found = Signal()
    """What was typed before is shown."""

    def __init__(
        self, desk: Desk, key: str, inputs: Mapping[str, LineInput | AreaInput], dialog: QDialog
    ) -> None:
        """Begin to keep, and look for what was typed before.

        Args:
            desk: Tools.
            key: Of the draft; with the id of whom it is about, so that it is erased with them.
            inputs: What is typed in, by name, as they stand at first.
            dialog: Owner.
        """
        super().__init__(dialog)
        self._key, self._inputs = key, inputs
        self._first = self._values()
        self._keeper = DraftKeeper(desk, self._draft, self)
        self._keeper.failed.connect(desk.report)
        for one in inputs.values():
            one.edited.connect(self._keeper.note)
        dialog.accepted.connect(self.drop)
        dialog.rejected.connect(self._keep)
        desk.tasks.run(partial(desk.office.drafts.get, key), self._show)

    def drop(self) -> None:
        """What was typed is stored, or not wanted."""
        self._keeper.forget()
        self._keeper.drop(self._key)

    def _keep(self) -> None:
        if self._values() == self._first:
            self.drop()
        else:
            self._keeper.flush()

    def _values(self) -> dict[str, str]:
        return {name: one.value() for name, one in self._inputs.items()}

    def _draft(self) -> tuple[str, Draft] | None:
        values = self._values()
        if values == self._first:
            return None
        return self._key, Draft(datetime.now().astimezone(), "", values)

    def _show(self, kept: dict[str, Any] | None) -> None:
        draft = read_draft(kept)
        if draft is None or self._values() != self._first:
            return
        for name, one in self._inputs.items():
            one.set_value(str(draft.changes.get(name, one.value())))
            if isinstance(one, AreaInput):  # a line goes on at its end by itself
                one.moveCursor(QTextCursor.MoveOperation.End)
        self.found.emit()
