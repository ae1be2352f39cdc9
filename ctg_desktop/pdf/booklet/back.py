"""The last pages: notes that fill up the sheet, and the back cover with the town hall."""

from __future__ import annotations

from ctg_desktop.domain import wording
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import Codes
from ctg_desktop.domain.text import fold
from ctg_desktop.domain.town_hall import TOWN_HALL, main_town_hall
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Definition,
    Definitions,
    Heading,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.booklet.cover import booklet_title, deep, edition
from ctg_desktop.pdf.booklet.job import Job
from ctg_desktop.pdf.colours import WHITE
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.entries.codes import site_code
from ctg_desktop.pdf.entries.rows import contact_rows
from ctg_desktop.pdf.furniture import Area, Furniture, Rectangle
from ctg_desktop.pdf.runs import Run, Runs

_LEADING = 24.0


def notes(job: Job, pages_after: int) -> Section | None:
    """Return pages to write on, as many as bring the back cover to the back of a sheet."""
    if job.layout.sheet_pages == 1:
        return None
    heading = Heading(1, job.voice.paired(phrases.NOTES))
    return Section(
        job.voice.main.of(phrases.NOTES),
        (heading, WritingLines(leading=_LEADING, fill=True)),
        job.content.profile.accent,
        multiple=job.layout.sheet_pages,
        pages_after=pages_after,
    )


def back_cover(job: Job) -> Section | None:
    """Return the back cover: how to reach the town hall, and the edition."""
    town_hall = _town_hall(job)
    full, page = job.layout.full_cover, job.layout.cover
    name = town_hall.name if town_hall else job.content.profile.name
    blocks: list[Block] = [
        Paragraph(_kicker(job, town_hall), "back-kicker"),
        Heading(1, job.voice.french(name), style="back-title"),
    ]
    if town_hall is not None:
        blocks += _contact(job, town_hall)
    blocks += [Space(fill=True), *_web(job, town_hall), Paragraph(edition(job), "back-note")]
    ground = Rectangle(Area(0, 0, page.width, page.height), job.colour)
    return Section(
        job.voice.main.of(phrases.BACK_COVER),
        tuple(blocks),
        job.colour if full else deep(job.colour),
        Furniture(shapes=(ground,) if full else ()),
        page=page,
    )


def _kicker(job: Job, town_hall: Listing | None) -> Runs:
    """Return what stands above the name: the commune, where the name does not say it."""
    if town_hall is None:
        return booklet_title(job)
    commune = job.content.profile.name
    if fold(commune) in fold(town_hall.name):
        return job.voice.runs(phrases.YOUR_TOWN_HALL)
    return job.voice.french(commune)


def _town_hall(job: Job) -> Listing | None:
    found = [one for one in job.content.listings if one.category == TOWN_HALL]
    return main_town_hall(found, job.content.profile)


def _contact(job: Job, town_hall: Listing) -> list[Block]:
    rows: tuple[Definition, ...] = tuple(contact_rows(town_hall, job.voice))
    sheet = job.layout.sheet
    wanted = job.layout.double_labels if job.voice.is_double else 0.0
    width = (wanted or sheet.label_width) * sheet["back-label"].size / sheet["label"].size
    gap = sheet["back-text"].leading * 0.4
    return [Definitions(rows, "back-label", "back-text", label_width=width, gap=gap)]


def _web(job: Job, town_hall: Listing | None) -> list[Block]:
    """Return the web site of the town hall, with its code."""
    if town_hall is None or not town_hall.website:
        return []
    shown = wording.site(town_hall.website)
    hint = job.voice.main.of(phrases.SITE_OF).format(town_hall.name)
    said: tuple[Block, ...] = (
        Paragraph(job.voice.runs(phrases.ON_THE_WEB), "back-note"),
        Paragraph((Run(shown, target=town_hall.website, hint=hint),), "back-text"),
    )
    least = job.layout.code * 1.5
    is_wanted = job.options.codes is not Codes.NONE
    figure = site_code(town_hall, job.voice, least) if is_wanted else None
    if figure is None:
        return [*said, Space(24)]
    box = Box((figure,), fill=WHITE, padding=0)
    share = figure.max_width / job.layout.cover.text_width
    parts = (Part((box,), share), Part((Space(least * 0.2), *said), 1 - share))
    return [Columns(parts, gap=12), Space(24)]
