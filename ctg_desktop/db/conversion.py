"""Turns a vault that anyone can read, as the first version made them, into an encrypted one.

The encrypted file is made beside, compared row by row, and only then do the names change: the old
file steps aside, the new one takes its place, the old one is overwritten and removed. Whoever is
killed in between leaves a vault that opens, and what is left lying is seen to by ``tidy``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ctg_desktop.db.clock import Clock, local_now
from ctg_desktop.db.engine import (
    Driver,
    bare_connection,
    raw,
    settle,
    uri_of,
    vault_engine,
)
from ctg_desktop.db.faults import machine_faults
from ctg_desktop.db.plain_file import is_plain
from ctg_desktop.db.schema import VERSION_TABLE
from ctg_desktop.db.vault_files import ASIDE_NAME, FILE_NAME, UNFINISHED_NAME, tidy
from ctg_desktop.db.vault_lock import VaultLock
from ctg_desktop.db.wiping import overwrite, wipe
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.files import sync_folder

_DEMONSTRATION = "demonstration-created"
_KEPT_PRAGMAS = ("application_id", "user_version")


def is_demonstration(folder: Path) -> bool:
    """Tell whether a plain vault holds the invented data of the demonstration.

    Raises:
        EnvironmentFault: ``vault-damaged``, ``vault-unreadable``.
    """
    with _plain(folder / FILE_NAME) as driver:
        asked = "SELECT EXISTS (SELECT 1 FROM change_set WHERE label = ?)"
        return bool(driver.execute(asked, (_DEMONSTRATION,)).fetchone()[0])


def resume(folder: Path, *, now: Clock = local_now) -> None:
    """See to what a killed conversion left.

    Raises:
        UserError: ``vault-in-use``: somebody is converting it just now.
        EnvironmentFault: ``vault-read-only``, ``vault-unreadable``.
    """
    with _held(folder, now):
        tidy(folder)


def convert(
    folder: Path,
    key: bytes,
    before_naming: Callable[[], None],
    *,
    now: Clock = local_now,
    progress: Progress = silent,
) -> None:
    """Encrypt the plain vault of a folder, and leave no readable copy of it.

    Args:
        folder: Of the vault.
        key: 256 random bits.
        before_naming: Writes the keyring, without which the new file could not be opened.
        now: The clock of the note that says who has the vault.
        progress: Told how many tables were compared, of how many.

    Raises:
        UserError: ``vault-missing``, ``vault-in-use``, ``vault-encrypted`` (nothing to do).
        EnvironmentFault: ``vault-damaged``: the plain vault is not sound, and was left alone;
            ``conversion-differs``: the copy is not the vault; ``disk-full`` and the like.
    """
    folder = folder.absolute()
    if not folder.is_dir():  # the lock would make it
        raise UserError("vault-missing", folder=str(folder))
    with _held(folder, now):
        tidy(folder)
        file, unfinished = folder / FILE_NAME, folder / UNFINISHED_NAME
        if not file.is_file():
            raise UserError("vault-missing", folder=str(folder))
        if not is_plain(file):
            raise UserError("vault-encrypted", folder=str(folder))
        _copy(file, unfinished, key, progress)
        before_naming()
        _take_place(folder)


def _copy(file: Path, unfinished: Path, key: bytes, progress: Progress) -> None:
    with _plain(file) as driver:
        if driver.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise EnvironmentFault("vault-damaged")
        driver.execute("ATTACH ? AS sealed KEY ?", (uri_of(unfinished, "rwc"), raw(key))).close()
        driver.execute("SELECT sqlcipher_export('sealed')").close()
        for name in _KEPT_PRAGMAS:
            value = int(driver.execute(f"PRAGMA main.{name}").fetchone()[0])
            driver.execute(f"PRAGMA sealed.{name}={value}").close()
        _compare(driver, progress)
        driver.execute("DETACH sealed").close()
        _empty_log(driver, file)
    _check(unfinished, key)


def _compare(driver: Driver, progress: Progress) -> None:
    """Refuse a copy in which a table has another number of rows, or one other row."""
    schema = "SELECT type, name, sql FROM {}.sqlite_schema WHERE sql IS NOT NULL ORDER BY 1, 2"
    ours, theirs = (driver.execute(schema.format(side)).fetchall() for side in ("main", "sealed"))
    tables = [name for kind, name, sql in ours if kind == "table" and _has_rows(sql)]
    if ours != theirs:
        raise EnvironmentFault("conversion-differs")
    for done, name in enumerate(tables, start=1):
        if _differs(driver, name):
            raise EnvironmentFault("conversion-differs", table=name)
        progress(done, len(tables))


def _has_rows(sql: str) -> bool:
    return not sql.upper().startswith("CREATE VIRTUAL")


def _differs(driver: Driver, table: str) -> bool:
    quoted = '"' + table.replace('"', '""') + '"'
    counts = [
        driver.execute(f"SELECT count(*) FROM {side}.{quoted}").fetchone()  # noqa: S608 - our tables
        for side in ("main", "sealed")
    ]
    missing = driver.execute(
        f"SELECT 1 FROM (SELECT * FROM main.{quoted} EXCEPT SELECT * FROM sealed.{quoted}) LIMIT 1"  # noqa: S608 - our tables
    ).fetchone()
    return counts[0] != counts[1] or missing is not None


def _empty_log(driver: Driver, file: Path) -> None:
    """Bring the log into the file, then overwrite it: SQLite only removes it."""
    driver.execute("PRAGMA wal_checkpoint(FULL)").close()
    log = file.with_name(file.name + "-wal")
    if log.exists():
        overwrite(log)


def _check(unfinished: Path, key: bytes) -> None:
    """Read the copy through an engine of its own, as it will be read."""
    engine = vault_engine(unfinished, key, create=True)
    try:
        with engine.connect() as connection:
            bad = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
            verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if bad is not None or verdict != "ok":
            raise EnvironmentFault("conversion-differs")
        settle(engine)
    finally:
        engine.dispose()


def _take_place(folder: Path) -> None:
    file, aside = folder / FILE_NAME, folder / ASIDE_NAME
    with machine_faults():
        if aside.exists():
            raise UserError("folder-in-use", folder=str(folder))
        file.rename(aside)
        (folder / UNFINISHED_NAME).rename(file)
        sync_folder(folder)
        wipe(aside)


@contextmanager
def _held(folder: Path, now: Clock) -> Iterator[None]:
    """Hold the lock of a folder while a block runs."""
    lock = VaultLock(folder)
    lock.acquire(now())
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _plain(file: Path) -> Iterator[Driver]:
    """Open a plain vault, and nothing else."""
    with machine_faults(), closing(bare_connection(file, None)) as driver:
        driver.execute("PRAGMA secure_delete=ON").close()
        known = driver.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name IN (?, 'change_set')", (VERSION_TABLE,)
        ).fetchone()[0]
        if known != 2:
            raise EnvironmentFault("vault-damaged")
        yield driver
