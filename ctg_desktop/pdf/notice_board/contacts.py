"""The town hall at the foot of a paper: how to call it, where its site is."""

from __future__ import annotations

from ctg_desktop.domain import wording
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.town_hall import town_hall_name
from ctg_desktop.pdf.blocks import Block, Columns, Figure, Paragraph, Part
from ctg_desktop.pdf.codes import qr
from ctg_desktop.pdf.entries.card import dialled
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.words import words

SEPARATOR = "  ·  "


def name_of(listing: Listing | None, profile: Profile) -> str:
    """Return what the town hall is called: "Mairie de Civray" for want of a listing."""
    return listing.name if listing is not None else town_hall_name(profile)


def phone_of(listing: Listing) -> str:
    """Return the first phone that may be printed, as it is read; empty for none."""
    numbers = (one.number for one in listing.phones if one.number and not one.private)
    return wording.phone(next(numbers, ""))


def phone_run(shown: str) -> Run:
    """Return a phone that a telephone dials when it is touched."""
    return Run(shown, target=f"tel:{dialled(shown)}", hint=f"Appeler le {shown}")


def site_run(listing: Listing) -> Run:
    """Return the address of the site, which leads there."""
    return Run(wording.site(listing.website), target=listing.website, hint=f"Site : {listing.name}")


def town_hall_foot(
    listing: Listing | None, profile: Profile, note: str, *, width: float, code: float
) -> tuple[Block, ...]:
    """Return who tells more: name, phone, site and the code that leads there.

    Args:
        listing: The town hall; ``None`` when the directory does not hold it.
        profile: Who prints, for want of a listing.
        note: A last line: when the paper was made.
        width: Of the column.
        code: Side of the QR code.
    """
    blocks: list[Block] = [Paragraph(words(name_of(listing, profile)), "foot-name")]
    contacts = _contacts(listing) if listing else ()
    if contacts:
        blocks.append(Paragraph(contacts, "foot"))
    blocks.append(Paragraph(words(note), "foot-note"))
    if listing is None or not listing.website:
        return tuple(blocks)
    figure = Figure(
        qr(listing.website),
        f"Code QR : site {wording.site(listing.website)}",
        code,
        code,
        target=listing.website,
    )
    share = code / width
    return (Columns((Part(tuple(blocks), 1 - share), Part((figure,), share)), gap=0.0),)


def _contacts(listing: Listing) -> Runs:
    runs: list[Run] = []
    phone = phone_of(listing)
    if phone:
        runs.append(phone_run(phone))
    if listing.website:
        runs += [Run(SEPARATOR)] if runs else []
        runs.append(site_run(listing))
    return tuple(runs)
