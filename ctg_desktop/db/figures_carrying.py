"""What was sent of yearly figures outlives a restore.

A vault that had forgotten a sending would mask the next one as if nobody could subtract it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from ctg_desktop.db.settings import FIGURES, SEPARATOR
from ctg_desktop.db.tables import SettingRecord

Row = Mapping[str, Any]

S = SettingRecord


@dataclass(frozen=True, slots=True)
class SentState:
    """What a database remembers of sendings: the rows of its settings, by name."""

    years: Mapping[str, Row] = field(default_factory=dict)


def state_of(connection: Connection) -> SentState:
    """Return what a database remembers."""
    mine = S.name.startswith(FIGURES + SEPARATOR, autoescape=True)
    found = connection.execute(select(S.name, S.value, S.stamps).where(mine)).mappings()
    return SentState({row["name"]: dict(row) for row in found})


def carry_over(connection: Connection, state: SentState) -> None:
    """Add what the present database remembers to what the restored one does."""
    known = state_of(connection).years
    for name, row in state.years.items():
        restored = known[name]["value"] if name in known else []
        missing = [one for one in row["value"] if one not in restored]
        value = sorted([*restored, *missing], key=lambda one: one["on"])
        connection.execute(delete(S).where(S.name == name))
        connection.execute(insert(S).values({**row, "value": value}))
