"""A place in a list of elements."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.domain.opening_hours.elements import Element


class ElementCursor:
    """Walks through elements, up to the last one, which ends the text."""

    def __init__(self, elements: list[Element]) -> None:
        self._elements = elements
        self._at = 0

    @property
    def element(self) -> Element:
        """The current element."""
        return self._elements[self._at]

    @property
    def at_end(self) -> bool:
        """Whether the text ends here."""
        return self._at == len(self._elements) - 1

    def skip(self) -> None:
        """Pass the current element; the end is never passed."""
        self._at += not self.at_end

    def run(self, belongs: Callable[[Element], bool]) -> tuple[list[Element], Element]:
        """Return the elements from here that belong together, and the one after them."""
        at = self._at
        while at < len(self._elements) - 1 and belongs(self._elements[at]):
            at += 1
        return self._elements[self._at : at], self._elements[at]
