"""What is looked at to say whether a vault is well, as data: a code, a state, an action."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from ctg_desktop.errors import Param

BACKUP_AGE_DAYS = 7
BACKUP_TOO_OLD_DAYS = 31
ROOM_FACTOR = 3
ROOM_LEAST = 200 * 1024 * 1024
ROOM_ENOUGH = 1024 * 1024 * 1024


class State(StrEnum):
    """How something is; the worst one is the vault's."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Subject(StrEnum):
    """What is looked at, in the order in which it is shown: what is quick first."""

    BACKUP = "backup"
    SECOND_PLACE = "second-place"
    ROOM = "room"
    CLOCK = "clock"
    KEYS = "keys"
    ACCESS_LOG = "access-log"
    INTEGRITY = "integrity"
    VERSION = "version"
    PLACE = "place"


class Action(StrEnum):
    """What a person can do about it, at the press of a button."""

    NONE = ""
    BACK_UP = "back-up"
    CHOOSE_PLACE = "choose-place"
    RESTORE = "restore"
    OPEN_FOLDER = "open-folder"
    PRINT_ACCESS_LOG = "print-access-log"
    CHECK_AGAIN = "check-again"
    SEE_USERS = "see-users"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        code: Of the sentence that says it, e.g. ``backup-old``.
        params: What completes the sentence.
    """

    subject: Subject
    state: State
    code: str
    action: Action = Action.NONE
    params: dict[str, Param] = field(default_factory=dict)


class Damage(StrEnum):
    """Why a vault does not open."""

    DAMAGED = "damaged"
    BUSY = "busy"
    DENIED = "denied"
    UNREADABLE = "unreadable"
    OTHER = "other"


_DAMAGE = {
    "vault-damaged": Damage.DAMAGED,
    "vault-busy": Damage.BUSY,
    "vault-in-use": Damage.BUSY,
    "vault-read-only": Damage.DENIED,
    "vault-unreadable": Damage.UNREADABLE,
}


def damage_of(code: str) -> Damage:
    """Return what the fault that kept a vault from opening means; only damage is damage."""
    return _DAMAGE.get(code, Damage.OTHER)


def worst(checks: Iterable[Check]) -> State:
    """Return the state of the whole."""
    order = list(State)
    return max((one.state for one in checks), key=order.index, default=State.OK)


def room_state(free: int, vault: int) -> State:
    """Return whether the disk has room: a backup, a restore and a migration each need a copy.

    Args:
        free: Bytes free on the disk.
        vault: Bytes of the vault.
    """
    needed = max(ROOM_LEAST, ROOM_FACTOR * vault)
    if free < needed:
        return State.BAD
    return State.WARN if free < max(ROOM_ENOUGH, 2 * needed) else State.OK


def backup_state(age_days: float | None) -> State:
    """Return whether the last verified backup is recent enough; ``None``: there is none.

    One from the future – the clock went back – is a warning: its age is not known.
    """
    if age_days is None or age_days > BACKUP_TOO_OLD_DAYS:
        return State.BAD
    recent = -1 <= age_days <= BACKUP_AGE_DAYS
    return State.OK if recent else State.WARN
