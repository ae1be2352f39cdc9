"""The only module that opens the SQLite file.

Transactions are SQLite's own: the driver's are switched off (``isolation_level=None``) and an
explicit ``BEGIN`` is sent, so that changes of schema are transactional too. A transaction that
will write takes the write lock at once (``BEGIN IMMEDIATE``): it never fails half way for a lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import msgspec
from sqlalchemy import (
    Connection,
    Engine,
    ExceptionContext,
    PoolProxiedConnection,
    QueuePool,
    create_engine,
    event,
)

from ctg_desktop.db.faults import fault_of, machine_faults, needs_reopening
from ctg_desktop.errors import EnvironmentFault

BUSY_SECONDS = 5
BEGIN_ATTEMPTS = 3
POOL_SIZE = 4
APPLICATION_ID = 0x43544756  # "CTGV", in the file's header
LOCK_OPTION = "transaction_lock"

# FULL in write-ahead mode: what commit() acknowledged survives a power cut. What is deleted is
# overwritten, so that a value that was erased is not left in the file.
_PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_size=-16000",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA journal_size_limit=33554432",
)
# Kept in the file: only written when it is made, so that a file that is no vault is left alone.
_WRITE_AHEAD = "PRAGMA journal_mode=WAL"


def vault_engine(file: Path, *, create: bool = False) -> Engine:
    """Return the engine for a database file; no connection is opened yet.

    Connections may be used from any thread, one thread at a time.

    Args:
        file: Absolute path of the database.
        create: Make the file when it is missing; otherwise a missing file is a fault.

    Raises (from the engine, at any time):
        EnvironmentFault: ``disk-full``, ``vault-damaged``, ``vault-read-only``,
            ``vault-unreadable``, ``vault-unwritable``, ``vault-busy``.
    """
    engine = create_engine(
        "sqlite://",
        creator=_connector(file, create=create),
        poolclass=QueuePool,
        pool_size=POOL_SIZE,
        hide_parameters=True,
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _translate)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the same engine, whose transactions take the write lock when they begin."""
    return engine.execution_options(**{LOCK_OPTION: "IMMEDIATE"})


def settle(engine: Engine) -> None:
    """Bring all that was committed into the database file itself, out of the write-ahead log."""
    with machine_faults(), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy_into(source: Engine, target: Engine) -> None:
    """Copy a database as it is now into another one; the source may be written meanwhile."""
    with (
        machine_faults(),
        closing(source.raw_connection()) as here,
        closing(target.raw_connection()) as there,
    ):
        _driver(here).backup(_driver(there))


def without_foreign_keys(connection: Connection) -> AbstractContextManager[None]:
    """Switch foreign keys off on a connection, which is only possible outside a transaction."""
    return _foreign_keys_off(_driver(connection.connection))


@contextmanager
def _foreign_keys_off(driver: sqlite3.Connection) -> Iterator[None]:
    driver.execute("PRAGMA foreign_keys=OFF").close()
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON").close()


def _driver(connection: PoolProxiedConnection) -> sqlite3.Connection:
    driver = connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(type(driver).__name__)
    return driver


def _connector(file: Path, *, create: bool) -> Callable[[], sqlite3.Connection]:
    uri = _uri(file, "rwc" if create else "rw")
    pragmas = (*_PRAGMAS, _WRITE_AHEAD) if create else _PRAGMAS

    def connect() -> sqlite3.Connection:
        with machine_faults():
            connection = sqlite3.connect(
                uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
            )
            try:
                for pragma in pragmas:
                    connection.execute(pragma).close()
            except sqlite3.Error:
                connection.close()
                raise
        return connection

    return connect


def _uri(file: Path, mode: str) -> str:
    """Return SQLite's own form of a path: an empty authority, drive letters and shares after it."""
    path = file.as_posix()
    return f"file://{quote(path if path.startswith('/') else '/' + path, safe='/:')}?mode={mode}"


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _begin(connection: Connection) -> None:
    lock = connection.get_execution_options().get(LOCK_OPTION, "DEFERRED")
    for attempt in range(BEGIN_ATTEMPTS):
        try:
            connection.exec_driver_sql(f"BEGIN {lock}")
        except EnvironmentFault as fault:
            if fault.code != "vault-busy" or attempt + 1 == BEGIN_ATTEMPTS:
                raise
        else:
            return


def _translate(context: ExceptionContext) -> BaseException | None:
    fault = fault_of(context.original_exception)
    if fault is not None and needs_reopening(fault):
        context.is_disconnect = True
        if context.execution_context is not None:
            # An open cursor would keep the file open after its connection was closed.
            context.execution_context.cursor.close()
    return fault
