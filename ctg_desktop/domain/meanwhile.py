"""What happened to a record while its form was open, and what was typed there: both stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def with_typed_over(stored: T, shown: T, typed: T) -> T:
    """Return a record as it is stored by now, with what a person changed of it in a form.

    A part with fields of its own, e.g. an address, is looked at field by field; a list is taken
    whole.

    Args:
        stored: As it is stored by now.
        shown: As it was when the form showed it.
        typed: As the form gives it back.
    """
    names = [one.name for one in fields(typed)]
    parts = {
        name: _part(getattr(stored, name), getattr(shown, name), getattr(typed, name))
        for name in names
    }
    return replace(stored, **parts)


def _part(stored: Any, shown: Any, typed: Any) -> Any:
    if typed == shown:
        return stored
    alike = type(stored) is type(shown) is type(typed)
    if alike and is_dataclass(typed) and not isinstance(typed, type):
        return with_typed_over(stored, shown, typed)
    return typed
