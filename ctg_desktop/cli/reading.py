"""A record as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.messages.values import Names, field_words, value_words


def described(shown: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Return a line for each field that says something; what has several lines goes on below.

    Args:
        shown: The JSON shape of a record.
        names: What codes and ids are called.
    """
    for key, value in shown.items():
        if not _says_something(value):
            continue
        first, *rest = value_words(key, value, names, longest=None).split("\n")
        yield f"{field_words(key)}{NBSP}: {first}"
        yield from (f"    {line}" for line in rest)


def _says_something(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(map(_says_something, value.values()))
    return value is not None and value not in ("", (), [], False)
