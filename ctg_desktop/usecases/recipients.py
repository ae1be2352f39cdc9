"""Sources of recipients: the directory first, other lists by the same mechanism."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType

from ctg_desktop.db.vault import Repositories, Vault
from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_rules import printable
from ctg_desktop.domain.opening_hours import Style, to_french
from ctg_desktop.domain.recipients import Gathered, Recipient

Wanted = ListingFilter | Sequence[str]
"""Which listings: those of a filter (a saved search is one), or ids in the order chosen."""


class DirectoryRecipients:
    """The listings of a vault as recipients.

    Organisations are addressed where the booklet says they are, a private person only at what
    they agreed to have printed.

    Args:
        vault: An open vault.
        wanted: Which listings.
    """

    def __init__(self, vault: Vault, wanted: Wanted) -> None:
        self._vault = vault
        self._wanted = wanted

    def gather(self, today: date) -> Gathered:
        """Return the recipients as of a day; ids that were deleted meanwhile are left out."""
        with self._vault.reading() as stored:
            labels = {one.code: one.label for one in stored.categories.all()}
            recipients: list[Recipient] = []
            withheld: list[str] = []
            for listing in listings_of(stored, self._wanted, today):
                ready = printable(listing)
                if ready is None:
                    withheld.append(listing.name)
                else:
                    recipients.append(recipient_of(ready, labels.get(ready.category, "")))
        return Gathered(tuple(recipients), tuple(withheld))


class Recipients:
    """The sources of recipients of one vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def of_directory(self, wanted: Wanted) -> DirectoryRecipients:
        """Return the listings of a filter, or those with these ids, as a source."""
        return DirectoryRecipients(self._vault, wanted)


def listings_of(stored: Repositories, wanted: Wanted, today: date) -> Iterator[Listing]:
    """Return the listings asked for: of a filter by name, or by id in the order given."""
    if isinstance(wanted, ListingFilter):
        return stored.listings.stream(wanted, today)
    known = stored.listings.names(wanted)
    return (stored.listings.get(one) for one in dict.fromkeys(wanted) if one in known)


def recipient_of(listing: Listing, category: str) -> Recipient:
    """Return a printable listing as a recipient.

    Args:
        listing: As :func:`printable` gave it: what it holds may be used.
        category: Label of its chapter.
    """
    contact = next((one for one in listing.contact_persons if one.name), None)
    attention = ""
    if contact is not None:
        attention = f"{contact.name}, {contact.role}" if contact.role else contact.name
    phones = [wording.phone(one.number) for one in listing.phones if one.number]
    hours = listing.opening_hours
    fields = {
        "nom": listing.name,
        "contact": contact.name if contact else "",
        "fonction": contact.role if contact else "",
        "adresse": on_one_line(listing.address),
        "telephone": wording.joined(phones, "ou"),
        "courriel": next((one.address for one in listing.emails if one.address), ""),
        "site": wording.site(listing.website),
        "horaires": to_french(hours, style=Style.SHORT) if hours else "",
        "rubrique": category,
    }
    fields["fiche"] = "\n".join(_entry_lines(fields, listing.summary))
    return Recipient(
        id=listing.id,
        name=listing.name,
        attention=attention,
        lines=envelope(listing.address),
        fields=MappingProxyType(fields),
    )


def envelope(address: Address) -> tuple[str, ...]:
    """Return the lines of an envelope; the city in capitals, as the post reads it best."""
    town = f"{address.postal_code} {address.city.upper()}".strip()
    return (*address.printed_lines, *([town] if town else ()))


def on_one_line(address: Address) -> str:
    """Return an address inside a sentence."""
    town = f"{address.postal_code} {address.city}".strip()
    return ", ".join(line for line in (*(one.strip(" ,") for one in address.lines), town) if line)


def _entry_lines(fields: dict[str, str], summary: str) -> Iterator[str]:
    """Return what the directory holds, a line each: the value of ``{fiche}``."""
    yield fields["nom"]
    if summary:
        yield summary
    for key, label in _ENTRY_LABELS.items():
        if fields[key]:
            yield f"{label}{NBSP}: {fields[key]}"


_ENTRY_LABELS = {
    "adresse": "Adresse",
    "telephone": "Téléphone",
    "courriel": "Courriel",
    "site": "Site",
    "horaires": "Horaires",
    "contact": "Contact",
}
