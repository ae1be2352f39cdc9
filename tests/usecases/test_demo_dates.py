import re
from datetime import date, datetime

import pytest

from ctg_desktop.domain.event import Moment
from ctg_desktop.usecases.demo_dates import end_moment, moment, relative_day, within

THURSDAY = date(2026, 9, 3)
EVENING = datetime(2026, 9, 5, 20, 30)  # noqa: DTZ001 - local time, as stored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", THURSDAY),
        ("today+12", date(2026, 9, 15)),
        ("today-3", date(2026, 8, 31)),
        ("thu+0", THURSDAY),
        ("wed+0", date(2026, 9, 9)),
        ("sat+2", date(2026, 9, 19)),
        ("mon-1", date(2026, 8, 31)),
        ("next 09-03", THURSDAY),
        ("next 07-14", date(2027, 7, 14)),
        ("last 09-03", THURSDAY),
        ("last 09-04", date(2025, 9, 4)),
        ("next 07-06 mon", date(2027, 7, 12)),
    ],
)
def test_days_are_relative_to_today(text: str, expected: date) -> None:
    assert relative_day(text, THURSDAY) == expected


@pytest.mark.parametrize("text", ["", "tomorrow", "next week", "next 7-14", "sat+", "2026-09-03"])
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        relative_day(text, THURSDAY)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("T23:00", EVENING, EVENING.replace(hour=23, minute=0)),
        ("+1T02:00", EVENING, EVENING.replace(day=6, hour=2, minute=0)),
        ("+3", THURSDAY, date(2026, 9, 6)),
    ],
)
def test_ends_are_relative_to_the_start(text: str, start: Moment, expected: Moment) -> None:
    assert end_moment(text, start) == expected


def test_a_time_may_follow_a_day() -> None:
    assert moment("sat+0T20:30", THURSDAY) == EVENING
    assert moment("sat+0", THURSDAY) == date(2026, 9, 5)


def test_a_stretch_of_the_year_may_cross_new_year() -> None:
    assert within(date(2026, 12, 25), "12-20", "01-04")
    assert within(date(2027, 1, 4), "12-20", "01-04")
    assert not within(date(2027, 1, 5), "12-20", "01-04")
    assert within(date(2026, 8, 1), "08-01", "08-31")
