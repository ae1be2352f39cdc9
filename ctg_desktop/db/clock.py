"""The time by which vaults are dated: that of mainland France, whatever the computer is set to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]

ZONE = ZoneInfo("Europe/Paris")


def local_now() -> datetime:
    """Return the time of mainland France, whatever the computer is set to."""
    return datetime.now(ZONE)
