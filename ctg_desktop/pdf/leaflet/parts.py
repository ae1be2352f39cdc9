"""The parts of a leaflet, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.leaflet import LeafletContent, shortened
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Definitions,
    Figure,
    Group,
    Heading,
    Paragraph,
    WritingLines,
)
from ctg_desktop.pdf.codes import qr
from ctg_desktop.pdf.entries.codes import MODULE
from ctg_desktop.pdf.leaflet.entry import contact, site, where
from ctg_desktop.pdf.leaflet.entry import hours as said_hours
from ctg_desktop.pdf.leaflet.fit import Setting
from ctg_desktop.pdf.leaflet.theme import GROUP, tint
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.words import labelled, paragraphs, words

EMERGENCIES = (
    ("15", "Samu"),
    ("17", "Police, gendarmerie"),
    ("18", "Pompiers"),
    ("112", "Urgences en Europe"),
    ("114", "Sourds et malentendants"),
)
USEFUL = "Bon à savoir"
EMERGENCY = "Urgences"
FURTHER = "Pour aller plus loin"
LEAST_LINES = 4
"""Fewer lines to write on look forgotten."""

_NUMBER = re.compile(r"(\d[\d \u00a0\u202f]*\d|[\w-]+(?:\.[\w-]+)+)\s+(\S.*)")
"""A telephone number or a site, and what answers there."""

_WRITING = 24.0
_CODE = 68.0

Setter = Callable[[Listing], Group]


def entries(content: LeafletContent, setting: Setting, setter: Setter) -> list[Block]:
    """Return the entries, chapter by chapter, and how many are left out of each."""
    blocks: list[Block] = []
    for group, missing in shortened(content.groups, setting.kept):
        if not group.listings:
            continue
        if group.category is not None:
            code, label = group.category.code, group.category.label
            blocks.append(Heading(2, words(label), f"rubrique-{code}", label, f"{GROUP}{code}"))
        set_ = [*map(setter, group.listings)]
        if missing:
            more = Paragraph(words(others(missing)), "more")
            set_[-1] = Group((*set_[-1].blocks, more))
        blocks += set_
    missing = _in_groups_unseen(content, setting)
    if missing:
        blocks.append(Paragraph(words(others(missing)), "more"))
    return blocks


def others(count: int) -> str:
    """Return what stands for entries that a leaflet does not hold."""
    said = wording.plural(count, "autre adresse", "autres adresses")
    return f"… et {said}\u00a0: voir le livret"


def introduction(content: LeafletContent, style: str = "lead") -> list[Block]:
    """Return the introduction on its ground; nothing where none was written."""
    texts = content.options.texts
    said = tuple(Paragraph(words(one), style) for one in paragraphs(texts.introduction))
    if not said:
        return []
    return [Box(said, fill=tint(texts.colour), padding=10.5, after=3.0)]


def useful(content: LeafletContent) -> Iterator[Block]:
    """Yield the numbers that are good to know, under their heading; nothing without any."""
    lines = content.options.texts.lines
    if not lines:
        return
    rows: list[Block] = []
    for line in lines:
        match = _NUMBER.fullmatch(line)
        runs = _known(match) if match else words(line)
        rows.append(Paragraph(runs, "number-word"))
    colour = tint(content.options.texts.colour)
    title = Heading(2, words(USEFUL), "bon-a-savoir", USEFUL, "useful-title")
    yield Box((title, *rows), fill=colour, padding=10.5, before=12)


def _known(match: re.Match[str]) -> Runs:
    shown, said = match.group(1), match.group(2)
    digits = "".join(one for one in shown if one.isdigit())
    if "." in shown:
        link = Run(shown, strong=True, target=f"https://{shown}", hint=f"Site : {shown}")
        return (link, Run("\n"), *words(said))
    number = wording.phone(digits) if len(digits) <= 4 else shown.replace(" ", NBSP)
    call = Run(number, strong=True, target=f"tel:{digits}", hint=f"Appeler le {number}")
    return (call, Run("  "), *words(said))


def notes(content: LeafletContent, least: int = LEAST_LINES) -> tuple[Block, ...]:
    """Return lines to write on down to the foot of the panel, under their heading.

    Args:
        content: Of the leaflet; nothing is returned where its notes are not wished.
        least: How many lines there must be.
    """
    title = content.options.texts.notes_title
    if not content.options.notes:
        return ()
    heading = (Heading(2, words(title), "notes", title),) if title else ()
    lines = WritingLines(least, leading=_WRITING)
    return (*heading, lines, WritingLines(leading=_WRITING, fill=True))


def further(content: LeafletContent) -> list[Block]:
    """Return where there is more to read: what stands on a panel that would be empty."""
    said = (
        f"Toutes les adresses {wording.of_place(content.profile.name)} sont dans le livret de la "
        "commune : services, associations, commerces, santé, manifestations. "
        "Demandez-le à la mairie, il est gratuit."
    )
    title = Heading(2, words(FURTHER), "plus-loin", FURTHER, "aside-title")
    text = Paragraph(words(said), "further")
    return [Box((title, text), fill=tint(content.options.texts.colour), padding=15.0, before=18.0)]


def town_hall(content: LeafletContent, *, hours: bool = True) -> list[Block]:
    """Return whom to ask: the town hall, or the name of the commune where none is listed."""
    hall, commune = content.town_hall, content.profile.name
    if hall is None:
        return [Paragraph(words(commune, strong=True), "contact")]
    blocks: list[Block] = [Paragraph(words(hall.name, strong=True), "contact")]
    blocks += [Paragraph(one, "contact") for one in where(hall, "")]
    calls = list(contact(hall))
    if calls:
        blocks.append(Paragraph(calls[0][:1], "contact-strong"))
    blocks += [Paragraph(runs, "contact") for runs in calls[1:]]
    for email in [one.address for one in hall.emails if not one.private][:1]:
        link = Run(email, target=f"mailto:{email}", hint=f"Écrire à {email}")
        if any(not one.private for one in hall.phones):
            blocks.append(Paragraph((link,), "contact"))
    if hall.website:
        blocks.append(Paragraph((site(hall),), "contact"))
    if hours and hall.opening_hours:
        blocks.append(Paragraph(words(said_hours(hall)), "hours-fixed"))
    return blocks


def code(content: LeafletContent) -> list[Block]:
    """Return the QR code of the commune's web site; nothing without one, or where not wished."""
    hall = content.town_hall
    if hall is None or not hall.website or not content.options.codes:
        return []
    drawing = qr(hall.website)
    size = max(_CODE, drawing.width * MODULE)
    alt = f"Code QR du site de {content.profile.name}"
    figure = Figure(drawing, alt, size, size, hall.website)
    return [figure, Paragraph(words("Le site de la commune"), "caption")]


def emergencies(content: LeafletContent, columns: int = 1) -> Box:
    """Return the emergency numbers on their ground."""
    rows = tuple(labelled(number, words(what)) for number, what in EMERGENCIES)
    numbers = Definitions(rows, "emergency", "emergency-word", label_width=30.0, columns=columns)
    title = Heading(2, words(EMERGENCY), "urgences", style="heading-3")
    return Box((title, numbers), fill=tint(content.options.texts.colour), padding=9.0)


def small_print(content: LeafletContent) -> list[Block]:
    """Return when the entries were verified, and the credit that foreign data ask for."""
    said = (
        f"{verified([one.verified_on for one in content.listings])} "
        "Une erreur, un oubli ? Dites-le à la mairie."
    ).strip()
    blocks: list[Block] = [Paragraph(words(said), "note")]
    sources = sorted({one.source for one in content.listings if one.source})
    if sources:
        blocks.append(Paragraph(words(f"Sources : {' ; '.join(sources)}."), "note"))
    return blocks


def edition_line(content: LeafletContent) -> str:
    """Return "Édition de novembre 2026"."""
    return f"Édition {wording.of(wording.month(content.edition.year, content.edition.month))}"


def verified(days: list[date | None]) -> str:
    """Return when entries were verified, from the oldest day to the newest.

    "Informations vérifiées entre mars et novembre 2026."
    """
    known = sorted(day for day in days if day is not None)
    if not known:
        return ""
    first, last = known[0], known[-1]
    end = wording.month(last.year, last.month)
    if (first.year, first.month) == (last.year, last.month):
        return f"Informations vérifiées en {end}."
    begin = wording.month(first.year, first.month)
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
    return f"Informations vérifiées entre {begin} et {end}."


def _in_groups_unseen(content: LeafletContent, setting: Setting) -> int:
    groups = shortened(content.groups, setting.kept)
    return sum(missing for group, missing in groups if not group.listings)
