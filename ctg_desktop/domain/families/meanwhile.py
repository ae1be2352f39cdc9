"""What happened to a household while its form was open, and what was typed there: both stand."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.household import Household, WelcomeChecklist

T = TypeVar("T", Household, Address, WelcomeChecklist)


def with_typed_over(stored: Household, shown: Household, typed: Household) -> Household:
    """Return a household as it is stored by now, with what a person changed of it in a form.

    Args:
        stored: As it is stored by now.
        shown: As it was when the form showed it.
        typed: As the form gives it back.
    """
    return replace(
        _changed(stored, shown, typed),
        address=_changed(stored.address, shown.address, typed.address),
        welcome=_changed(stored.welcome, shown.welcome, typed.welcome),
    )


def _changed(stored: T, shown: T, typed: T) -> T:
    names = [one.name for one in fields(typed)]
    changes = {
        name: getattr(typed, name) for name in names if getattr(typed, name) != getattr(shown, name)
    }
    return replace(stored, **changes)
