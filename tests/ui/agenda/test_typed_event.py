from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.errors import UserError
from ctg_desktop.ui.agenda.typed_event import to_event, typed_from
from ctg_desktop.ui.agenda.typed_recurrence import (
    Choice,
    choice_words,
    choices_for,
    rule_from,
    typed_rule,
)
from tests.ui.opened import at

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
RULES = st.sampled_from(
    [
        "",
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYDAY=1SA",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=1SA,3SA",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYMONTH=9,10;BYDAY=TU;UNTIL=20270630",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
    ]
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    day = draw(DAYS)
    if draw(st.booleans()):
        end: date | None = day + timedelta(days=draw(st.integers(1, 5)))
        start, end = day, draw(st.none() | st.just(end))
    else:
        start = at(day.year, day.month, day.day, draw(st.integers(0, 23)), 30)
        hours = draw(st.none() | st.integers(1, 40))
        end = None if hours is None else start + timedelta(hours=hours)
    return Event(
        id="x",
        title=draw(st.text(max_size=8)),
        start=start,
        end=end,
        recurrence=draw(RULES),
        exceptions=tuple(draw(st.lists(DAYS, max_size=2))),
        moved=(MovedOccurrence(start, start, end),) if draw(st.booleans()) else (),
        place=draw(st.text(max_size=8)),
        published=draw(st.booleans()),
    )


@given(events())
def test_what_nobody_touches_never_changes(event: Event) -> None:
    assert to_event(typed_from(event), event, TODAY) == event


@given(events())
def test_moment_typed_again_is_the_same(event: Event) -> None:
    typed = typed_from(event)
    again = to_event(typed, Event(), TODAY)
    assert again.start == event.start
    if event.end is not None and event.end != event.start:
        assert again.end == event.end


@given(RULES, DAYS)
def test_a_rule_shown_and_read_back_gives_the_same_dates(rule: str, start: date) -> None:
    from ctg_desktop.domain.recurrence import occurrences

    again = rule_from(typed_rule(rule, start), start, TODAY)
    assert bool(again) == bool(rule)
    window = (start, start + timedelta(days=800))
    before = occurrences(Event(start=start, recurrence=rule), *window)
    assert occurrences(Event(start=start, recurrence=again), *window) == before


def test_choices_follow_from_the_first_day() -> None:
    fifth = date(2026, 9, 5)
    words = [choice_words(one, fifth) for one in choices_for(fifth)]
    assert [one.replace("\xa0", " ") for one in words] == [
        "Chaque semaine, le samedi",
        "Toutes les 2 semaines, le samedi",
        "Chaque mois, le premier samedi",
        "Chaque mois, le 5",
        "Chaque année, le 5 septembre",
    ]
    assert Choice.MONTHLY_LAST in choices_for(date(2026, 9, 26))
    assert Choice.MONTHLY_NTH not in choices_for(date(2026, 8, 29))


def test_a_choice_follows_a_first_day_that_is_moved() -> None:
    typed = typed_rule("FREQ=MONTHLY;BYDAY=1SA", date(2026, 9, 5))
    assert typed["choice"] == Choice.MONTHLY_NTH
    assert rule_from(typed, date(2026, 9, 8), TODAY) == "FREQ=MONTHLY;BYDAY=2TU"


def test_last_day_is_typed_the_way_people_do() -> None:
    typed = typed_rule("", date(2026, 9, 1)) | {"choice": "weekly", "until": "30/6/27"}
    assert rule_from(typed, date(2026, 9, 1), TODAY) == "FREQ=WEEKLY;UNTIL=20270630;BYDAY=TU"


def test_an_evening_that_ends_after_midnight() -> None:
    typed = typed_from(Event()) | {
        "title": "Bal",
        "all_day": False,
        "start_day": "5/12",
        "start_time": "21h",
        "end_time": "1h30",
    }
    event = to_event(typed, Event(), TODAY)
    assert event.start == at(2026, 12, 5, 21)
    assert event.end == at(2026, 12, 6, 1, 30)


@pytest.mark.parametrize(
    ("changes", "code", "where"),
    [
        ({"start_day": ""}, "date-missing", "start_day"),
        ({"start_day": "bientôt"}, "date-invalid", "start_day"),
        ({"all_day": False, "start_time": ""}, "time-invalid", "start_time"),
        ({"all_day": False, "start_time": "9h", "end_time": "tard"}, "time-invalid", "end_time"),
    ],
)
def test_refusals_name_their_field(changes: dict[str, object], code: str, where: str) -> None:
    typed = typed_from(Event(start=TODAY)) | changes
    with pytest.raises(UserError) as refused:
        to_event(typed, Event(), TODAY)
    assert (refused.value.code, refused.value.field) == (code, where)
