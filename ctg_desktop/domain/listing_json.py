"""The JSON shape of a listing that commands read and give back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ctg_desktop.domain import json_shape, opening_hours, text
from ctg_desktop.domain.listing import Listing


def listing_from_json(data: object, *, base: Listing | None = None) -> Listing:
    """Read a listing, or the fields of one that change.

    Args:
        data: A decoded JSON object; opening hours as people type them, or as they are stored and
            given back: "Mar 10:00-12:00" is March then, not "mardi".
        base: The listing to change; ``None`` for a new one.

    Raises:
        UserError: ``key-unknown`` (an ``id`` is unknown too: the program makes it),
            ``value-invalid``, ``json-not-an-object``, ``text-too-long`` for opening hours.
    """
    if isinstance(data, dict):
        data = json_shape.without_id(data, base.id if base else "")
    listing = json_shape.read(data, base or Listing())
    hours = text.paragraph(listing.opening_hours, "opening_hours", limit=opening_hours.TEXT_LIMIT)
    return replace(listing, opening_hours=_hours(hours, before=base.opening_hours if base else ""))


def listing_to_json(listing: Listing) -> dict[str, Any]:
    """Return the JSON-able form of a listing, in the order of its fields."""
    return json_shape.write(listing)


def _hours(given: str, *, before: str) -> str:
    if given == before or opening_hours.is_stored_form(given):
        return given
    return opening_hours.parse_typed(given).osm
