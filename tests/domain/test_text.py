"""The door through which texts enter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain import text
from ctg_desktop.errors import UserError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Foyer rural ", "Foyer rural"),
        ("E\u0301cole", "École"),
        ("a\x00b\x07c", "abc"),
        ("\ud800x", "x"),
        ("abc\u202e<b>", "abc<b>"),
        ("un\r\ndeux\rtrois", "un\ndeux\ntrois"),
        ("l'île & <b>", "l'île & <b>"),
    ],
)
def test_cleaning(typed: str, kept: str) -> None:
    assert text.clean(typed) == kept


@given(st.text())
def test_cleaning_is_idempotent_and_normalised(typed: str) -> None:
    once = text.clean(typed)
    assert text.clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()


@given(st.text())
def test_a_line_has_one_line(typed: str) -> None:
    assert "\n" not in text.clean(typed, multiline=False)


def test_too_long_says_how_much() -> None:
    with pytest.raises(UserError) as refused:
        text.line("x" * 301, "name")
    assert refused.value.code == "text-too-long"
    assert refused.value.field == "name"
    assert refused.value.params == {"limit": 300, "length": 301}


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Œuvre", "oeuvre"), ("L’École", "l'ecole"), ("ÉLODIE", "elodie"), ("Æquo", "aequo")],
)
def test_folding(written: str, folded: str) -> None:
    assert text.fold(written) == folded
