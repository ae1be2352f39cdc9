"""The directory as vCards (RFC 2426, version 3.0: the one that every phone reads)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.opening_hours import to_french
from ctg_desktop.files import atomic_write
from ctg_desktop.imports.own_columns import Names


def write_vcard(path: Path, listings: Iterable[Listing], names: Names | None = None) -> int:
    """Write one card a listing, whole or not at all; return how many.

    Private phones and e-mails are left out even when the caller did not remove them.

    Args:
        path: The file to write or replace.
        listings: What may leave the program: published, consent applied.
        names: Labels of chapters; those the program begins with by default.

    Raises:
        EnvironmentFault: As ``files.atomic_write``.
    """
    labels = names or Names()
    count = 0
    with atomic_write(path) as stream:
        for listing in listings:
            count += 1
            stream.write(card(listing, labels).encode())
    return count


def card(listing: Listing, names: Names) -> str:
    """Return the vCard of a listing."""
    import vobject

    made = vobject.vCard()
    made.add("fn").value = listing.name
    made.add("n").value = _name(listing)
    if listing.kind is not ListingKind.RESOURCE_PERSON:
        made.add("org").value = [listing.name]
        made.add("x-abshowas").value = "COMPANY"
    if listing.id:
        made.add("uid").value = f"urn:uuid:{listing.id}"
    made.add("categories").value = [names.categories.get(listing.category, listing.category)]
    _add_address(made, listing)
    _add_reach(made, listing)
    note = _note(listing)
    if note:
        made.add("note").value = note
    return str(made.serialize())


def _name(listing: Listing) -> Any:
    from vobject.vcard import Name

    person = listing.kind is ListingKind.RESOURCE_PERSON
    given, _, family = listing.name.rpartition(" ") if person else ("", "", "")
    return Name(family=family, given=given)


def _add_address(made: Any, listing: Listing) -> None:
    from vobject.vcard import Address

    place = listing.address
    if not (place.lines or place.city):
        return
    line = made.add("adr")
    line.value = Address(
        street=", ".join(place.lines), city=place.city, code=place.postal_code, country="France"
    )
    line.type_param = "WORK"


def _add_reach(made: Any, listing: Listing) -> None:
    for phone in listing.phones:
        if not phone.private:
            line = made.add("tel")
            line.value = phone.number
            line.type_param = ["WORK", "VOICE"]
    for email in listing.emails:
        if not email.private:
            line = made.add("email")
            line.value = email.address
            line.type_param = ["INTERNET", "WORK"]
    if listing.website:
        made.add("url").value = listing.website


def _note(listing: Listing) -> str:
    hours = to_french(listing.opening_hours) if listing.opening_hours else ""
    parts = (listing.summary, listing.description, hours, listing.conditions)
    return "\n".join(one for one in parts if one)
