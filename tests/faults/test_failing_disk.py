"""The n-th write, fsync or renaming fails: it is said, nothing is lost, and the work goes on."""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import injection
from .conftest import Note, share
from .failing_jobs import DONE, TASKS
from .outcomes import FORESEEN, check, made
from .processes import Nursery, nursery

TRIES = 8
ERRORS = (errno.EIO, errno.ENOSPC, errno.ENODEV)


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Return where processes come from whose calls can be made to fail."""
    library = injection.built(tmp_path_factory.mktemp("bibliothèque") / "failing.so")
    if library is None:
        pytest.skip("no compiler of C, or no Linux: calls to the system cannot be made to fail")
    with nursery({"LD_PRELOAD": str(library)}) as opened:
        yield opened


@pytest.mark.parametrize("kind", injection.KINDS)
@pytest.mark.parametrize("task", TASKS)
def test_a_call_that_fails_is_said_and_costs_nothing(
    harmed: Nursery, model: Path, tmp_path: Path, chance: random.Random, note: Note,
    task: str, kind: str,
) -> None:  # fmt: skip
    origin = made(task, model, tmp_path / "origine")
    folder = tmp_path / "coffre"
    shutil.copytree(origin, folder)
    clean = harmed.run("fails", task, folder, kind, 0, 0, 0)
    assert (clean.code, clean.lines[0]) == (0, DONE), clean
    calls = int(clean.lines[-1])
    for number in sorted(chance.sample(range(1, calls + 1), min(calls, share(TRIES)))):
        shutil.rmtree(folder)
        shutil.copytree(origin, folder)
        error, lasting = chance.choice(ERRORS), chance.random() < 0.4
        done = harmed.run("fails", task, folder, kind, number, error, int(lasting))
        where = (number, errno.errorcode[error], lasting, done)
        assert (done.code, done.complaints) == (0, ""), where
        assert done.lines[0] in {DONE, *FORESEEN}, where
        check(harmed, task, folder, done)
        note("injected", f"{errno.errorcode[error]} at {kind}")
