import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from ctg_desktop.domain.event import Event, Moment, MovedOccurrence
from ctg_desktop.domain.recurrence import LIMIT, check_rule, first_occurrence, occurrences
from ctg_desktop.errors import UserError


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - local time, as stored


def starts(event: Event, start: date, end: date) -> list[Moment]:
    return [one.start for one in occurrences(event, start, end)]


WEDNESDAYS = Event(
    id="e",
    title="Lecture",
    start=at(2026, 9, 2, 14, 30),
    end=at(2026, 9, 2, 16),
    recurrence="FREQ=WEEKLY;UNTIL=20270630",
)


def test_weekly_until_a_day_includes_that_day() -> None:
    found = occurrences(WEDNESDAYS, date(2027, 6, 1), date(2027, 8, 1))
    assert [one.day.day for one in found] == [2, 9, 16, 23, 30]
    assert found[0].end == at(2027, 6, 2, 16)


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=1SA", date(2026, 9, 5), ["2026-09-05", "2026-10-03", "2026-11-07"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 9, 25), ["2026-09-25", "2026-10-30", "2026-11-27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 9, 30), ["2026-09-30", "2026-10-31"]),
        ("FREQ=MONTHLY", date(2026, 8, 31), ["2026-10-31"]),
        ("FREQ=WEEKLY;INTERVAL=2", date(2026, 8, 25), ["2026-09-08", "2026-09-22"]),
        ("FREQ=YEARLY", date(2020, 10, 14), ["2026-10-14"]),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=2SU", date(2020, 1, 1), ["2026-10-11"]),
        ("FREQ=WEEKLY;COUNT=3", date(2026, 8, 31), ["2026-09-07", "2026-09-14"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2026, 9, 1), ["2026-09-30"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 1, 1), []),
    ],
)
def test_rules_of_whole_days(rule: str, start: date, expected: list[str]) -> None:
    found = starts(Event(start=start, recurrence=rule), date(2026, 9, 1), date(2026, 12, 1))
    assert [day.isoformat() for day in found][: len(expected)] == expected
    assert bool(found) is bool(expected)


def test_until_as_a_time_in_universal_time_is_read_in_local_time() -> None:
    assert check_rule("FREQ=DAILY;UNTIL=20270630T215959Z") == "FREQ=DAILY;UNTIL=20270630T235959"
    event = Event(start=at(2027, 6, 28, 20), recurrence="FREQ=DAILY;UNTIL=20270630T190000")
    assert [
        one.day for one in map(day_only, starts(event, date(2027, 6, 1), date(2027, 8, 1)))
    ] == [
        28,
        29,
    ]


def day_only(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def test_exceptions_cancelled_and_moved_dates() -> None:
    event = Event(
        id="e",
        title="Marché",
        start=at(2026, 9, 5, 8),
        end=at(2026, 9, 5, 12),
        recurrence="FREQ=WEEKLY",
        exceptions=(date(2026, 9, 12),),
        cancelled_on=(date(2026, 9, 19),),
        moved=(MovedOccurrence(at(2026, 9, 26, 8), at(2026, 9, 27, 9)),),
    )
    found = occurrences(event, date(2026, 9, 1), date(2026, 10, 1))
    assert [(one.day.day, one.cancelled) for one in found] == [(5, False), (19, True), (27, False)]
    assert found[-1].moved_from == at(2026, 9, 26, 8)
    assert found[-1].end == at(2026, 9, 27, 13)


def test_a_date_moved_into_or_out_of_the_window_follows_its_new_date() -> None:
    event = Event(
        start=date(2026, 9, 30),
        recurrence="FREQ=MONTHLY",
        moved=(MovedOccurrence(date(2026, 9, 30), date(2026, 10, 2)),),
    )
    assert starts(event, date(2026, 9, 1), date(2026, 10, 1)) == []
    assert starts(event, date(2026, 10, 1), date(2026, 10, 31)) == [
        date(2026, 10, 2),
        date(2026, 10, 30),
    ]


def test_an_exception_voids_a_moved_date_and_a_stray_one_is_not_shown() -> None:
    event = Event(
        start=date(2026, 9, 1),
        recurrence="FREQ=WEEKLY",
        exceptions=(date(2026, 9, 8),),
        moved=(
            MovedOccurrence(date(2026, 9, 8), date(2026, 9, 9)),
            MovedOccurrence(date(2026, 9, 10), date(2026, 9, 11)),
        ),
    )
    assert starts(event, date(2026, 9, 1), date(2026, 9, 16)) == [
        date(2026, 9, 1),
        date(2026, 9, 15),
    ]


def test_a_date_can_move_from_a_time_to_a_whole_day() -> None:
    event = Event(
        start=at(2026, 9, 1, 10),
        end=at(2026, 9, 1, 12),
        recurrence="FREQ=WEEKLY",
        moved=(MovedOccurrence(date(2026, 9, 8), date(2026, 9, 10)),),
    )
    moved = occurrences(event, date(2026, 9, 8), date(2026, 9, 12))
    assert [(one.start, one.end, one.moved_from) for one in moved] == [
        (date(2026, 9, 10), None, at(2026, 9, 8, 10))
    ]


def test_several_days_are_shown_as_long_as_they_last() -> None:
    fair = Event(start=date(2026, 8, 30), end=date(2026, 9, 2))
    assert starts(fair, date(2026, 9, 1), date(2026, 10, 1)) == [date(2026, 8, 30)]
    assert starts(fair, date(2026, 9, 3), date(2026, 10, 1)) == []
    ball = Event(start=at(2026, 8, 31, 21), end=at(2026, 9, 1, 2))
    assert starts(ball, date(2026, 9, 1), date(2026, 10, 1)) == []
    yearly = Event(start=date(2020, 12, 30), end=date(2021, 1, 2), recurrence="FREQ=YEARLY")
    assert starts(yearly, date(2027, 1, 1), date(2027, 2, 1)) == [date(2026, 12, 30)]


def test_a_cancelled_event_has_only_cancelled_dates() -> None:
    event = Event(start=date(2026, 9, 1), recurrence="FREQ=DAILY;COUNT=2", cancelled=True)
    assert [one.cancelled for one in occurrences(event, date(2026, 9, 1), date(2026, 9, 5))] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=HOURLY;INTERVAL=2",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=99999999999999999999",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=-1",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;UNTIL=20270231",
        "FREQ=DAILY;UNTIL=00010101T000000Z",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYDAY=LU",
        "BYDAY=MO",
        "FREQ",
        "tous les mardis",
        "FREQ=DAILY;" + "BYMONTH=1;" * 1000,
    ],
)
def test_hostile_and_wrong_rules_are_refused(rule: str) -> None:
    with pytest.raises(UserError) as refused:
        check_rule(rule)
    assert (refused.value.code, refused.value.field) == ("recurrence-invalid", "recurrence")


@pytest.mark.parametrize(
    ("rule", "stored"),
    [
        ("RRULE:freq=weekly;byday=we,mo", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=1SA"),
        ("FREQ=WEEKLY;INTERVAL=1;WKST=MO;", "FREQ=WEEKLY"),
        ("BYDAY=+2TU;FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=2TU"),
    ],
)
def test_rules_are_stored_in_one_form(rule: str, stored: str) -> None:
    assert check_rule(rule) == stored
    assert check_rule(stored) == stored


def test_a_rule_that_never_happens_and_one_without_end_stay_quick() -> None:
    before = time.perf_counter()
    for rule in ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"):
        assert first_occurrence(Event(start=date(2026, 1, 1), recurrence=rule)) is None
    daily = Event(start=date(1950, 1, 1), recurrence="FREQ=DAILY")
    assert len(occurrences(daily, date(1950, 1, 1), date.max)) == LIMIT
    weekly = Event(start=date(1950, 1, 1), recurrence="FREQ=WEEKLY")
    for _ in range(100):
        assert len(occurrences(weekly, date(2026, 9, 1), date(2026, 9, 8))) == 1
    assert time.perf_counter() - before < 2


RULES = st.one_of(
    st.builds(
        "FREQ=DAILY;INTERVAL={}".format,
        st.integers(1, 40),
    ),
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={}".format,
        st.integers(1, 5),
        st.lists(st.sampled_from(["MO", "TU", "WE", "FR", "SU"]), min_size=1, unique=True).map(
            ",".join
        ),
    ),
    st.builds("FREQ=WEEKLY;BYMONTH={}".format, st.sampled_from(["7,8", "1", "9,10,11,12"])),
    st.builds("FREQ=WEEKLY;INTERVAL=2;WKST={};BYDAY=SU,MO".format, st.sampled_from(["MO", "SU"])),
    st.builds(
        "FREQ=MONTHLY;INTERVAL={};BYDAY={}".format,
        st.integers(1, 5),
        st.sampled_from(["1SA", "-1FR", "2TU,4TU", "5MO", "-2WE,1TH", "FR"]),
    ),
    st.builds(
        "FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={}".format,
        st.integers(1, 5),
        st.sampled_from(["1", "31", "-1", "1,15", "-3,29"]),
    ),
    st.just("FREQ=MONTHLY"),
    st.just("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
    st.just("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1"),
    st.builds(
        "FREQ=YEARLY;INTERVAL={}{}".format,
        st.integers(1, 4),
        st.sampled_from(
            [
                "",
                ";BYMONTH=12;BYDAY=1SA",
                ";BYMONTH=7",
                ";BYMONTHDAY=14;BYMONTH=7",
                ";BYDAY=20MO",
                ";BYDAY=-1SU",
                ";BYMONTH=7,8;BYDAY=WE",
                ";BYMONTHDAY=1",
            ]
        ),
    ),
)
FIRST_DAYS = st.dates(date(1990, 1, 1), date(2027, 12, 31))
ENDS = st.one_of(
    st.just(""),
    st.builds(";COUNT={}".format, st.integers(1, 60)),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)).map(lambda day: f";UNTIL={day:%Y%m%d}"),
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    day = draw(FIRST_DAYS)
    timed = draw(st.booleans())
    start: Moment = at(day.year, day.month, day.day, 20, 30) if timed else day
    exceptions = draw(st.lists(st.dates(date(2025, 1, 1), date(2028, 1, 1)), max_size=20))
    return Event(
        id="e",
        start=start,
        recurrence=draw(RULES) + draw(ENDS),
        exceptions=tuple(exceptions),
    )


WINDOWS = st.tuples(
    st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(1, 800), st.integers(0, 800)
)


@settings(deadline=None, max_examples=300)
@given(events(), WINDOWS)
def test_occurrences_are_those_of_a_naive_expansion(
    event: Event, window: tuple[date, int, int]
) -> None:
    start, length, _ = window
    end = start + timedelta(length)
    rule = event.recurrence + ("T235959" if "UNTIL" in event.recurrence else "")
    first = event.start if isinstance(event.start, datetime) else at(*event.start.timetuple()[:3])
    naive = [
        moment
        for moment in rrulestr(rule, dtstart=first).between(
            at(*start.timetuple()[:3]) - timedelta(seconds=1), at(*end.timetuple()[:3])
        )
        if moment.date() < end and moment.date() not in event.exceptions
    ]
    found = starts(event, start, end)
    if isinstance(event.start, datetime):
        assert found == naive
    else:
        assert found == [moment.date() for moment in naive]


@settings(deadline=None, max_examples=200)
@given(events(), WINDOWS)
def test_occurrences_are_sorted_inside_and_the_same_by_halves(
    event: Event, window: tuple[date, int, int]
) -> None:
    start, length, cut = window
    end, middle = start + timedelta(length), start + timedelta(min(cut, length))
    found = occurrences(event, start, end)
    assert list(found) == sorted(found, key=lambda one: one.start)
    assert all(start <= one.day < end for one in found)
    assert not {one.day for one in found} & set(event.exceptions)
    assert occurrences(event, start, middle) + occurrences(event, middle, end) == found


@given(st.text(alphabet="FREQ=WEKLYMONTHDAIU;BCP0123456789,-+Z: ", max_size=60))
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        stored = check_rule(text)
    except UserError as refused:
        code = refused.code
    else:
        code = "recurrence-invalid"
        assert check_rule(stored) == stored
    assert code == "recurrence-invalid"
