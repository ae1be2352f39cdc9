"""The town hall among the listings of its chapter: itself rather than its annexes and services."""

from __future__ import annotations

from collections.abc import Iterable

from ctg_desktop.domain import wording
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.text import fold

TOWN_HALL = "town-hall"
"""Code of its chapter."""

_BEGINNINGS = {
    Role.COMMUNE: ("mairie", "la mairie", "hotel de ville"),
    Role.COMMUNITY: ("communaute", "la communaute"),
}
_PLAIN = {Role.COMMUNE: "mairie", Role.COMMUNITY: "communaute de communes"}
_BRANCHES = ("annexe", "delegue", "agence", "antenne")
_BRANCH = 1
_OTHER = 2


def town_hall_name(profile: Profile) -> str:
    """Return "Mairie de Civray", "Mairie d’Asnois"; a community is called by its name."""
    if profile.role is not Role.COMMUNE:
        return profile.name
    return f"Mairie {wording.of_place(profile.name)}"


def town_hall_first(listings: Iterable[Listing], profile: Profile) -> list[Listing]:
    """Put the town hall before its branches, those before what else the chapter holds.

    Otherwise listings stay in their order.
    """
    return sorted(listings, key=lambda one: _rank(one, profile))


def main_town_hall(listings: Iterable[Listing], profile: Profile) -> Listing | None:
    """Return the town hall, a branch for want of better, ``None`` where there is neither."""
    first = next(iter(town_hall_first(listings, profile)), None)
    return first if first is not None and _rank(first, profile)[0] < _OTHER else None


def _rank(listing: Listing, profile: Profile) -> tuple[int, bool]:
    name = fold(listing.name)
    exact = name in (_PLAIN[profile.role], fold(town_hall_name(profile)))
    if not (exact or name.startswith(_BEGINNINGS[profile.role])):
        return _OTHER, False
    branch = any(word in name for word in _BRANCHES) and not exact
    return (_BRANCH if branch else 0), not exact
