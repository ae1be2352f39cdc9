"""Is the clock of the computer far off?

That is told to the person. The order of changes does not depend on it; reminders, the age of
backups and terms of keeping do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_BEHIND = timedelta(days=1)
MOST_AHEAD = timedelta(days=731)


class ClockFault(StrEnum):
    """How a clock cannot be right."""

    BEHIND = "behind"
    BEHIND_RELEASE = "behind-release"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class ClockState:
    """What a clock says, beside what is known.

    Attributes:
        now: What it says.
        known: The newest moment that must have been: the last use, or the program's release.
        fault: ``None`` when the clock may be right.
    """

    now: datetime
    known: datetime
    fault: ClockFault | None


def clock_state(now: datetime, last_use: datetime | None, released: datetime) -> ClockState:
    """Compare a clock with the last use of a vault and the release of the program.

    Args:
        now: What the clock says, with its zone.
        last_use: ``None`` for a vault that was never used.
        released: When this version of the program was made.
    """
    known = max(released, last_use or released)
    if now < known - MOST_BEHIND:
        used = last_use is not None and known == last_use
        return ClockState(now, known, ClockFault.BEHIND if used else ClockFault.BEHIND_RELEASE)
    ahead = now > known + MOST_AHEAD
    return ClockState(now, known, ClockFault.AHEAD if ahead else None)
