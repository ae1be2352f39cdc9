"""Start-up to a usable first page, beside an empty PySide6 window; both in fresh processes."""

from __future__ import annotations

import sys

from benchmarks.measure import Line, in_turn
from benchmarks.starts import EMPTY, PROGRAM, Start, can_forget, forget_files, run, starts

COLD_ROUNDS = 3


def measure(rounds: int) -> list[Line]:
    """Return the times from the start of the process to a window that answers, data shown.

    Each is the least of all rounds: what else the machine does can only add. Cold is measured where
    the system lets its memory of files be dropped (root, on Linux).
    """
    lines = [_line(start, rounds, cold=False) for start in starts()]
    if can_forget():
        lines += [_line(start, min(rounds, COLD_ROUNDS), cold=True) for start in starts()]
    else:
        print("cold start-up: not measured, only root may drop what is cached", file=sys.stderr)
    return lines


def _line(start: Start, rounds: int, *, cold: bool) -> Line:
    def ours() -> float:
        return _seconds(PROGRAM, start, cold=cold)

    def empty() -> float:
        return _seconds(EMPTY, cold=cold)

    if not cold:
        ours(), empty()  # the first one is never quite warm
    mine, theirs = in_turn(rounds, ours, empty, of=min)
    return Line(
        f"start-up {'cold' if cold else 'warm'}, {start.name}", mine, "empty PySide6 window", theirs
    )


def _seconds(script: str, start: Start | None = None, *, cold: bool) -> float:
    if cold:
        forget_files()
    return run(script, start)[0]
