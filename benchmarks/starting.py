"""Start-up to a usable first page, beside an empty PySide6 window; both in fresh processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.measure import Line, in_turn
from benchmarks.world import FOLDER, vault_folder

HERE = Path(__file__).parent
READY = "ready"


def measure(rounds: int) -> list[Line]:
    """Return the times from the start of the process to a window that answers, data shown."""
    full = ["--coffre", str(vault_folder())]
    demo = ["--coffre", str(_demonstration())]
    lines = []
    for what, words in (("demonstration commune", demo), ("100,000 listings", full)):
        mine, theirs = in_turn(
            rounds,
            lambda words=words: _start("window_ready.py", *words),
            lambda: _start("empty_window.py"),
        )
        lines.append(Line(f"start-up, {what}", mine, "empty PySide6 window", theirs))
    return lines


def _start(script: str, *words: str) -> float:
    environment = {**os.environ, "CTG_DONNEES": str(FOLDER / "data")}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(HERE / script), *words],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=HERE.parent,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().strip()
        spent = time.perf_counter() - start
    assert said == READY, said
    assert process.returncode == 0
    return spent


def _demonstration() -> Path:
    from datetime import date

    from ctg_desktop.usecases.start import Start

    folder = FOLDER / "vault-sealed-demonstration"
    if not folder.exists():
        Start(FOLDER / "data").demonstration(folder, date(2026, 9, 3))
    return folder
