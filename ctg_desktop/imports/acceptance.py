"""Values of a foreign file, made what the rules of the directory accept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ctg_desktop.domain.import_plan import ForeignRecord
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import checked
from ctg_desktop.domain.text import LINE_LIMIT, SUMMARY_LIMIT, TEXT_LIMIT, clean
from ctg_desktop.errors import UserError

# With more refused values than this in one row, the row itself is refused.
PATIENCE = 200

_LIMITS = {
    "name": LINE_LIMIT,
    "summary": SUMMARY_LIMIT,
    "description": TEXT_LIMIT,
    "description_en": TEXT_LIMIT,
}


def accepted(record: ForeignRecord, check: Callable[[Listing], Listing] = checked) -> ForeignRecord:
    """Return the record with a listing that the rules accept, or refused with a reason.

    A value that cannot be what its column says, such as a phone that is no phone, is left out and
    its field named in ``kept_as_text``; nothing else of the row is lost. It is not moved to a text
    that is printed: it may be private.

    Args:
        record: What the file says.
        check: The rules of the directory.
    """
    listing = _fitted(record.listing)
    told = list(record.kept_as_text)
    for _ in range(PATIENCE):
        try:
            listing = check(listing)
        except UserError as error:
            if error.field.split(".")[0] in {"", "name"}:
                return replace(record, refuse="name-missing")
            listing = _without(listing, error.field)
            told.append(error.field.split(".")[0])
        else:
            return replace(record, listing=listing, kept_as_text=tuple(dict.fromkeys(told)))
    return replace(record, refuse="too-many-faults")


def _fitted(listing: Listing) -> Listing:
    """Cut what is too long, rather than lose it."""
    cut = {
        field: _cut(text, limit)
        for field, limit in _LIMITS.items()
        if len(text := getattr(listing, field)) > limit
    }
    return _with(listing, cut) if cut else listing


def _cut(text: str, limit: int) -> str:
    text = clean(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _without(listing: Listing, path: str) -> Listing:
    """Return the listing without the value at a dotted path."""
    root, *rest = path.split(".")
    value = getattr(listing, root)
    if isinstance(value, tuple) and rest and rest[0].isdigit():
        return _with(listing, {root: _without_item(value, int(rest[0]), rest[1:])})
    if rest and not isinstance(value, str):
        return _with(listing, {root: _emptied(value, rest[0])})
    return _with(listing, {root: getattr(Listing(), root)})


def _with(listing: Listing, values: dict[str, Any]) -> Listing:
    return replace(listing, **values)


def _without_item(items: tuple[Any, ...], index: int, rest: list[str]) -> tuple[Any, ...]:
    """Empty a detail of one item (a contact person's phone), or drop the item."""
    optional = rest and rest[0] in {"label", "proof", "role", "phone", "email"}
    kept = (_emptied(items[index], rest[0]),) if optional else ()
    return (*items[:index], *kept, *items[index + 1 :])


def _emptied(value: Any, attribute: str) -> Any:
    old = getattr(value, attribute)
    return replace(value, **{attribute: type(old)()})
