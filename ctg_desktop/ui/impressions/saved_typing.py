"""Typing that is saved by itself after a pause, and kept as a draft from the first key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper

_PAUSE_MS = 1000


class SavedTyping(QObject):
    """Watches what is typed in a few fields."""

    def __init__(
        self,
        desk: Desk,
        key: str,
        collect: Callable[[], dict[str, Any]],
        save: Callable[[], None],
        parent: QObject,
    ) -> None:
        """Prepare to watch.

        Args:
            desk: Tools.
            key: Of the draft.
            collect: Returns what is typed, as the draft keeps it.
            save: Hands what is typed to the store.
            parent: Owner.
        """
        super().__init__(parent)
        self._key, self._collect, self._save = key, collect, save
        self._keeper = DraftKeeper(desk, self._draft, self)
        self._keeper.failed.connect(desk.report)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._hand_over)
        self._kept = False

    @property
    def is_kept(self) -> bool:
        """Whether something was typed that is not stored yet."""
        return self._kept

    def note(self) -> None:
        """Something was typed."""
        self._kept = True
        self._keeper.note()
        self._timer.start()

    def hand_over(self) -> None:
        """Save what is typed without waiting, e.g. before something else is shown."""
        if self._timer.isActive():
            self._hand_over()

    def flush(self) -> None:
        """The window closes: keep the draft, then save."""
        self._keeper.flush()
        self.hand_over()

    def done(self) -> None:
        """What was typed is stored: its draft is of no use any more."""
        if self._kept and not self._timer.isActive():
            self.drop()

    def drop(self) -> None:
        """Forget the draft."""
        self._kept = False
        self._timer.stop()
        self._keeper.forget()
        self._keeper.drop(self._key)

    def _hand_over(self) -> None:
        self._timer.stop()
        self._save()

    def _draft(self) -> tuple[str, Draft]:
        at = datetime.now()  # noqa: DTZ005 - the local time is meant
        return self._key, Draft(at, "Livret", self._collect())
