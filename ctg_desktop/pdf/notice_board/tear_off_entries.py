"""One entry of a tear-off list, and what a strip says of it."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.notice_board import TearOffContent
from ctg_desktop.domain.opening_hours import Style, to_french
from ctg_desktop.pdf.blocks import Block, Columns, Heading, Paragraph, Part
from ctg_desktop.pdf.notice_board.contacts import phone_of, phone_run, site_run
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.words import paragraphs, words

_CONTACT_SHARE = 0.34
_READ_STANDING = 600
"""Letters of a description that somebody reads before a notice board; longer ones stay out."""
_HOURS = 180
"""Letters of the opening hours of an entry among others."""


def shorten(text: str, most: int) -> str:
    """Return a text cut at a blank, with "…", when it has more letters than that."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"


def entry(listing: Listing, content: TearOffContent) -> tuple[Block, ...]:
    """Return name and sentence at the left, phone and hours at the right."""
    if len(content.listings) == 1:
        return tuple(_alone(listing, content))
    told: list[Block] = [Heading(2, words(listing.name), style="name")]
    if listing.summary:
        told.append(Paragraph(words(listing.summary), "summary"))
    reached = tuple(_reached(listing))
    if not reached:
        return tuple(told)
    return (
        Columns((Part(tuple(told), 1 - _CONTACT_SHARE), Part(reached, _CONTACT_SHARE)), gap=18.0),
    )


def _alone(listing: Listing, content: TearOffContent) -> Iterator[Block]:
    """Return an entry that has the page to itself; the title names it already."""
    if content.title != listing.name:
        yield Heading(2, words(listing.name), style="name")
    described = listing.description if len(listing.description) <= _READ_STANDING else ""
    for text in (listing.summary, *paragraphs(described)):
        yield Paragraph(words(text), "alone")
    phone, email = phone_of(listing), _email(listing)
    if phone:
        yield Paragraph((phone_run(phone),), "alone-phone")
    yield Paragraph(words(to_french(listing.opening_hours)), "alone")
    yield Paragraph(words(", ".join(listing.address.lines)), "alone")
    if email:
        yield Paragraph((_email_run(email),), "alone")
    if listing.website:
        yield Paragraph((site_run(listing),), "alone")


def _reached(listing: Listing) -> Iterator[Block]:
    phone = phone_of(listing)
    if phone:
        yield Paragraph((phone_run(phone),), "contact")
    elif _email(listing):
        yield Paragraph((_email_run(_email(listing)),), "hours")
    elif listing.website:
        yield Paragraph((site_run(listing),), "hours")
    if listing.opening_hours:
        said = shorten(to_french(listing.opening_hours, style=Style.SHORT), _HOURS)
        yield Paragraph(words(said.replace(" – ", f"{NBSP}–{NBSP}")), "hours")


def _email(listing: Listing) -> str:
    return next((one.address for one in listing.emails if one.address and not one.private), "")


def _email_run(email: str) -> Run:
    return Run(email, target=f"mailto:{email}", hint=f"Écrire à {email}")


def taken_home(listing: Listing) -> str:
    """Return what a strip says below the name."""
    return phone_of(listing) or _email(listing) or wording.site(listing.website)
