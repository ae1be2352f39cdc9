"""A disk without room, a real one: it is said, what was saved stays, and work goes on with room."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from .checking import command_speaks
from .conftest import Note, share
from .failing_jobs import DONE, TASKS
from .outcomes import FORESEEN, check, made
from .processes import Nursery

SIZE = 24 << 20
TRIES = 4


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a file system in memory that is soon full."""
    disk = tmp_path / "disque"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no command to mount a disk")
    if done.returncode:
        pytest.skip(f"a small disk can only be mounted by root: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("task", TASKS)
def test_a_full_disk_costs_nothing(
    young: Nursery, model: Path, small_disk: Path, chance: random.Random, note: Note, task: str
) -> None:
    origin = made(task, model, small_disk.with_name("origine"))
    folder, ballast = small_disk / "coffre", small_disk / "lest"
    said = set()
    for at in range(share(TRIES)):
        shutil.copytree(origin, folder)
        room = chance.randrange(1 << 18) if at else 0
        done = young.run("fills", task, folder, ballast, room)
        assert (done.code, done.complaints) == (0, ""), done
        assert done.lines[0] in {DONE, *FORESEEN}, done
        said.add(done.lines[0])
        check(young, task, folder, done)
        shutil.rmtree(folder)
        note("injected", "full disk")
    assert said & FORESEEN


def test_a_disk_without_one_free_page_is_read(
    young: Nursery, model: Path, small_disk: Path, note: Note
) -> None:
    folder, ballast = small_disk / "coffre", small_disk / "lest"
    shutil.copytree(model, folder)
    with ballast.open("wb", buffering=0) as heavy, contextlib.suppress(OSError):
        while heavy.write(bytes(512)):
            pass
    (folder.with_name("données")).symlink_to(small_disk.with_name("données"))
    small_disk.with_name("données").mkdir()
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    read = command_speaks(young, folder, "chercher", "Amicale")
    assert read.code == 0, read
    assert "le disque est plein" in read.complaints
    refused = command_speaks(young, folder, "recherche", "ajouter", "x", "--texte", "x")
    assert refused.code == 1
    assert "Libérez de la place" in refused.complaints
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    ballast.unlink()
    done = command_speaks(young, folder, "recherche", "ajouter", "x", "--texte", "x")
    assert (done.code, done.complaints) == (0, "")
    note("injected", "disk without a free page")


@pytest.mark.parametrize("task", TASKS)
def test_a_file_that_may_not_grow_costs_nothing(
    young: Nursery, model: Path, tmp_path: Path, chance: random.Random, note: Note, task: str
) -> None:
    origin, folder = made(task, model, tmp_path / "origine"), tmp_path / "coffre"
    for _ in range(share(TRIES)):
        shutil.copytree(origin, folder)
        done = young.run("limits", task, folder, chance.randrange(1 << 18))
        assert (done.code, done.complaints) == (0, ""), done
        assert done.lines[0] in {DONE, *FORESEEN}, done
        check(young, task, folder, done)
        shutil.rmtree(folder)
        note("injected", "limit of a file")
