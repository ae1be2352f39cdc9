from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.typed_dates import parse_day, parse_time
from ctg_desktop.errors import UserError

THURSDAY = date(2026, 9, 3)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3/9", THURSDAY),
        ("2/9", date(2027, 9, 2)),
        ("3/9/26", THURSDAY),
        ("03/09/2026", THURSDAY),
        ("3.9.2026", THURSDAY),
        ("3-9-26", THURSDAY),
        ("03092026", THURSDAY),
        ("2026-09-03", THURSDAY),
        ("3 sept", THURSDAY),
        ("3sept", THURSDAY),
        ("3 Sept.", THURSDAY),
        ("le 3 septembre 2026", THURSDAY),
        ("jeudi 3 septembre", THURSDAY),
        ("jeu. 3/9", THURSDAY),
        ("1er janvier", date(2027, 1, 1)),
        ("1er février 2027", date(2027, 2, 1)),
        ("15 août", date(2027, 8, 15)),
        ("15 aout", date(2027, 8, 15)),
        ("29/2", date(2028, 2, 29)),
        ("aujourd’hui", THURSDAY),
        ("aujourd'hui", THURSDAY),
        ("Demain", date(2026, 9, 4)),
        ("après-demain", date(2026, 9, 5)),
        ("hier", date(2026, 9, 2)),
        ("lundi", date(2026, 9, 7)),
        ("jeudi", date(2026, 9, 10)),
        ("mardi prochain", date(2026, 9, 8)),
        ("lundi dernier", date(2026, 8, 31)),
        ("jeudi dernier", date(2026, 8, 27)),
        ("dans 3 semaines", date(2026, 9, 24)),
        ("il y a 2 jours", date(2026, 9, 1)),
    ],
)
def test_days_as_people_type_them(typed: str, expected: date) -> None:
    assert parse_day(typed, THURSDAY) == expected


def test_a_day_without_year_can_lean_to_the_past() -> None:
    assert parse_day("4/9", THURSDAY, past=True) == date(2025, 9, 4)
    assert parse_day("3/9", THURSDAY, past=True) == THURSDAY
    assert parse_day("lundi", THURSDAY, past=True) == date(2026, 8, 31)
    assert parse_day("lundi prochain", THURSDAY, past=True) == date(2026, 9, 7)


@pytest.mark.parametrize(
    "typed",
    ["", "31/2/2026", "3/13", "32/1", "jui", "3 jui", "bientôt", "0/0", "2026-02-30", "1/1/1", "3"],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_day(typed, THURSDAY, field="start")
    assert (refused.value.code, refused.value.field) == ("date-invalid", "start")


def test_a_wrong_weekday_is_said() -> None:
    with pytest.raises(UserError) as refused:
        parse_day("lundi 3 septembre 2026", THURSDAY)
    assert refused.value.code == "date-weekday-wrong"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9h", time(9)),
        ("9 h", time(9)),
        ("9h30", time(9, 30)),
        ("9 H 30", time(9, 30)),
        ("14:00", time(14)),
        ("14.15", time(14, 15)),
        ("9", time(9)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("20 heures", time(20)),
        ("20h30mn", time(20, 30)),
        ("midi", time(12)),
        ("Minuit", time(0)),
    ],
)
def test_times_as_people_type_them(typed: str, expected: time) -> None:
    assert parse_time(typed) == expected


@pytest.mark.parametrize("typed", ["", "24h", "9h60", "h", "neuf", "12345", "9h3"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_time(typed, field="end")
    assert (refused.value.code, refused.value.field) == ("time-invalid", "end")


def code_of(read: Callable[[], object]) -> str:
    try:
        read()
    except UserError as refused:
        return refused.code
    return ""


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(typed: str) -> None:
    code = code_of(lambda: parse_day(typed, THURSDAY))
    assert code in {"", "date-invalid", "date-weekday-wrong"}
    assert code_of(lambda: parse_time(typed)) in {"", "time-invalid"}
