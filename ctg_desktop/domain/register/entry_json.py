"""The JSON shape of an entry of the register that commands read and give back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.errors import UserError

_STEPS = frozenset(
    {"state", "acknowledged_on", "registered_on", "objected_on", "confirmed_on", "calls"}
)
"""Given back, but changed by a command of their own."""


def entry_from_json(data: object, *, base: RegisterEntry | None = None) -> RegisterEntry:
    """Read an entry, or the fields of one that change.

    Steps and calls may be repeated as they were given back.

    Args:
        data: A decoded JSON object.
        base: The entry to change; ``None`` for a new one.

    Raises:
        UserError: ``key-unknown`` for what no entry has; ``register-step-no-field`` for a step that
            would change; ``value-invalid``, ``json-not-an-object``.
    """
    if not isinstance(data, Mapping):
        raise UserError("json-not-an-object")
    entry = base or RegisterEntry()
    given = json_shape.without_id(data, entry.id)
    known = msgspec.json.decode(msgspec.json.encode(entry_to_json(entry)))
    for key in sorted(given.keys() & {"version", *_STEPS}):
        if given[key] != known.get(key):
            code = "register-step-no-field" if key in _STEPS else "key-unknown"
            raise UserError(code, field=key, key=key)
    return json_shape.read({key: one for key, one in given.items() if key not in _STEPS}, entry)


def entry_to_json(entry: RegisterEntry) -> dict[str, Any]:
    """Return the JSON-able form of an entry, with where its registration stands."""
    plain = json_shape.write(entry)
    del plain["version"]
    return {**plain, "state": entry.state.value}
