from dataclasses import replace
from datetime import date, datetime

import pytest

from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.event_rules import checked_event, without_strays
from ctg_desktop.errors import UserError


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 9, day, hour, minute)  # noqa: DTZ001 - local time, as stored


MARKET = Event(title="Marché", start=at(5, 8), end=at(5, 12), recurrence="FREQ=WEEKLY")


def refusal(event: Event) -> tuple[str, str]:
    with pytest.raises(UserError) as refused:
        checked_event(event)
    return refused.value.code, refused.value.field


def test_texts_are_cleaned() -> None:
    event = checked_event(replace(MARKET, title=" Marche\u0301 \x00 d’été ", price="\u202egratuit"))
    assert event.title == "Marché d’été"
    assert event.price == "gratuit"


def test_what_is_missing_or_contradictory_is_refused() -> None:
    assert refusal(replace(MARKET, title=" ")) == ("event-title-missing", "title")
    assert refusal(replace(MARKET, title="a" * 301)) == ("text-too-long", "title")
    assert refusal(replace(MARKET, end=at(4, 12))) == ("event-end-before-start", "end")
    assert refusal(replace(MARKET, end=date(2026, 9, 5))) == ("event-end-mixed", "end")
    assert refusal(replace(MARKET, recurrence="FREQ=SECONDLY"))[0] == "recurrence-invalid"
    assert refusal(Event(title="Bal", start=date(1, 1, 1))) == ("date-out-of-range", "start")
    ended = replace(MARKET, recurrence="FREQ=WEEKLY;UNTIL=20260101")
    assert refusal(ended) == ("recurrence-empty", "recurrence")


def test_the_start_of_a_series_is_its_first_date() -> None:
    event = checked_event(replace(MARKET, recurrence="rrule:freq=monthly;byday=3sa"))
    assert (event.start, event.end) == (at(19, 8), at(19, 12))
    assert event.recurrence == "FREQ=MONTHLY;BYDAY=3SA"
    assert checked_event(event) == event


def test_moved_and_cancelled_dates_belong_to_the_series() -> None:
    stray = MovedOccurrence(date(2026, 9, 13), at(14, 8))
    assert refusal(replace(MARKET, moved=(stray,))) == ("occurrence-unknown", "moved.0")
    assert refusal(replace(MARKET, cancelled_on=(date(2026, 9, 13),)))[1] == "cancelled_on"
    backwards = MovedOccurrence(at(12, 8), at(13, 8), at(13, 7))
    assert refusal(replace(MARKET, moved=(backwards,))) == (
        "event-end-before-start",
        "moved.0.end",
    )


def test_a_date_cancelled_where_it_was_moved_to_is_kept_as_the_rule_gives_it() -> None:
    event = checked_event(
        replace(
            MARKET,
            moved=(MovedOccurrence(date(2026, 9, 12), at(13, 9)),),
            cancelled_on=(date(2026, 9, 13),),
        )
    )
    assert event.moved == (MovedOccurrence(at(12, 8), at(13, 9)),)
    assert event.cancelled_on == (date(2026, 9, 12),)
    assert checked_event(event) == event


def test_an_exception_takes_the_place_of_what_was_moved_or_cancelled() -> None:
    day = date(2026, 9, 12)
    event = checked_event(
        replace(
            MARKET,
            exceptions=(day, day),
            moved=(MovedOccurrence(day, at(13, 9)),),
            cancelled_on=(day,),
        )
    )
    assert (event.exceptions, event.moved, event.cancelled_on) == ((day,), (), ())


def test_strays_can_be_forgotten_when_a_rule_changes() -> None:
    event = replace(
        MARKET,
        recurrence="FREQ=WEEKLY;BYDAY=SU",
        moved=(MovedOccurrence(at(12, 8), at(14, 8)), MovedOccurrence(at(13, 8), at(15, 8))),
        cancelled_on=(date(2026, 9, 12), date(2026, 9, 20)),
    )
    kept = checked_event(without_strays(event))
    assert kept.moved == (MovedOccurrence(at(13, 8), at(15, 8)),)
    assert kept.cancelled_on == (date(2026, 9, 20),)


def test_too_many_dates_are_refused() -> None:
    days = tuple(date.fromordinal(730000 + number) for number in range(1001))
    assert refusal(replace(MARKET, exceptions=days)) == ("too-many-items", "exceptions")
