from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain import wording, wording_en

NB = "\u00a0"


def spaced(text: str) -> str:
    """Write ~ for a no-break space and _ for a narrow one, so that tests can be read."""
    return text.replace(NB, "~").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2024, 9, 3), "mar.~3~sept. 2024"),
        (date(2026, 1, 1), "jeu.~1er~janv. 2026"),
        (date(2026, 2, 8), "dim.~8~févr. 2026"),
        (date(2026, 8, 15), "sam.~15~août 2026"),
    ],
)
def test_short_dates(value: date, expected: str) -> None:
    assert spaced(wording.day(value)) == expected


def test_full_dates_and_months() -> None:
    assert spaced(wording.day_full(date(2027, 1, 1))) == "vendredi 1er~janvier 2027"
    assert wording.month(2026, 9) == "septembre 2026"
    assert spaced(wording.day_of_month(date(2026, 7, 14))) == "14~juillet"
    assert spaced(wording_en.day_full(date(2027, 1, 1))) == "Friday 1~January 2027"
    assert spaced(wording_en.day(date(2024, 9, 3))) == "Tue~3~Sept 2024"
    assert wording_en.month(2026, 9) == "September 2026"


def test_times_and_spans() -> None:
    assert spaced(wording.time(time(9))) == "9~h"
    assert spaced(wording.time(time(9, 5))) == "9~h~05"
    assert spaced(wording.span(time(9), time(12, 30))) == "9~h~–~12~h~30"
    assert spaced(wording_en.span(time(9), time(14, 30))) == "9~am~–~2:30~pm"
    assert wording_en.time(time(12)) == "noon"
    assert wording_en.time(time(0)) == "midnight"
    assert spaced(wording_en.time(time(0, 15))) == "12:15~am"


def test_moments_and_periods() -> None:
    evening = datetime(2026, 9, 5, 20, 30)  # noqa: DTZ001 - local time without zone, as stored
    assert spaced(wording.moment(evening)) == "sam.~5~sept. 2026 à~20~h~30"
    assert spaced(wording.period(evening, evening.replace(hour=23, minute=0))) == (
        "sam.~5~sept. 2026, 20~h~30~–~23~h"
    )
    night = evening.replace(day=6, hour=1, minute=0)
    assert spaced(wording.period(evening, night)) == "sam.~5~sept. 2026, 20~h~30~–~1~h"
    assert spaced(wording_en.period(evening, night)) == "Sat~5~Sept 2026, 8:30~pm~–~1~am"
    assert spaced(wording.period(date(2026, 9, 5), date(2026, 9, 6))) == (
        "du sam.~5~sept. 2026 au dim.~6~sept. 2026"
    )
    assert wording.period(date(2026, 9, 5), None) == wording.day(date(2026, 9, 5))
    assert spaced(wording_en.moment(evening)) == "Sat~5~Sept 2026 at~8:30~pm"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234.5, None, "1_234,5"),
        (0, None, "0"),
        (-0.0, None, "0"),
        (-3, None, "−3"),
        (1_000_000, None, "1_000_000"),
        (100, None, "100"),
        (2.005, 1, "2,0"),
        (Decimal("12.50"), 2, "12,50"),
        (-0.001, 2, "0,00"),
    ],
)
def test_numbers(value: float, decimals: int | None, expected: str) -> None:
    assert spaced(wording.number(value, decimals)) == expected


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        ("+33549876788", "05~49~87~67~88", "+33~5~49~87~67~88"),
        ("+262262123456", "02~62~12~34~56", "+262~262~12~34~56"),
        ("+441612345678", "+44~161~234~5678", "+44~161~234~5678"),
        ("15", "15", "15"),
        ("119", "119", "119"),
        ("3919", "39~19", "39~19"),
        ("116117", "116~117", "116~117"),
        ("voir affichage", "voir affichage", "voir affichage"),
        ("+", "+", "+"),
        ("", "", ""),
    ],
)
def test_phones(number: str, french: str, english: str) -> None:
    assert spaced(wording.phone(number)) == french
    assert spaced(wording_en.phone(number)) == english


def test_plural_and_enumeration() -> None:
    assert spaced(wording.plural(0, "fiche", "fiches")) == "0~fiche"
    assert spaced(wording.plural(1, "fiche", "fiches")) == "1~fiche"
    assert spaced(wording.plural(1200, "fiche", "fiches")) == "1_200~fiches"
    assert spaced(wording_en.plural(0, "entry", "entries")) == "0~entries"
    assert wording.joined(["lundi", "mardi", "jeudi"]) == "lundi, mardi et jeudi"
    assert wording.joined(["lundi"]) == "lundi"
    assert wording.joined([]) == ""
    assert wording_en.joined(["Monday", "Tuesday"]) == "Monday and Tuesday"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates())
def test_dates_read_back_as_written(value: date, today: date) -> None:
    assert wording.parse_day(wording.day(value), today) == value
    assert wording.parse_day(wording.day_full(value), today) == value
    assert wording.parse_day(value.isoformat(), today) == value


@given(st.times())
def test_times_read_back_as_written(value: time) -> None:
    minute = value.replace(second=0, microsecond=0)
    assert wording.parse_time(wording.time(value)) == minute
