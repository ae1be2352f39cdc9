"""The two faults that are not bugs. Everything else that is raised is ours to mend."""

from __future__ import annotations

from typing import TypeAlias

Param: TypeAlias = str | int | float | None


class CtgError(Exception):
    """A fault with a stable code and parameters; the French sentence is made where it is shown.

    Args:
        code: Stable, hyphenated identifier, e.g. ``"listing-name-missing"``.
        field: Dotted path of the input concerned, e.g. ``"phones.0.number"``; empty when none is.
        params: Values that the sentence names. Never personal data of families.
    """

    def __init__(self, code: str, *, field: str = "", **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params: dict[str, Param] = params

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r}, field={self.field!r})"


class UserError(CtgError):
    """What was asked cannot be done as it was asked; a person can correct it."""


class EnvironmentFault(CtgError):
    """The machine failed: disk, access, damage, missing system part."""
