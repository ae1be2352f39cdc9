"""Loads the window ahead of time, piece by piece, while a password is typed."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

from ctg_desktop.domain.progress import Progress
from ctg_desktop.usecases.loading import PIECES as OFFICE

_PIECES = (*OFFICE, "ctg_desktop.ui.main_window", "ctg_desktop.ui.accueil.page")
_NEVER = 2**31 - 1


def load_window(progress: Progress) -> None:
    """Load what opening a vault and its first page will need. On the worker.

    Classes are made, nothing is built: no widget before the window's own thread makes it. What is
    loaded stays for good: garbage is not looked for in it, neither meanwhile nor later, which would
    hold the window's thread for a tenth of a second.

    Args:
        progress: Told how many pieces are loaded, of how many.

    Raises:
        Cancelled: The person leaves; nothing more is loaded.
    """
    missing = [piece for piece in _PIECES if piece not in sys.modules]
    due = gc.get_threshold()
    gc.set_threshold(_NEVER)
    try:
        for done, piece in enumerate(missing):
            progress(done, len(missing))
            import_module(piece)
    finally:
        if missing:
            gc.freeze()
        gc.set_threshold(*due)
