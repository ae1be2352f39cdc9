"""Brings the schema of a vault to the version of this program, by Alembic's migrations.

They run from the installed package, without any configuration file. Alembic is only imported
when there is something to do: it takes a third of a second.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from ctg_desktop.db import search_index
from ctg_desktop.db.engine import APPLICATION_ID, without_foreign_keys, writing
from ctg_desktop.errors import EnvironmentFault, UserError

REVISION = "0003"
MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"


def upgrade(engine: Engine) -> None:
    """Bring the schema and the search index up to date, in one transaction, or change nothing.

    Foreign keys are off meanwhile, since a table that is rebuilt would take its children along
    (https://sqlite.org/lang_altertable.html#otheralter), and checked before the commit.

    Raises:
        UserError: ``vault-newer``: a later version of the program wrote this vault.
        EnvironmentFault: ``vault-damaged``: the file is a database, but not a vault.
    """
    with (
        writing(engine).connect() as connection,
        without_foreign_keys(connection),
        connection.begin(),
    ):
        current = _current(connection)
        if current is not None and current > REVISION:
            raise UserError("vault-newer", found=current, known=REVISION)
        if current != REVISION:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            _migrate(connection)
            _check_foreign_keys(connection)
        if current != REVISION or not search_index.is_current(connection):
            search_index.rebuild(connection)


def is_current(engine: Engine) -> bool:
    """Tell, without writing, whether a vault has the schema and the index of this version.

    Raises:
        EnvironmentFault: ``vault-damaged``: the file is a database, but not a vault.
    """
    with engine.connect() as connection:
        current = _current(connection)
        if current is None:
            raise EnvironmentFault("vault-damaged")
        return current == REVISION and search_index.is_current(connection)


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()  # noqa: S608 - a constant
    return None if found is None else str(found)


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISION)


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise EnvironmentFault("vault-damaged", table=str(broken[0]))
