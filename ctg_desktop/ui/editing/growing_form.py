"""A form that is made a part at a time: all of it at once would hold the window."""

from __future__ import annotations

from collections.abc import Iterator

_PART = object()


class GrowingForm:
    """What is left to be made of a form."""

    def __init__(self, parts: Iterator[None]) -> None:
        """Prepare to make a form.

        Args:
            parts: Makes one part more at each step.
        """
        self._parts = parts

    def grow(self) -> bool:
        """Make the next part; tell whether there was one."""
        return next(self._parts, _PART) is not _PART

    def finish(self) -> None:
        """Make all that is left: somebody needs it now."""
        while self.grow():
            pass
