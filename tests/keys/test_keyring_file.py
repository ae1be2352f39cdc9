"""The file of keys: what is changed in it is noticed, and a bad slot hinders no other."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.errors import CtgError, EnvironmentFault, UserError
from ctg_desktop.keys import keyring_file
from ctg_desktop.keys.keyring import Keyring, read, write
from ctg_desktop.keys.keyring_file import Written, encoded, parsed

from .making import ANNE, PAUL, made

KEYRING, CODE, KEY = made()
CONTENT = encoded(KEYRING.slots)
LINES = CONTENT.split(b"\n")  # head, code, Anne, Paul, foot
ANNE_AT = len(LINES[0]) + len(LINES[1]) + 2
ANNE_END = ANNE_AT + len(LINES[2].rstrip(b","))


def keyring_of(written: Written) -> Keyring:
    return Keyring(written.vault_id, written.slots, written.damaged)


def opens(keyring: Keyring, password: str) -> bool:
    try:
        return keyring.unlock(password).key == KEY
    except UserError as error:
        return error.code != "password-wrong"


def flipped(at: int, bits: int) -> bytes:
    content = bytearray(CONTENT)
    content[at] ^= bits
    return bytes(content)


def test_a_file_is_json_with_a_slot_a_line() -> None:
    document = json.loads(CONTENT)
    assert document["format"] == 1
    assert [slot["kind"] for slot in document["slots"]] == ["recovery", "user", "user"]
    assert [json.loads(line.rstrip(b",")) for line in LINES[1:4]] == document["slots"]


@given(st.integers(ANNE_AT, ANNE_END - 1), st.integers(1, 255))
def test_a_changed_byte_of_a_slot_shuts_that_slot_alone(at: int, bits: int) -> None:
    keyring = keyring_of(parsed(flipped(at, bits)))
    assert not opens(keyring, ANNE.password)
    assert opens(keyring, PAUL.password)
    assert keyring.unlock_by_code(CODE).key == KEY


@pytest.mark.parametrize("bits", [1 << place for place in range(8)])
def test_a_changed_byte_between_the_slots_loses_none(bits: int) -> None:
    spans = [(at := CONTENT.index(line.rstrip(b",")), at + len(line)) for line in LINES[1:4]]
    inside = {at for start, end in spans for at in range(start, end)}
    refusals = set()
    for at in set(range(len(CONTENT))) - inside:
        try:
            written = parsed(flipped(at, bits))
        except CtgError as error:
            refusals.add(error.code)
            assert at == CONTENT.index(b"1,")
        else:
            assert written.slots == KEYRING.slots, at
    # Only the number of the format can have the whole file refused.
    assert refusals <= {"keyring-damaged", "keyring-newer"}


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(EnvironmentFault):
        parsed(content)


@given(st.integers(0, len(CONTENT) - 2))
def test_a_file_cut_short_gives_what_is_whole(length: int) -> None:
    cut = CONTENT[:length]
    if length < ANNE_AT - 2:
        with pytest.raises(EnvironmentFault, check=lambda fault: fault.code == "keyring-damaged"):
            parsed(cut)
    else:
        written = parsed(cut)
        assert written.slots == KEYRING.slots[: len(written.slots)]
        assert written.damaged


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory", 64 * 1024 * 1024),
        ("memory", 0),
        ("memory", -1),
        ("memory", 2**70),
        ("iterations", 1_000_000),
        ("lanes", 5),
        ("lanes", 0),
        ("salt", "AAAA"),
        ("nonce", ""),
        ("wrapped", "AAAA"),
        ("name", ""),
        ("name", "x" * 41),
        ("name", "Anne\u202e"),
        ("id", "../.."),
        ("vault", ""),
        ("vault", "01935b7e-0000-7000-8000-000000000002"),
        ("kind", "admin"),
        ("created_on", "hier"),
        ("more", 1),
    ],
)
def test_a_forged_slot_is_not_even_tried(name: str, value: object) -> None:
    document = json.loads(CONTENT)
    document["slots"][1][name] = value
    written = parsed(json.dumps(document).encode())
    assert (len(written.slots), written.damaged) == (2, 1)
    assert opens(keyring_of(written), PAUL.password)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory", 16 * 1024),
        ("iterations", 2),
        ("lanes", 2),
        ("name", "Anna Bézier"),
        ("created_on", "2026-11-26"),
        ("id", "01935b7e-0000-7000-8000-00000000000f"),
    ],
)
def test_what_stands_in_clear_is_sealed(name: str, value: object) -> None:
    document = json.loads(CONTENT)
    document["slots"][1][name] = value
    written = parsed(json.dumps(document).encode())
    assert written.damaged == 0
    assert not opens(keyring_of(written), ANNE.password)
    assert opens(keyring_of(written), PAUL.password)


def test_slots_that_would_keep_the_pc_busy_are_refused() -> None:
    with pytest.raises(EnvironmentFault, check=lambda fault: fault.code == "keyring-damaged"):
        parsed(encoded(KEYRING.slots * 6))


def test_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    newer = CONTENT.replace(b'"format":1', b'"format":2,"more":[]')
    (tmp_path / keyring_file.NAME).write_bytes(newer)
    for work in (lambda: read(tmp_path), lambda: write(tmp_path, KEYRING)):
        with pytest.raises(UserError, check=lambda error: error.code == "keyring-newer"):
            work()
    assert (tmp_path / keyring_file.NAME).read_bytes() == newer
    assert [one.name for one in tmp_path.iterdir()] == [keyring_file.NAME]


def test_a_damaged_file_is_set_aside_before_it_is_replaced(tmp_path: Path) -> None:
    broken = flipped(ANNE_AT, 0x80)
    (tmp_path / keyring_file.NAME).write_bytes(broken)
    keyring = read(tmp_path)
    assert keyring.damaged == 1
    opened = keyring.unlock(PAUL.password)
    write(tmp_path, keyring.add_user(opened, ANNE, KEYRING.slots[0].created_on))
    assert read(tmp_path).users == (PAUL.name, ANNE.name)
    assert (tmp_path / keyring_file.SET_ASIDE).read_bytes() == broken


def test_what_is_missing_or_too_large(tmp_path: Path) -> None:
    assert not keyring_file.exists(tmp_path)
    with pytest.raises(EnvironmentFault, check=lambda fault: fault.code == "keyring-missing"):
        read(tmp_path)
    (tmp_path / keyring_file.NAME).write_bytes(CONTENT + b" " * 70_000)
    with pytest.raises(EnvironmentFault, check=lambda fault: fault.code == "keyring-damaged"):
        read(tmp_path)
    (tmp_path / keyring_file.NAME).unlink()
    (tmp_path / keyring_file.NAME).mkdir()
    with pytest.raises(EnvironmentFault, check=lambda fault: fault.code == "keyring-unreadable"):
        read(tmp_path)


def test_an_unsound_slot_is_never_derived() -> None:
    dear = msgspec.structs.replace(KEYRING.slots[1], memory=64 * 1024 * 1024)
    with pytest.raises(ValueError, match="bounds"):
        replace(KEYRING, slots=(dear,)).unlock(ANNE.password)


WRITER = """
import sys
from pathlib import Path
from ctg_desktop.keys.keyring import read, write

one, other, folder = (Path(word) for word in sys.argv[1:])
keyrings = read(one), read(other)
print("ready", flush=True)
while True:
    for keyring in keyrings:
        write(folder, keyring)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_killed_writer_leaves_one_keyring_or_the_other(tmp_path: Path) -> None:
    fewer = KEYRING.remove_user(PAUL.name)
    folders = [tmp_path / name for name in ("one", "other", "vault")]
    for folder, keyring in zip(folders, (KEYRING, fewer, KEYRING), strict=True):
        folder.mkdir()
        write(folder, keyring)
    for loops in range(8):
        command = [sys.executable, "-c", WRITER, *map(str, folders)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            # Each reading takes the writer somewhere else in its work.
            seen = [read(folders[2]) for _ in range(1 + 7 * loops)]
            process.send_signal(signal.SIGKILL)
        assert all(keyring in (KEYRING, fewer) for keyring in [*seen, read(folders[2])])
