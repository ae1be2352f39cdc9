"""What a backup says of itself, in which order backups stand, and which of them are kept.

Age is counted in days and months *that have a backup*, never by the clock of today: a computer
whose clock jumps ten years ahead must not find that everything is old.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

DAYS_KEPT = 31
MONTHS_KEPT = 12


class Why(StrEnum):
    """What a backup was made for."""

    ASKED = "asked"
    CLOSING = "closing"
    IMPORT = "import"
    CHANGE = "change"
    RESTORE = "restore"
    MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the journal of access when a backup was made.

    Attributes:
        number: Of the last row; 0 when there was none.
        hash: Of the last row, in hexadecimal.
    """

    number: int = 0
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself, in clear: nothing of what the vault holds.

    Attributes:
        format: Of the backup; 2 since manifests are sealed.
        schema: Of the database.
        made_on: With the offset from UTC.
        site: Whose; a vault keeps it for life.
        owner: Name of the commune or community.
        epoch: How often the vault was restored, from 1.
        counter: Of the last change.
        counts: Table → rows.
        sizes: File → bytes.
        sha256: File → digest, in hexadecimal.
        erased: (kind of record, id) of what was erased for good; random ids, never values.
        head: The end of the journal of access.
        verified: It was reopened with the key, checked, and counted the same as its source.
        seal: In hexadecimal, over all the rest; empty before format 2.
    """

    format: int
    schema: str
    made_on: datetime
    why: Why
    site: str
    owner: str
    epoch: int
    counter: int
    counts: Mapping[str, int]
    sizes: Mapping[str, int]
    sha256: Mapping[str, str]
    erased: tuple[tuple[str, str], ...] = ()
    head: Head = field(default_factory=Head)
    verified: bool = False
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a folder of backups.

    Attributes:
        name: Of its folder.
        manifest: ``None`` when it cannot be read, or its seal is wrong: such a backup is shown,
            never chosen by itself.
        fault: Code of why there is none.
    """

    name: str
    manifest: Manifest | None
    fault: str = ""

    @property
    def is_damaged(self) -> bool:
        """Whether what it says of itself is not what was written."""
        return self.fault == "backup-damaged"

    @property
    def verified(self) -> bool:
        """Whether it was found good when it was made."""
        return self.manifest is not None and self.manifest.verified

    @property
    def size(self) -> int:
        """Bytes of its files; 0 when it does not say."""
        return sum(self.manifest.sizes.values()) if self.manifest else 0

    @property
    def day(self) -> date | None:
        """The day it was made, as the clock then said."""
        return self.manifest.made_on.date() if self.manifest else None


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """Return backups in the order in which the vault lived, whatever the clock said."""
    return sorted(backups, key=_age, reverse=True)


def newest_verified(backups: Iterable[Backup]) -> Backup | None:
    """Return the backup to be proposed, or ``None``."""
    return next((one for one in newest_first(backups) if one.verified), None)


def thinned(
    backups: Collection[Backup], today: date, keep: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the names of the backups that need no longer be kept.

    Kept are all of today, the last one of each of the last 31 days that have one, the last one of
    each of the last 12 months that have one, and the last verified one. One that cannot be read
    is left alone: a person may want to look at it.

    Args:
        backups: All of one folder.
        today: The day, as the clock says.
        keep: Names that stay in any case.
    """
    known = [one for one in newest_first(backups) if one.manifest is not None]
    good = [one for one in known if one.verified] or known
    kept = {one.name for one in good[:1]} | set(keep)
    kept |= {one.name for one in known if one.day == today}
    kept |= set(_last_of_each(good, len("2026-11-25"))[:DAYS_KEPT])
    kept |= set(_last_of_each(good, len("2026-11"))[:MONTHS_KEPT])
    return tuple(one.name for one in known if one.name not in kept)


def _last_of_each(newest: Iterable[Backup], length: int) -> list[str]:
    """Return the last backup of each day or month, from the end of the calendar.

    Args:
        newest: Backups, the newest first.
        length: How much of an ISO 8601 date names the period.
    """
    found: dict[str, str] = {}
    for one in newest:
        found.setdefault(str(one.day)[:length], one.name)
    return [found[period] for period in sorted(found, reverse=True)]


def _age(one: Backup) -> tuple[int, int, float, str]:
    manifest = one.manifest
    if manifest is None:
        return (0, 0, 0.0, one.name)
    return (manifest.epoch, manifest.counter, manifest.made_on.timestamp(), one.name)
