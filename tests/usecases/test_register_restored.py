"""The register and backups: what changed is backed up, and what ended does not come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.register.entry import Call, CallResult, EntryState, Removal
from ctg_desktop.errors import UserError
from ctg_desktop.keys.keyring import NewUser
from ctg_desktop.usecases.recovery import Recovery
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.register import Register
from tests.keys_for_tests import KEY, make_locked
from tests.register_for_tests import (
    BY_NEIGHBOUR,
    KEEPER,
    KEEPER_PASSWORD,
    PAULETTE,
    TODAY,
    set_up,
)

OTHER = "Brume-88-Tilleul-Gare"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_locked(tmp_path / "coffre", Profile(Role.COMMUNE, "86078", "Civray"))
    return tmp_path / "coffre"


def in_register(
    folder: Path, act: Callable[[OpenRegister], object], password: str = KEEPER_PASSWORD
) -> None:
    with Vault.open(folder, KEY) as vault:
        register = Register(vault)
        act(register.unlock(password) if register.is_set_up else set_up(register))
        register.close()


def back_up(folder: Path) -> Path:
    with Vault.open(folder, KEY) as vault:
        return folder / FOLDER_NAME / vault.back_up(Why.ASKED).name


def names(folder: Path, password: str = KEEPER_PASSWORD) -> list[tuple[str, EntryState]]:
    found: list[tuple[str, EntryState]] = []

    def look(register: OpenRegister) -> None:
        found.extend((row.name, row.state) for row in register.entries(TODAY))

    in_register(folder, look, password)
    return found


def test_a_backup_sees_that_the_register_changed_and_restores_it(folder: Path) -> None:
    in_register(folder, lambda register: register.save(PAULETTE, TODAY))
    with Vault.open(folder, KEY) as vault:
        made = vault.back_up(Why.ASKED)
        assert made.manifest is not None
        assert vault.is_as_in(made.manifest)
        assert made.manifest.counts["register_record"] == 1
    in_register(folder, lambda register: register.save(replace(PAULETTE, last_name="B"), TODAY))
    with Vault.open(folder, KEY) as vault:
        assert not vault.is_as_in(made.manifest)
    Recovery(folder).restore(folder / FOLDER_NAME / made.name, KEY)
    assert names(folder) == [("Guérin Paulette", EntryState.TO_ACKNOWLEDGE)]


def test_who_may_no_longer_open_it_does_not_come_back(folder: Path) -> None:
    in_register(folder, lambda register: register.locks.add_user(NewUser("Bruno Petit", OTHER)))
    backup = back_up(folder)

    def change(register: OpenRegister) -> None:
        register.locks.remove_user("Bruno Petit")
        register.save(PAULETTE, TODAY)

    in_register(folder, change)
    Recovery(folder).restore(backup, KEY)
    with Vault.open(folder, KEY) as vault:
        register = Register(vault)
        assert register.users() == (KEEPER,)
        with pytest.raises(UserError, match="register-password-wrong"):
            register.unlock(OTHER)
    assert names(folder) == []


def test_who_was_removed_does_not_come_back(folder: Path) -> None:
    ids: list[str] = []
    in_register(folder, lambda register: ids.append(register.save(PAULETTE, TODAY).id))
    backup = back_up(folder)
    in_register(folder, lambda register: register.remove(ids[0], Removal.OWN_WISH))
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == []


def test_calls_of_an_erased_alert_do_not_come_back(folder: Path) -> None:
    ids: list[str] = []

    def call(register: OpenRegister) -> None:
        entry = register.save(PAULETTE, TODAY)
        for name in ("Canicule", "Froid"):
            alert = register.begin_alert(name, TODAY, TODAY)
            at = datetime.combine(TODAY, time(10, 42))
            register.note_call(entry.id, Call(at, CallResult.WELL, alert=alert.id), TODAY)
            ids.append(alert.id)
        ids.append(entry.id)

    in_register(folder, call)
    backup = back_up(folder)
    erased, kept, person = ids
    in_register(folder, lambda register: register.remove_alert(erased))
    Recovery(folder).restore(backup, KEY)
    left: list[str] = []
    in_register(folder, lambda it: left.extend(one.alert for one in it.get(person).calls))
    assert left == [kept]


def test_who_said_no_stays_known_and_does_not_come_back(folder: Path) -> None:
    ids: list[str] = []
    in_register(folder, lambda register: ids.append(register.save(BY_NEIGHBOUR, TODAY).id))
    backup = back_up(folder)
    in_register(folder, lambda register: register.object(ids[0], TODAY, TODAY))
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == [("", EntryState.REFUSED)]

    def ask_again(register: OpenRegister) -> None:
        with pytest.raises(UserError, match="register-objected"):
            register.save(BY_NEIGHBOUR, TODAY)

    in_register(folder, ask_again)


def test_an_objection_that_was_lifted_does_not_come_back(folder: Path) -> None:
    ids: list[str] = []
    in_register(folder, lambda register: ids.append(register.save(BY_NEIGHBOUR, TODAY).id))
    in_register(folder, lambda register: register.object(ids[0], TODAY, TODAY))
    backup = back_up(folder)
    in_register(folder, lambda register: register.save(PAULETTE, TODAY))
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == []


def test_a_backup_from_before_the_register_leaves_its_locks(folder: Path) -> None:
    backup = back_up(folder)
    in_register(folder, lambda register: register.save(PAULETTE, TODAY))
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == []
    in_register(folder, lambda register: register.save(PAULETTE, TODAY))
    assert [name for name, _ in names(folder)] == ["Guérin Paulette"]


def test_a_lost_vault_gets_the_register_of_the_backup_with_its_locks(folder: Path) -> None:
    in_register(folder, lambda register: register.save(PAULETTE, TODAY))
    backup = back_up(folder)
    (folder / DATABASE).write_bytes(b"\x00" * 8192)
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == [("Guérin Paulette", EntryState.TO_ACKNOWLEDGE)]


def test_a_register_of_another_key_comes_with_the_locks_that_open_it(folder: Path) -> None:
    before = back_up(folder)
    in_register(folder, lambda register: register.save(PAULETTE, TODAY))
    backup = back_up(folder)
    (folder / DATABASE).write_bytes(b"\x00" * 8192)
    Recovery(folder).restore(before, KEY)
    with Vault.open(folder, KEY) as vault:
        register = Register(vault)
        keys = register.prepare([NewUser("Bruno Petit", OTHER)], TODAY)
        register.confirm(keys, keys.code.text).save(replace(PAULETTE, last_name="B"), TODAY)
    Recovery(folder).restore(backup, KEY)
    assert names(folder) == [("Guérin Paulette", EntryState.TO_ACKNOWLEDGE)]
