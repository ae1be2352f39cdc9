"""The ways in which the program starts, each in a process of its own, and how long they take."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.world import FOLDER, vault_folder

HERE = Path(__file__).parent
READY = "ready"
EMPTY = "empty_window.py"
PROGRAM = "window_ready.py"
PASSWORD = "Brouette & 12 pois"  # noqa: S105 - of an invented vault

_TODAY = date(2026, 9, 3)
_CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True)
class Start:
    """One way to start.

    Attributes:
        data: The data folder: an empty one makes a first start.
    """

    name: str
    words: tuple[str, ...]
    data: Path = FOLDER / "data"


def starts() -> tuple[Start, ...]:
    """Return what is measured, from nothing to a full vault; vaults are made when missing."""
    nobody = FOLDER / "nobody"
    shutil.rmtree(nobody, ignore_errors=True)
    return (
        Start("first start", (), nobody),
        Start("locked vault, to its password", ("--coffre", str(_locked()))),
        Start("practice vault, to its first page", ("--coffre", str(_demonstration()))),
        Start("practice vault of 100,000 listings", ("--coffre", str(vault_folder()))),
    )


@dataclass(frozen=True)
class Started:
    """How a start went.

    Attributes:
        seconds: From the start of the process to its first page.
        processor: Seconds of processor time that it took till then.
        complaints: What it wrote to standard error.
    """

    seconds: float
    processor: float
    complaints: str


def run(script: str, start: Start | None = None, options: Sequence[str] = ()) -> Started:
    """Start a script of this folder.

    Args:
        script: ``PROGRAM`` or ``EMPTY``.
        start: The vault; none for an empty window.
        options: Of Python.
    """
    words = start.words if start else ()
    environment = {**os.environ, "CTG_DONNEES": str(start.data if start else FOLDER / "data")}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *options, str(HERE / script), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=HERE.parent,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        # What Python tells of imports is longer than a pipe: it is read first, up to the end.
        said = "" if options else process.stdout.readline()
        spent = time.perf_counter() - begun
        complaints = process.stderr.read()
        said += process.stdout.read()
    word, _, processor = said.strip().partition(" ")
    assert word == READY, said + complaints
    assert process.returncode == 0, complaints
    return Started(spent, float(processor), complaints)


def can_forget() -> bool:
    """Tell whether files can be made to come from the disk again, as after switching on."""
    return os.access(_CACHES, os.W_OK)


def forget_files() -> None:
    """Have the system drop whatever it keeps of files in memory."""
    os.sync()
    _CACHES.write_text("3")


def _locked() -> Path:
    from ctg_desktop.domain.commune import Profile, Role
    from ctg_desktop.usecases.new_keys import prepare_keys
    from ctg_desktop.usecases.start import Start as Vaults

    folder = FOLDER / "vault-locked"
    if not folder.exists():
        keys = prepare_keys("Agent 0", PASSWORD, "Grandlieu", _TODAY)
        profile = Profile(Role.COMMUNE, "86999", "Grandlieu")
        Vaults(FOLDER / "data").create(folder, profile, keys)
    return folder


def _demonstration() -> Path:
    from ctg_desktop.usecases.start import Start as Vaults

    folder = FOLDER / "vault-sealed-demonstration"
    if not folder.exists():
        Vaults(FOLDER / "data").demonstration(folder, _TODAY)
    return folder
