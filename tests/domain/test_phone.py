"""Phone numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("05 49 00 98 76", "+33549009876"),
        ("05.49.00.98.76", "+33549009876"),
        ("0549009876", "+33549009876"),
        ("+33 (0)5 49 00 98 76", "+33549009876"),
        ("0033 5 49 00 98 76", "+33549009876"),
        ("33549009876", "+33549009876"),
        ("06 39 98 00 01", "+33639980001"),
        ("0262 20 20 20", "+262262202020"),
        ("+44 20 7946 0018", "+442079460018"),
        ("0 800 123 456", "+33800123456"),
        ("15", "15"),
        ("36 46", "3646"),
        ("116 117", "116117"),
    ],
)
def test_understood(typed: str, kept: str) -> None:
    assert parse_phone(typed) == kept
    assert parse_phone(kept) == kept


@pytest.mark.parametrize("typed", ["", "abc", "05 49", "0549 00 98 76 99 11 22", "<b>"])
def test_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_phone(typed, "phones.0.number")
    assert refused.value.code == "phone-invalid"
    assert refused.value.field == "phones.0.number"


@given(st.text())
def test_any_text_is_understood_or_refused(typed: str) -> None:
    try:
        kept = parse_phone(typed)
    except UserError:
        return
    assert parse_phone(kept) == kept
