"""The contact card of an entry, short enough for a small QR code.

Source: RFC 2426 (vCard 3.0). ``N`` must be there and stays empty for an organisation; telephones
show ``ORG`` then.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.listing import Listing, ListingKind

MOST_BYTES = 178
"""What 53 modules a side hold at the medium level of correction (ISO/IEC 18004, version 9-M)."""
_LONGEST_NAME = 52
"""Bytes of a name that leave room for a phone."""


def contact_card(listing: Listing) -> str:
    """Return a vCard with what is public of an entry; what makes it too long is left out."""
    name = _escaped(_shortened(listing.name))
    person = listing.kind is ListingKind.RESOURCE_PERSON
    head = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;" if person else "N:;;;;", f"FN:{name}"]
    if not person:
        head.append(f"ORG:{name}")
    for line in _lines(listing):
        if _bytes([*head, line, "END:VCARD"]) <= MOST_BYTES:
            head.append(line)
    return "\n".join([*head, "END:VCARD"])


def dialled(number: str) -> str:
    """Return the digits of a phone, with its plus sign."""
    return "".join(one for one in number if one.isdigit() or one == "+")


def _lines(listing: Listing) -> Iterator[str]:
    for phone in listing.phones:
        if dialled(phone.number) and not phone.private:
            yield f"TEL:{dialled(phone.number)}"
            break
    for email in listing.emails:
        if email.address and not email.private:
            yield f"EMAIL:{email.address}"
            break
    if listing.website:
        yield f"URL:{listing.website}"
    if listing.address.lines or listing.address.city:
        yield f"ADR:{_address(listing.address)}"


def _address(address: Address) -> str:
    street = ", ".join(line.strip(" ,") for line in address.lines if line.strip(" ,"))
    parts = ("", "", street, address.city, "", address.postal_code, "")
    return ";".join(map(_escaped, parts))


def _shortened(name: str) -> str:
    while len(_escaped(name).encode()) > _LONGEST_NAME:
        name = name[:-1]
    return name.strip()


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", " ")


def _bytes(lines: list[str]) -> int:
    return len("\n".join(lines).encode())
