"""Repetitions in French: "Chaque mercredi à 14 h 30, jusqu’au 30 juin 2027"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import MONTHS, NBSP, WEEKDAYS
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.moments import day_of
from ctg_desktop.domain.recurrence import outline
from ctg_desktop.domain.recurrence.rule import Frequency, Rule, Weekday

_ORDINALS = {
    1: "premier",
    2: "deuxième",
    3: "troisième",
    4: "quatrième",
    5: "cinquième",
    -1: "dernier",
    -2: "avant-dernier",
}
_SMALL = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"}
_WORKING_DAYS = (1, 2, 3, 4, 5)
_SPECIAL = "Selon un calendrier particulier"


def rule_to_french(event: Event, *, since: date | None = None) -> str:
    """Return when an event takes place, as a sentence without its full stop.

    Dates moved or cancelled are shown where they fall and are not named here.

    Args:
        event: An event; one without recurrence gives an empty text.
        since: Exceptions before this day are left out.

    Raises:
        UserError: ``recurrence-invalid``.
    """
    if not event.recurrence:
        return ""
    rule = outline.rule_in_full(event)
    head, *limits = _SUBJECTS[rule.frequency](rule)
    sentence = head + _times(event)
    if outline.length(event) > 1:
        limits.append(f"pendant {wording.plural(outline.length(event), 'jour', 'jours')}")
    limits += [*_end(rule), *_exceptions(event, rule, since)]
    sentence = ", ".join([sentence, *limits])
    return sentence[0].upper() + sentence[1:]


def _daily(rule: Rule) -> list[str]:
    if rule.weekdays and rule.interval == 1:
        return [_each(_days(rule.weekdays)), *_months(rule.months)]
    if rule.month_days or rule.weekdays:
        return [_SPECIAL]
    head = "chaque jour" if rule.interval == 1 else f"tous les {_count(rule.interval)} jours"
    return [head, *_months(rule.months)]


def _weekly(rule: Rule) -> list[str]:
    days, limits = _days(rule.weekdays), _months(rule.months)
    names = [WEEKDAYS[day - 1] for day in days]
    if rule.interval == 1:
        return [_each(days), *limits]
    if rule.interval not in _SMALL:
        return [_the(names), f"toutes les {rule.interval} semaines", *limits]
    if len(days) == 1:
        return [f"un {names[0]} sur {_SMALL[rule.interval]}", *limits]
    return [_the(names), f"une semaine sur {_SMALL[rule.interval]}", *limits]


def _monthly(rule: Rule) -> list[str]:
    if rule.weekdays and rule.month_days:
        return _weekdays_of_dates(rule)
    if rule.weekdays and not rule.positions and not rule.weekdays[0].nth:
        every = [] if rule.interval == 1 else [_every_months(rule.interval)]
        return [_each(_days(rule.weekdays)), *every, *_months(rule.months)]
    subject = _days_of_period(rule)
    if not subject:
        return [_SPECIAL]
    if rule.interval > 1:
        return [subject, _every_months(rule.interval), *_months(rule.months)]
    if len(rule.months) == 1:
        return [f"{subject} {_of(rule.months[0])}"]
    return [f"{subject} du mois", *_months(rule.months)]


def _yearly(rule: Rule) -> list[str]:
    every = "chaque année" if rule.interval == 1 else f"tous les {_count(rule.interval)} ans"
    if rule.weekdays and rule.month_days:
        return _weekdays_of_dates(rule)
    if rule.weekdays and not rule.positions and not rule.weekdays[0].nth:
        head = _each(_days(rule.weekdays))
        return [head, *([] if rule.interval == 1 else [every]), *_months(rule.months)]
    if rule.months and not rule.weekdays and not rule.positions:
        dates = [_date(day, month) for month in rule.months for day in rule.month_days]
        return [f"{every} {wording.joined(dates)}"]
    subject = _days_of_period(rule)
    if not subject:
        return [_SPECIAL]
    months = [_of(month) for month in rule.months]
    return [f"{every} {subject} {wording.joined(months) or 'de l’année'}"]


_SUBJECTS: dict[Frequency, Callable[[Rule], list[str]]] = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}


def _days(weekdays: Iterable[Weekday]) -> tuple[int, ...]:
    return tuple(sorted({one.day for one in weekdays}))


def _each(days: tuple[int, ...]) -> str:
    run = outline.run(days, 7)
    if len(days) == 7:
        return "chaque jour"
    if run is not None:
        return f"du {WEEKDAYS[run[0] - 1]} au {WEEKDAYS[run[1] - 1]}"
    return f"chaque {wording.joined([WEEKDAYS[day - 1] for day in days])}"


def _the(names: list[str]) -> str:
    return wording.joined([f"le {name}" for name in names])


def _days_of_period(rule: Rule) -> str:
    """Return which days of a month or year a rule takes, empty when that is hard to say."""
    if rule.positions:
        return _nth_of_several(rule)
    if not rule.weekdays:
        return _month_days(rule.month_days)
    return _nth_weekdays(rule.weekdays)


def _weekdays_of_dates(rule: Rule) -> list[str]:
    nth = any(one.nth for one in rule.weekdays) or min(rule.month_days) < 0
    if nth or rule.positions or rule.interval > 1:
        return [_SPECIAL]
    names = wording.joined([WEEKDAYS[day - 1] for day in _days(rule.weekdays)], "ou")
    numbers = wording.joined([wording.day_number(day) for day in rule.month_days], "ou")
    return [f"chaque {names} {numbers}", *_months(rule.months)]


def _nth_of_several(rule: Rule) -> str:
    days = _days(rule.weekdays)
    if rule.month_days or any(one.nth for one in rule.weekdays):
        return ""
    names = wording.joined([WEEKDAYS[day - 1] for day in days], "ou")
    day = {7: "jour", 5: "jour ouvré" if days == _WORKING_DAYS else names}.get(len(days), names)
    return wording.joined([f"le {_ordinal(position)} {day}" for position in rule.positions])


def _nth_weekdays(weekdays: tuple[Weekday, ...]) -> str:
    days = _days(weekdays)
    nths = sorted((one.nth for one in weekdays), key=lambda nth: (nth < 0, nth))
    if len(days) == 1 and len(nths) > 1:
        return f"les {wording.joined([_ordinal(nth) for nth in nths])} {WEEKDAYS[days[0] - 1]}s"
    ordered = sorted(weekdays, key=lambda one: (one.nth < 0, one.nth, one.day))
    return wording.joined([f"le {_ordinal(one.nth)} {WEEKDAYS[one.day - 1]}" for one in ordered])


def _month_days(days: tuple[int, ...]) -> str:
    names = [wording.day_number(day) for day in days if day > 0]
    head = [f"les {wording.joined(names)}" if len(names) > 1 else f"le {names[0]}"] if names else []
    return wording.joined([*head, *(_from_the_end(day) for day in days if day < 0)])


def _from_the_end(day: int) -> str:
    return f"le {_ordinal(day)} jour" if day in _ORDINALS else f"le {-day}e jour avant la fin"


def _date(day: int, month: int) -> str:
    if day < 0:
        return f"{_from_the_end(day)} {_of(month)}"
    return f"le {wording.day_number(day)}{NBSP}{MONTHS[month - 1]}"


def _ordinal(nth: int) -> str:
    return _ORDINALS.get(nth) or (f"{nth}e" if nth > 0 else f"{-nth}e avant-dernier")


def _of(month: int) -> str:
    name = MONTHS[month - 1]
    return f"d’{name}" if name[0] in "ao" else f"de {name}"


def _count(number: int) -> str:
    return _SMALL.get(number, f"{number}")


def _every_months(interval: int) -> str:
    return "un mois sur deux" if interval == 2 else f"tous les {_count(interval)} mois"


def _months(months: tuple[int, ...]) -> list[str]:
    run = outline.run(months, 12)
    if not months or len(months) == 12:
        return []
    if run is not None:
        return [f"{_of(run[0])} à {MONTHS[run[1] - 1]}"]
    return [f"en {wording.joined([MONTHS[month - 1] for month in months])}"]


def _times(event: Event) -> str:
    start, end = outline.times(event)
    if start is None:
        return ""
    if end is None:
        return f" à{NBSP}{wording.time(start)}"
    return f" de{NBSP}{wording.time(start)} à{NBSP}{wording.time(end)}"


def _end(rule: Rule) -> list[str]:
    if rule.until is not None:
        last = day_of(rule.until)
        return [f"jusqu’au {wording.day_of_month(last)} {last.year}"]
    return [f"{wording.number(rule.count)} fois"] if rule.count else []


def _exceptions(event: Event, rule: Rule, since: date | None) -> list[str]:
    days = outline.exceptions(event, since)
    if len(days) > outline.MOST_EXCEPTIONS:
        return [f"sauf {wording.plural(len(days), 'date', 'dates')}"]
    with_year = not outline.within_a_year(event, rule)
    groups = [_same_month(group, with_year=with_year) for group in outline.by_month(days)]
    return [f"sauf {wording.joined(groups)}"] if groups else []


def _same_month(days: list[date], *, with_year: bool) -> str:
    numbers = wording.joined([wording.day_number(day.day) for day in days])
    year = f" {days[0].year}" if with_year else ""
    article = "les" if len(days) > 1 else "le"
    return f"{article} {numbers}{NBSP}{MONTHS[days[0].month - 1]}{year}"
