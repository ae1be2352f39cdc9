"""A sealed record opens with its key, in its place, and otherwise not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.keys.sealing import Place, Sealer
from tests.keys_for_tests import KEY, OTHER_KEY

PLACE = Place("01a20b2d-fc48-7b69-b948-b2065535d9ec", "entry", 3)


@given(st.binary(max_size=600))
def test_what_was_sealed_is_read_again(content: bytes) -> None:
    sealed = Sealer(KEY).seal(content, PLACE)
    assert Sealer(KEY).open(sealed, PLACE).startswith(content)
    assert (len(sealed) - 12 - 16) % 256 == 0


def test_the_same_record_is_never_sealed_alike() -> None:
    sealer = Sealer(KEY)
    assert sealer.seal(b"{}", PLACE) != sealer.seal(b"{}", PLACE)


@pytest.mark.parametrize(
    "place",
    [replace(PLACE, id="autre"), replace(PLACE, kind="alert"), replace(PLACE, version=2)],
)
def test_it_opens_nowhere_else(place: Place) -> None:
    sealed = Sealer(KEY).seal(b"{}", PLACE)
    with pytest.raises(EnvironmentFault, match="register-damaged"):
        Sealer(KEY).open(sealed, place)


def test_another_key_a_changed_byte_and_a_stump_open_nothing() -> None:
    sealed = Sealer(KEY).seal(b"{}", PLACE)
    changed = sealed[:20] + bytes([sealed[20] ^ 1]) + sealed[21:]
    for sealer, content in (
        (Sealer(OTHER_KEY), sealed),
        (Sealer(KEY), changed),
        (Sealer(KEY), sealed[:10]),
        (Sealer(KEY), b""),
    ):
        with pytest.raises(EnvironmentFault, match="register-damaged"):
            sealer.open(content, PLACE)


def test_a_fingerprint_tells_the_same_name_and_needs_the_key() -> None:
    sealer = Sealer(KEY)
    same = sealer.fingerprint("Lefèvre", "Jean-Luc")
    assert sealer.fingerprint("LEFEVRE ", "jean luc") == same
    assert sealer.fingerprint("Lefèvre", "Jean") != same
    assert sealer.fingerprint("LefèvreJean", "-Luc") != same
    assert Sealer(OTHER_KEY).fingerprint("Lefèvre", "Jean-Luc") != same


def test_the_key_is_not_shown() -> None:
    assert KEY.hex() not in repr(Sealer(KEY))
    assert repr(KEY) not in repr(Sealer(KEY))
