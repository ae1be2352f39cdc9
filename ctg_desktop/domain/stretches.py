"""One bar for work that is done in several stretches, each with units of its own."""

from __future__ import annotations

from ctg_desktop.domain.progress import Progress

WHOLE = 1000
"""What the bar counts in: thousandths of the work."""


def stretch(progress: Progress, start: int, end: int) -> Progress:
    """Return the progress of a stretch of the work, told to the whole as thousandths.

    Args:
        progress: Of the whole; may raise ``Cancelled``.
        start: Where the stretch begins, in thousandths.
        end: Where it ends.
    """
    reached = start

    def tell(done: int, total: int) -> None:
        nonlocal reached
        if total:
            reached = max(reached, start + (end - start) * min(done, total) // total)
        progress(reached, WHOLE)

    return tell
