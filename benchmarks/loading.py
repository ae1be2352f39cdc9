"""What is loaded before the first page, and what it costs, beside a whole empty window."""

from __future__ import annotations

import re
from collections import defaultdict

from benchmarks.measure import Line
from benchmarks.starts import EMPTY, PROGRAM, Start, run, starts

DEAREST = 8
_OURS = "ctg_desktop"
_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")


def measure(rounds: int) -> list[Line]:
    """Return the dearest packages of each start, by the time of their own modules.

    Python says it itself (``-X importtime``), which makes loading a third slower than it is. Of
    all rounds, the one counts that took least.
    """
    empty = min(run(EMPTY).processor for _ in range(rounds))
    return [line for start in starts()[:3] for line in _lines(start, rounds, empty)]


def _lines(start: Start, rounds: int, empty: float) -> list[Line]:
    said = (run(PROGRAM, start, ("-X", "importtime")).complaints for _ in range(rounds))
    packages = min(map(_packages, said), key=lambda found: sum(sum(one) for one in found.values()))
    dearest = sorted(packages, key=lambda name: -sum(packages[name]))[:DEAREST]
    whole = [time for times in packages.values() for time in times]
    told = [("all", whole), *((name, packages[name]) for name in dearest)]
    return [
        Line(
            f"loaded, {start.name}: {name} ({len(times)} modules)",
            sum(times),
            "empty PySide6 window",
            empty,
        )
        for name, times in told
    ]


def _packages(said: str) -> dict[str, list[float]]:
    """Return the seconds that each module took by itself, by package; ours by room."""
    found: dict[str, list[float]] = defaultdict(list)
    for micros, module in _LINE.findall(said):
        parts = module.split(".")
        found[".".join(parts[: 2 if parts[0] == _OURS else 1])].append(int(micros) / 1_000_000)
    return found
