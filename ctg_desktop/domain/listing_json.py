"""The JSON shape of a listing that commands read and give back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ctg_desktop.domain import json_shape, opening_hours
from ctg_desktop.domain.listing import Listing
from ctg_desktop.errors import UserError


def listing_from_json(data: object, *, base: Listing | None = None) -> Listing:
    """Read a listing, or the fields of one that change.

    Args:
        data: A decoded JSON object; opening hours as people type them or in OpenStreetMap syntax.
        base: The listing to change; ``None`` for a new one.

    Raises:
        UserError: ``key-unknown`` (an ``id`` is unknown too: the program makes it),
            ``value-invalid``, ``json-not-an-object``.
    """
    if isinstance(data, dict) and "id" in data and data["id"] != (base.id if base else ""):
        raise UserError("key-unknown", field="id", key="id")
    listing = json_shape.read(data, base or Listing())
    return replace(listing, opening_hours=opening_hours.parse_typed(listing.opening_hours).osm)


def listing_to_json(listing: Listing) -> dict[str, Any]:
    """Return the JSON-able form of a listing, in the order of its fields."""
    return json_shape.write(listing)
