"""The door of the register: a key, passwords, a printed code and a delay of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ctg_desktop.db.clock import ZONE
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.register.settings import PURPOSES, RegisterSettings
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys.cost import OPEN_COST
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.new_keys import NewKeys
from ctg_desktop.usecases.office import Office, open_office
from ctg_desktop.usecases.register.locks import LockPlace
from ctg_desktop.usecases.register.register import Register
from tests.keys_for_tests import DAY, KEY, OTHER_KEY, PASSWORD, make_locked, make_practice
from tests.register_for_tests import (
    KEEPER,
    KEEPER_PASSWORD,
    PAULETTE,
    REGISTER_ID,
    TODAY,
    register_keys,
    set_up,
)

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")
OTHER = "Brume-88-Tilleul-Gare"


class Watch:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 25, 9, 30, tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def vault(tmp_path: Path, watch: Watch) -> Iterator[Vault]:
    make_locked(tmp_path / "coffre", CIVRAY)
    with closing(Vault.open(tmp_path / "coffre", KEY, now=watch)) as opened:
        yield opened


@pytest.fixture
def register(vault: Vault) -> Register:
    return Register(vault, "accueil")


def test_it_is_set_up_once_its_own_sheet_was_tried(register: Register) -> None:
    assert (register.is_set_up, register.users()) == (False, ())
    with pytest.raises(UserError, match="register-not-set-up"):
        register.unlock(KEEPER_PASSWORD)
    keys = register_keys()
    with pytest.raises(UserError, match="register-code-untrue"):
        register.confirm(keys, register_keys().code.text)
    assert not register.is_set_up
    opened = register.confirm(keys, keys.code.text.lower().replace("-", " "))
    assert opened.is_open
    assert (register.is_set_up, register.users()) == (True, (KEEPER,))
    with pytest.raises(UserError, match="register-set-up-already"):
        register.confirm(keys, keys.code.text)
    with pytest.raises(UserError, match="register-set-up-already"):
        register.prepare([NewUser("Eve", OTHER)], TODAY)


def test_its_keys_are_drawn_for_it_and_ask_for_strong_passwords(register: Register) -> None:
    with pytest.raises(UserError, match="password-too-weak"):
        register.prepare([NewUser(KEEPER, "Civray2026!")], TODAY)
    keys = register.prepare([NewUser(KEEPER, KEEPER_PASSWORD)], TODAY)
    assert keys.key != KEY
    assert keys.keyring.users == (KEEPER,)
    register.confirm(keys, keys.code.text).close()
    assert register.unlock(KEEPER_PASSWORD, KEEPER).user == KEEPER


def test_the_password_and_the_code_of_the_vault_do_not_open_it(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    code = make_locked(folder, CIVRAY)
    with open_office(folder, "accueil", KEY) as office:
        set_up(office.register).close()
        with pytest.raises(UserError, match="register-password-wrong") as wrong:
            office.register.unlock(PASSWORD)
        assert wrong.value.field == "password"
        with pytest.raises(UserError, match="register-code-wrong"):
            office.register.unlock_by_code(code.text)
        with pytest.raises(UserError, match="register-user-unknown"):
            office.register.unlock(KEEPER_PASSWORD, "Odile Martin")
        with pytest.raises(UserError, match="password-missing"):
            office.register.open_practice()


def test_the_printed_code_opens_it(register: Register) -> None:
    keys = register_keys()
    register.confirm(keys, keys.code.text).close()
    opened = register.unlock_by_code(keys.code.text)
    assert opened.user == "accueil"
    renewed = opened.locks.draw_code(KEEPER_PASSWORD)
    opened.locks.take_code(renewed)
    with pytest.raises(UserError, match="register-code-wrong"):
        register.unlock_by_code(keys.code.text)
    assert register.unlock_by_code(renewed.text).is_open


def test_wrong_tries_cost_a_delay_that_survives_and_is_not_the_vault_s(
    vault: Vault, register: Register, watch: Watch
) -> None:
    set_up(register).close()
    for _ in range(5):
        with pytest.raises(UserError, match="register-password-wrong"):
            register.unlock("faux")
    again = Register(vault, "accueil")
    assert again.wait() == timedelta(seconds=5)
    with pytest.raises(UserError, match="too-many-tries"):
        again.unlock(KEEPER_PASSWORD)
    assert (vault.folder / "registre.essais").exists()
    assert b'"failures":0' in (vault.folder / "coffre.essais").read_bytes()
    watch.at += timedelta(seconds=5)
    assert again.unlock(KEEPER_PASSWORD).user == KEEPER
    assert again.wait() == timedelta(0)


def test_people_are_named_and_taken_away_but_never_the_last(register: Register) -> None:
    opened = set_up(register)
    opened.locks.add_user(NewUser("Bruno Petit", OTHER))
    assert register.users() == (KEEPER, "Bruno Petit")
    assert register.unlock(OTHER, "Bruno Petit").user == "Bruno Petit"
    opened.locks.remove_user(KEEPER)
    with pytest.raises(UserError, match="register-password-wrong"):
        register.unlock(KEEPER_PASSWORD)
    with pytest.raises(UserError, match="register-user-last"):
        opened.locks.remove_user("Bruno Petit")
    with pytest.raises(UserError, match="register-user-unknown"):
        opened.locks.remove_user(KEEPER)
    assert register.users() == ("Bruno Petit",)


def test_a_password_is_changed_by_its_owner(register: Register) -> None:
    opened = set_up(register)
    with pytest.raises(UserError, match="register-password-wrong"):
        opened.locks.change_password(KEEPER, "faux", OTHER)
    with pytest.raises(UserError, match="password-too-weak"):
        opened.locks.change_password(KEEPER, KEEPER_PASSWORD, "court")
    opened.locks.change_password(KEEPER, KEEPER_PASSWORD, OTHER)
    assert register.unlock(OTHER).user == KEEPER
    with pytest.raises(UserError, match="register-password-wrong"):
        register.unlock(KEEPER_PASSWORD)


def test_closed_it_does_nothing_any_more(register: Register) -> None:
    opened = set_up(register)
    kept = opened.save(PAULETTE, TODAY)
    alert = opened.begin_alert("Canicule", TODAY, TODAY)
    register.close()
    assert not opened.is_open
    acts: list[Callable[[], object]] = [
        lambda: opened.entries(TODAY),
        lambda: opened.get(kept.id),
        opened.full,
        lambda: opened.warnings(PAULETTE),
        lambda: opened.save(PAULETTE, TODAY),
        lambda: opened.acknowledge(kept.id, TODAY, TODAY),
        lambda: opened.due(TODAY),
        lambda: opened.yearly(TODAY),
        opened.alerts,
        lambda: opened.call_list(alert.id, TODAY),
        lambda: opened.begin_alert("Froid", TODAY, TODAY),
        lambda: opened.note(AccessKind.PRINTED, "register-x", []),
        lambda: opened.drafts.keep("entry:new", {}),
        lambda: opened.drafts.get("entry:new"),
        opened.drafts.keys,
        lambda: opened.locks.add_user(NewUser("Eve", OTHER)),
        lambda: opened.locks.remove_user(KEEPER),
        lambda: opened.locks.take_code(RecoveryCode.new()),
    ]
    for act in acts:
        with pytest.raises(UserError, match="register-closed"):
            act()


def test_it_is_closed_with_the_vault(tmp_path: Path) -> None:
    make_locked(tmp_path / "coffre", CIVRAY)
    with open_office(tmp_path / "coffre", "accueil", KEY) as office:
        opened = set_up(office.register)
    assert not opened.is_open


def test_a_practice_vault_needs_no_password(tmp_path: Path) -> None:
    make_practice(tmp_path / "coffre", CIVRAY)
    with open_office(tmp_path / "coffre", "accueil", KEY) as office:
        assert office.register.is_practice
        kept = office.register.open_practice().save(PAULETTE, TODAY)
        again = office.register.open_practice()
        assert again.get(kept.id).last_name == "Guérin"
        with pytest.raises(UserError, match="keyring-practice"):
            again.locks.add_user(NewUser(KEEPER, KEEPER_PASSWORD))


def test_a_vault_that_takes_no_note_lets_nobody_look(tmp_path: Path) -> None:
    make_locked(tmp_path / "coffre", CIVRAY)
    with open_office(tmp_path / "coffre", "accueil", KEY) as office:
        opened = set_up(office.register)
        opened.save(PAULETTE, TODAY)
    with open_office(tmp_path / "coffre", "accueil", KEY, reading=True) as office:
        assert office.register.clock(TODAY).waiting == 1
        with pytest.raises(UserError, match="consultation-chosen"):
            office.register.unlock(KEEPER_PASSWORD)


@pytest.mark.expects_log
def test_a_key_of_another_register_reads_nothing(vault: Vault, register: Register) -> None:
    set_up(register).save(PAULETTE, TODAY)
    user = NewUser("Eve", OTHER)
    forged, _code = Keyring.create(REGISTER_ID, OTHER_KEY, [user], DAY, cost=OPEN_COST)
    LockPlace(vault, "").put(forged, "register-locks")
    with pytest.raises(EnvironmentFault, match="register-damaged"):
        register.unlock(OTHER).entries(TODAY)


def test_purposes_are_a_setting_that_needs_no_key(office: Office) -> None:
    assert office.register.settings() == RegisterSettings(PURPOSES)
    changes = office.register.save_settings(RegisterSettings("Rompre l’isolement.\x00 "))
    assert changes.settings == {"register"}
    assert office.register.settings().purposes == "Rompre l’isolement."
    office.register.save_settings(RegisterSettings("  "))
    assert office.register.settings().purposes == PURPOSES


def test_each_opening_and_each_change_of_locks_is_noted(vault: Vault, register: Register) -> None:
    keys: NewKeys = register_keys()
    register.confirm(keys, keys.code.text)
    register.unlock(KEEPER_PASSWORD).locks.add_user(NewUser("Bruno Petit", OTHER))
    register.unlock_by_code(keys.code.text)
    rows = [row.access for row in AccessLog(vault).rows()]
    assert [(one.what, one.actor) for one in rows] == [
        ("register-set-up", "accueil"),
        ("register-opened", "accueil"),
        ("register-opened", KEEPER),
        ("register-locks", KEEPER),
        ("register-opened-by-code", "accueil"),
    ]
    assert {one.entity for one in rows} == {"register"}
