"""Medians, and lines that set a measure beside its reference."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a measure counts."""

    SECONDS = "s"
    BYTES = "B"


@dataclass(frozen=True)
class Line:
    """One line of the table, in seconds unless said otherwise."""

    what: str
    ours: float
    reference_name: str
    reference: float
    unit: Unit = Unit.SECONDS

    @property
    def ratio(self) -> float:
        """How many times the reference."""
        return self.ours / self.reference


def timed(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(rounds: int, work: Callable[[], object]) -> float:
    """Return the median time of several calls."""
    return statistics.median(timed(work) for _ in range(rounds))


def in_turn(
    rounds: int, ours: Callable[[], float], reference: Callable[[], float]
) -> tuple[float, float]:
    """Return the medians of two measures taken in turn, so that both meet the same machine."""
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def table(lines: Iterable[Line]) -> str:
    """Return the lines as a Markdown table."""
    rows = [
        f"| {line.what} | {_words(line.ours, line.unit)} | {line.reference_name} "
        f"| {_words(line.reference, line.unit)} "
        f"| {line.ratio:.1f} |"
        for line in lines
    ]
    return "\n".join(
        ["| what | ours | reference | its own | ratio |", "|---|--:|---|--:|--:|", *rows]
    )


def _words(value: float, unit: Unit) -> str:
    if unit is Unit.BYTES:
        return f"{value / 1_000_000:.0f} MB"
    return _time(value)


def _time(seconds: float) -> str:
    if seconds < 0.1:
        return f"{seconds * 1000:.2f} ms"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
