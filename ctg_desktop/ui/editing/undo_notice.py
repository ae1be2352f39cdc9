"""Says what was done, with a button that takes it back."""

from __future__ import annotations

from ctg_desktop.domain.changes import Changes
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice


def undo_notice(desk: Desk, words: str, changes: Changes) -> Notice:
    """Return a notice whose button undoes one change set, whatever was done since.

    Args:
        desk: Tools of the page.
        words: One sentence.
        changes: What was done.
    """
    journal = desk.office.journal

    def take_back() -> None:
        desk.tasks.run(
            lambda: journal.undo(changes.change_set).changes,
            desk.bus.changed.emit,
        )

    return Notice(words, "Annuler", take_back) if changes.change_set else Notice(words)
