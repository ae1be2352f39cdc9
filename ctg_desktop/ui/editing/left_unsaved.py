"""Says that a record was left and could not be saved."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.record_editor import LeftUnsaved
from ctg_desktop.ui.page import Notice


def left_notice(left: LeftUnsaved, back: Callable[[], None]) -> Notice:
    """Return a notice that names what was kept and leads back to it."""
    words = f"« {left.name} » est gardé en brouillon. {sentence(left.error)}"
    return Notice(words, "Y revenir", back)
