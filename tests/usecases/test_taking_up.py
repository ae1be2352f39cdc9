"""A backup on a stick comes to a computer that does not have its vault."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME, MANIFEST
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.access import Access, VaultState
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.old_keys import OldAccess, old_keys
from ctg_desktop.usecases.recovery import Recovery
from ctg_desktop.usecases.start import Start
from ctg_desktop.usecases.taking_up import take_up
from tests.keys_for_tests import DAY, KEY, PASSWORD, make_locked

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")
GENCAY = Profile(Role.COMMUNE, "86103", "Gençay")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a stick with two backups of a vault that is gone with its computer."""
    stick = tmp_path / "clé"
    stick.mkdir()
    _back_up(tmp_path / "civray", CIVRAY, stick, ("Boulangerie", "Épicerie"))
    shutil.rmtree(tmp_path / "civray")
    return stick


@pytest.fixture
def start(tmp_path: Path) -> Start:
    return Start(tmp_path / "autre ordinateur")


def _back_up(folder: Path, profile: Profile, stick: Path, names: tuple[str, ...]) -> None:
    make_locked(folder, profile)
    with open_office(folder, "", KEY) as office:
        office.backups.set_second_place(stick)
        for name in names:
            office.directory.save(Listing(name=name))
            office.backups.make()


def the_stick(stick: Path) -> Path:
    return stick


def its_folder(stick: Path) -> Path:
    (folder,) = stick.iterdir()
    return folder


def newest(stick: Path) -> Path:
    return max(its_folder(stick).iterdir(), key=lambda one: one.stat().st_mtime_ns)


def a_file_of_it(stick: Path) -> Path:
    return newest(stick) / MANIFEST


@pytest.mark.parametrize("pointed_at", [the_stick, its_folder, newest, a_file_of_it])
def test_the_newest_one_is_brought_and_opens_as_on_the_day_it_was_made(
    stick: Path, start: Start, pointed_at: Callable[[Path], Path]
) -> None:
    before = {one: one.read_bytes() for one in stick.rglob("*") if one.is_file()}
    folder = take_up(start, pointed_at(stick))
    assert start.recent() == [folder]
    assert start.name_of(folder) == "Civray"
    with pytest.raises(EnvironmentFault, match="keyring-missing"):
        Access(folder).state  # noqa: B018 - its own locks are looked for first
    keys = old_keys(folder)
    assert keys is not None
    door = OldAccess(folder, keys)
    assert door.state is VaultState.LOCKED
    opened = door.unlock(PASSWORD)
    assert (door.taken, door.has_locks) == (False, False)
    with pytest.raises(EnvironmentFault, match="vault-lost"), open_office(folder, "", opened.key):
        pass
    recovery = Recovery(folder)
    (backup,) = recovery.backups()
    recovery.restore(recovery.folder_of(backup), opened.key)
    with open_office(folder, "", Access(folder).unlock(PASSWORD).key) as office:
        assert office.directory.counts(DAY).total == 2
    assert {one: one.read_bytes() for one in stick.rglob("*") if one.is_file()} == before


def test_of_two_communes_one_is_to_be_chosen(stick: Path, start: Start, tmp_path: Path) -> None:
    _back_up(tmp_path / "gencay", GENCAY, stick, ("Mairie",))
    with pytest.raises(UserError, match="backups-several"):
        take_up(start, stick)
    assert start.recent() == []
    (other,) = (one for one in stick.iterdir() if "Gen" in one.name)
    assert start.name_of(take_up(start, other)) == "Gençay"


def test_where_there_is_none_it_is_said(start: Start, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="backup-unknown"):
        take_up(start, tmp_path)
    with pytest.raises(UserError, match="backup-unknown"):
        take_up(start, tmp_path / "partie")


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may look anywhere")
def test_a_folder_of_the_stick_that_may_not_be_looked_into_is_passed_by(
    stick: Path, start: Start
) -> None:
    closed = stick / "System Volume Information"
    closed.mkdir(mode=0)
    try:
        assert start.name_of(take_up(start, stick)) == "Civray"
    finally:
        closed.chmod(0o700)


def test_a_damaged_one_is_refused_and_leaves_nothing(stick: Path, start: Start) -> None:
    file = newest(stick) / DATABASE
    content = bytearray(file.read_bytes())
    content[5000] ^= 1
    file.write_bytes(content)
    proposed = start.proposed_folder("Civray")
    with pytest.raises(EnvironmentFault, match="backup-damaged"):
        take_up(start, newest(stick))
    assert not proposed.exists()
    assert start.recent() == []


def test_a_vault_whose_file_is_gone_is_still_offered_with_its_backups(
    start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "civray"
    make_locked(folder, CIVRAY)
    with open_office(folder, "", KEY) as office:
        office.directory.save(Listing(name="Boulangerie"))
        backup = office.backups.make().folder
    start.remember(folder, "Civray")
    (folder / DATABASE).unlink()
    assert start.recent() == [folder]
    assert Access(folder).state is VaultState.LOCKED
    with pytest.raises(EnvironmentFault, match="vault-lost"), open_office(folder, "", KEY):
        pass
    shutil.rmtree(folder / FOLDER_NAME)
    assert (start.recent(), Access(folder).state) == ([], VaultState.NONE)
    assert not backup.exists()
    with pytest.raises(UserError, match="vault-missing"), open_office(folder, "", KEY):
        pass
