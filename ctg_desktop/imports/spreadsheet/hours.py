"""Opening hours of a row: one column, or one a day, and what is said beside them."""

from __future__ import annotations

from ctg_desktop.domain import opening_hours as hours
from ctg_desktop.domain.column_mapping import DAY_TARGETS, Target
from ctg_desktop.imports.spreadsheet import values
from ctg_desktop.imports.spreadsheet.row import MappedRow
from ctg_desktop.imports.weekly_hours import DAYS, Part, Week, opening_hours


def hours_of(row: MappedRow) -> tuple[str, bool]:
    """Return hours in OpenStreetMap syntax, and whether all that was written is understood."""
    comment = row.joined(Target.HOURS_COMMENT, " ")
    parts = [_day(row, name, number) for name, number in DAYS.items()]
    if any(part.week or part.comment for part in parts):
        written = row.joined(Target.OPENING_HOURS, " ")
        return opening_hours(parts, " ".join(filter(None, (written, comment))))
    osm, understood = values.opening_hours(row.joined(Target.OPENING_HOURS, " ; "))
    if not osm or not comment:
        return values.opening_hours(comment) if comment else (osm, understood)
    return hours.with_comment(osm, comment), False


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
