"""Loads the window ahead of time, piece by piece, while a password is typed."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

from ctg_desktop.domain.progress import Progress
from ctg_desktop.usecases.loading import PIECES as OFFICE

_WINDOW = ("ctg_desktop.ui.main_window", "ctg_desktop.ui.accueil.page")


def load_window(progress: Progress) -> None:
    """Load what opening a vault and its first page will need. On the worker.

    Classes are made, nothing is built: no widget before the window's own thread makes it. What is
    loaded stays for good, so that no search for garbage looks through it.

    Args:
        progress: Told how many pieces are loaded, of how many.

    Raises:
        Cancelled: The person leaves; nothing more is loaded.
    """
    pieces = (*OFFICE, *_WINDOW)
    for done, piece in enumerate(pieces):
        progress(done, len(pieces))
        if piece not in sys.modules:
            import_module(piece)
            gc.freeze()
