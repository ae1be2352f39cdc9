"""The day it is."""

from __future__ import annotations

from datetime import date

from ctg_desktop.db.clock import local_now


def today() -> date:
    """Return the day in mainland France, as the journal dates it."""
    return local_now().date()
