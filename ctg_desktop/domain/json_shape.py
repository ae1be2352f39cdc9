"""Reading and writing frozen dataclasses as the JSON that commands exchange."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, get_type_hints

import msgspec

from ctg_desktop.errors import UserError

T = TypeVar("T")


def read(data: object, base: T) -> T:
    """Return ``base`` with the fields that a JSON object gives; ``null`` gives the default back.

    Args:
        data: A decoded JSON object.
        base: An instance of a frozen dataclass whose fields all have defaults.

    Raises:
        UserError: ``json-not-an-object``; ``key-unknown`` with the key; ``value-invalid`` with the
            field whose value has the wrong type.
    """
    if not isinstance(data, Mapping):
        raise UserError("json-not-an-object")
    hints = get_type_hints(type(base))
    defaults = type(base)()
    given: dict[str, Any] = {}
    for key, value in data.items():
        if key not in hints:
            raise UserError("key-unknown", field=str(key), key=str(key)[:80])
        given[key] = getattr(defaults, key) if value is None else _value(key, value, hints[key])
    return replace(base, **given)  # type: ignore[type-var]  # a dataclass by contract


def write(record: object) -> dict[str, Any]:
    """Return the JSON-able form of a frozen dataclass: dates as ISO texts, tuples as lists."""
    plain = msgspec.to_builtins(record)
    if not isinstance(plain, dict):
        raise TypeError(type(record).__name__)
    return plain


def _value(key: str, value: object, hint: Any) -> Any:
    _check_keys(key, value, hint)
    try:
        return msgspec.convert(value, hint)
    except msgspec.ValidationError as error:
        raise UserError("value-invalid", field=key, key=key) from error


def _check_keys(path: str, value: object, hint: Any) -> None:
    """Refuse unknown keys of nested objects by name, which a plain conversion would ignore."""
    if is_dataclass(hint) and isinstance(value, Mapping):
        known = {one.name for one in fields(hint)}
        for key in value:
            if key not in known:
                raise UserError("key-unknown", field=f"{path}.{key}", key=f"{path}.{key}"[:80])
    arguments = getattr(hint, "__args__", ())
    if isinstance(value, list) and arguments:
        for index, item in enumerate(value):
            _check_keys(f"{path}.{index}", item, arguments[0])
