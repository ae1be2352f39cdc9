"""What the households of a vault count for: those that stand, and those that were erased."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import String, cast, func, select, union

from ctg_desktop.db.household_mapping import COUNTED, counted_of
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.tables import ErasedTallyRecord, HouseholdRecord, ReferralRecord
from ctg_desktop.domain.families.tally import Dimension, Tally, tallies_of

STREAMED = 500

H = HouseholdRecord
T = ErasedTallyRecord


class TallyRepository:
    """Counts without names."""

    def __init__(self, session: JournaledSession) -> None:
        self._session = session

    def all(self) -> Iterator[Tally]:
        """Yield every count; valid while the vault is read."""
        connection = self._session.connection()
        asked = select(*COUNTED).execution_options(yield_per=STREAMED)
        for row in connection.execute(asked):
            yield from tallies_of(counted_of(row))
        erased = select(T.period, T.dimension, T.key, T.count)
        for period, dimension, key, count in connection.execute(erased).tuples():
            yield Tally(period, Dimension(dimension), key, count)

    def undated(self) -> int:
        """Return how many households have no date of arrival."""
        count = select(func.count()).where(H.arrival_date.is_(None))
        return self._session.scalar(count) or 0

    def years(self) -> list[int]:
        """Return the years that anything counts in, of arrivals or of referrals."""
        days = (H.arrival_date, H.letter_on, H.booklet_on, H.visit_on, H.invited_on)
        texts = [cast(one, String) for one in (*days, ReferralRecord.day)]
        parts = [select(func.substr(one, 1, 4)).where(one.is_not(None)) for one in texts]
        found = self._session.scalars(union(*parts, select(func.substr(T.period, 1, 4))))
        return sorted(map(int, found))
