"""What there is to do today."""

from __future__ import annotations

from datetime import date, timedelta

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain.directory import ListingColumn, ListingFilter, ListingSort, ListingState
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.families.listing import FamilyCounts
from ctg_desktop.domain.home import HomeSummary
from ctg_desktop.domain.register.clock import clock_of
from ctg_desktop.usecases.calendar import dated
from ctg_desktop.usecases.printed_booklet import last_printed

NEXT_DAYS = 60
NEXT_LIMIT = 6
UNVERIFIED = frozenset({ListingState.TO_VERIFY, ListingState.LATE})


class Home:
    """The first page of a vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def summary(self, today: date) -> HomeSummary:
        """Return what the first page says on a day."""
        register = clock_of(self._vault.register.due_days(), today)
        may_go_on = self._vault.consultation is None
        with self._vault.reading() as stored:
            counts = stored.listings.counts(today)
            shown = [one for one in stored.categories.all() if not one.hidden]
            printed = last_printed(stored)
            return HomeSummary(
                total=counts.total,
                published=counts.published,
                unpublished=counts.total - counts.published,
                unverified=sum(counts.by_state.get(state, 0) for state in UNVERIFIED),
                late=counts.by_state.get(ListingState.LATE, 0),
                oldest=_oldest(stored, today),
                categories_used=sum(1 for one in shown if counts.by_category.get(one.code)),
                categories_total=len(shown),
                next_occurrences=_next(stored, today),
                drafts=tuple(stored.drafts.keys("")) if may_go_on else (),
                booklet_printed_on=printed.on if printed else None,
                changed_since=_changed_since(stored, printed.counter) if printed else 0,
                families=_families(stored, today),
                register=register,
            )


def _families(stored: Repositories, today: date) -> FamilyCounts:
    months = stored.settings.families().retention_months
    return FamilyCounts(stored.households.counts(today, months))


def _oldest(stored: Repositories, today: date) -> date | None:
    wanted = ListingFilter(states=UNVERIFIED)
    ids = stored.listings.ids(wanted, ListingSort(ListingColumn.VERIFIED_ON), today)
    return stored.listings.rows(ids[:1], today)[0].verified_on if ids else None


def _next(stored: Repositories, today: date) -> tuple[Occurrence, ...]:
    end = today + timedelta(days=NEXT_DAYS)
    events = [event for event in stored.events.between(today, end) if event.published]
    return tuple(dated(events, today, end)[:NEXT_LIMIT])


def _changed_since(stored: Repositories, counter: int) -> int:
    return sum(stored.journal.touched_since(counter, entity) for entity in ("listing", "event"))
