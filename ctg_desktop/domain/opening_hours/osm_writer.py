"""Rules written as OpenStreetMap ``opening_hours`` text."""

from __future__ import annotations

from ctg_desktop.domain.opening_hours.model import (
    DAY_MINUTES,
    DateSpan,
    DaySpan,
    Rule,
    Rules,
    State,
    TimeSpan,
    YearDay,
)

DAY_CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTH_CODES = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_QUOTES = ("“", "”")


def write(rules: Rules) -> str:
    """Return the rules in OpenStreetMap syntax."""
    if not rules:
        return ""
    first, *others = rules
    return _rule(first) + "".join(rule.join.value + _rule(rule) for rule in others)


def kept_text(text: str) -> str:
    """Return a text as a comment rule, its straight double quotes made typographic."""
    return f'"{unquoted(text)}"'


def unquoted(text: str) -> str:
    """Return the text with its straight double quotes opened and closed in turn."""
    first, *pieces = text.split('"')
    return first + "".join(_QUOTES[rank % 2] + piece for rank, piece in enumerate(pieces))


def clock(minutes: int) -> str:
    """Return minutes since midnight as ``HH:MM``; past midnight as the next day's time."""
    if minutes > DAY_MINUTES:
        minutes -= DAY_MINUTES
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _rule(rule: Rule) -> str:
    words = [
        ",".join(_dates(span) for span in rule.dates),
        f"week {rule.weeks.value}" if rule.weeks else "",
        "SH" if rule.in_school_holidays else "",
        ",".join([*map(_days, rule.days), *(holiday.value for holiday in rule.holidays)]),
        ",".join(map(_times, rule.times)),
        _state(rule),
        f'"{rule.comment}"' if rule.comment else "",
    ]
    return " ".join(filter(None, words)) or "24/7"


def _state(rule: Rule) -> str:
    if rule.state is State.CLOSED or bool(rule.comment) is (rule.state is State.OPEN):
        return rule.state.value
    return ""


def _dates(span: DateSpan) -> str:
    if span.start == span.end:
        return _year_day(span.start)
    if span.start.day and _same_month(span):
        return f"{_year_day(span.start)}-{span.end.day:02}"
    return f"{_year_day(span.start)}-{_year_day(span.end)}"


def _same_month(span: DateSpan) -> bool:
    same = span.start.month == span.end.month and span.start.year == span.end.year
    return same and span.start.day <= span.end.day


def _year_day(moment: YearDay) -> str:
    year = f"{moment.year} " if moment.year else ""
    day = f" {moment.day:02}" if moment.day else ""
    return f"{year}{MONTH_CODES[moment.month - 1]}{day}"


def _days(span: DaySpan) -> str:
    first = DAY_CODES[span.first - 1]
    if span.nth:
        return f"{first}[{','.join(map(str, span.nth))}]"
    return first if span.first == span.last else f"{first}-{DAY_CODES[span.last - 1]}"


def _times(span: TimeSpan) -> str:
    return f"{clock(span.start)}-{clock(span.end)}" if span.end else f"{clock(span.start)}+"
