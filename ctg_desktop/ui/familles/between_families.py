"""What happens between two families: the one that is typed, and one that is known or left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.listing import SimilarHousehold
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.left_unsaved import LeftUnsaved, left_notice
from ctg_desktop.ui.familles.coming_back import with_typed
from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.one_screen import OneScreen
from ctg_desktop.ui.page import Notice

_SET_ASIDE = "Ce que vous avez tapé est gardé en brouillon, et rien n’est enregistré."


class BetweenFamilies(QObject):
    """Goes from one family to another, and loses nothing that was typed on the way."""

    notice = Signal(object)
    """A ``Notice`` to be shown."""
    show_wanted = Signal(str)
    """A household is to be shown, by id."""
    forgotten = Signal()
    """Nothing of an erased household is left on the screen."""

    def __init__(self, desk: Desk, detail: HouseholdDetail, one_screen: OneScreen) -> None:
        """Follow a detail, which owns this object.

        Args:
            desk: Whose families they are.
            detail: What opens them.
            one_screen: Where a new one is typed.
        """
        super().__init__(detail)
        self._desk, self._detail, self._one_screen = desk, detail, one_screen
        self._editor = detail.editor
        detail.open_wanted.connect(self._look_at)
        detail.same_wanted.connect(self._go_on_with)
        detail.editor.left_unsaved.connect(self._tell_left)
        detail.rights.erased.connect(self._forget)

    def _look_at(self, known_id: str) -> None:
        """Show a family that looks like the one being typed, which may be the same: not stored."""
        editor = self._editor
        if editor.is_open and not editor.record_id and editor.is_dirty:
            editor.set_aside()
            self.notice.emit(Notice(_SET_ASIDE, "Y revenir", self._go_back_to_new))
        self.show_wanted.emit(known_id)

    def _go_on_with(self, known: SimilarHousehold) -> None:
        """Go on with a known household, which came back if it had left, and what was typed."""
        try:
            typed = self._editor.typed()
        except UserError as error:
            self._detail.refuse_error(error)
            return
        families, today = self._desk.office.families, self._desk.today()

        def go_on(changes: Changes) -> None:
            self._desk.bus.changed.emit(changes)
            self._editor.open_changed(
                known.id, lambda stored: with_typed(stored, typed), self._detail.focus_first
            )

        def come_back() -> Changes:
            return families.come_back(known.id, today).changes if known.left_on else Changes()

        self._detail.similar.forget()
        self._desk.tasks.run(come_back, go_on)

    def _tell_left(self, left: LeftUnsaved) -> None:
        back = partial(self._editor.open, left.id) if left.id else self._go_back_to_new
        self.notice.emit(left_notice(left, back))

    def _go_back_to_new(self) -> None:
        self._one_screen.begin()
        self._editor.start_new(self._detail.focus_first)

    def _forget(self, household_id: str) -> None:
        """The household was erased: nothing of it stays on the screen."""
        self._detail.note_drafts.forget()
        self._editor.drop()
        gone = Changes(households=frozenset({household_id}))
        self._desk.bus.changed.emit(gone)
        self.forgotten.emit()
