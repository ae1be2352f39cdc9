"""The booklet beside fpdf2 and typst: same content, each in a fresh process, time and memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Line, Unit

MAKER = Path(__file__).resolve().parent / "paper_maker.py"
SIZES = (100, 400, 1600)
USUAL = 400
REFERENCES = ("fpdf2", "typst")

Taken = dict[str, float]


def measure(rounds: int) -> list[Line]:
    """Return time and memory of a booklet of 400 entries, then how both grow."""
    return [
        *(line for size in SIZES for line in _lines(size, rounds)),
        *_kept_together(),
        *_growth(rounds),
    ]


def _lines(size: int, rounds: int) -> list[Line]:
    makers = ("ours", *REFERENCES)
    taken: dict[str, list[Taken]] = {maker: [] for maker in makers}
    for _ in range(rounds):
        for maker in makers:
            taken[maker].append(_make(maker, size))
    ours = _medians(taken["ours"])
    what = f"booklet of {size} entries, {ours['pages']:.0f} pages"
    return [
        Line(f"{what}: {said}", ours[key], f"{name}, {_tagged(name)}", theirs[key], unit)
        for name in REFERENCES
        for theirs in (_medians(taken[name]),)
        for key, said, unit in (
            ("first", "first in a process", Unit.SECONDS),
            ("memory", "highest memory", Unit.BYTES),
        )
    ]


def _kept_together() -> list[Line]:
    ours, theirs = _make("ours", USUAL), _make("fpdf2-kept-together", USUAL)
    what = f"booklet of {USUAL} entries, none cut between pages"
    return [Line(what, ours["first"], "fpdf2, each entry rehearsed", theirs["first"])]


def _growth(rounds: int) -> list[Line]:
    """Return the time of each size beside the same per entry of the smallest."""
    times = {
        size: statistics.median(_make("ours", size)["first"] for _ in range(rounds))
        for size in SIZES
    }
    smallest = SIZES[0]
    return [
        Line(
            f"growth: {size} entries",
            times[size],
            f"{size // smallest} × the time of {smallest}",
            times[smallest] * size / smallest,
        )
        for size in SIZES[1:]
    ]


def _tagged(name: str) -> str:
    return "tagged" if name == "typst" else "not tagged"


def _medians(taken: list[Taken]) -> Taken:
    return {key: statistics.median(one[key] for one in taken) for key in taken[0]}


def _make(maker: str, size: int) -> Taken:
    command = [sys.executable, str(MAKER), maker, str(size)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    taken: Taken = json.loads(said.splitlines()[-1])
    return taken
