"""Start-up to a usable first page, beside an empty PySide6 window; both in fresh processes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.measure import Line
from benchmarks.starts import EMPTY, PROGRAM, Start, Started, can_forget, forget_files, run, starts

COLD_ROUNDS = 3

_REFERENCE = "empty PySide6 window"


def measure(rounds: int) -> list[Line]:
    """Return the times from the start of the process to a window that answers, data shown.

    Each is the least of all rounds: what else the machine does can only add. Processor time tells
    what the start itself costs, whatever else is running. Cold is measured where the system lets
    its memory of files be dropped (root, on Linux).
    """
    lines = [line for start in starts() for line in _warm(start, rounds)]
    if can_forget():
        lines += [_cold(start, min(rounds, COLD_ROUNDS)) for start in starts()]
    else:
        print("cold start-up: not measured, only root may drop what is cached", file=sys.stderr)
    return lines


def _warm(start: Start, rounds: int) -> list[Line]:
    _in_turn(start, 1, cold=False)  # the first one is never quite warm
    ours, empty = _in_turn(start, rounds, cold=False)
    return [
        Line(f"start-up, {start.name}, warm", _least(ours), _REFERENCE, _least(empty)),
        Line(
            f"start-up, {start.name}, warm, processor time",
            min(one.processor for one in ours),
            _REFERENCE,
            min(one.processor for one in empty),
        ),
    ]


def _cold(start: Start, rounds: int) -> Line:
    ours, empty = _in_turn(start, rounds, cold=True)
    return Line(f"start-up, {start.name}, cold", _least(ours), _REFERENCE, _least(empty))


def _in_turn(start: Start, rounds: int, *, cold: bool) -> tuple[list[Started], list[Started]]:
    """Start the program and an empty window in turn, so that both meet the same machine."""
    pairs = [(_once(PROGRAM, start, cold=cold), _once(EMPTY, cold=cold)) for _ in range(rounds)]
    return [ours for ours, _ in pairs], [empty for _, empty in pairs]


def _once(script: str, start: Start | None = None, *, cold: bool) -> Started:
    if cold:
        forget_files()
    return run(script, start)


def _least(starts: Sequence[Started]) -> float:
    return min(one.seconds for one in starts)
