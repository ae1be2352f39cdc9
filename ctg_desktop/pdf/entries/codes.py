"""The QR codes of an entry: its web site, its contact card."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import Codes
from ctg_desktop.pdf import codes, phrases
from ctg_desktop.pdf.blocks import Figure
from ctg_desktop.pdf.entries.card import MOST_BYTES, contact_card, dialled
from ctg_desktop.pdf.entries.look import EntryContext
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.voice import Voice

MODULE = 0.945
"""Least width of one module in points (a third of a millimetre): what telephones read on paper."""


def codes_of(listing: Listing, context: EntryContext) -> Iterator[Figure]:
    """Yield the codes that were asked for, as far as there is something to open or to dial."""
    voice, look = context.voice, context.look
    if look.codes in (Codes.SITE, Codes.BOTH):
        caption = voice.runs(phrases.WEBSITE, between="\n")
        site = site_code(listing, voice, look.code, caption)
        if site is not None:
            yield site
    if look.codes in (Codes.CONTACT, Codes.BOTH):
        contact = _contact_code(listing, voice, look.code)
        if contact is not None:
            yield contact


def _contact_code(listing: Listing, voice: Voice, least: float) -> Figure | None:
    """Return the code of a contact card, or nothing without a phone."""
    numbers = (dialled(one.number) for one in listing.phones if not one.private)
    number = next(filter(None, numbers), "")
    if not number:
        return None
    alt = _alt(phrases.CONTACT_CODE, listing, voice)
    caption = voice.runs(phrases.CONTACT)
    return _code(contact_card(listing), alt, f"tel:{number}", least, caption)


def site_code(listing: Listing, voice: Voice, least: float, caption: Runs = ()) -> Figure | None:
    """Return the code of a web site, or nothing without one, or for an address too long."""
    if not listing.website or len(listing.website.encode()) > MOST_BYTES:
        return None
    alt = _alt(phrases.SITE_CODE, listing, voice)
    return _code(listing.website, alt, listing.website, least, caption)


def _code(text: str, alt: str, target: str, least: float, caption: Runs) -> Figure:
    drawing = codes.qr(text)
    size = max(least, drawing.width * MODULE)
    return Figure(drawing, alt, size, size, target, caption)


def _alt(phrase: Phrase, listing: Listing, voice: Voice) -> str:
    return voice.main.of(phrase).format(listing.name)
