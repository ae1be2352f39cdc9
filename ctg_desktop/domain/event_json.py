"""The JSON shape of an event that commands read and give back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.event import Event, Moment, MovedOccurrence
from ctg_desktop.errors import UserError

_MOVED_KEYS = frozenset({"from", "to", "end"})


@dataclass(frozen=True, slots=True)
class _Plain:
    """The keys of the shape whose values JSON knows, with their defaults."""

    id: str = ""
    title: str = ""
    recurrence: str = ""
    exceptions: tuple[date, ...] = ()
    cancelled_on: tuple[date, ...] = ()
    place: str = ""
    organiser: str = ""
    audience: str = ""
    price: str = ""
    description: str = ""
    cancelled: bool = False
    published: bool = True
    source: str = ""


_PLAIN_KEYS = tuple(_Plain.__dataclass_fields__)


def event_from_json(data: object, *, base: Event | None = None) -> Event:
    """Read an event, or the fields of one that change.

    Args:
        data: A decoded JSON object. ``start`` and ``end`` are ISO dates or local times;
            ``moved`` lists objects with ``from``, ``to`` and perhaps ``end``.
        base: The event to change; ``None`` for a new one.

    Raises:
        UserError: ``key-unknown`` (an ``id`` is unknown too: the program makes it),
            ``value-invalid``, ``json-not-an-object``, ``event-start-missing``.
    """
    if not isinstance(data, Mapping):
        raise UserError("json-not-an-object")
    event = base or Event()
    data = json_shape.without_id(data, event.id)
    if data.get("start") is None and (base is None or "start" in data):
        raise UserError("event-start-missing", field="start")
    rest = {key: value for key, value in data.items() if key not in _MOMENTS}
    plain = json_shape.read(rest, _Plain(**{key: getattr(event, key) for key in _PLAIN_KEYS}))
    moments = {key: read(key, data[key]) for key, read in _MOMENTS.items() if key in data}
    return replace(event, **{key: getattr(plain, key) for key in _PLAIN_KEYS}, **moments)


def event_to_json(event: Event) -> dict[str, Any]:
    """Return the JSON-able form of an event, in the order of its fields."""
    return {
        "id": event.id,
        "title": event.title,
        "start": _text(event.start),
        "end": _text(event.end),
        "recurrence": event.recurrence,
        "exceptions": [day.isoformat() for day in event.exceptions],
        "moved": [
            {"from": _text(one.original), "to": _text(one.start), "end": _text(one.end)}
            for one in event.moved
        ],
        "cancelled_on": [day.isoformat() for day in event.cancelled_on],
        "place": event.place,
        "organiser": event.organiser,
        "audience": event.audience,
        "price": event.price,
        "description": event.description,
        "cancelled": event.cancelled,
        "published": event.published,
        "source": event.source,
    }


def _text(moment: Moment | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return None if moment is None else moment.isoformat()


def _moment(key: str, value: object) -> Moment:
    if not isinstance(value, str):
        raise _invalid(key)
    try:
        if "T" not in value and " " not in value:
            return date.fromisoformat(value)
        return _local(datetime.fromisoformat(value))
    except (ValueError, OverflowError) as error:
        raise _invalid(key) from error


def _optional_moment(key: str, value: object) -> Moment | None:
    return None if value is None else _moment(key, value)


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo("Europe/Paris")).replace(tzinfo=None)


def _all_moved(key: str, value: object) -> tuple[MovedOccurrence, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _invalid(key)
    return tuple(_moved(f"{key}.{index}", one) for index, one in enumerate(value))


def _moved(path: str, value: object) -> MovedOccurrence:
    if not isinstance(value, Mapping):
        raise _invalid(path)
    for key in value:
        if key not in _MOVED_KEYS:
            raise UserError("key-unknown", field=f"{path}.{key}", key=f"{path}.{key}"[:80])
    return MovedOccurrence(
        original=_moment(f"{path}.from", value.get("from")),
        start=_moment(f"{path}.to", value.get("to")),
        end=_optional_moment(f"{path}.end", value.get("end")),
    )


def _invalid(key: str) -> UserError:
    return UserError("value-invalid", field=key, key=key)


_MOMENTS: dict[str, Callable[[str, object], Any]] = {
    "start": _moment,
    "end": _optional_moment,
    "moved": _all_moved,
}
