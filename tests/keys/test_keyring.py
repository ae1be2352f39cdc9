"""Who opens a vault, and how that changes while its key stays the same."""

from __future__ import annotations

import base64
import unicodedata
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from ctg_desktop.errors import UserError
from ctg_desktop.keys import keyring_file
from ctg_desktop.keys.cost import COST, OPEN_COST
from ctg_desktop.keys.keyring import MOST_USERS, Keyring, NewUser, Unlocked, new_key, read, write
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.keys.slot import SlotKind

from .making import ANNE, LATER, OTHER_VAULT, PAUL, TODAY, VAULT, made

NEW_PASSWORD = "Brouette & 12 pois"  # noqa: S105 - invented


def refused(code: str) -> pytest.RaisesExc[UserError]:
    return pytest.RaisesExc(UserError, check=lambda error: error.code == code)


def test_the_real_cost_opens_by_each_password_and_by_the_code(tmp_path: Path) -> None:
    key = new_key()
    keyring, code = Keyring.create(VAULT, key, [ANNE, PAUL], TODAY, forbidden=["Civray"])
    write(tmp_path, keyring)
    kept = read(tmp_path)
    assert kept == keyring
    assert {slot.cost for slot in kept.slots} == {COST}
    assert (COST.memory, COST.iterations) == (65_536, 3)
    opened = kept.unlock(PAUL.password)
    assert (opened.key, opened.slot.name) == (key, PAUL.name)
    assert kept.unlock(ANNE.password, ANNE.name).key == key
    assert kept.unlock_by_code(RecoveryCode.parse(code.text.lower())).key == key
    with refused("password-wrong"):
        kept.unlock(PAUL.password, ANNE.name)


def test_keys_are_random_and_of_256_bits() -> None:
    assert len({new_key() for _ in range(50)}) == 50
    assert len(new_key()) == 32


def test_nothing_secret_is_in_the_file_or_in_what_is_shown(tmp_path: Path) -> None:
    keyring, code, key = made()
    write(tmp_path, keyring)
    opened = keyring.unlock(ANNE.password)
    shown = f"{keyring!r}{code!r}{opened!r}{ANNE!r}"
    content = (tmp_path / keyring_file.NAME).read_bytes() + shown.encode()
    secret = [ANNE.password.encode(), PAUL.password.encode(), key, key.hex().encode()]
    secret += [base64.b64encode(key)[:-2], code.signs.encode(), code.text.encode(), code.secret]
    assert [one for one in secret if one in content] == []
    assert repr(key) not in shown


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_accents_are_the_same_however_they_are_composed(form: str) -> None:
    user = NewUser("Zoé", "Œuf à la coque, n° ½ ﬁn")
    keyring, _, key = made(user)
    typed = unicodedata.normalize(form, user.password)
    assert keyring.unlock(typed, unicodedata.normalize(form, "zoé")).key == key


@pytest.mark.parametrize("typed", [" Vélo-vert 7 km", "Vélo-vert 7 km ", "Vélo-vert  7 km", "Velo"])
def test_no_blank_is_trimmed(typed: str) -> None:
    keyring, _, _ = made()
    with refused("password-wrong"):
        keyring.unlock(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "password-missing"),
        ("a\nb", "password-sign"),
        ("a\x00b", "password-sign"),
        ("a\ud800", "password-sign"),
        ("a" * 201, "password-too-long"),
    ],
)
def test_what_no_password_holds(typed: str, code: str) -> None:
    keyring, _, _ = made()
    with refused(code):
        keyring.unlock(typed)
    with refused(code):
        made(NewUser("Zoé", typed))


def test_a_weak_password_is_never_given_the_key() -> None:
    keyring, _, _ = made()
    opened = keyring.unlock(ANNE.password)
    for weak in ("azerty", "Zoé-86400-Zoé", "Civray-86400-!!"):
        with refused("password-too-weak"):
            keyring.add_user(opened, NewUser("Zoé", weak), TODAY, ["Civray"])
        with refused("password-too-weak"):
            keyring.change_password(opened, ANNE.name, weak, TODAY, ["Civray"])


def test_a_changed_password_wraps_one_slot_again_and_no_other() -> None:
    keyring, code, key = made()
    opened = keyring.unlock(ANNE.password)
    changed = keyring.change_password(opened, ANNE.name, NEW_PASSWORD, LATER)
    assert changed.unlock(NEW_PASSWORD, ANNE.name).key == key
    assert changed.unlock(NEW_PASSWORD).slot.created_on == LATER
    with refused("password-wrong"):
        changed.unlock(ANNE.password)
    others = [slot for slot in keyring.slots if slot.name != ANNE.name]
    assert [slot for slot in changed.slots if slot.name != ANNE.name] == others
    assert changed.unlock_by_code(code).key == key


def test_the_code_gives_a_new_password_to_who_forgot(tmp_path: Path) -> None:
    keyring, code, key = made(ANNE)
    opened = keyring.unlock_by_code(code)
    write(tmp_path, keyring.change_password(opened, ANNE.name, NEW_PASSWORD, LATER))
    assert read(tmp_path).unlock(NEW_PASSWORD).key == key


def test_a_renewed_code_replaces_the_printed_one() -> None:
    keyring, old, key = made()
    code = RecoveryCode.new()
    renewed = keyring.renew_recovery(keyring.unlock(ANNE.password), code, LATER)
    assert renewed.unlock_by_code(code).key == key
    with refused("recovery-code-wrong"):
        renewed.unlock_by_code(old)
    assert [slot.kind for slot in renewed.slots].count(SlotKind.RECOVERY) == 1
    assert renewed.users == keyring.users


def test_people_come_and_go_except_the_last() -> None:
    keyring, _, key = made(ANNE)
    more = keyring.add_user(keyring.unlock(ANNE.password), PAUL, LATER)
    assert more.users == (ANNE.name, PAUL.name)
    assert more.unlock(PAUL.password).key == key
    fewer = more.remove_user("anne bezier")
    assert fewer.users == (PAUL.name,)
    with refused("password-wrong"):
        fewer.unlock(ANNE.password)
    with refused("user-last"):
        fewer.remove_user(PAUL.name)
    with refused("user-unknown"):
        fewer.remove_user(ANNE.name)
    with refused("user-unknown"):
        fewer.unlock(ANNE.password, ANNE.name)


def test_names_are_cleaned_distinct_and_short() -> None:
    keyring, _, _ = made(ANNE)
    opened = keyring.unlock(ANNE.password)
    for name, code in (
        ("  ", "user-name-missing"),
        ("ANNE  bezier", "user-name-twice"),
        ("x" * 41, "text-too-long"),
    ):
        with refused(code):
            keyring.add_user(opened, NewUser(name, PAUL.password), TODAY)
    added = keyring.add_user(opened, NewUser(" Ma\u200fud\n Roy ", PAUL.password), TODAY)
    assert added.users[-1] == "Maud Roy"


def test_a_name_is_changed_by_who_has_the_password() -> None:
    keyring, _, key = made()
    renamed = keyring.rename_user(ANNE.name, ANNE.password, "Anne BÉZIER")
    assert renamed.users == ("Anne BÉZIER", PAUL.name)
    assert renamed.unlock(ANNE.password).key == key
    assert renamed.slots[-1] == keyring.slots[-1]
    with refused("password-wrong"):
        keyring.rename_user(ANNE.name, PAUL.password, "Paule")
    with refused("user-name-twice"):
        keyring.rename_user(ANNE.name, ANNE.password, PAUL.name)


def test_a_vault_has_twelve_people_at_most() -> None:
    keyring, _, _ = made(ANNE)
    opened = keyring.unlock(ANNE.password)
    for number in range(2, MOST_USERS + 1):
        keyring = keyring.add_user(opened, NewUser(f"Agent {number}", PAUL.password), TODAY)
    with refused("users-too-many"):
        keyring.add_user(opened, NewUser("Un de plus", PAUL.password), TODAY)
    with refused("user-missing"):
        Keyring.create(VAULT, new_key(), [], TODAY, cost=OPEN_COST)


def test_the_practice_vault_opens_without_a_password_and_has_none(tmp_path: Path) -> None:
    key = new_key()
    write(tmp_path, Keyring.practice(VAULT, key, TODAY))
    keyring = read(tmp_path)
    opened = keyring.unlock_practice()
    assert keyring.is_practice
    assert opened.key == key
    with refused("keyring-practice"):
        keyring.add_user(opened, ANNE, TODAY)
    with refused("keyring-practice"):
        keyring.renew_recovery(opened, RecoveryCode.new(), TODAY)


def test_a_real_vault_does_not_open_without_a_password() -> None:
    keyring, _, _ = made()
    assert not keyring.is_practice
    with refused("password-missing"):
        keyring.unlock_practice()
    ours = [replace(keyring, slots=(slot,)) for slot in keyring.slots]
    posing = [_posing(one, SlotKind.PRACTICE) for one in ours]
    for one in posing:
        with refused("password-missing"):
            one.unlock_practice()


def _posing(keyring: Keyring, kind: SlotKind) -> Keyring:
    slots = tuple(msgspec.structs.replace(slot, kind=kind) for slot in keyring.slots)
    return replace(keyring, slots=slots)


def test_a_slot_of_another_vault_does_not_open_here() -> None:
    keyring, code, _ = made()
    slots = tuple(msgspec.structs.replace(slot, vault=OTHER_VAULT) for slot in keyring.slots)
    moved = replace(keyring, vault_id=OTHER_VAULT, slots=slots)
    with refused("password-wrong"):
        moved.unlock(ANNE.password)
    with refused("recovery-code-wrong"):
        moved.unlock_by_code(code)


def test_the_key_of_another_vault_is_never_wrapped() -> None:
    keyring, _, _ = made()
    opened = keyring.unlock(ANNE.password)
    strange = Unlocked(opened.key, opened.slot, OTHER_VAULT)
    with pytest.raises(ValueError, match="another vault"):
        keyring.change_password(strange, ANNE.name, NEW_PASSWORD, TODAY)
