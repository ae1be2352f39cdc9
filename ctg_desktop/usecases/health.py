"""Is the vault well? Looked at while it is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime

from ctg_desktop import __version__
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.backup import newest_verified
from ctg_desktop.domain.health import (
    Action,
    Check,
    Damage,
    State,
    Subject,
    backup_state,
    damage_of,
    room_state,
)
from ctg_desktop.errors import CtgError, EnvironmentFault, Param
from ctg_desktop.keys import keyring
from ctg_desktop.usecases.access_log import AccessLog
from ctg_desktop.usecases.backups import Backups
from ctg_desktop.usecases.clock import clock_of

_SECONDS_A_DAY = 86_400
_BYTES_A_MEGABYTE = 1024 * 1024


class Health:
    """The checks of an open vault."""

    def __init__(self, vault: Vault, backups: Backups, log: AccessLog) -> None:
        self._vault, self._backups, self._log = vault, backups, log

    def quick(self) -> list[Check]:
        """Return what is known at once."""
        return [
            self.backup(),
            self._second_place(),
            self._room(),
            self.clock(),
            self._keys(),
            Check(Subject.VERSION, State.OK, "version", params={"version": __version__}),
            Check(
                Subject.PLACE,
                State.OK,
                "place",
                Action.OPEN_FOLDER,
                {"folder": str(self._vault.folder)},
            ),
        ]

    def now(self) -> datetime:
        """Return the time by which a backup is judged: that of the vault."""
        return self._vault.now()

    def backup(self) -> Check:
        """Tell when the vault was backed up last, and whether that is recent enough."""
        found = self._backups.all()
        newest = newest_verified(found)
        if newest is None or newest.manifest is None:
            return Check(Subject.BACKUP, State.BAD, "backup-none", Action.BACK_UP)
        made = newest.manifest.made_on
        age = (self._vault.now() - made).total_seconds() / _SECONDS_A_DAY
        state = backup_state(age)
        code = "backup-recent" if state is State.OK else "backup-old"
        params: dict[str, Param] = {"at": made.isoformat(), "days": round(age)}
        # A good one made since settles it: a damaged one is left alone, for whoever looks at it.
        damaged = sum(one.is_damaged and one.name > newest.name for one in found)
        if damaged and state is State.OK:
            state, code = State.WARN, "backup-some-damaged"
            params["damaged"] = damaged
        return Check(Subject.BACKUP, state, code, Action.BACK_UP, params)

    def clock(self) -> Check:
        """Tell whether the clock of the computer may be right."""
        state = clock_of(self._vault)
        params: dict[str, Param] = {
            "at": state.now.isoformat(),
            "known": state.known.isoformat(),
        }
        if state.fault is None:
            return Check(Subject.CLOCK, State.OK, "clock", params=params)
        return Check(Subject.CLOCK, State.WARN, f"clock-{state.fault}", params=params)

    def thorough(self) -> list[Check]:
        """Read the whole vault: seconds, for a large one."""
        return [self._integrity(), self._access_log()]

    def all(self) -> list[Check]:
        """Return all checks, in the order in which they are shown."""
        return list(self.steps())

    def steps(self) -> Iterator[Check]:
        """Return all checks one by one, those that take long last."""
        yield from self.quick()
        yield from self.thorough()

    def _second_place(self) -> Check:
        place = self._backups.second_place()
        subject = Subject.SECOND_PLACE
        if place is None:
            return Check(subject, State.WARN, "second-place-none", Action.CHOOSE_PLACE)
        params = {"folder": str(place)}
        if not place.is_dir():
            return Check(subject, State.WARN, "second-place-away", Action.CHOOSE_PLACE, {**params})
        return Check(subject, State.OK, "second-place-there", Action.CHOOSE_PLACE, {**params})

    def _room(self) -> Check:
        with machine_faults():
            free = shutil.disk_usage(self._vault.folder).free
            size = sum(one.stat().st_size for one in self._vault.folder.glob("coffre.db*"))
        state = room_state(free, size)
        code = "room" if state is State.OK else "room-scarce"
        return Check(
            Subject.ROOM,
            state,
            code,
            Action.OPEN_FOLDER if state is not State.OK else Action.NONE,
            {"free": free // _BYTES_A_MEGABYTE},
        )

    def _keys(self) -> Check:
        try:
            rings = keyring.read(self._vault.folder)
        except CtgError as fault:
            return Check(Subject.KEYS, State.BAD, fault.code, Action.RESTORE)
        if not rings.has_code and not rings.is_practice:
            return Check(Subject.KEYS, State.BAD, "keys-no-code", Action.SEE_USERS)
        if rings.damaged:
            params: dict[str, Param] = {"count": rings.damaged}
            return Check(Subject.KEYS, State.WARN, "keys-partly", Action.SEE_USERS, params)
        code = "keys-practice" if rings.is_practice else "keys"
        return Check(Subject.KEYS, State.OK, code, params={"count": len(rings.users)})

    def _integrity(self) -> Check:
        return _tried(
            Subject.INTEGRITY,
            self._vault.check,
            Check(Subject.INTEGRITY, State.OK, "integrity"),
        )

    def _access_log(self) -> Check:
        broken = self._log.check()
        if broken is None:
            count = self._log.count()
            action = Action.PRINT_ACCESS_LOG
            return Check(Subject.ACCESS_LOG, State.OK, "access-log", action, {"count": count})
        code, params = f"access-log-{broken.fault}", {"number": broken.number}
        return Check(Subject.ACCESS_LOG, State.BAD, code, Action.PRINT_ACCESS_LOG, {**params})


def _tried(subject: Subject, look: Callable[[], None], well: Check) -> Check:
    try:
        look()
    except EnvironmentFault as fault:
        damaged = damage_of(fault.code) is Damage.DAMAGED
        action = Action.RESTORE if damaged else Action.CHECK_AGAIN
        return Check(subject, State.BAD if damaged else State.WARN, fault.code, action)
    return well
