"""Says that a record was left and could not be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.page import Notice


@dataclass(frozen=True, slots=True)
class LeftUnsaved:
    """A record that was left and could not be saved; its draft is kept."""

    id: str
    name: str
    error: UserError


def left_notice(left: LeftUnsaved, back: Callable[[], None]) -> Notice:
    """Return a notice that names what was kept and leads back to it."""
    words = f"« {left.name} » est gardé en brouillon. {sentence(left.error)}"
    return Notice(words, "Y revenir", back)
