"""The door of a vault: who comes in, what wrong tries cost, and how plain vaults are closed."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ctg_desktop.db.clock import ZONE
from ctg_desktop.db.vault import FILE_NAME, Vault
from ctg_desktop.db.vault_files import ASIDE_NAME
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.usecases.access import Access, NewUser, OpenAccess, VaultState
from ctg_desktop.usecases.office import open_office
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import (
    KEY,
    OTHER_KEY,
    PASSWORD,
    USER,
    cheap_keys,
    make_locked,
    make_practice,
)

CIVRAY = Profile(Role.COMMUNE, "86078", "Civray")
NEW_PASSWORD = "Brume-88-Tilleul-Gare"  # noqa: S105 - of an invented person


class Watch:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 3, 9, 30, tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "coffre"
    make_locked(folder, CIVRAY)
    return folder


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Return a vault of the first version, which anybody can read."""
    folder = tmp_path / "ancien"
    folder.mkdir()
    shutil.copy(sample("0001"), folder / FILE_NAME)
    return folder


def test_a_password_opens_whoever_gives_it(folder: Path) -> None:
    access = Access(folder)
    assert (access.state, access.users(), access.is_practice) == (VaultState.LOCKED, (USER,), False)
    for user in (USER, "odile  martin", None):
        opened = access.unlock(PASSWORD, user)
        assert (opened.key, opened.user) == (KEY, USER)
        assert KEY.hex() not in repr(opened)


def test_a_composed_accent_is_the_same_password(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    make_locked(folder, CIVRAY)
    inside = OpenAccess(folder, KEY)
    inside.add_user(NewUser("Éloi", "Forêt-Été-1789-Où"))
    assert Access(folder).unlock("Fore\u0302t-E\u0301te\u0301-1789-Ou\u0300").user == "Éloi"


def test_the_printed_code_opens_as_people_type_it(tmp_path: Path) -> None:
    code = make_locked(tmp_path / "coffre", CIVRAY)
    opened = Access(tmp_path / "coffre").unlock_by_code(code.text.lower().replace("-", " "))
    assert (opened.key, opened.user) == (KEY, "")


def test_a_practice_vault_opens_by_itself_and_takes_no_users(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    make_practice(folder, CIVRAY)
    access = Access(folder)
    assert access.state is VaultState.PRACTICE
    assert access.unlock_practice().key == KEY
    with pytest.raises(UserError, match="keyring-practice"):
        OpenAccess(folder, KEY).add_user(NewUser(USER, PASSWORD))
    make_locked(tmp_path / "vrai", CIVRAY)
    with pytest.raises(UserError, match="password-missing"):
        Access(tmp_path / "vrai").unlock_practice()


def fail(access: Access, times: int) -> None:
    for _ in range(times):
        with pytest.raises(UserError, match="password-wrong"):
            access.unlock("faux")


def test_wrong_tries_cost_a_growing_delay_that_survives_a_restart(
    folder: Path, watch: Watch
) -> None:
    fail(Access(folder, watch), 5)
    again = Access(folder, watch)
    assert again.wait() == timedelta(seconds=5)
    for typed in ("faux", PASSWORD):
        with pytest.raises(UserError, match="too-many-tries") as refused:
            again.unlock(typed)
        assert refused.value.params == {"seconds": 5}
    watch.at += timedelta(seconds=5)
    fail(again, 1)
    watch.at += timedelta(seconds=14)
    assert Access(folder, watch).wait() == timedelta(seconds=1)
    watch.at += timedelta(seconds=1)
    assert Access(folder, watch).unlock(PASSWORD).key == KEY
    assert Access(folder, watch).wait() == timedelta(0)


def test_one_window_cannot_be_hurried_by_setting_the_clock(folder: Path, watch: Watch) -> None:
    access = Access(folder, watch)
    fail(access, 5)
    watch.at += timedelta(days=1)
    with pytest.raises(UserError, match="too-many-tries"):
        access.unlock(PASSWORD)


def test_the_code_waits_too_but_a_typing_mistake_is_free(folder: Path, watch: Watch) -> None:
    access = Access(folder, watch)
    for _ in range(8):
        with pytest.raises(UserError, match="recovery-code-incomplete"):
            access.unlock_by_code("ABCDE")
    assert access.wait() == timedelta(0)
    other = cheap_keys().code
    for _ in range(5):
        with pytest.raises(UserError, match="recovery-code-wrong"):
            access.unlock_by_code(other.text)
    with pytest.raises(UserError, match="too-many-tries") as refused:
        access.unlock_by_code(other.text)
    assert refused.value.field == "code"


def test_an_empty_password_is_not_a_try(folder: Path) -> None:
    for _ in range(8):
        with pytest.raises(UserError, match="password-missing"):
            Access(folder).unlock("")
    assert Access(folder).unlock(PASSWORD).key == KEY


def test_users_come_go_and_change_without_a_byte_of_data(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    inside, door = OpenAccess(folder, KEY, ("Civray",)), Access(folder)
    inside.add_user(NewUser("Karim Aubert", NEW_PASSWORD))
    assert door.users() == (USER, "Karim Aubert")
    inside.rename_user("Karim Aubert", NEW_PASSWORD, "Karim")
    inside.change_password("Karim", NEW_PASSWORD, "Averse-52-Noyer-Pont")
    assert door.unlock("Averse-52-Noyer-Pont").user == "Karim"
    inside.remove_user(USER)
    with pytest.raises(UserError, match="password-wrong"):
        door.unlock(PASSWORD)
    with pytest.raises(UserError, match="user-last"):
        inside.remove_user("Karim")
    with pytest.raises(UserError, match="password-too-weak"):
        inside.reset_password("Karim", "Civray86400Civray")
    assert (folder / FILE_NAME).read_bytes() == before


def test_another_s_password_does_not_change_one_s_own(folder: Path) -> None:
    inside = OpenAccess(folder, KEY)
    inside.add_user(NewUser("Karim", NEW_PASSWORD))
    with pytest.raises(UserError, match="password-wrong"):
        inside.change_password("Karim", PASSWORD, "Averse-52-Noyer-Pont")


def test_a_new_code_shuts_the_former_one_out_once_it_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    former = make_locked(folder, CIVRAY)
    inside = OpenAccess(folder, KEY)
    with pytest.raises(UserError, match="password-wrong"):
        inside.draw_code(NEW_PASSWORD)
    code = inside.draw_code(PASSWORD)
    assert Access(folder).unlock_by_code(former.text).key == KEY
    with pytest.raises(UserError, match="recovery-code-wrong"):
        Access(folder).unlock_by_code(code.text)
    inside.take_code(code)
    assert Access(folder).unlock_by_code(code.text).key == KEY
    with pytest.raises(UserError, match="recovery-code-wrong"):
        Access(folder).unlock_by_code(former.text)


def test_after_the_code_a_forgotten_password_is_set_anew(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    code = make_locked(folder, CIVRAY)
    opened = Access(folder).unlock_by_code(code.text)
    OpenAccess(folder, opened.key).reset_password(USER, NEW_PASSWORD)
    assert Access(folder).unlock(NEW_PASSWORD, USER).key == KEY


def test_an_open_vault_has_its_locks_at_hand(folder: Path) -> None:
    with open_office(folder, USER, KEY) as office:
        assert office.access.users() == (USER,)
        with pytest.raises(UserError, match="password-too-weak"):
            office.access.add_user(NewUser("Léa", "Civray86Civray"))


def test_the_key_of_another_vault_opens_nothing(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(EnvironmentFault, match="vault-damaged") as failed:
        Vault.open(folder, OTHER_KEY)
    assert OTHER_KEY.hex() not in repr(failed.value) + str(failed.value.__cause__)
    assert (folder / FILE_NAME).read_bytes() == before


def test_without_keys_nothing_is_guessed(folder: Path) -> None:
    (folder / "coffre.cles").unlink()
    with pytest.raises(EnvironmentFault, match="keyring-missing"):
        _ = Access(folder).state
    assert Access(folder / "rien").state is VaultState.NONE


class TestConversion:
    """A vault of the first version becomes an encrypted one."""

    def test_it_opens_with_what_it_held_and_nothing_can_be_read(self, plain: Path) -> None:
        access = Access(plain)
        assert access.state is VaultState.PLAIN
        with pytest.raises(UserError, match="vault-plain"):
            Vault.open(plain, KEY)
        keys, steps = cheap_keys(), []
        access.convert(keys, lambda done, total: steps.append((done, total)))
        assert steps
        assert steps[-1][0] == steps[-1][1]
        assert access.state is VaultState.LOCKED
        assert b"Corrig" not in b"".join(file.read_bytes() for file in plain.iterdir())
        assert {file.name for file in plain.iterdir()} <= {
            FILE_NAME,
            "coffre.cles",
            "coffre.essais",
            "coffre.lock",
        }
        with open_office(plain, "", access.unlock(PASSWORD).key) as office:
            assert office.settings.profile().name == "Civray"
            assert len(office.search.find("oeillets")) == 1

    def test_it_needs_users_and_is_done_once(self, plain: Path) -> None:
        with pytest.raises(UserError, match="password-needed"):
            Access(plain).convert()
        Access(plain).convert(cheap_keys())
        with pytest.raises(UserError, match="vault-encrypted"):
            Access(plain).convert(cheap_keys())

    def test_the_tally_of_tries_stands_there_before_the_vault_has_its_name(
        self, plain: Path
    ) -> None:
        (plain / ASIDE_NAME).write_bytes(b"in the way")
        with pytest.raises(UserError, match="folder-in-use"):
            Access(plain).convert(cheap_keys())
        assert (plain / "coffre.essais").exists()
        assert not Access(plain).wait()

    def test_a_damaged_one_is_left_alone(self, plain: Path) -> None:
        content = bytearray((plain / FILE_NAME).read_bytes())
        content[4096 * 3 : 4096 * 9] = b"\xff" * 4096 * 6
        (plain / FILE_NAME).write_bytes(content)
        with pytest.raises(EnvironmentFault, match="vault-damaged"):
            Access(plain).convert(cheap_keys())
        assert (plain / FILE_NAME).read_bytes() == content

    def test_what_stepped_aside_comes_back_when_nothing_took_its_place(self, plain: Path) -> None:
        (plain / FILE_NAME).rename(plain / ASIDE_NAME)
        (plain / "coffre.db.en-cours").write_bytes(b"half")
        access = Access(plain)
        assert access.state is VaultState.PLAIN
        access.convert(cheap_keys())
        assert access.state is VaultState.LOCKED

    def test_a_readable_copy_left_by_a_kill_is_gone_at_the_next_start(self, folder: Path) -> None:
        shutil.copy(sample("0001"), folder / ASIDE_NAME)
        assert Access(folder).state is VaultState.LOCKED
        assert not (folder / ASIDE_NAME).exists()
        shutil.copy(sample("0001"), folder / ASIDE_NAME)
        Vault.open(folder, KEY).close()
        assert not (folder / ASIDE_NAME).exists()


def test_the_tally_names_nobody(folder: Path) -> None:
    with pytest.raises(UserError, match="password-wrong"):
        Access(folder).unlock("faux")
    assert json.loads((folder / "coffre.essais").read_bytes()).keys() == {"failures", "last"}
