"""Says what of a private person will be printed, and why the rest will not."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.domain.listing import ConsentItem, Listing, ListingKind
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.domain.wording import joined

_ITEMS: dict[ConsentItem, tuple[str, Callable[[Listing], bool]]] = {
    ConsentItem.NAME: ("le nom", lambda one: bool(one.name)),
    ConsentItem.PHONE: ("le téléphone", lambda one: bool(one.phones)),
    ConsentItem.EMAIL: ("le courriel", lambda one: bool(one.emails)),
    ConsentItem.ADDRESS: (
        "l’adresse",
        lambda one: bool(one.address.lines or one.address.city),
    ),
}


def needs_consent(listing: Listing) -> bool:
    """Tell whether something of a listing is private."""
    private = [one.private for one in listing.phones] + [one.private for one in listing.emails]
    return listing.kind is ListingKind.RESOURCE_PERSON or any(private)


def printed_words(listing: Listing) -> str:
    """Return the consequence of the agreements as they are typed now, in one or two sentences."""
    shown = printable(listing)
    if not listing.published:
        return "Rien ne sera imprimé\u00a0: la fiche n’est pas publiée."
    if shown is None:
        return "Rien ne sera imprimé\u00a0: il manque l’accord de la personne pour son nom."
    filled = [item for item, (_, has) in _ITEMS.items() if has(listing)]
    kept = [item for item in filled if _ITEMS[item][1](shown)]
    lost = [item for item in filled if item not in kept]
    said = f"Sera imprimé\u00a0: {_list(kept)}."
    partly = _partly_hidden(listing, shown)
    if partly:
        said += f" Pas imprimé\u00a0: {partly} (privé, sans accord)."
    if lost:
        said += f" Pas imprimé, faute d’accord\u00a0: {_list(lost)}."
    return said


def _partly_hidden(listing: Listing, shown: Listing) -> str:
    phones = len(listing.phones) - len(shown.phones) if shown.phones else 0
    emails = len(listing.emails) - len(shown.emails) if shown.emails else 0
    parts = []
    if phones:
        parts.append("un téléphone" if phones == 1 else f"{phones} téléphones")
    if emails:
        parts.append("un courriel" if emails == 1 else f"{emails} courriels")
    return joined(parts)


def _list(items: list[ConsentItem]) -> str:
    return joined([_ITEMS[item][0] for item in items])
