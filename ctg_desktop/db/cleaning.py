"""Leaves no page of the database file with a value that was erased.

What is deleted is overwritten (``secure_delete``), but SQLite leaves copies where it moved rows
about in a page, and the full-text index keeps terms in segments that were not merged yet. So the
index is merged and the file written anew: https://sqlite.org/fts5.html#the_optimize_command,
https://sqlite.org/lang_vacuum.html.
"""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Connection, Engine

from ctg_desktop.db.desk import PreferenceRepository
from ctg_desktop.db.engine import writing
from ctg_desktop.db.faults import machine_faults

DUE = "erasure.cleaning"
"""The habit of a screen under which a cleaning that was not done yet is remembered."""


def ask_for(preferences: PreferenceRepository) -> None:
    """Remember, within the transaction that erases, that the file must be cleaned."""
    preferences.set(DUE, True)


def is_due(preferences: PreferenceRepository) -> bool:
    """Tell whether an erasure still waits for its cleaning."""
    return bool(preferences.get(DUE, False))


def clean(engine: Engine, preferences: PreferenceRepository) -> bool:
    """Write the file anew, without what was erased.

    Returns:
        Whether nothing of the old pages is left; not as long as somebody reads them.

    Raises:
        EnvironmentFault: ``disk-full``, ``vault-busy`` and others; the data are whole, and the
            cleaning is still remembered.
    """
    with writing(engine).begin() as connection:
        _merge(connection)
    if not _written_anew(engine):
        return False
    preferences.set(DUE, False)
    return True


def clean_alone(engine: Engine) -> None:
    """Write a file anew that nobody else has open."""
    with writing(engine).begin() as connection:
        _merge(connection)
    _written_anew(engine)


def _merge(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO search_text(search_text) VALUES ('optimize')")


def _written_anew(engine: Engine) -> bool:
    with machine_faults(), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        answer = cursor.fetchone()
        cursor.close()
    return answer is not None and answer[0] == 0
