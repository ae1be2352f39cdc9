"""A new family has the whole page: everything that is asked at the counter is seen at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.familles.detail import HouseholdDetail


class OneScreen:
    """Puts the list away while a new family is typed, until it is stored or the list is wanted."""

    def __init__(self, detail: HouseholdDetail, others: Sequence[QWidget]) -> None:
        """Begin with the list beside its detail.

        Args:
            detail: Takes the room.
            others: What is put away meanwhile.
        """
        self._detail, self._others = detail, tuple(others)
        self._aside = True
        self.is_wide = False

    @property
    def is_aside(self) -> bool:
        """Whether a new family is being typed beside the list, which was asked for."""
        return self._is_new and not self.is_wide

    def begin(self) -> None:
        """Give a new family the page."""
        self._aside = False
        self.follow()

    def step_aside(self) -> None:
        """Show the list again; what is typed stays beside it."""
        self._aside = True
        self.follow()

    def follow(self) -> None:
        """Look again at what is open."""
        wide = self._is_new and not self._aside
        if wide == self.is_wide:
            return
        self.is_wide = wide
        for one in self._others:
            one.setHidden(wide)
        self._detail.set_wide(wide)

    @property
    def _is_new(self) -> bool:
        editor = self._detail.editor
        return editor.is_open and not editor.record_id
