"""Locks that are damaged or gone: those of a backup take their place; nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ctg_desktop.db.backup_files import FOLDER_NAME
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring_file import NAME, SET_ASIDE
from ctg_desktop.usecases.access import Access, VaultState
from ctg_desktop.usecases.old_keys import OldAccess, OldKeys, old_keys
from tests.keys_for_tests import KEY, PASSWORD, USER, make_locked, make_practice

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "coffre"
    make_locked(folder, CIVRAY)
    return folder


def back_up(folder: Path) -> Path:
    with Vault.open(folder, KEY) as vault:
        return folder / FOLDER_NAME / vault.back_up(Why.ASKED).name


def found(folder: Path) -> OldKeys:
    keys = old_keys(folder)
    assert keys is not None
    return keys


def spoilt(file: Path) -> None:
    file.write_bytes(b"nothing")


def huge(file: Path) -> None:
    file.write_bytes(b" " * 200_000)


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [Path.unlink, spoilt, huge, a_folder])
def test_a_password_of_then_opens_and_its_locks_are_the_vaults(
    folder: Path, spoil: Callable[[Path], object]
) -> None:
    backup = back_up(folder)
    spoil(folder / NAME)
    with pytest.raises(EnvironmentFault):
        _ = Access(folder).state
    door = OldAccess(folder, found(folder))
    assert (door.state, door.users()) == (VaultState.LOCKED, (USER,))
    assert door.unlock(PASSWORD, USER).key == KEY
    assert door.taken
    assert Access(folder).unlock(PASSWORD).key == KEY
    assert (folder / NAME).read_bytes() == (backup / NAME).read_bytes()
    assert sorted(one.name for one in backup.iterdir()) == [NAME, FILE_NAME, "manifest.json"]


def test_what_was_there_is_kept_each_time_under_another_name(folder: Path) -> None:
    back_up(folder)
    for content in (b"one", b"two", b"two"):
        (folder / NAME).write_bytes(content)
        OldAccess(folder, found(folder)).unlock(PASSWORD)
    kept = {one.name: one.read_bytes() for one in folder.glob(f"{SET_ASIDE}*")}
    assert kept == {SET_ASIDE: b"one", f"{SET_ASIDE}-2": b"two"}


def test_a_wrong_password_replaces_nothing_and_counts_as_a_try_of_the_vault(folder: Path) -> None:
    backup = back_up(folder)
    spoilt(folder / NAME)
    for _ in range(5):
        with pytest.raises(UserError, match="password-wrong"):
            OldAccess(folder, found(folder)).unlock("autre")
    with pytest.raises(UserError, match="too-many-tries"):
        OldAccess(folder, found(folder)).unlock(PASSWORD)
    assert (folder / NAME).read_bytes() == b"nothing"
    assert not (backup / "coffre.essais").exists()


def test_the_newest_backup_with_whole_locks_is_proposed(folder: Path) -> None:
    first, second, third = (back_up(folder) for _ in range(3))
    spoilt(folder / NAME)
    assert found(folder).folder == third
    spoilt(third / NAME)
    (second / NAME).write_bytes((second / NAME).read_bytes()[:-100])
    assert found(folder).folder == first
    shutil.rmtree(first)
    assert found(folder).folder == second
    shutil.rmtree(second)
    assert old_keys(folder) is None


def test_locks_of_another_vault_or_of_a_damaged_one_are_not_taken(folder: Path) -> None:
    back_up(folder)
    spoilt(folder / NAME)
    (folder / FILE_NAME).write_bytes(b"broken" * 2000)
    door = OldAccess(folder, found(folder))
    assert door.unlock(PASSWORD).key == KEY
    assert not door.taken
    assert (folder / NAME).read_bytes() == b"nothing"


def test_locks_that_can_be_read_are_left_alone(folder: Path) -> None:
    keys = OldKeys("x", back_up(folder))
    rings = keyring.read(folder)
    newer = rings.rename_user(USER, PASSWORD, "Paul Morin")
    keyring.write(folder, newer)
    door = OldAccess(folder, keys)
    door.unlock(PASSWORD, USER)
    assert (door.taken, door.has_own) == (False, True)
    assert keyring.read(folder).users == ("Paul Morin",)


def test_a_vault_that_is_open_elsewhere_keeps_its_locks(folder: Path) -> None:
    back_up(folder)
    with Vault.open(folder, KEY):
        spoilt(folder / NAME)
        with pytest.raises(UserError, match="vault-in-use"):
            OldAccess(folder, found(folder)).unlock(PASSWORD)
        assert (folder / NAME).read_bytes() == b"nothing"


def test_a_practice_vault_takes_them_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "exercice"
    make_practice(folder, CIVRAY)
    back_up(folder)
    (folder / NAME).unlink()
    door = OldAccess(folder, found(folder))
    assert door.state is VaultState.PRACTICE
    assert door.unlock_practice().key == KEY
    assert Access(folder).is_practice
