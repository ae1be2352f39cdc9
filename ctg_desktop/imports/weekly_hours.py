"""Opening hours written day by day, put into OpenStreetMap syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from ctg_desktop.domain import opening_hours as hours
from ctg_desktop.domain.text import clean

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

_BLANKS = re.compile(r"\s+")


def opening_hours(week: Week, comments: Iterable[str]) -> tuple[str, bool]:
    """Return weekly hours with what was written beside them, and whether all was understood.

    Comments are kept word for word: "uniquement le 2e samedi" changes what the hours mean.
    """
    osm = hours.from_weekly({day: sorted(set(spans)) for day, spans in week.items() if spans})
    said = [_BLANKS.sub(" ", clean(one)) for one in comments]
    comment = " ".join(dict.fromkeys(one for one in said if one))
    if not comment:
        return osm, True
    return hours.with_comment(osm, comment), False
