"""The JSON shapes of families that commands read and give back."""

from __future__ import annotations

from typing import Any

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.household import Household


def household_from_json(data: object, *, base: Household | None = None) -> Household:
    """Read a household, or the fields of one that change.

    Args:
        data: A decoded JSON object.
        base: The household to change; ``None`` for a new one.

    Raises:
        UserError: ``key-unknown`` (an ``id`` is unknown too: the program makes it),
            ``value-invalid``, ``json-not-an-object``.
    """
    if isinstance(data, dict):
        data = json_shape.without_id(data, base.id if base else "")
    return json_shape.read(data, base or Household())


def household_to_json(household: Household) -> dict[str, Any]:
    """Return the JSON-able form of a household, in the order of its fields."""
    return json_shape.write(household)


def note_from_json(data: object, *, household: str) -> ContactNote:
    """Read a new note of a household; one without a date is dated when it is saved.

    Raises:
        UserError: As :func:`household_from_json`.
    """
    if isinstance(data, dict):
        data = json_shape.without_id(data, "")
    return json_shape.read(data, ContactNote(household=household))


def referral_from_json(data: object, *, base: Referral | None = None) -> Referral:
    """Read a referral, or the fields of one that change; one without a date is dated when saved.

    Args:
        data: A decoded JSON object.
        base: The referral to change; ``None`` for a new one.

    Raises:
        UserError: As :func:`household_from_json`.
    """
    if isinstance(data, dict):
        data = json_shape.without_id(data, base.id if base else "")
    return json_shape.read(data, base or Referral())
