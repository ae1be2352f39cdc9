"""Opening hours written day by day, put into OpenStreetMap syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ctg_desktop.domain import opening_hours as hours
from ctg_desktop.errors import UserError
from ctg_desktop.imports.prose import one_line

Week: TypeAlias = dict[int, list[tuple[str, str]]]

DAYS = {
    "lundi": 1,
    "mardi": 2,
    "mercredi": 3,
    "jeudi": 4,
    "vendredi": 5,
    "samedi": 6,
    "dimanche": 7,
}


@dataclass(frozen=True, slots=True)
class Part:
    """Hours of some days, and what was written beside them.

    Attributes:
        week: ISO weekday → pairs of times such as ``("09:00", "12:00")``.
        comment: One line of text, or nothing.
    """

    week: Week
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be made of written hours.

    Attributes:
        osm: OpenStreetMap syntax.
        understood: Whether nothing had to be kept as text.
        beside: What is said of several groups of days at once, to be shown once beside the hours.
    """

    osm: str
    understood: bool = True
    beside: str = ""


def opening_hours(parts: Sequence[Part], comment: str = "") -> Reading:
    """Put weekly hours together with what was written beside them.

    Comments are kept word for word: "uniquement le 2e samedi" changes what the hours mean. Each
    stays with its own days as long as no day stands in two parts.

    Args:
        parts: Hours of groups of days.
        comment: What was written beside all of them.
    """
    said, refused = one_line(comment), []
    groups: dict[str, Week] = {}
    for part in parts:
        valid, wrong = _sorted_out(part.week)
        refused += wrong
        week = groups.setdefault(one_line(part.comment), {})
        for day, spans in valid.items():
            week.setdefault(day, []).extend(spans)
    comments = [said, *refused]
    if _overlap(groups.values()):
        comments = [*groups, *comments]
        groups = {"": _joined(groups.values())}
    osm = "; ".join(filter(None, (_group(week, note) for note, week in groups.items())))
    comments += [note for note, week in groups.items() if note and not week]
    read = commented(hours.normalise(osm), " ".join(dict.fromkeys(filter(None, comments))))
    return read if not any(groups) else replace(read, understood=False)


def commented(osm: str, comment: str) -> Reading:
    """Put a comment on hours, or beside them where it would be said again and again."""
    if not comment:
        return Reading(osm)
    together = hours.with_comment(osm, comment)
    if together.count('"') > osm.count('"') + 2:
        return Reading(osm, understood=False, beside=comment)
    return Reading(together, understood=together.count('"') == osm.count('"'))


def _group(week: Week, comment: str) -> str:
    osm = hours.from_weekly({day: sorted(set(spans)) for day, spans in week.items()})
    return hours.with_comment(osm, comment) if osm else ""


def _sorted_out(week: Week) -> tuple[Week, list[str]]:
    """Return the slots that can be, and the others as text."""
    valid: Week = {}
    wrong = []
    for day, spans in week.items():
        for span in spans:
            try:
                hours.from_weekly({day: [span]})
            except UserError:
                wrong.append(f"{_name(day)} {span[0]}–{span[1]}")
            else:
                valid.setdefault(day, []).append(span)
    return valid, wrong


def _overlap(weeks: Iterable[Week]) -> bool:
    days = [day for week in weeks for day in week]
    return len(days) > len(set(days))


def _joined(weeks: Iterable[Week]) -> Week:
    joined: Week = {}
    for week in weeks:
        for day, spans in week.items():
            joined.setdefault(day, []).extend(spans)
    return joined


def _name(day: int) -> str:
    return next((name for name, number in DAYS.items() if number == day), str(day))
