"""Open, closed, or not told."""

from __future__ import annotations

import datetime as dt

import pytest

from ctg_desktop.domain.opening_hours import is_open, is_valid


def moment(month: int, day: int, hour: int) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)  # noqa: DTZ001 - local time is meant


MONDAY_10 = moment(9, 7, 10)
FIRST_TUESDAY_10 = moment(9, 1, 10)
WEDNESDAY_15 = moment(9, 9, 15)
SUNDAY_10 = moment(9, 6, 10)
ARMISTICE_15 = moment(11, 11, 15)

CASES = [
    ("Mo-Fr 09:00-12:00", MONDAY_10, True),
    ("Mo-Fr 09:00-12:00", SUNDAY_10, False),
    ("Mo-Fr 09:00-12:00,14:00-17:00; PH off", WEDNESDAY_15, True),
    ("Mo-Fr 09:00-12:00,14:00-17:00; PH off", ARMISTICE_15, False),
    ("PH 14:00-16:00", ARMISTICE_15, True),
    ("24/7", SUNDAY_10, True),
    ("off", MONDAY_10, False),
    ("Sep off", MONDAY_10, False),
    ("week 01-53/2 Mo 09:00-12:00", MONDAY_10, True),
    ("week 02-52/2 Mo 09:00-12:00", MONDAY_10, False),
    ("Mo 22:00-02:00", moment(9, 8, 1), True),
    # a start without end: closed before, not told after
    ("Tu[1] 09:00+", moment(9, 1, 8), False),
    ("Tu[1] 09:00+", FIRST_TUESDAY_10, None),
    ("Tu[1] 08:00-11:00,20:00+", FIRST_TUESDAY_10, True),
    ("Tu[1] 08:00-11:00,20:00+", moment(9, 1, 21), None),
    ("Tu[1] 08:00-11:00", moment(9, 8, 10), False),
    # a closing of some hours leaves the others
    ("Mo-Fr 09:00-17:00; We 12:00-24:00 off", WEDNESDAY_15, False),
    ("Mo-Fr 09:00-17:00; We 12:00-24:00 off", moment(9, 9, 10), True),
    # by appointment, and beside the hours
    ('Mo 09:00-12:00 "sur rendez-vous"', MONDAY_10, None),
    ('Mo 09:00-12:00 "sur rendez-vous"', SUNDAY_10, False),
    ('Mo-Fr 09:00-12:00 || "sur rendez-vous"', MONDAY_10, True),
    ('Mo-Fr 09:00-12:00 || "sur rendez-vous"', WEDNESDAY_15, None),
    ('Mo 09:00-12:00 open "salle des fêtes"', MONDAY_10, True),
    ("Mo unknown", MONDAY_10, None),
    ("Mo unknown", SUNDAY_10, False),
    # school holidays: told only when they change nothing
    ("We 14:00-18:00; SH off", WEDNESDAY_15, None),
    ("We 14:00-18:00; SH off", SUNDAY_10, False),
    ("SH Mo-Fr 09:00-17:00", SUNDAY_10, False),
    ("SH Mo-Fr 09:00-17:00", MONDAY_10, None),
    ("Mo-Fr 09:00-12:00; SH Mo-Fr 08:00-11:00", MONDAY_10, True),
    ("Mo-Fr 09:00-17:00; SH We off", MONDAY_10, True),
    # kept as text, foreign, empty, not valid
    ('"chez Denise"', MONDAY_10, None),
    ("Mo-Fr sunrise-sunset", MONDAY_10, True),
    ('Mo sunrise-sunset "sonner"', MONDAY_10, None),
    ("", MONDAY_10, None),
    ("lundi", MONDAY_10, None),
]


@pytest.mark.parametrize(("osm", "at", "expected"), CASES)
def test_is_open(osm: str, at: dt.datetime, expected: bool | None) -> None:
    assert is_open(osm, at) is expected


def test_the_zone_of_the_moment_is_left_aside() -> None:
    at = MONDAY_10.replace(tzinfo=dt.UTC)

    assert is_open("Mo 09:30-10:30", at) is True


@pytest.mark.parametrize("osm", ["", "lundi", "Mo 9h", "\ud800", '"'])
def test_what_is_not_valid(osm: str) -> None:
    assert not is_valid(osm)
