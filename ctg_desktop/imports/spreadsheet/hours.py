"""Opening hours of a row: one column, or one a day, and what is said beside them."""

from __future__ import annotations

from dataclasses import replace

from ctg_desktop.domain.column_mapping import DAY_TARGETS, Target
from ctg_desktop.imports.spreadsheet import values
from ctg_desktop.imports.spreadsheet.row import MappedRow
from ctg_desktop.imports.weekly_hours import (
    DAYS,
    Part,
    Reading,
    Week,
    commented,
    opening_hours,
)


def hours_of(row: MappedRow) -> Reading:
    """Return the hours of a row, and what could only be kept as text."""
    comment = row.joined(Target.HOURS_COMMENT, " ")
    parts = [_day(row, name, number) for name, number in DAYS.items()]
    if any(part.week or part.comment for part in parts):
        written = row.joined(Target.OPENING_HOURS, " ")
        return opening_hours(parts, " ".join(filter(None, (written, comment))))
    osm, understood = values.opening_hours(row.joined(Target.OPENING_HOURS, " ; "))
    if not osm and comment:
        return Reading(*values.opening_hours(comment))
    read = commented(osm, comment)
    return read if understood else replace(read, understood=False)


def _day(row: MappedRow, name: str, number: int) -> Part:
    slots: list[tuple[str, str]] = []
    said = []
    for text in row.texts(DAY_TARGETS[number - 1]):
        found, words = values.day_slots(text)
        slots += found
        said.append(words)
    week: Week = {number: slots} if slots else {}
    words = " ".join(filter(None, said))
    return Part(week, words if slots or not words else f"{name} : {words}")
