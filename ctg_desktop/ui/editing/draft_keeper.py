"""Keeps what is being typed, a quarter of a second after each key at the latest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ctg_desktop.ui.desk import Desk

DELAY_MS = 250

Value = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """Typing that was not saved.

    Attributes:
        at: When it was last typed in.
        name: What the record was called.
        changes: Only the fields that differ from the stored record.
    """

    at: datetime
    name: str
    changes: Mapping[str, Any]

    def to_value(self) -> Value:
        """Return the draft as it is kept."""
        return {"at": self.at.isoformat(), "name": self.name, "changes": dict(self.changes)}


def read_draft(value: Mapping[str, Any] | None) -> Draft | None:
    """Return a draft that was kept, or ``None``."""
    if value is None:
        return None
    return Draft(datetime.fromisoformat(value["at"]), value["name"], value["changes"])


class DraftShelf(Protocol):
    """Where drafts are kept: among those of the vault, or sealed with those of the register."""

    def keep(self, key: str, value: Value) -> None:
        """Store a draft durably."""
        ...

    def get(self, key: str) -> Value | None:
        """Return a draft, or ``None``."""
        ...

    def drop(self, key: str) -> None:
        """Forget a draft."""
        ...


class DraftKeeper(QObject):
    """Writes the draft of one form, one write at a time.

    Args:
        desk: Tools of the page.
        collect: Returns the key and the draft of what is typed now; ``None`` when nothing is.
        shelf: Where it is kept; among the drafts of the vault by default.
    """

    failed = Signal(object)
    """The draft could not be written: the exception."""

    def __init__(
        self,
        desk: Desk,
        collect: Callable[[], tuple[str, Draft] | None],
        parent: QObject | None = None,
        *,
        shelf: DraftShelf | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._collect = collect
        self._shelf = shelf
        self._writing = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._write)

    @property
    def shelf(self) -> DraftShelf:
        """Where drafts are kept."""
        return self._desk.office.drafts if self._shelf is None else self._shelf

    def note(self) -> None:
        """Something was typed; a vault that is only consulted keeps nothing of it."""
        if not self._desk.may_change:
            return
        if self._writing:
            self._again = True
        elif not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Hand what is typed to the worker now."""
        if self._timer.isActive() or self._again:
            self.forget()
            self._write()

    def forget(self) -> None:
        """What was noted needs no writing any more."""
        self._timer.stop()
        self._again = False

    def drop(self, key: str) -> None:
        """Remove a draft from the disk."""
        if not self._desk.may_change:
            return
        drafts = self.shelf
        self._desk.tasks.run(lambda: drafts.drop(key), lambda _none: None, failed=self._say)

    def _write(self) -> None:
        collected = self._collect()
        if collected is None:
            return
        key, draft = collected
        drafts, value = self.shelf, draft.to_value()
        self._writing = True
        self._desk.tasks.run(lambda: drafts.keep(key, value), self._written, failed=self._fail)

    def _written(self, _none: object) -> None:
        self._writing = False
        if self._again:
            self._again = False
            self._timer.start()

    def _fail(self, error: Exception) -> None:
        self._written(None)
        self._say(error)

    def _say(self, error: Exception) -> None:
        self.failed.emit(error)
