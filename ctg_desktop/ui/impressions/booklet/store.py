"""What the booklet of the commune is: read and saved on the worker, in the order of the edits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.domain.booklet_order import Piece, arranged
from ctg_desktop.domain.booklet_outline import taken_apart
from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.usecases.office import Office

DRAFTS = "booklet:"
"""Beginning of the keys of drafts."""


@dataclass(frozen=True, slots=True)
class BookletState:
    """What is known of the booklet.

    Attributes:
        pieces: Chapters and parts in their order.
        preference: How it was printed last.
        drafts: Typing that was not saved when the program ended, by key.
    """

    settings: BookletSettings
    pieces: tuple[Piece, ...]
    preference: dict[str, Any]
    drafts: dict[str, dict[str, Any]]


class BookletStore(QObject):
    """Holds what was edited last; says when something else is to be shown."""

    read = Signal()
    """Another state was read: show it."""
    edited = Signal()
    """Something was changed here, and its saving ordered."""
    refused = Signal(object)
    """A ``UserError``: what was edited last is not stored."""
    stored = Signal()
    """What was edited last is stored."""

    def __init__(self, desk: Desk, preference: str, parent: QObject) -> None:
        """Prepare a store that knows nothing yet.

        Args:
            desk: Tools.
            preference: Key of the habits to read along.
            parent: Owner.
        """
        super().__init__(parent)
        self._desk, self._preference = desk, preference
        self.state: BookletState | None = None
        self._edits, self._saving = 0, 0
        self._mine: Changes | None = None

    @property
    def settings(self) -> BookletSettings:
        """The texts and choices, as edited last."""
        return self.state.settings if self.state else BookletSettings()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Chapters and parts, as edited last."""
        return self.state.pieces if self.state else ()

    def is_mine(self, changes: Changes) -> bool:
        """Tell whether changes announced now were made here."""
        return changes is self._mine

    def load(self) -> None:
        """Read what is stored; an edit made meanwhile is read again with it."""
        office, edits = self._desk.office, self._edits
        self._desk.tasks.run(partial(_read, office, self._preference), partial(self._loaded, edits))

    def save_pieces(
        self, pieces: tuple[Piece, ...], then: Callable[[Changes], None] | None = None
    ) -> None:
        """Keep chapters and parts as they stand now.

        Args:
            pieces: All of them, in their order.
            then: Receives the changes once they are stored.
        """
        if self.state is None or pieces == self.pieces:
            return
        self.state = replace(self.state, pieces=pieces)
        settings, outline = self._desk.office.settings, taken_apart(pieces)
        self._order(lambda: settings.save_outline(outline), then)

    def save_settings(self, **values: Any) -> None:
        """Keep some of the texts and choices."""
        if self.state is None or replace(self.settings, **values) == self.settings:
            return
        self.state = replace(self.state, settings=replace(self.settings, **values))
        settings = self._desk.office.settings
        self._order(lambda: settings.save_booklet(replace(settings.booklet(), **values)))

    def _order(
        self, work: Callable[[], Changes], then: Callable[[Changes], None] | None = None
    ) -> None:
        self._edits += 1
        self._saving += 1

        def done(changes: Changes) -> None:
            self._saved(changes)
            if then is not None:
                then(changes)

        self._desk.tasks.run(work, done, failed=self._failed)
        self.edited.emit()

    def _loaded(self, edits: int, state: BookletState) -> None:
        if edits != self._edits:
            self.load()
            return
        self.state = state
        self.read.emit()

    def _saved(self, changes: Changes) -> None:
        self._saving -= 1
        if changes:
            self._mine = changes
            self._desk.bus.changed.emit(changes)
            self._mine = None
        if not self._saving:
            self.stored.emit()

    def _failed(self, error: Exception) -> None:
        self._saving -= 1
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self._desk.report(error)


def _read(office: Office, preference: str) -> BookletState:
    settings = office.settings.booklet()
    drafts = ((key, office.drafts.get(key)) for key in office.drafts.keys(DRAFTS))
    return BookletState(
        settings,
        arranged(office.settings.categories(), settings.parts),
        office.settings.preference(preference, {}),
        {key: draft for key, draft in drafts if draft is not None},
    )
