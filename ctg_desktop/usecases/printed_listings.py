"""What papers take from the directory: listings that may be printed, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ctg_desktop.db.vault import Repositories
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.identifier import is_id
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.domain.town_hall import TOWN_HALL


def printed_listings(stored: Repositories, wanted: ListingFilter, day: date) -> Iterator[Listing]:
    """Yield the listings of a filter by name: consent applied, no draft, no hidden chapter."""
    return _shown(stored, stored.listings.stream(wanted, day))


def printed_by_id(stored: Repositories, ids: Iterable[str]) -> Iterator[Listing]:
    """Yield listings by id, as :func:`printed_listings`; those deleted meanwhile are left out."""
    wanted = tuple(dict.fromkeys(ids))
    known = stored.listings.names(wanted)
    return _shown(stored, (stored.listings.get(one) for one in wanted if one in known))


def printed_names(stored: Repositories, references: Iterable[str]) -> dict[str, str]:
    """Return the names of listings that others refer to, those of hidden chapters too.

    Args:
        stored: The vault.
        references: Ids of listings; other texts are ignored.

    Returns:
        Id → name, without drafts and persons who did not agree.
    """
    known = stored.listings.names(sorted({one for one in references if is_id(one)}))
    found = (printable(stored.listings.get(one)) for one in known)
    return {one.id: one.name for one in found if one is not None}


def town_hall_listings(stored: Repositories, day: date) -> Iterator[Listing]:
    """Yield what may be printed of the chapter of the town hall, hidden or not.

    A paper says who hands it out, also where the booklet has no such chapter.
    """
    found = map(printable, stored.listings.stream(ListingFilter(category=TOWN_HALL), day))
    return (one for one in found if one is not None)


def _shown(stored: Repositories, listings: Iterable[Listing]) -> Iterator[Listing]:
    shown = {one.code for one in stored.categories.all() if not one.hidden}
    found = map(printable, listings)
    return (one for one in found if one is not None and one.category in shown)
