"""A vault: the folder of one commune, opened by one program at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Self

from ctg_desktop.db import private_folder, schema
from ctg_desktop.db.clock import Clock, local_now
from ctg_desktop.db.engine import settle, vault_engine
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.open_vault import OpenVault
from ctg_desktop.db.plain_file import is_plain
from ctg_desktop.db.reading_copy import consultation_of, open_copy
from ctg_desktop.db.recorder import Intent
from ctg_desktop.db.repositories import Repositories, UnitOfWork
from ctg_desktop.db.vault_files import FILE_NAME, UNFINISHED_NAME, is_vault, require_vault, tidy
from ctg_desktop.db.vault_lock import VaultLock, locked
from ctg_desktop.db.vault_opening import own_site, ready_engine, seed, take_name
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.consultation import ReadOnly
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.errors import UserError

__all__ = [
    "FILE_NAME",
    "UNFINISHED_NAME",
    "Repositories",
    "UnitOfWork",
    "Vault",
    "is_vault",
]


def _nothing_more() -> None:
    """Need nothing beside the file."""


class Vault(OpenVault):
    """A vault, made, opened or consulted; it is closed at the end of its ``with`` block."""

    @classmethod
    def create(
        cls,
        folder: Path,
        profile: Profile,
        key: bytes,
        *,
        now: Clock = local_now,
        before_naming: Callable[[], None] = _nothing_more,
    ) -> Self:
        """Make a vault in a folder, whole or not at all, and open it.

        Args:
            folder: Made when it is missing.
            profile: Who the vault belongs to.
            key: 256 random bits, which encrypt it.
            now: The clock of the journal.
            before_naming: What must stand beside the file before it counts as a vault; called
                while the folder is locked.

        Raises:
            UserError: ``vault-exists``, ``vault-in-use``.
            EnvironmentFault: ``disk-full``, ``vault-read-only``, ``vault-unreadable``.
        """
        folder = folder.absolute()
        if is_vault(folder):
            raise UserError("vault-exists", folder=str(folder))
        with machine_faults():
            folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, now()) as lock:
            if is_vault(folder):
                raise UserError("vault-exists", folder=str(folder))
            tidy(folder)
            cls._build(folder, profile, key, lock, now)
            before_naming()
            take_name(folder)
            return cls._opened(folder, key, lock, now)

    @classmethod
    def open(cls, folder: Path, key: bytes, *, now: Clock = local_now, user: str = "") -> Self:
        """Open the vault of a folder, and bring it to the form of this version.

        Args:
            folder: Of the vault.
            key: As its keyring gave it: where it does not fit, the vault is damaged.
            now: The clock of the journal.
            user: Who opens it, for whoever finds it open.

        Raises:
            UserError: ``vault-missing``; ``vault-plain``: it must be converted first;
                ``vault-newer``: written by a later version;
                ``vault-in-use`` with the host, the process id, the moment it was opened, by whom.
            EnvironmentFault: ``vault-lost``: the file is gone, backups of it are there;
                ``vault-damaged``, ``vault-unreadable``, ``vault-read-only``, ``disk-full``.
        """
        folder = folder.absolute()
        require_vault(folder)
        private_folder.clear_stale()
        with locked(folder, now(), user) as lock:
            tidy(folder)
            if is_plain(folder / FILE_NAME):
                raise UserError("vault-plain", folder=str(folder))
            return cls._opened(folder, key, lock, now)

    @classmethod
    def consult(
        cls, folder: Path, key: bytes, why: ReadOnly = ReadOnly.CHOSEN, *, now: Clock = local_now
    ) -> Self:
        """Open the vault of a folder for reading alone; nothing is written to the folder.

        What is read is a private, encrypted copy of one moment (:mod:`ctg_desktop.db.snapshot`).
        Whoever has the vault meanwhile is not disturbed.

        Args:
            folder: Of the vault.
            key: As its keyring gave it.
            why: What keeps from opening it in the ordinary way.
            now: The clock.

        Raises:
            UserError: ``vault-missing``, ``vault-plain``, ``vault-newer``.
            EnvironmentFault: ``vault-lost``; as :func:`ctg_desktop.db.reading_copy.open_copy`.
        """
        folder = folder.absolute()
        require_vault(folder)
        private_folder.clear_stale()
        engine, copy = open_copy(folder, key)
        try:
            reading = consultation_of(folder, why, now())
            return cls(folder, key, engine, copy, own_site(engine), now, reading)
        except BaseException:
            engine.dispose()
            copy.release()
            raise

    @classmethod
    def _build(
        cls, folder: Path, profile: Profile, key: bytes, lock: VaultLock, now: Clock
    ) -> None:
        """Make the file under another name."""
        unfinished = folder / UNFINISHED_NAME
        engine = vault_engine(unfinished, key, create=True)
        try:
            schema.upgrade(engine)
            vault = cls(folder, key, engine, lock, new_id(), now)
            with vault.working(Intent("vault-created", origin=Origin.PROGRAM)) as work:
                seed(work, vault.site, profile)
            settle(engine)
        finally:
            engine.dispose()

    @classmethod
    def _opened(cls, folder: Path, key: bytes, lock: VaultLock, now: Clock) -> Self:
        engine = ready_engine(folder, key, now())
        try:
            return cls(folder, key, engine, lock, own_site(engine), now)
        except BaseException:
            engine.dispose()
            raise
