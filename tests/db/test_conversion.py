"""A conversion killed at any moment loses nothing, and leaves nothing that can be read for long."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from ctg_desktop.db import conversion
from ctg_desktop.db.conversion import convert
from ctg_desktop.db.engine import bare_connection
from ctg_desktop.db.plain_file import is_plain
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.errors import EnvironmentFault, UserError
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import KEY

from .processes import let_run, said, working
from .samples import FULL
from .test_journal import replayed, stored

SECRET = b"Corrig"  # a value of the sample, as it stands in its file
CONVERT = """
import sys
from pathlib import Path
from ctg_desktop.db.conversion import convert
from tests.keys_for_tests import KEY
print("begins", flush=True)
convert(Path(sys.argv[1]), KEY, lambda: None)
print("done", flush=True)
"""
ROUNDS = 12


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    folder = tmp_path / "ancien"
    folder.mkdir()
    shutil.copy(sample("0001"), folder / FILE_NAME)
    return folder


def readable(folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.name for file in files if SECRET in file.read_bytes()}


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_killed_conversion_loses_nothing(plain: Path, seed: int) -> None:
    with working(CONVERT, plain) as process:
        assert said(process) == "begins"
        let_run(process, seed, 0.25)
        process.kill()
        process.wait()
    conversion.resume(plain)
    if is_plain(plain / FILE_NAME):
        with pytest.raises(UserError, match="vault-plain"):
            Vault.open(plain, KEY)
        convert(plain, KEY, lambda: None)
    with Vault.open(plain, KEY) as vault:
        assert replayed(vault) == stored(vault)
        with vault.reading() as reading:
            assert [hit.title for hit in reading.search.find("oeillets")] == [FULL.name]
        assert readable(plain) == set()
    assert {file.name for file in plain.iterdir()} <= {FILE_NAME, "coffre.lock", "sauvegardes"}


class Stopped(Exception):
    """Stands for the death of the process at one step."""


@pytest.mark.parametrize("step", ["overwrite", "sync_folder", "wipe"])
def test_a_conversion_that_dies_at_a_step_is_taken_up(
    plain: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def die(*_arguments: object) -> None:
        raise Stopped

    monkeypatch.setattr(conversion, step, die)
    with closing(bare_connection(plain / FILE_NAME, None)) as open_elsewhere:
        open_elsewhere.execute("PRAGMA journal_mode=WAL").close()
        open_elsewhere.execute("UPDATE picture SET width = 4").close()
        with pytest.raises(Stopped):
            convert(plain, KEY, lambda: None)
    monkeypatch.undo()
    conversion.resume(plain)
    if is_plain(plain / FILE_NAME):
        convert(plain, KEY, lambda: None)
    with Vault.open(plain, KEY) as vault, vault.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT width FROM picture").scalar() == 4
    assert readable(plain) == set()


def test_the_keys_are_written_before_the_plain_file_goes(plain: Path) -> None:
    before = (plain / FILE_NAME).read_bytes()

    def no_room() -> None:
        raise EnvironmentFault("disk-full")

    with pytest.raises(EnvironmentFault, match="disk-full"):
        convert(plain, KEY, no_room)
    assert (plain / FILE_NAME).read_bytes() == before
    with pytest.raises(UserError, match="vault-plain"):
        Vault.open(plain, KEY)
    assert not list(plain.glob("*en-cours*"))


def test_a_copy_that_differs_by_one_row_is_refused(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (plain / FILE_NAME).read_bytes()
    compare = conversion._compare

    def forged(driver: conversion.Driver, progress: conversion.Progress) -> None:
        driver.execute("UPDATE sealed.picture SET width = width + 1").close()
        compare(driver, progress)

    monkeypatch.setattr(conversion, "_compare", forged)
    with pytest.raises(EnvironmentFault, match="conversion-differs"):
        convert(plain, KEY, lambda: None)
    assert (plain / FILE_NAME).read_bytes() == before


def test_a_database_of_another_program_is_not_converted(plain: Path) -> None:
    (plain / FILE_NAME).unlink()
    with closing(bare_connection(plain / FILE_NAME, None, create=True)) as driver:
        driver.execute("CREATE TABLE recipes (name TEXT)").close()
    before = (plain / FILE_NAME).read_bytes()
    with pytest.raises(EnvironmentFault, match="vault-damaged"):
        convert(plain, KEY, lambda: None)
    assert (plain / FILE_NAME).read_bytes() == before


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="vault-missing"):
        convert(tmp_path / "absent", KEY, lambda: None)
    assert not (tmp_path / "absent").exists()
