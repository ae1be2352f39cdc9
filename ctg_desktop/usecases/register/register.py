"""The register from outside: whoever opens the vault sees that there is one, and nothing in it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.register.clock import RegisterClock, clock_of
from ctg_desktop.domain.register.settings import RegisterSettings, checked_settings
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.keys import keyring
from ctg_desktop.keys.keyring import Keyring, NewUser
from ctg_desktop.keys.recovery import RecoveryCode
from ctg_desktop.usecases.door import Opened, Tries
from ctg_desktop.usecases.new_keys import NewKeys, keys_of
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.recovery_sheet import register_sheet
from ctg_desktop.usecases.register.locks import TRIES, LockPlace, RegisterDoor
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.papers import SETTING, register_settings, request_form
from ctg_desktop.usecases.register.shelf import register_line

LOGGER = logging.getLogger(__name__)


class Register:
    """The register of an open vault.

    Args:
        vault: An open vault.
        actor: Who opened the vault, for the journals.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor
        self._tries = Tries(vault.folder, TRIES, vault.now)
        self._place = LockPlace(vault, actor)
        self._door = RegisterDoor(self._place, self._tries)
        self._open: list[OpenRegister] = []

    @property
    def is_set_up(self) -> bool:
        """Whether somebody was named to keep it."""
        return self._place.is_there

    @property
    def is_practice(self) -> bool:
        """Whether the vault is a practice one, whose register needs no password."""
        return keyring.read(self._vault.folder).is_practice

    def users(self) -> tuple[str, ...]:
        """Return who was named to open it; nobody before it is set up."""
        return self._door.users() if self.is_set_up else ()

    def wait(self) -> timedelta:
        """Return how long to wait before the next try; zero when none is needed."""
        return self._door.wait() if self.is_set_up else timedelta(0)

    def prepare(self, users: Sequence[NewUser], today: date) -> NewKeys:
        """Draw the key and the locks of a register to be set up; nothing is written.

        Takes half a second for each user: not on the thread of the screen.

        Raises:
            UserError: ``register-set-up-already``; those of :func:`keys_of`.
        """
        self._require_none()
        return keys_of(users, self._vault.profile.name, today)

    def sheet(self, code: RecoveryCode, users: Sequence[str], today: date) -> RenderedPaper:
        """Return the sheet with the code of the register, which is not that of the vault."""
        return register_sheet(self._vault.profile, code, users, today)

    def confirm(self, keys: NewKeys, typed: str) -> OpenRegister:
        """Set the register up, once the printed code was tried.

        Raises:
            UserError: ``register-set-up-already``; ``recovery-code-incomplete``,
                ``recovery-code-mistyped``, ``register-code-untrue``: not the one of the sheet.
        """
        self._require_none()
        if RecoveryCode.parse(typed) != keys.code:
            raise UserError("register-code-untrue", field="code")
        self._place.put(keys.keyring, "register-set-up")
        self._tries.forget()
        return self._entered(Opened(keys.key), "register-opened")

    def unlock(self, password: str, user: str | None = None) -> OpenRegister:
        """Open it with a password of its own; without a name, every user's is tried.

        Raises:
            UserError: ``register-not-set-up``; ``register-password-wrong``,
                ``register-user-unknown``, ``too-many-tries`` with the seconds to wait;
                ``consultation-…``: a look must be noted, and this vault takes no note.
        """
        self._vault.require_writing()
        return self._entered(self._door.unlock(password, user), "register-opened")

    def unlock_by_code(self, typed: str) -> OpenRegister:
        """Open it with its printed code.

        Raises:
            UserError: As ``unlock``; ``register-code-wrong``, ``recovery-code-incomplete``,
                ``recovery-code-mistyped``.
        """
        self._vault.require_writing()
        return self._entered(self._door.unlock_by_code(typed), "register-opened-by-code")

    def open_practice(self) -> OpenRegister:
        """Open the register of a practice vault, which is made the first time.

        Raises:
            UserError: ``password-missing``: this is a real vault; ``consultation-…``.
        """
        if not self.is_practice:
            raise UserError("password-missing", field="password")
        self._vault.require_writing()
        if not self.is_set_up:
            key, today = keyring.new_key(), self._vault.now().date()
            self._place.put(Keyring.practice(new_id(), key, today), "register-set-up")
        return self._entered(self._door.unlock_practice(), "register-opened")

    def clock(self, today: date) -> RegisterClock:
        """Return how many receipts are waiting and late; nothing is opened for it."""
        return clock_of(self._vault.register.due_days(), today)

    def overdue_count(self, today: date) -> int:
        """Return how many receipts are late."""
        return self.clock(today).overdue

    def request_form(self, today: date) -> RenderedPaper:
        """Return the blank form of a request, which holds nobody's data."""
        return request_form(self._vault, today)

    def settings(self) -> RegisterSettings:
        """Return what forms and letters say."""
        with self._vault.reading() as stored:
            return register_settings(stored)

    def save_settings(self, settings: RegisterSettings) -> Changes:
        """Change what forms and letters say.

        Raises:
            UserError: ``text-too-long``.
        """
        ready = checked_settings(settings)
        with self._vault.writing("register-settings-saved", actor=self._actor) as work:
            work.settings.set(SETTING, msgspec.to_builtins(ready))
        return work.changes

    def close(self) -> None:
        """Close whatever was opened: the vault is being closed or locked."""
        while self._open:
            self._open.pop().close()

    def _entered(self, opened: Opened, what: str) -> OpenRegister:
        user = opened.user or self._actor
        self._vault.access_log.add(register_line(self._vault, user, AccessKind.CONSULTED, what))
        register = OpenRegister(self._vault, opened, user, self._tries)
        self._open.append(register)
        _tidy(register)
        return register

    def _require_none(self) -> None:
        if self.is_set_up:
            raise UserError("register-set-up-already")


def _tidy(register: OpenRegister) -> None:
    """Finish what a restore could not, without the key; a damaged sheet is told of by the list."""
    try:
        register.forget_stray_calls()
    except EnvironmentFault as fault:
        LOGGER.warning("calls of erased alerts are not looked for: %s", fault.code)
