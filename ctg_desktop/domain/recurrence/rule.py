"""The iCalendar rules that the calendar understands (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from ctg_desktop.domain.event import Moment
from ctg_desktop.errors import UserError

FIELD = "recurrence"
MAX_INTERVAL = 1000
MAX_COUNT = 5000

_LONGEST = 500
_FIRST_YEAR = 1900
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PREFIX = re.compile(r"\s*RRULE\s*:", re.IGNORECASE)
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z?))?")


class Frequency(StrEnum):
    """How long a period of the rule is. Nothing shorter than a day is a public event."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True, order=True)
class Weekday:
    """A day of the week, perhaps the nth of its month or year.

    Attributes:
        day: ISO number, 1 for Monday to 7 for Sunday.
        nth: 1 for the first, -1 for the last; 0 for each.
    """

    day: int
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule, read.

    Attributes:
        until: Last moment; ``None`` without end.
        count: Number of occurrences; 0 without limit.
        week_start: ISO number of the first day of a week, which matters with an interval.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    until: Moment | None = None
    count: int = 0
    week_start: int = 1


def check_rule(rrule: str) -> str:
    """Return a rule as it is stored.

    Args:
        rrule: An RRULE value, with or without its name.

    Raises:
        UserError: ``recurrence-invalid``; ``part`` names what cannot be understood.
    """
    return write(parse(rrule))


def parse(rrule: str) -> Rule:
    """Read a rule.

    Raises:
        UserError: ``recurrence-invalid``; ``part`` names what cannot be understood.
    """
    text = _PREFIX.sub("", rrule, count=1).strip().upper() if len(rrule) <= _LONGEST else ""
    pieces = [_part(piece) for piece in text.split(";") if piece.strip()]
    parts = dict(pieces)
    if len(parts) != len(pieces):
        raise _refused(text)
    frequency = _frequency(parts.pop("FREQ", ""))
    read: dict[str, object] = {}
    for key, value in parts.items():
        if key not in _READERS:
            raise _refused(key)
        name, reader = _READERS[key]
        try:
            read[name] = reader(value)
        except (ValueError, OverflowError) as error:
            raise _refused(f"{key}={value}") from error
    return _coherent(replace(Rule(frequency), **read))  # type: ignore[arg-type]  # each reader gives its field's type


def write(rule: Rule) -> str:
    """Return a rule in iCalendar syntax, its parts always in the same order."""
    parts = [f"FREQ={rule.frequency}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={_until_text(rule.until)}")
    if rule.week_start != 1:
        parts.append(f"WKST={_DAYS[rule.week_start - 1]}")
    for key, numbers in (
        ("BYMONTH", rule.months),
        ("BYMONTHDAY", rule.month_days),
        ("BYDAY", [f"{one.nth or ''}{_DAYS[one.day - 1]}" for one in rule.weekdays]),
        ("BYSETPOS", rule.positions),
    ):
        if numbers:
            parts.append(f"{key}={','.join(map(str, numbers))}")
    return ";".join(parts)


def _part(part: str) -> tuple[str, str]:
    key, equals, value = part.partition("=")
    if not equals or not value.strip():
        raise _refused(part)
    return key.strip(), "".join(value.split())


def _frequency(value: str) -> Frequency:
    if value not in Frequency.__members__:
        raise _refused(f"FREQ={value}")
    return Frequency[value]


def _coherent(rule: Rule) -> Rule:
    """Refuse parts that contradict one another, and write the nth weekday in one way only."""
    monthly = rule.frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    if rule.count and rule.until is not None:
        raise _refused("COUNT;UNTIL")
    if any(one.nth for one in rule.weekdays) and not monthly:
        raise _refused("BYDAY")
    if rule.month_days and rule.frequency is Frequency.WEEKLY:
        raise _refused("BYMONTHDAY")
    if rule.positions and not (monthly and (rule.weekdays or rule.month_days)):
        raise _refused("BYSETPOS")
    plain = [one.day for one in rule.weekdays if not one.nth]
    if rule.frequency is Frequency.MONTHLY and rule.positions and not rule.month_days:
        only_one = len(plain) == 1 and len(rule.weekdays) == 1
        if only_one and all(abs(position) <= 5 for position in rule.positions):
            days = tuple(Weekday(plain[0], position) for position in rule.positions)
            return replace(rule, weekdays=days, positions=())
    return rule


def _numbers(*allowed: range) -> Callable[[str], tuple[int, ...]]:
    def read(value: str) -> tuple[int, ...]:
        found = sorted({int(one) for one in value.split(",")})
        if not all(any(one in some for some in allowed) for one in found):
            raise ValueError(value)
        return tuple(found)

    return read


def _one(allowed: range) -> Callable[[str], int]:
    def read(value: str) -> int:
        if int(value) not in allowed:
            raise ValueError(value)
        return int(value)

    return read


def _weekday(value: str) -> Weekday:
    match = _BYDAY.fullmatch(value)
    if match is None or match[1] in {"0", "00", "+0", "-0"} or abs(int(match[1] or 0)) > 53:
        raise ValueError(value)
    return Weekday(_DAYS.index(match[2]) + 1, int(match[1] or 0))


def _weekdays(value: str) -> tuple[Weekday, ...]:
    return tuple(sorted({_weekday(one) for one in value.split(",")}))


def _until(value: str) -> Moment:
    match = _UNTIL.fullmatch(value)
    if match is None:
        raise ValueError(value)
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if year < _FIRST_YEAR:
        raise ValueError(value)
    if match[4] is None:
        return date(year, month, day)
    clock = int(match[4]), int(match[5]), min(int(match[6]), 59)
    if not match[7]:
        return datetime(year, month, day, *clock)  # noqa: DTZ001 - local time without zone, as stored
    return _local(datetime(year, month, day, *clock, tzinfo=UTC))


def _local(moment: datetime) -> datetime:
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo("Europe/Paris")).replace(tzinfo=None)


def _until_text(until: Moment) -> str:
    return until.strftime("%Y%m%dT%H%M%S" if isinstance(until, datetime) else "%Y%m%d")


def _refused(part: str) -> UserError:
    return UserError("recurrence-invalid", field=FIELD, part=part[:60])


_READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "INTERVAL": ("interval", _one(range(1, MAX_INTERVAL + 1))),
    "COUNT": ("count", _one(range(1, MAX_COUNT + 1))),
    "UNTIL": ("until", _until),
    "BYDAY": ("weekdays", _weekdays),
    "BYMONTHDAY": ("month_days", _numbers(range(1, 32), range(-31, 0))),
    "BYMONTH": ("months", _numbers(range(1, 13))),
    "BYSETPOS": ("positions", _numbers(range(1, 367), range(-366, 0))),
    "WKST": ("week_start", lambda value: _DAYS.index(value) + 1),
}
