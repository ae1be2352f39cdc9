"""Real processes that work on a vault, to be killed for good (SIGKILL)."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def working(script: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a script with the folder as its argument; it is killed at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def said(process: subprocess.Popen[str]) -> str:
    """Return the next line that the process wrote, once it wrote it."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the process ended by itself"
    return line.strip()


def some(seed: int, most: int) -> int:
    """Return a number of steps after which a process is killed, the same for a seed."""
    return random.Random(seed).randint(1, most)  # noqa: S311 - repeatable, not secret


def let_run(process: subprocess.Popen[str], seed: int, most: float) -> None:
    """Let a process work for a while, the same for a seed, or until it ends."""
    delay = random.Random(seed).random() * most  # noqa: S311 - repeatable, not secret
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(delay)
