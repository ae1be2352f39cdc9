import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.event_json import event_from_json, event_to_json
from ctg_desktop.errors import UserError

LOCAL = datetime(2026, 9, 5, 14, 30)  # noqa: DTZ001 - local time, as stored

GIVEN: dict[str, Any] = {
    "title": "Lecture au moulin",
    "start": "2026-09-05T14:30",
    "end": "2026-09-05T16:00",
    "recurrence": "FREQ=MONTHLY;BYDAY=1SA",
    "exceptions": ["2026-10-03"],
    "moved": [{"from": "2026-11-07", "to": "2026-11-08T15:00"}],
    "cancelled_on": ["2026-12-05"],
    "place": "Médiathèque",
    "organiser": "",
    "audience": "Tout public",
    "price": "Gratuit",
    "description": "Avec goûter.",
    "cancelled": False,
    "published": True,
    "source": "",
}


def test_the_shape_is_read_and_given_back() -> None:
    event = event_from_json(GIVEN)
    assert event.start == LOCAL
    assert event.exceptions == (date(2026, 10, 3),)
    assert event.moved[0].original == date(2026, 11, 7)
    given_back = event_to_json(event)
    assert given_back["moved"] == [{"from": "2026-11-07", "to": "2026-11-08T15:00", "end": None}]
    assert {key: given_back[key] for key in GIVEN if key != "moved"} == {
        key: value for key, value in GIVEN.items() if key != "moved"
    }
    assert event_from_json(json.loads(json.dumps(given_back))) == event


def test_only_what_is_given_changes() -> None:
    base = event_from_json(GIVEN)
    changed = event_from_json({"title": "Conte", "exceptions": None, "end": None}, base=base)
    assert (changed.title, changed.exceptions, changed.end) == ("Conte", (), None)
    assert changed.start == base.start
    assert changed.moved == base.moved


def test_whole_days_and_other_time_zones() -> None:
    assert event_from_json({"title": "Fête", "start": "2026-07-14"}).start == date(2026, 7, 14)
    assert event_from_json({"title": "A", "start": "2026-09-05T12:30:00Z"}).start == LOCAL


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"titel": "x"}, "key-unknown", "titel"),
        ({"id": "x"}, "key-unknown", "id"),
        ({"moved": [{"from": "2026-11-07", "vers": "2026-11-08"}]}, "key-unknown", "moved.0.vers"),
        ({"moved": [{"to": "2026-11-08"}]}, "value-invalid", "moved.0.from"),
        ({"moved": "2026-11-08"}, "value-invalid", "moved"),
        ({"start": "demain"}, "value-invalid", "start"),
        ({"start": 3}, "value-invalid", "start"),
        ({"start": "0001-01-01T00:00+14:00"}, "value-invalid", "start"),
        ({"start": None}, "event-start-missing", "start"),
        ({"exceptions": ["31/12"]}, "value-invalid", "exceptions.0"),
        ({"cancelled": "non"}, "value-invalid", "cancelled"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    change: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        event_from_json(GIVEN | change)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_no_start_and_no_object_are_refused() -> None:
    with pytest.raises(UserError, match="event-start-missing"):
        event_from_json({"title": "Fête"})
    with pytest.raises(UserError, match="json-not-an-object"):
        event_from_json([GIVEN])


MOMENTS = st.one_of(
    st.dates(), st.datetimes().map(lambda moment: moment.replace(second=0, microsecond=0))
)


@given(
    st.builds(
        Event,
        title=st.text(),
        start=MOMENTS,
        end=st.none() | MOMENTS,
        exceptions=st.lists(st.dates()).map(tuple),
        moved=st.lists(
            st.builds(MovedOccurrence, original=MOMENTS, start=MOMENTS, end=st.none() | MOMENTS)
        ).map(tuple),
        description=st.text(),
        cancelled=st.booleans(),
    )
)
def test_every_event_comes_back(event: Event) -> None:
    assert event_from_json(event_to_json(event)) == event
