"""Stamps: which site wrote a field, at which of its counters, and whether a file brought it.

A record keeps ``{"*": [site, counter], "name": [site, counter]}``: the star stands for every field
that has no stamp of its own, i.e. that was not written since the record was made. A third element,
``"import"``, marks a value that nobody typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Stamp = list[Any]
Stamps = dict[str, Any]

WHOLE = "*"
IMPORTED = "import"


def stamp(site: str, counter: int, *, imported: bool) -> Stamp:
    """Return the stamp of a value written now."""
    return [site, counter, IMPORTED] if imported else [site, counter]


def stamp_of(stamps: Stamps, field: str) -> Stamp:
    """Return the stamp of one field."""
    found: Stamp = stamps.get(field) or stamps.get(WHOLE) or []
    return found


def is_imported(one: Stamp) -> bool:
    """Tell whether the value was brought by a file rather than typed."""
    return len(one) > 2 and one[2] == IMPORTED


def renewed(stamps: Stamps, site: str, counter: int) -> Stamps:
    """Return the stamps of a record that is made again as it was: new counter, same standing."""
    whole = is_imported(stamps.get(WHOLE, []))
    fresh = {WHOLE: stamp(site, counter, imported=whole)}
    for field, old in stamps.items():
        if is_imported(old) != whole:
            fresh[field] = stamp(site, counter, imported=not whole)
    return fresh


def typed_fields(stamps: Stamps, fields: Iterable[str]) -> set[str]:
    """Return those of the fields whose last writer was a person."""
    return {field for field in fields if not is_imported(stamp_of(stamps, field))}
