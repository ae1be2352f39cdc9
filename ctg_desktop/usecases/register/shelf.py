"""Records of the register, sealed on the way in and opened on the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from ctg_desktop.db.forgetting import clean_now
from ctg_desktop.db.register import ENTITY, REFUSAL, RegisterRepository, SealedRecord
from ctg_desktop.db.vault import Vault
from ctg_desktop.domain.access_log import IDS_KEPT, Access, AccessKind
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.register.clock import due_on
from ctg_desktop.domain.register.entry import Alert, RegisterEntry
from ctg_desktop.domain.register.refusal import Refusal
from ctg_desktop.errors import UserError
from ctg_desktop.keys.sealing import Place, Sealer

T = TypeVar("T", RegisterEntry, Alert, Refusal)

ENTRY = "entry"
ALERT = "alert"
DRAFT = "draft"

_KINDS: dict[type[Any], str] = {RegisterEntry: ENTRY, Alert: ALERT, Refusal: REFUSAL}


class RegisterShelf:
    """The records of an open register.

    Args:
        vault: An open vault.
        key: Of the register; forgotten by ``close``.
        user: Whose look or change it is, for the journal of access.
    """

    def __init__(self, vault: Vault, key: bytes, user: str) -> None:
        self._vault = vault
        self._sealer: Sealer | None = Sealer(key)
        self.user = user

    @property
    def is_open(self) -> bool:
        """Whether the key is still known."""
        return self._sealer is not None

    def close(self) -> None:
        """Forget the key."""
        self._sealer = None

    @property
    def sealer(self) -> Sealer:
        """What seals.

        Raises:
            UserError: ``register-closed``.
        """
        if self._sealer is None:
            raise UserError("register-closed")
        return self._sealer

    @property
    def records(self) -> RegisterRepository:
        """What is kept, sealed."""
        return self._vault.register

    def now(self) -> datetime:
        """Return the time of the vault."""
        return self._vault.now()

    def all(self, kind: type[T]) -> list[T]:
        """Open all records of a kind, the first one first.

        Raises:
            UserError: ``register-closed``.
            EnvironmentFault: ``register-damaged``.
        """
        sealer = self.sealer
        found = self.records.all(_KINDS[kind])
        return [_opened(sealer, record, kind) for record in found]

    def get(self, record_id: str, kind: type[T]) -> T | None:
        """Open a record; ``None`` when there is none of this kind.

        Raises:
            UserError: ``register-closed``.
            EnvironmentFault: ``register-damaged``.
        """
        sealer = self.sealer
        found = self.records.get(record_id)
        if found is None or found.kind != _KINDS[kind]:
            return None
        return _opened(sealer, found, kind)

    def store(self, record: T, what: str, *, new: bool = False) -> T:
        """Seal a record and keep it; its next version is returned.

        Args:
            record: Its version is the one that it replaces.
            what: Code of what was done, for the journal of access.
            new: There is none of this id yet.

        Raises:
            UserError: ``register-closed``; ``register-changed``.
        """
        kept = self._next(record)
        sealed = self._sealed(kept)
        line = self.line(AccessKind.CHANGED, what, [kept.id])
        if new:
            self.records.add(sealed, line)
        else:
            self.records.replace(sealed, line)
        return kept

    def store_all(self, records: Iterable[T], what: str) -> None:
        """Keep the next versions of several records, all or none.

        Raises:
            UserError: ``register-closed``; ``register-changed``.
        """
        kept = [self._next(record) for record in records]
        line = self.line(AccessKind.CHANGED, what, [one.id for one in kept])
        self.records.replace_all([self._sealed(one) for one in kept], line)

    def remove(self, record_id: str, what: str) -> None:
        """Take a record out for good, with the draft that belongs to it.

        Args:
            record_id: Restored backups will not bring it back.
            what: Code of what was done, for the journal of access.

        Raises:
            UserError: ``register-closed``.
        """
        line = self.line(AccessKind.ERASED, what, [record_id])
        self.records.remove(record_id, self._draft_of(record_id), line)
        clean_now(self._vault)

    def exchange(self, record_id: str, refusal: Refusal, what: str) -> Refusal:
        """Take an entry out for good, and keep what tells of an objection in its place.

        Raises:
            UserError: ``register-closed``.
        """
        kept = self._next(refusal)
        line = self.line(AccessKind.CHANGED, what, [record_id])
        self.records.remove(record_id, self._draft_of(record_id), line, self._sealed(kept))
        clean_now(self._vault)
        return kept

    def draft_id(self, key: str) -> str:
        """Return under which id a draft is kept: it tells nothing of the key."""
        return self.sealer.fingerprint(DRAFT, key)[:32]

    def line(self, kind: AccessKind, what: str, ids: Iterable[str] = ()) -> Access:
        """Return a line of the journal of access."""
        return register_line(self._vault, self.user, kind, what, ids)

    def note(self, kind: AccessKind, what: str, ids: Iterable[str] = ()) -> None:
        """Write a line of the journal of access.

        Raises:
            UserError: ``register-closed``.
        """
        if not self.is_open:
            raise UserError("register-closed")
        self._vault.access_log.add(self.line(kind, what, ids))

    def _draft_of(self, record_id: str) -> str:
        return self.draft_id(f"{ENTRY}:{record_id}")

    def _next(self, record: T) -> T:
        return replace(record, id=record.id or new_id(), version=record.version + 1)

    def _sealed(self, record: RegisterEntry | Alert | Refusal) -> SealedRecord:
        kind = _KINDS[type(record)]
        place = Place(record.id, kind, record.version)
        content = self.sealer.seal(msgspec.json.encode(record), place)
        return SealedRecord(record.id, kind, record.version, content, _due(record))


def register_line(
    vault: Vault, user: str, kind: AccessKind, what: str, ids: Iterable[str] = ()
) -> Access:
    """Return a line of the journal of access that tells of the register."""
    concerned = tuple(ids)
    return Access(
        at=vault.now().isoformat(timespec="seconds"),
        actor=user,
        kind=kind,
        what=what,
        entity=ENTITY,
        ids=concerned[:IDS_KEPT],
        count=len(concerned),
    )


def _opened(sealer: Sealer, record: SealedRecord, kind: type[T]) -> T:
    content = sealer.open(record.content, Place(record.id, record.kind, record.version))
    return msgspec.json.decode(content, type=kind)


def _due(record: RegisterEntry | Alert | Refusal) -> date | None:
    return due_on(record) if isinstance(record, RegisterEntry) else None
