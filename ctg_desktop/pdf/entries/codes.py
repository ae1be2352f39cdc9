"""The QR code of an entry: its contact card, or its web site."""

from __future__ import annotations

from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf import codes, phrases
from ctg_desktop.pdf.document import Figure, Runs
from ctg_desktop.pdf.entries.card import MOST_BYTES, contact_card, dialled
from ctg_desktop.pdf.entries.look import EntryContext
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.voice import Voice

MODULE = 0.945
"""Least width of one module in points (a third of a millimetre): what telephones read on paper."""


def code_of(listing: Listing, context: EntryContext) -> Figure | None:
    """Return the one code that helps most, or nothing without a phone and a web site.

    A contact card holds the web site too; a code of the site alone stands where nobody answers a
    phone.
    """
    voice, least = context.voice, context.look.code
    numbers = (dialled(one.number) for one in listing.phones if not one.private)
    number = next(filter(None, numbers), "")
    if not number:
        return site_code(listing, voice, least, voice.runs(phrases.WEBSITE, between="\n"))
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
