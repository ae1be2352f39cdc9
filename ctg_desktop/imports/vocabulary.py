"""French words for closed lists, as spreadsheets hold them: written by exports, read by imports."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.listing import Coverage, ListingKind
from ctg_desktop.imports.existing import name_key

T = TypeVar("T", bound=Enum)

KINDS: dict[ListingKind, str] = {
    ListingKind.PUBLIC_SERVICE: "Service public",
    ListingKind.ASSOCIATION: "Association",
    ListingKind.BUSINESS: "Commerce ou entreprise",
    ListingKind.HEALTH: "Santé",
    ListingKind.CHILDCARE_SCHOOL: "Enfance et école",
    ListingKind.PLACE: "Lieu",
    ListingKind.RESOURCE_PERSON: "Personne ressource",
    ListingKind.COMMUNITY_ACTION: "Action de la communauté",
}
COVERAGES: dict[Coverage, str] = {
    Coverage.COMMUNE: "Commune",
    Coverage.POLE: "Pôle",
    Coverage.COMMUNITY: "Communauté",
}
# The chapter where a listing of each kind usually goes.
USUAL_CATEGORY: dict[ListingKind, str] = {
    ListingKind.PUBLIC_SERVICE: "solidarity-rights",
    ListingKind.ASSOCIATION: "associations",
    ListingKind.BUSINESS: "businesses",
    ListingKind.HEALTH: "health",
    ListingKind.CHILDCARE_SCHOOL: "childhood-school",
    ListingKind.PLACE: "living-together",
    ListingKind.RESOURCE_PERSON: "resource-persons",
    ListingKind.COMMUNITY_ACTION: "community-actions",
}
YES, NO = "oui", "non"

_OTHER_KINDS = {
    "service": ListingKind.PUBLIC_SERVICE,
    "commerce": ListingKind.BUSINESS,
    "entreprise": ListingKind.BUSINESS,
    "artisan": ListingKind.BUSINESS,
    "ecole": ListingKind.CHILDCARE_SCHOOL,
    "action": ListingKind.COMMUNITY_ACTION,
}
_AFFIRMATIVE = frozenset({"oui", "o", "x", "vrai", "true", "1", "yes", "ok"})


def kind_of(written: str) -> ListingKind | None:
    """Return the kind that a word names, in French or by its code."""
    return _named(KINDS, written) or _OTHER_KINDS.get(name_key(written).removesuffix("s"))


def coverage_of(written: str) -> Coverage | None:
    """Return the coverage that a word names, in French or by its code."""
    key = name_key(written)
    for article in ("la ", "le ", "toute la "):
        key = key.removeprefix(article)
    return _named(COVERAGES, key)


def code_of(written: str, known: Iterable[Category | Theme]) -> str:
    """Return the code of the chapter or leaflet that a word names; empty for none."""
    key = name_key(written)
    entries = list(known)
    by_label = [one.code for one in entries if name_key(one.label) == key]
    by_code = [one.code for one in entries if name_key(one.code) == key]
    return next(iter((*by_code, *by_label)), "") if key else ""


def is_yes(written: str) -> bool:
    """Tell whether a word affirms."""
    return name_key(written) in _AFFIRMATIVE


def yes_or_no(*, value: bool) -> str:
    """Return the word for a truth value."""
    return YES if value else NO


def _named(words: dict[T, str], written: str) -> T | None:
    key = name_key(written)
    return next((one for one in words if key in {name_key(words[one]), name_key(one.value)}), None)
