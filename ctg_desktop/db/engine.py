"""The only module that opens the database file: SQLCipher, with a key of 256 random bits.

The key is given to each connection by itself, as its first word; it stands in no address, no name
of a file and no message. It is not a passphrase, so that opening a connection derives nothing.

Transactions are SQLite's own: the driver's are switched off (``isolation_level=None``) and an
explicit ``BEGIN`` is sent, so that changes of schema are transactional too. A transaction that
will write takes the write lock at once (``BEGIN IMMEDIATE``): it never fails half way for a lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, cast
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
from sqlcipher3 import dbapi2 as sqlcipher

from ctg_desktop.db.faults import fault_of, machine_faults, needs_reopening, refined
from ctg_desktop.errors import EnvironmentFault

BUSY_SECONDS = 5
BEGIN_ATTEMPTS = 3
POOL_SIZE = 2
"""Connections that stay, each with its cache: the worker has one, and now and then a second."""
APPLICATION_ID = 0x43544756  # "CTGV", in the file's header
LOCK_OPTION = "transaction_lock"
KEY_BYTES = 32

# Before the key: what SQLCipher finds wrong is raised; it must not be written to the terminal too.
_QUIET = "PRAGMA cipher_log_level=NONE"

# FULL in write-ahead mode: what commit() acknowledged survives a power cut. What is deleted is
# overwritten, so that a value that was erased is not left in the file.
_PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_size=-32000",  # KiB: a page found here is not decrypted again
    "PRAGMA temp_store=MEMORY",
    "PRAGMA journal_size_limit=33554432",
)
# Kept in the file: only written when it is made, so that a file that is no vault is left alone.
_WRITE_AHEAD = "PRAGMA journal_mode=WAL"
_QUERY_ONLY = "PRAGMA query_only=ON"


class Driver(Protocol):
    """What is used of the driver's connection, which has no types of its own."""

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Any:
        """Run one statement and return its cursor."""
        ...

    def backup(self, target: Any, /) -> None:
        """Copy all pages into another connection."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


def vault_engine(
    file: Path, key: bytes, *, create: bool = False, query_only: bool = False
) -> Engine:
    """Return the engine for a database file; no connection is opened yet.

    Connections may be used from any thread, one thread at a time.

    Args:
        file: Absolute path of the database.
        key: 32 bytes, known to be the file's: where it does not fit, the file is damaged.
        create: Make the file when it is missing; otherwise a missing file is a fault.
        query_only: Refuse every change.

    Raises (from the engine, at any time):
        EnvironmentFault: ``disk-full``, ``vault-damaged``, ``vault-read-only``,
            ``vault-unreadable``, ``vault-unwritable``, ``vault-busy``.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=_connector(file, key, create=create, query_only=query_only),
        poolclass=QueuePool,
        pool_size=POOL_SIZE,
        pool_use_lifo=True,  # the one whose cache is warm
        hide_parameters=True,
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _translator(file))
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


def copy_of(connection: Connection, target: Engine) -> None:
    """Copy what the open transaction of a connection sees into another, new database.

    The copy says of itself, as its source does, that it has a write-ahead log.
    """
    with machine_faults(), closing(target.raw_connection()) as there:
        driver = _driver(there)
        driver.execute("PRAGMA journal_mode=DELETE").close()  # each page is written once
        _driver(connection.connection).backup(driver)


def without_foreign_keys(connection: Connection) -> AbstractContextManager[None]:
    """Switch foreign keys off on a connection, which is only possible outside a transaction."""
    return _foreign_keys_off(_driver(connection.connection))


@contextmanager
def _foreign_keys_off(driver: Driver) -> Iterator[None]:
    driver.execute("PRAGMA foreign_keys=OFF").close()
    try:
        yield
    finally:
        with suppress(sqlcipher.ProgrammingError):  # closed by a fault, which is on its way
            driver.execute("PRAGMA foreign_keys=ON").close()


def _driver(connection: PoolProxiedConnection) -> Driver:
    driver = connection.driver_connection
    if not isinstance(driver, sqlcipher.Connection):
        raise TypeError(type(driver).__name__)
    return cast("Driver", driver)


def _connector(file: Path, key: bytes, *, create: bool, query_only: bool) -> Callable[[], Driver]:
    pragmas = (*_PRAGMAS, *((_WRITE_AHEAD,) if create else ()))
    pragmas = (*pragmas, *((_QUERY_ONLY,) if query_only else ()))

    def connect() -> Driver:
        with machine_faults():
            driver = bare_connection(file, key, create=create)
            try:
                for pragma in pragmas:
                    driver.execute(pragma).close()
            except sqlcipher.Error:
                driver.close()
                raise
        return driver

    return connect


def bare_connection(file: Path, key: bytes | None, *, create: bool = False) -> Driver:
    """Open the driver's own connection, on which nothing but the key was set.

    Args:
        file: Absolute path of the database.
        key: ``None`` for a file that is not encrypted.
        create: Make the file when it is missing.

    Raises:
        sqlcipher3.dbapi2.Error: As the driver raises it; see ``faults.machine_faults``.
    """
    driver: Driver = sqlcipher.connect(
        uri_of(file, "rwc" if create else "rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    driver.execute(_QUIET).close()
    if key is not None:
        driver.execute(f'PRAGMA key="{raw(key)}"').close()
    return driver


def raw(key: bytes) -> str:
    """Return a key as SQLCipher reads one that nothing is derived from."""
    return f"x'{key.hex()}'"


def uri_of(file: Path, mode: str) -> str:
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


def _translator(file: Path) -> Callable[[ExceptionContext], BaseException | None]:
    def translate(context: ExceptionContext) -> BaseException | None:
        fault = fault_of(context.original_exception)
        if fault is None:
            return None
        if needs_reopening(fault):
            context.is_disconnect = True
            if context.execution_context is not None:
                # An open cursor would keep the file open after its connection was closed.
                context.execution_context.cursor.close()
        return refined(fault, file, writes=_writes(context.connection))

    return translate


def _writes(connection: Connection | None) -> bool:
    return connection is not None and LOCK_OPTION in connection.get_execution_options()
