"""Slots as people type them: "9h-12h30", "de 9 à 12h", "09 h 00 – 12 h 30", "9h", "20h-minuit"."""

from __future__ import annotations

from ctg_desktop.domain.opening_hours.lexicon import MIDNIGHT, Kind
from ctg_desktop.domain.opening_hours.model import DAY_MINUTES, TimeSpan, runs_through_night
from ctg_desktop.domain.opening_hours.token_cursor import Cursor, NotUnderstoodError

_RANGE = (Kind.DASH, Kind.TO, Kind.UNTIL, Kind.SLASH)
_TIME_STARTS = (Kind.NUMBER, Kind.POINT)


def time_span(cursor: Cursor) -> TimeSpan:
    """Read a slot, or a start alone when no end follows.

    Raises:
        NotUnderstoodError: When what stands here is not a slot, or ends before it starts (unless
            it plainly runs through the night: from noon or later, to 8 in the morning at most).
    """
    offset = cursor.offset
    between = cursor.takes(Kind.BETWEEN)
    start_only = not between and cursor.takes(Kind.START, Kind.TO)
    start, start_is_bare = _time(cursor)
    if not _takes_range_mark(cursor, between=between):
        if start_is_bare or between or start >= DAY_MINUTES:
            return _midnight_start(start, offset, refused=start_is_bare or between)
        return TimeSpan(start)
    if start_only:
        raise NotUnderstoodError(offset)
    end, end_is_bare = _time(cursor)
    hours_unsaid = start_is_bare and end_is_bare
    goes_on = cursor.kind() in {Kind.DASH, Kind.TO, Kind.UNTIL} and cursor.kind(1) in _TIME_STARTS
    if goes_on or (hours_unsaid and cursor.kind() in {Kind.MONTH, Kind.SLASH, Kind.HOUR}):
        raise NotUnderstoodError(offset)
    return _slot(0 if start == MIDNIGHT else start, end, offset)


def _takes_range_mark(cursor: Cursor, *, between: bool) -> bool:
    if between:
        return cursor.takes(Kind.AND)
    if cursor.kind() not in _RANGE or cursor.kind(1) not in _TIME_STARTS:
        return False
    cursor.skip()
    return True


def _midnight_start(start: int, offset: int, *, refused: bool) -> TimeSpan:
    if refused or start > DAY_MINUTES:
        raise NotUnderstoodError(offset)
    return TimeSpan(0)


def _slot(start: int, end: int, offset: int) -> TimeSpan:
    end = end or DAY_MINUTES
    if end > start:
        return TimeSpan(start, end)
    if not runs_through_night(start, end):
        raise NotUnderstoodError(offset)
    return TimeSpan(start, end + DAY_MINUTES)


def _time(cursor: Cursor) -> tuple[int, bool]:
    """Read one time; the second value tells that it was a number with no mark of an hour."""
    offset = cursor.offset
    value = cursor.peek_value()
    if cursor.takes(Kind.POINT):
        return (value if isinstance(value, int) else 0), False
    spaced = _space_before_hour(cursor)
    hours, is_short = cursor.number(24), len(str(value)) <= 2
    minutes, bare = 0, False
    if cursor.takes(Kind.HOUR):
        minutes = _minutes_after_hour(cursor, spaced=spaced)
    elif cursor.kind() in {Kind.COLON, Kind.DOT} and _is_minutes(cursor, 1):
        cursor.skip()
        minutes = cursor.number(59)
        cursor.takes(Kind.HOUR)
    else:
        bare = True
    if not is_short or hours * 60 + minutes > DAY_MINUTES:
        raise NotUnderstoodError(offset)
    return hours * 60 + minutes, bare


def _space_before_hour(cursor: Cursor) -> bool:
    hour = cursor.token(1)
    return hour is not None and not hour.glued


def _minutes_after_hour(cursor: Cursor, *, spaced: bool) -> int:
    token = cursor.token()
    if token is None or not _is_minutes(cursor, 0):
        if token and token.kind is Kind.NUMBER and token.glued:
            raise NotUnderstoodError(token.start)
        return 0
    starts_a_slot = cursor.kind(1) in {Kind.DASH, Kind.TO, Kind.HOUR, Kind.COLON, Kind.SLASH}
    if not token.glued and (cursor.kind(1) is Kind.HOUR or (starts_a_slot and not spaced)):
        return 0
    return cursor.number(59)


def _is_minutes(cursor: Cursor, ahead: int) -> bool:
    text = str(cursor.peek_value(ahead))
    return cursor.kind(ahead) is Kind.NUMBER and len(text) == 2 and int(text) < 60
