"""Does one thing to several listings, says it, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain import wording
from ctg_desktop.domain.changes import Changes
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice


class BulkActions(QObject):
    """Actions on listings by id."""

    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def verify(self, ids: Sequence[str]) -> None:
        """Note that they were checked today."""
        today, directory = self._desk.today(), self._desk.office.directory
        self._do(
            lambda: directory.verify(ids, today),
            _count(ids, "fiche vérifiée aujourd’hui", "fiches vérifiées aujourd’hui"),
        )

    def move(self, ids: Sequence[str], category: str) -> None:
        """Put them into another chapter."""
        directory = self._desk.office.directory
        self._do(
            lambda: directory.move(ids, category),
            _count(ids, "fiche changée de rubrique", "fiches changées de rubrique"),
        )

    def publish(self, ids: Sequence[str], *, published: bool) -> None:
        """Publish them, or make drafts of them."""
        directory = self._desk.office.directory
        words = (
            _count(ids, "fiche publiée", "fiches publiées")
            if published
            else _count(ids, "fiche mise en brouillon", "fiches mises en brouillon")
        )
        self._do(lambda: directory.publish(ids, published), words)

    def delete(self, ids: Sequence[str]) -> None:
        """Delete them; the notice brings them back."""
        directory = self._desk.office.directory
        self._do(lambda: directory.delete(ids), _count(ids, "fiche supprimée", "fiches supprimées"))

    def _do(self, work: Callable[[], Changes], words: str) -> None:
        def done(changes: Changes) -> None:
            self._desk.bus.changed.emit(changes)
            self.notice.emit(undo_notice(self._desk, words, changes))

        self._desk.tasks.run(work, done)


def _count(ids: Sequence[str], one: str, many: str) -> str:
    return f"{wording.plural(len(ids), one, many)}."
