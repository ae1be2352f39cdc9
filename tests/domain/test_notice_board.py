"""Months and weeks of the notice board, and what comes each week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

import pytest

from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.moments import monday_of, month_after, month_before
from ctg_desktop.domain.month_programme import Programme, programme
from ctg_desktop.domain.notice_board import (
    week_words,
)
from ctg_desktop.domain.opening_hours.daily import open_spans, speaks_of_public_holidays
from ctg_desktop.domain.public_holidays import public_holidays
from ctg_desktop.domain.recurrence import occurrences

at = datetime.fromisoformat
DECEMBER = date(2026, 12, 1)
CHOIR = Event(
    "c", "Chorale", at("2026-09-01T20:00"), at("2026-09-01T22:00"), "FREQ=WEEKLY;BYDAY=TU"
)


def month(*events: Event, most: int = 9) -> Programme:
    found = [one for event in events for one in occurrences(event, DECEMBER, date(2027, 1, 1))]
    found.sort(key=lambda one: (one.day, one.event_id))
    return programme(DECEMBER, found, {event.id: event for event in events}, most)


def numbers(days: Sequence[date]) -> list[int]:
    return [day.day for day in days]


def test_months_and_weeks_turn_over_the_year() -> None:
    assert month_after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert month_before(date(2027, 1, 31)) == date(2026, 12, 1)
    assert monday_of(date(2027, 1, 3)) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("day", "number", "days"),
    [
        (date(2026, 11, 29), 48, "du lundi 23 au dimanche 29 novembre 2026"),
        (date(2026, 11, 30), 49, "du lundi 30 novembre au dimanche 6 décembre 2026"),
        (date(2027, 1, 1), 53, "du lundi 28 décembre 2026 au dimanche 3 janvier 2027"),
        (date(2026, 6, 3), 23, "du lundi 1er au dimanche 7 juin 2026"),
    ],
)
def test_a_week_is_called_by_number_and_days(day: date, number: int, days: str) -> None:
    said_number, said_days = week_words(day)
    assert said_number == f"Semaine {number}"
    assert said_days.replace("\u00a0", " ") == days


def test_public_holidays_have_french_names() -> None:
    found = public_holidays(date(2026, 12, 1), date(2027, 1, 31))
    assert found == {date(2026, 12, 25): "Noël", date(2027, 1, 1): "Jour de l’an"}
    assert public_holidays(date(2026, 6, 2), date(2026, 6, 30)) == {}


@pytest.mark.parametrize(
    ("hours", "day", "spans"),
    [
        ("Mo-Fr 08:30-12:30,14:00-17:00", 9, [("08:30", "12:30"), ("14:00", "17:00")]),
        ("Mo-Fr 08:30-12:30", 14, []),
        ("We 09:00-12:00,10:00-14:00", 11, [("09:00", "14:00")]),
        ("We 09:00-12:00; PH off", 11, []),
        ("Fr 18:00-02:00", 14, [("00:00", "02:00")]),
        ("24/7", 9, [("00:00", "00:00")]),
        ("Sa[1] 10:00-12:00", 7, [("10:00", "12:00")]),
        ('"sur rendez-vous"', 9, None),
        ("SH Mo 09:00-12:00", 9, None),
        ("n’importe quoi", 9, None),
    ],
)
def test_opening_hours_of_one_day(
    hours: str, day: int, spans: list[tuple[str, str]] | None
) -> None:
    found = open_spans(hours, date(2026, 11, day))
    wanted = spans and [(time.fromisoformat(one), time.fromisoformat(two)) for one, two in spans]
    assert (None if found is None else list(found)) == wanted


def test_hours_that_speak_of_public_holidays() -> None:
    assert speaks_of_public_holidays("Mo-Fr 09:00-12:00; PH off")
    assert not speaks_of_public_holidays("Mo-Fr 09:00-12:00")
    assert not speaks_of_public_holidays('"férié"')


def test_what_comes_each_week_is_said_once() -> None:
    found = month(CHOIR)
    (series,) = found.weekly
    assert (series.weekdays, series.since, series.until, series.missing) == ((1,), None, None, ())
    assert found.days == ()
    assert found.count == 1


def test_a_date_left_out_is_an_exception_and_two_at_the_end_are_an_end() -> None:
    away = (date(2026, 12, 8),)
    (series,) = month(
        Event("c", "Chorale", CHOIR.start, CHOIR.end, CHOIR.recurrence, exceptions=away)
    ).weekly
    assert numbers(series.missing) == [8]
    holidays = (date(2026, 12, 22), date(2026, 12, 29))
    (series,) = month(
        Event("c", "Chorale", CHOIR.start, CHOIR.end, CHOIR.recurrence, exceptions=holidays)
    ).weekly
    assert (series.until, series.missing) == (date(2026, 12, 15), ())


def test_a_series_that_begins_late_says_since_when() -> None:
    late = Event("c", "Chorale", at("2026-12-15T20:00"), None, "FREQ=WEEKLY;BYDAY=TU")
    (series,) = month(late).weekly
    assert series.since == date(2026, 12, 15)


def test_cancelled_and_moved_dates_stand_on_their_day_too() -> None:
    event = Event(
        "c",
        "Chorale",
        CHOIR.start,
        CHOIR.end,
        CHOIR.recurrence,
        cancelled_on=(date(2026, 12, 8),),
        moved=(MovedOccurrence(at("2026-12-15T20:00"), at("2026-12-17T20:00")),),
    )
    found = month(event)
    (series,) = found.weekly
    assert numbers(series.missing) == [8, 15]
    assert [(day.day.day, day.occurrences[0].cancelled) for day in found.days] == [
        (8, True),
        (17, False),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T235959",
        "",
    ],
)
def test_what_does_not_come_each_week_is_told_day_by_day(rule: str) -> None:
    found = month(Event("c", "Chorale", at("2026-12-01T20:00"), None, rule))
    assert found.weekly == ()
    assert found.days


def test_what_began_before_is_still_going_on() -> None:
    show = Event("x", "Exposition", date(2026, 11, 20), date(2026, 12, 5))
    found = month(show, CHOIR)
    assert [one.title for one in found.running] == ["Exposition"]
    assert found.count == 2


def test_a_full_day_is_given_in_parts_and_a_cut_keeps_the_first_dates() -> None:
    many = [Event(f"e{number}", f"Fête {number}", at("2026-12-05T10:00")) for number in range(7)]
    found = month(*many, most=3)
    assert [len(day.occurrences) for day in found.days] == [3, 3, 1]
    assert [day.goes_on for day in found.days] == [False, True, True]
    assert [len(day.occurrences) for day in found.cut(4).days] == [3, 1]
    assert found.cut(0).count == 0
