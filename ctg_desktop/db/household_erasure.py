"""Takes away what hangs on a household that is erased, and keeps what it counted for.

It runs for an erasure that somebody asks for, and again for one that a restored backup had
forgotten: both leave the same counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    String,
    cast,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from ctg_desktop.db.batches import batches
from ctg_desktop.db.household_mapping import WHOLE, household_of
from ctg_desktop.db.tables import (
    ContactNoteRecord,
    DraftRecord,
    ErasedTallyRecord,
    FieldChangeRecord,
    HouseholdRecord,
    ReferralRecord,
)
from ctg_desktop.domain.families.erasure import Removed
from ctg_desktop.domain.families.tally import Tally, tallies_of

F = FieldChangeRecord
H = HouseholdRecord
N = ContactNoteRecord
R = ReferralRecord
T = ErasedTallyRecord


@dataclass(frozen=True, slots=True)
class Traces:
    """What is there of a household, by kind of record.

    Attributes:
        notes: Ids, also of notes that were deleted but stand in the journal.
        referrals: Likewise.
        drafts: Keys.
    """

    notes: frozenset[str]
    referrals: frozenset[str]
    drafts: frozenset[str]


def forget(connection: Connection, household_id: str) -> None:
    """Take away the dealings with a household; its own record is the caller's."""
    _count(connection, household_id)
    traces = traces_of(connection, household_id)
    _anonymise(connection, household_id)
    connection.execute(delete(N).where(N.household == household_id))
    for entity, ids in ((N.ENTITY, traces.notes), (R.ENTITY, traces.referrals)):
        for some in batches(sorted(ids)):
            connection.execute(delete(F).where(F.entity == entity, F.record_id.in_(some)))
    for some in batches(sorted(traces.drafts)):
        connection.execute(delete(DraftRecord).where(DraftRecord.key.in_(some)))


def removed_with(connection: Connection, household_id: str) -> Removed:
    """Return how much an erasure will take away."""
    traces = traces_of(connection, household_id)
    count = select(func.count())
    persons = select(H.adults + H.children).where(H.id == household_id)
    journal = sum(
        connection.scalar(count.where(F.entity == entity, F.record_id.in_(some))) or 0
        for entity, ids in records_of(connection, household_id).items()
        for some in batches(ids)
    )
    return Removed(
        persons=connection.scalar(persons) or 0,
        notes=connection.scalar(count.where(N.household == household_id)) or 0,
        referrals=connection.scalar(count.where(R.household == household_id)) or 0,
        journal=journal,
        drafts=len(traces.drafts),
    )


def traces_of(connection: Connection, household_id: str) -> Traces:
    """Find every note, referral and draft that is, or ever was, the household's."""
    return Traces(
        notes=_of(connection, household_id, N),
        referrals=_of(connection, household_id, R),
        drafts=frozenset(_drafts(connection, household_id)),
    )


def records_of(connection: Connection, household_id: str) -> dict[str, list[str]]:
    """Return the ids of a household's records that the journal speaks of, by kind."""
    traces = traces_of(connection, household_id)
    return {
        H.ENTITY: [household_id],
        N.ENTITY: sorted(traces.notes),
        R.ENTITY: sorted(traces.referrals),
    }


def _of(
    connection: Connection, household_id: str, kind: type[ContactNoteRecord | ReferralRecord]
) -> frozenset[str]:
    standing = connection.scalars(select(kind.id).where(kind.household == household_id))
    # In the journal as a value of its own, or inside a whole record: a random id is nothing else.
    told = connection.scalars(
        select(F.record_id)
        .where(
            F.entity == kind.ENTITY,
            or_(*(cast(one, String).contains(household_id) for one in (F.old, F.new))),
        )
        .distinct()
    )
    return frozenset((*standing, *told))


def _drafts(connection: Connection, household_id: str) -> Iterable[str]:
    typed = cast(DraftRecord.payload, String)
    asked = select(DraftRecord.key).where(
        or_(DraftRecord.key.contains(household_id), typed.contains(household_id))
    )
    return connection.scalars(asked).all()


def _anonymise(connection: Connection, household_id: str) -> None:
    """Keep that somebody was told where to go, in which month, and no more."""
    mine = R.household == household_id
    for referral_id, day in connection.execute(select(R.id, R.day).where(mine)).tuples().all():
        connection.execute(
            update(R).where(R.id == referral_id).values(household="", day=day.replace(day=1))
        )


def _count(connection: Connection, household_id: str) -> None:
    row = connection.execute(select(*WHOLE).where(H.id == household_id)).one_or_none()
    if row is not None:
        for tally in tallies_of(household_of(row)):
            _add(connection, tally)


def _add(connection: Connection, tally: Tally) -> None:
    same = (
        T.period == tally.period,
        T.dimension == tally.dimension.value,
        T.key == tally.key,
    )
    changed = connection.execute(update(T).where(*same).values(count=T.count + tally.count))
    if not changed.rowcount:
        connection.execute(
            insert(T).values(
                period=tally.period,
                dimension=tally.dimension.value,
                key=tally.key,
                count=tally.count,
            )
        )
