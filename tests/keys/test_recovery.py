"""The printed code: typed as people type, its mistakes told from a wrong code."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.errors import UserError
from ctg_desktop.keys.recovery import ALPHABET, BITS, LENGTH, RecoveryCode

CODE = RecoveryCode.new()


def refusal(typed: str) -> str:
    with pytest.raises(UserError) as caught:
        RecoveryCode.parse(typed)
    assert caught.value.field == "code"
    return caught.value.code


def test_a_code_is_seven_groups_of_five() -> None:
    assert [len(group) for group in CODE.groups] == [5] * 7
    assert CODE.text == "-".join(CODE.groups)
    assert BITS >= 130
    assert len(CODE.secret) * 5 == BITS
    assert len({RecoveryCode.new().signs for _ in range(100)}) == 100


LOOKS = {"0": "0oO", "1": "1iIlL"}
BETWEEN = ["", " ", "-", "\u2013", "\u202f", ".", "\n"]


@given(st.integers(0, 2**32).map(Random))
def test_a_code_is_read_however_it_is_typed(random: Random) -> None:
    code = RecoveryCode.new()
    typed = "".join(
        random.choice(BETWEEN) + random.choice(LOOKS.get(sign, sign + sign.lower()))
        for sign in code.signs
    )
    assert RecoveryCode.parse(typed) == code


def test_every_wrong_sign_is_a_typing_mistake() -> None:
    for at in range(LENGTH):
        for sign in ALPHABET:
            if sign != CODE.signs[at]:
                assert refusal(CODE.signs[:at] + sign + CODE.signs[at + 1 :]) == (
                    "recovery-code-mistyped"
                )


def test_signs_and_groups_that_change_places_are_typing_mistakes() -> None:
    signs = CODE.signs
    swapped = {signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :] for at in range(LENGTH - 1)}
    groups = CODE.groups
    swapped |= {"".join((groups[at], *groups[:at], *groups[at + 1 :])) for at in range(7)}
    assert {refusal(typed) for typed in swapped - {signs}} == {"recovery-code-mistyped"}


def test_a_code_cut_short_is_said_so() -> None:
    for typed in ("", "   ", CODE.signs[:-1], CODE.signs + "A", CODE.groups[0]):
        assert refusal(typed) == "recovery-code-incomplete"


@pytest.mark.parametrize("sign", ["U", "u", "é", "€", "😀"])
def test_a_sign_that_no_code_has(sign: str) -> None:
    assert refusal(sign + CODE.signs[1:]) == "recovery-code-mistyped"


@given(st.text(max_size=60))
def test_any_text_is_refused_with_a_sentence(typed: str) -> None:
    assert refusal(typed).startswith("recovery-code-")
