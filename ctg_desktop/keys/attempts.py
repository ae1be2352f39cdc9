"""The growing delay after wrong passwords: it survives a restart, and erases nothing.

It slows down a person at the keyboard. Against somebody who has taken the files away, only the cost
of each guess and the strength of the password help.

An attempt is counted before it is made, so that killing the process in between gives no free guess:
``wait_for``, then ``failed``, then unlock, then ``succeeded``. A new or restored vault starts with
``succeeded``.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from ctg_desktop.errors import CtgError
from ctg_desktop.files import atomic_write

NAME = "coffre.essais"
FREE = 5
DELAYS = (
    timedelta(seconds=5),
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
)

_NONE = timedelta(0)
_LARGEST = 4096
_LATEST = 253_402_300_799.0  # the end of the year 9999
_SETTLED = FREE + len(DELAYS)


class _Tally(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept.

    Attributes:
        failures: Attempts since the last success.
        last: Moment of the last one, in seconds since 1970.
    """

    failures: int
    last: float


def wait_for(folder: Path, now: datetime, name: str = NAME) -> timedelta:
    """Return how long to wait before the next attempt.

    A missing or damaged file stands for five failures just now. When the clock has gone back since
    the last attempt, the whole delay runs again, once, from now.

    Args:
        folder: Of the vault.
        now: With its zone.
        name: Of the file; each door has one of its own.
    """
    moment, file = now.timestamp(), folder / name
    tally = _read(file)
    if tally is None:
        tally = _Tally(FREE, moment)
        return _delay(tally.failures) if _write(file, tally) else _NONE
    if moment < tally.last:
        tally = _Tally(tally.failures, moment)
        if not _write(file, tally):
            return _NONE
    left = _delay(tally.failures) - timedelta(seconds=moment - tally.last)
    return max(_NONE, left)


def failed(folder: Path, now: datetime, name: str = NAME) -> timedelta:
    """Count one attempt, and return the delay before the next.

    A folder that cannot be written (a vault open for reading) is no error: the caller keeps the
    delay for itself.
    """
    file = folder / name
    tally = _read(file)
    failures = min(_SETTLED, (FREE if tally is None else tally.failures) + 1)
    _write(file, _Tally(failures, now.timestamp()))
    return _delay(failures)


def succeeded(folder: Path, name: str = NAME) -> None:
    """Forget the attempts: the door has been opened."""
    file = folder / name
    if _read(file) != _Tally(0, 0.0):
        _write(file, _Tally(0, 0.0))


def _delay(failures: int) -> timedelta:
    if failures < FREE:
        return _NONE
    return DELAYS[min(failures - FREE, len(DELAYS) - 1)]


def _read(file: Path) -> _Tally | None:
    try:
        with file.open("rb") as stream:
            tally = msgspec.json.decode(stream.read(_LARGEST), type=_Tally)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    sound = 0 <= tally.failures <= _SETTLED and 0 <= tally.last <= _LATEST
    return tally if sound else None


def _write(file: Path, tally: _Tally) -> bool:
    """Keep the tally; return whether it could be."""
    try:
        with atomic_write(file) as stream:
            stream.write(msgspec.json.encode(tally))
    except CtgError:
        return False
    return True
