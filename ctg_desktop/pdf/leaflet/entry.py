"""One entry in few words: what it is, whom to call, where, when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.leaflet import LeafletDetail as Detail
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf.blocks import Block, Columns, Group, Heading, Paragraph, Part
from ctg_desktop.pdf.entries import anchor, told
from ctg_desktop.pdf.entries.card import dialled
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.voice import FRENCH_TONGUE
from ctg_desktop.pdf.words import paragraphs, words

PHONES = 2
"""How many telephones of one entry are printed."""

_BETWEEN = f"{NBSP}· "
_CLOSE = frozenset({Detail.BRIEF, Detail.SHORT})
"""No hours; the place behind the telephone."""
_DAY_AND_TIME = re.compile(r"(?<=[a-z]\.) (?=\d)")
_LONGEST = 190
"""Characters of a sentence taken from a description."""


def stacked(listing: Listing, edition: date, commune: str, detail: Detail, level: int) -> Group:
    """Return an entry for a narrow panel, line under line."""
    blocks: list[Block] = [_heading(listing, level), *_told(listing, detail)]
    calls, places = tuple(contact(listing)), tuple(where(listing, commune))
    if detail in _CLOSE:
        calls, places = (*calls, *places), ()
    blocks += [Paragraph(_joined(line), "reach") for line in (calls, places) if line]
    blocks += _further(listing, edition, detail)
    return Group(tuple(blocks))


def side_by_side(
    listing: Listing, edition: date, commune: str, detail: Detail, level: int
) -> Group:
    """Return an entry for a wide page: what it is on the left, how to reach it on the right."""
    left: list[Block] = [
        _heading(listing, level),
        *_told(listing, detail),
        *_further(listing, edition, detail),
    ]
    right = [Paragraph(one, "reach-right") for one in (*contact(listing), *where(listing, commune))]
    if not right:
        return Group(tuple(left))
    return Group((Columns((Part(tuple(left), 1.7), Part(tuple(right), 1.0)), gap=18.0),))


def _told(listing: Listing, detail: Detail) -> Iterator[Paragraph]:
    if detail is Detail.RICH:
        yield from (Paragraph(words(one), "summary") for one in told(listing))
    elif detail is not Detail.SHORT and (said := sentence(listing)):
        yield Paragraph(words(said), "summary")


def _further(listing: Listing, edition: date, detail: Detail) -> Iterator[Paragraph]:
    if detail in _CLOSE:
        return
    for text in _times(listing, edition):
        yield Paragraph(words(text), "hours")
    if detail is Detail.RICH:
        yield from (Paragraph(one, "detail") for one in _details(listing))


def _details(listing: Listing) -> Iterator[Runs]:
    phone = any(not one.private for one in listing.phones)
    for email in [one.address for one in listing.emails if not one.private and phone]:
        yield (Run(email, target=f"mailto:{email}", hint=f"Écrire à {email}"),)
    if listing.website and (phone or listing.emails):
        yield (site(listing),)
    for label, text in (
        ("Public", listing.audience),
        ("Tarif", listing.price),
        ("Conditions", listing.conditions),
        ("Accessibilité", listing.accessibility),
    ):
        if text:
            yield (*words(f"{label} : ", strong=True), *words(text))


def sentence(listing: Listing) -> str:
    """Return what an entry is in one sentence: its own, or the first of its description."""
    if listing.summary:
        return listing.summary
    first = next(iter(paragraphs(listing.description)), "").replace("\n", " ")
    end = first.find(". ")
    said = first[: end + 1] if 0 < end < _LONGEST else first
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]}…"


def contact(listing: Listing) -> Iterator[Runs]:
    """Yield how an entry is reached: telephones, else an e-mail, else a site."""
    phones = [one for one in listing.phones if not one.private and one.number][:PHONES]
    emails = [one.address for one in listing.emails if not one.private and one.address]
    if phones:
        yield from map(_phone, phones)
    elif emails:
        hint = f"Écrire à {emails[0]}"
        yield (Run(emails[0], strong=True, target=f"mailto:{emails[0]}", hint=hint),)
    elif listing.website:
        yield (site(listing, strong=True),)


def site(listing: Listing, *, strong: bool = False) -> Run:
    """Return the address of a site, shown without what nobody types."""
    shown = wording.site(listing.website)
    return Run(shown, strong=strong, target=listing.website, hint=f"Site : {listing.name}")


def where(listing: Listing, commune: str) -> Iterator[Runs]:
    """Yield the address of an entry; without its city where that is the commune itself."""
    address = listing.address
    parts = list(address.printed_lines)
    elsewhere = address.city.casefold() != commune.casefold()
    in_former_commune = address.delegated_commune not in ("", address.city)
    if address.city and not in_former_commune and (elsewhere or not parts):
        parts.append(address.city)
    if parts:
        yield words(", ".join(parts))


def hours(listing: Listing) -> str:
    """Return opening hours in short; a day and its first time stay on one line."""
    said = FRENCH_TONGUE.hours(listing.opening_hours).replace("\n", " ")
    return _DAY_AND_TIME.sub(NBSP, said.replace("– ", f"–{NBSP}"))


def _heading(listing: Listing, level: int) -> Heading:
    return Heading(level, words(listing.name), anchor(listing), style="entry-name")


def _times(listing: Listing, edition: date) -> Iterator[str]:
    closed = listing.closed_until
    if closed is not None and closed >= edition:
        yield f"Fermé jusqu’au {wording.day_full(closed)}"
    if listing.opening_hours:
        yield hours(listing)


def _phone(phone: Phone) -> Runs:
    shown = wording.phone(phone.number)
    digits = dialled(phone.number)
    hint = f"Appeler le {shown}"
    call = Run(shown, strong=True, target=f"tel:{digits}" if digits else "", hint=hint)
    return (call, *words(f" ({phone.label})")) if phone.label else (call,)


def _joined(parts: tuple[Runs, ...]) -> Runs:
    joined: list[Run] = []
    for part in parts:
        if joined:
            joined.append(Run(_BETWEEN))
        joined += part
    return tuple(joined)
