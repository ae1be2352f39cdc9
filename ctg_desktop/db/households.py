"""The repository of households."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, case, func, select

from ctg_desktop.db.batches import batches, ids_in_order
from ctg_desktop.db.household_likeness import similar_households
from ctg_desktop.db.household_mapping import WHOLE, columns_of, household_of
from ctg_desktop.db.household_query import conditions, in_view, order, state_at
from ctg_desktop.db.journal import JournaledSession
from ctg_desktop.db.tables import HouseholdRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.db.whole_records import Mapping, WholeRecords
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.listing import (
    HouseholdFilter,
    HouseholdRow,
    HouseholdSort,
    HouseholdState,
    HouseholdView,
    SimilarHousehold,
)

STREAMED = 500

H = HouseholdRecord


class HouseholdRepository(WholeRecords[Household, HouseholdRecord]):
    """The households of a vault; only an erasure takes one away."""

    def __init__(self, session: JournaledSession, vocabulary: Vocabulary) -> None:
        super().__init__(session, _MAPPING)
        self._vocabulary = vocabulary

    def ids(
        self, wanted: HouseholdFilter, sort: HouseholdSort, today: date, months: int
    ) -> list[str]:
        """Return the ids of a list, in its order.

        Args:
            wanted: What the list shows.
            sort: Its order.
            today: The day whose states count.
            months: For how long a household is kept after the last contact.
        """
        where = self._where(wanted, today, months)
        asked = select(H.id).where(*where).order_by(*order(sort, today, months))
        return ids_in_order(self._session.connection(), asked)

    def rows(self, ids: Sequence[str], today: date, months: int) -> list[HouseholdRow]:
        """Return the rows for these ids, in the order asked; unknown ids are left out."""
        columns = (
            H.id,
            H.name,
            H.arrival_date,
            H.place,
            state_at(today, months).label("state"),
            H.isolated,
            H.informed_on.is_not(None).label("informed"),
            (H.adults + H.children).label("persons"),
            H.children,
            H.needs,
            H.referent,
            H.last_contact,
            H.call_back_on,
        )
        found: dict[str, HouseholdRow] = {}
        for some in batches(ids):
            for row in self._session.execute(select(*columns).where(H.id.in_(some))):
                values = row._asdict()
                values["state"], values["needs"] = HouseholdState(row.state), tuple(row.needs)
                values["informed"] = bool(row.informed)
                found[row.id] = HouseholdRow(**values)
        return [found[one] for one in ids if one in found]

    def counts(self, today: date, months: int) -> dict[HouseholdView, int]:
        """Return how many households each view holds."""
        sums = [
            func.coalesce(func.sum(case((in_view(view, today, months), 1), else_=0)), 0)
            for view in HouseholdView
        ]
        found = self._session.execute(select(*sums)).one()
        return dict(zip(HouseholdView, map(int, found), strict=True))

    def stream(self, wanted: HouseholdFilter, today: date, months: int) -> Iterator[Household]:
        """Return whole households, a few at a time; valid while the vault is read."""
        asked = (
            select(*WHOLE)
            .where(*self._where(wanted, today, months))
            .order_by(H.id)
            .execution_options(yield_per=STREAMED)
        )
        return map(household_of, self._session.connection().execute(asked))

    def many(self, ids: Sequence[str]) -> list[Household]:
        """Return households in the order asked; unknown ids are left out."""
        found: dict[str, Household] = {}
        for some in batches(ids):
            rows = self._session.connection().execute(select(*WHOLE).where(H.id.in_(some)))
            found.update({row.id: household_of(row) for row in rows})
        return [found[one] for one in ids if one in found]

    def similar(self, typed: Household, limit: int) -> list[SimilarHousehold]:
        """Return households that may be this one, those with the best reasons first."""
        return similar_households(self._session.connection(), self._vocabulary, typed)[:limit]

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the names of households by id; unknown ids are left out."""
        found: dict[str, str] = {}
        for some in batches(ids):
            asked = select(H.id, H.name).where(H.id.in_(some))
            found.update(self._session.execute(asked).tuples().all())
        return found

    def _where(
        self, wanted: HouseholdFilter, today: date, months: int
    ) -> list[ColumnElement[bool]]:
        connection = self._session.connection()
        return list(conditions(wanted, today, months, connection, self._vocabulary))


_MAPPING = Mapping(
    HouseholdRecord,
    "household-unknown",
    columns_of,
    household_of,
    lambda household, household_id: replace(household, id=household_id),
)
