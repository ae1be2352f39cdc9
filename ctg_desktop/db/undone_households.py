"""Households whose adding was undone: no list shows them, the journal still holds their values.

They may come back by redoing for a while; then they are erased like any other, since nothing else
would ever let them go.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from ctg_desktop.db.repositories import UnitOfWork
from ctg_desktop.db.tables import ChangeSetRecord, FieldChangeRecord, HouseholdRecord

MARK = "households.undone"
"""The habit of a screen under which it is remembered that there may be some."""
KEPT = timedelta(days=30)

C = ChangeSetRecord
F = FieldChangeRecord
H = HouseholdRecord


def remember(work: UnitOfWork) -> None:
    """Remember that an undo may have taken a household away."""
    if H.ENTITY in work.session.recorder.touched:
        work.preferences.set(MARK, True)


def all_of(connection: Connection) -> dict[str, datetime]:
    """Return the households that only the journal knows, with the moment of their last change."""
    asked = (
        select(F.record_id, func.max(C.at))
        .join(C, C.id == F.change_set_id)
        .where(F.entity == H.ENTITY, F.record_id.not_in(select(H.id)))
        .group_by(F.record_id)
    )
    return {
        record_id: datetime.fromisoformat(at)
        for record_id, at in connection.execute(asked).tuples()
    }
