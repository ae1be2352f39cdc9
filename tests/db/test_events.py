"""Events come back as they were stored, and none that may occur is missing from a selection."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.event import Event, Moment, MovedOccurrence
from ctg_desktop.domain.recurrence import occurrences
from ctg_desktop.errors import UserError

from .samples import SERIES

MARCH = date(2026, 3, 1)


def store(vault: Vault, *some: Event) -> list[Event]:
    with vault.writing("event-added") as work:
        return work.events.add_many(some)


def between(vault: Vault, start: date, end: date) -> list[str]:
    with vault.reading() as stored:
        return [event.title for event in stored.events.between(start, end)]


@pytest.mark.parametrize(
    "event",
    [
        SERIES,
        Event(title="Fête", start=date(2026, 7, 14)),
        Event(title="Foire", start=date(2026, 7, 14), end=date(2026, 7, 16), published=False),
        Event(title="Minuit", start=datetime.fromisoformat("2026-12-31T00:00"), cancelled=True),
        replace(SERIES, moved=(replace(SERIES.moved[0], end=None),), end=None),
    ],
    ids=lambda event: event.title,
)
def test_an_event_comes_back_with_every_field(vault: Vault, event: Event) -> None:
    (stored,) = store(vault, event)
    assert stored == replace(event, id=stored.id)
    with vault.reading() as reading:
        assert reading.events.get(stored.id) == stored
        assert reading.events.all() == [stored]
        assert type(reading.events.get(stored.id).start) is type(event.start)


def test_an_event_is_changed_and_deleted(vault: Vault) -> None:
    (stored,) = store(vault, SERIES)
    with vault.writing("event-saved") as work:
        work.events.save(replace(stored, title="Marché", start=date(2026, 3, 7), end=None))
    assert work.changes.events == {stored.id}
    with vault.writing("events-deleted") as work:
        work.events.delete([stored.id])
    with vault.reading() as reading, pytest.raises(UserError, match="event-unknown"):
        reading.events.get(stored.id)


def test_events_are_listed_by_text_state_and_order(vault: Vault) -> None:
    late, early, draft = store(
        vault,
        Event(title="Bal du 14 juillet", start=date(2026, 7, 13)),
        Event(title="Vide-grenier", start=date(2026, 4, 5), description="Bal le soir"),
        Event(title="Assemblée", start=date(2026, 5, 1), published=False),
    )
    with vault.reading() as stored:
        assert stored.events.ids() == [early.id, draft.id, late.id]
        assert stored.events.ids(by="title") == [draft.id, late.id, early.id]
        assert stored.events.ids(by="title", descending=True) == [early.id, late.id, draft.id]
        assert stored.events.ids(published=True) == [early.id, late.id]
        assert stored.events.ids(published=False) == [draft.id]
        assert stored.events.ids("bal") == [early.id, late.id]


def test_an_event_is_between_days_when_it_touches_them(vault: Vault) -> None:
    store(vault, Event(title="foire", start=date(2026, 3, 10), end=date(2026, 3, 12)))
    assert between(vault, date(2026, 3, 12), date(2026, 3, 13)) == ["foire"]
    assert between(vault, date(2026, 3, 1), date(2026, 3, 11)) == ["foire"]
    assert between(vault, date(2026, 3, 13), date(2026, 4, 1)) == []
    assert between(vault, date(2026, 3, 1), date(2026, 3, 10)) == []


def test_a_series_is_there_until_its_rule_ends_and_for_ever_without_end(vault: Vault) -> None:
    store(vault, SERIES, replace(SERIES, title="sans fin", recurrence="FREQ=WEEKLY"))
    assert between(vault, date(2026, 11, 1), date(2026, 12, 1)) == [SERIES.title, "sans fin"]
    assert between(vault, date(2030, 1, 1), date(2030, 2, 1)) == ["sans fin"]
    assert between(vault, date(2025, 1, 1), date(2026, 3, 7)) == []


def test_a_moved_occurrence_widens_the_days_of_its_series(vault: Vault) -> None:
    moved = MovedOccurrence(date(2026, 3, 2), date(2027, 6, 1))
    earlier = MovedOccurrence(date(2026, 3, 3), date(2025, 1, 1))
    daily = Event(
        title="x", start=MARCH, recurrence="FREQ=DAILY;UNTIL=20260310", moved=(moved, earlier)
    )
    store(vault, daily)
    assert between(vault, date(2027, 6, 1), date(2027, 6, 2)) == ["x"]
    assert between(vault, date(2025, 1, 1), date(2025, 1, 2)) == ["x"]


@pytest.mark.parametrize("until", ["99991231", "20261399", "20260230T000000Z"])
def test_a_rule_whose_end_is_no_usable_day_never_ends(vault: Vault, until: str) -> None:
    store(vault, Event(title="x", start=MARCH, recurrence=f"FREQ=DAILY;UNTIL={until}"))
    assert between(vault, date(2090, 1, 1), date(2090, 1, 2)) == ["x"]


RULES = (
    "",
    "FREQ=DAILY;COUNT=5",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=WEEKLY;UNTIL=20260601",
    "FREQ=MONTHLY;BYDAY=1SA",
    "FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20261231T225959Z",
    "FREQ=YEARLY",
)
some_days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Return an event of a day or a time, once or repeated, with moved occurrences."""
    day = draw(some_days)
    timed = draw(st.booleans())
    length = timedelta(days=draw(st.integers(0, 3)))

    def moment(of: date) -> Moment:
        return datetime.fromisoformat(f"{of.isoformat()}T21:30") if timed else of

    rule = draw(st.sampled_from(RULES))
    moved = ()
    if rule:
        originals = [
            one.start
            for one in occurrences(Event("x", "x", moment(day), None, rule), day, date(2028, 1, 1))
        ]
        if originals:
            moved = (MovedOccurrence(draw(st.sampled_from(originals)), moment(draw(some_days))),)
    end = draw(st.sampled_from([None, moment(day + length)]))
    return Event(title="x", start=moment(day), end=end, recurrence=rule, moved=moved)


@given(event=events(), start=some_days, length=st.integers(1, 60))
def test_no_event_that_occurs_is_missing(
    shared: Vault, event: Event, start: date, length: int
) -> None:
    (stored,) = store(shared, event)
    end = start + timedelta(days=length)
    with shared.reading() as reading:
        selected = {one.id for one in reading.events.between(start, end)}
    with shared.writing("events-deleted") as work:
        work.events.delete([stored.id])
    if occurrences(stored, start, end):
        assert stored.id in selected
