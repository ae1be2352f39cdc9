"""What stands before the register, as the worker sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ctg_desktop.domain.commune import Profile
from ctg_desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class Before:
    """What is known without opening it.

    Attributes:
        users: Who may open it, in the order in which they came.
        wait: Before the next try.
    """

    profile: Profile
    is_set_up: bool
    is_practice: bool
    users: tuple[str, ...]
    wait: timedelta


def look(office: Office) -> Before:
    """Look at the door."""
    register = office.register
    return Before(
        office.settings.profile(),
        register.is_set_up,
        register.is_practice,
        register.users(),
        register.wait(),
    )
