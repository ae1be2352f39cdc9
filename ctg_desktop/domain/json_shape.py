"""Reading and writing frozen dataclasses as the JSON that commands exchange."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar, get_type_hints

import msgspec

from ctg_desktop.errors import UserError

T = TypeVar("T")


def read(data: object, base: T) -> T:
    """Return ``base`` with the fields that a JSON object gives; ``null`` gives the default back.

    That holds for the objects inside too; what has no default is then said to be missing.

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


def without_id(data: Mapping[str, object], own: str) -> dict[str, object]:
    """Return an object without its ``id``, which the program makes: only its own may be repeated.

    Raises:
        UserError: ``key-unknown`` for another id.
    """
    given = data.get("id")
    if given and given != own:
        raise UserError("key-unknown", field="id", key="id")
    return {key: value for key, value in data.items() if key != "id"}


def write(record: object) -> dict[str, Any]:
    """Return the JSON-able form of a frozen dataclass: dates as ISO texts, tuples as lists."""
    plain = msgspec.to_builtins(record)
    if not isinstance(plain, dict):
        raise TypeError(type(record).__name__)
    return plain


def _value(key: str, value: object, hint: Any) -> Any:
    complete = _checked(key, value, hint)
    try:
        return msgspec.convert(complete, hint)
    except msgspec.ValidationError as error:
        path = _faulty(key, complete, hint)
        raise UserError("value-invalid", field=path, key=path[:80]) from error


def _checked(path: str, value: object, hint: Any) -> object:
    """Return a value without the nulls of its objects, which stand for defaults.

    Raises:
        UserError: ``key-unknown`` for a key of a nested object, which a plain conversion ignores.
    """
    if is_dataclass(hint) and isinstance(value, Mapping):
        hints = get_type_hints(hint)
        for key in value:
            if key not in hints:
                raise UserError("key-unknown", field=f"{path}.{key}", key=f"{path}.{key}"[:80])
        return {
            key: _checked(f"{path}.{key}", one, hints[key])
            for key, one in value.items()
            if one is not None
        }
    if isinstance(value, list):
        item = _item_of(hint)
        return [_checked(f"{path}.{index}", one, item) for index, one in enumerate(value)]
    return value


def _faulty(path: str, value: object, hint: Any) -> str:
    """Return the path of the innermost value that has the wrong form."""
    for name, part, part_hint in _parts(value, hint):
        try:
            msgspec.convert(part, part_hint)
        except msgspec.ValidationError:
            return _faulty(f"{path}.{name}", part, part_hint)
    return path


def _parts(value: object, hint: Any) -> Iterator[tuple[str, object, Any]]:
    if is_dataclass(hint) and isinstance(value, Mapping):
        hints = get_type_hints(hint)
        yield from ((str(key), part, hints[str(key)]) for key, part in value.items())
    elif isinstance(value, list):
        yield from ((str(index), part, _item_of(hint)) for index, part in enumerate(value))


def _item_of(hint: Any) -> Any:
    return next(iter(getattr(hint, "__args__", ())), Any)
