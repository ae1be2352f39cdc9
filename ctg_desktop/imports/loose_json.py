"""Decoded JSON of which nothing is sure: values of any type, absent, null, or JSON inside text."""

from __future__ import annotations

import msgspec

from ctg_desktop.imports.prose import one_line


class Node:
    """One decoded value; asking it for what it does not hold gives an empty answer."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __getitem__(self, key: str) -> Node:
        return Node(self._value.get(key) if isinstance(self._value, dict) else None)

    def __contains__(self, key: str) -> bool:
        return isinstance(self._value, dict) and key in self._value

    @property
    def text(self) -> str:
        """The value on one line, cleaned; a number as its digits; empty for anything else."""
        return one_line(self.raw)

    @property
    def raw(self) -> str:
        """The value as written, for texts of several lines."""
        if isinstance(self._value, str):
            return self._value
        if isinstance(self._value, int | float) and not isinstance(self._value, bool):
            return str(self._value)
        return ""

    @property
    def items(self) -> tuple[Node, ...]:
        """The members of a list; a lone value counts as a list of one."""
        value = self._value
        if isinstance(value, str) and value.lstrip().startswith("["):
            value = _decoded(value)
        if isinstance(value, list):
            return tuple(Node(one) for one in value)
        return (Node(value),) if value not in (None, "") else ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The members of a list that say something, as texts."""
        return tuple(one.text for one in self.items if one.text)


def _decoded(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return text
