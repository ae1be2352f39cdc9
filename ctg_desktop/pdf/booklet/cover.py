"""The front cover: name, edition, emergency numbers."""

from __future__ import annotations

from ctg_desktop.domain.booklet import BookletSettings, Picture
from ctg_desktop.domain.palette import contrast
from ctg_desktop.domain.papers import Language
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import Block, Definition, Definitions, Figure, Heading, Paragraph, Space
from ctg_desktop.pdf.booklet.job import Job
from ctg_desktop.pdf.colours import BLACK, WHITE, mixed
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.entries import image_of
from ctg_desktop.pdf.furniture import Area, Backdrop, CoverPhotograph, Furniture, Landscape
from ctg_desktop.pdf.runs import Run, Runs

STRONG_CONTRAST = 7.0
"""Of large print (WCAG 2.1, 1.4.6)."""

_WIDE = 1.2
_SHARP = 900
_ARMS_SIZE = 63.0
_TITLES = ((24, "cover-title"), (60, "cover-title-long"))
_LONGEST_TITLE = "cover-title-longest"
_BANDS = {False: (0.37, 0.29), True: (0.37, 0.25)}
"""Top and height of the drawing of a cover in large print, in shares of the page; lower where the
date is said twice."""
_TALLEST = 0.33
"""Height of its picture."""


def cover(job: Job) -> Section:
    """Return the cover: drawn, or with the picture or coat of arms of the commune."""
    backdrop, pictures = (_full if job.layout.full_cover else _plain)(job)
    gap = 42.0 if job.layout.emergency_columns == 1 else 45.0
    blocks: list[Block] = [
        *_names(job),
        *pictures,
        Space(fill=True),
        Paragraph(edition(job), "cover-edition"),
        Definitions(
            tuple(emergencies(job)),
            "cover-number",
            "cover-word",
            label_width=gap * job.layout.sheet["cover-number"].size / 13,
            columns=job.layout.emergency_columns,
            gap=3.0 if job.voice.is_double else 1.5,
        ),
    ]
    return Section(
        job.voice.main.of(phrases.COVER),
        tuple(blocks),
        deep(job.colour) if not job.layout.full_cover else job.colour,
        Furniture(backdrop=backdrop),
        page=job.layout.cover,
    )


def deep(colour: str) -> str:
    """Return a colour dark enough for large print on white, or white large print on it."""
    while contrast(colour, WHITE) < STRONG_CONTRAST:
        colour = mixed(colour, BLACK, 0.08)
    return colour


def edition_line(job: Job) -> str:
    """Return "Édition de novembre 2026" in the document's language."""
    tongue = job.voice.main
    return tongue.of(phrases.EDITION).format(tongue.month_of(job.content.edition))


def edition(job: Job) -> Runs:
    """Return the same in every language of the booklet."""
    day = job.content.edition
    return job.voice.each(
        lambda tongue: tongue.of(phrases.EDITION).format(tongue.month_of(day)), between="\n"
    )


def booklet_title(job: Job) -> Runs:
    """Return the title of the booklet; the usual one is translated."""
    title = job.content.settings.title.strip() or phrases.TITLE.french
    if title == phrases.TITLE.french:
        return job.voice.runs(phrases.TITLE)
    return job.voice.french(title)


def emergencies(job: Job) -> list[Definition]:
    """Return the emergency numbers and whom they reach."""
    between = "\n" if job.layout.emergency_columns > 1 else " · "
    return [
        Definition((Run(number),), (job.voice.runs(what, between=between),))
        for number, what in phrases.EMERGENCIES
    ]


def _names(job: Job) -> list[Block]:
    profile, settings = job.content.profile, job.content.settings
    style = next((one for most, one in _TITLES if len(profile.name) <= most), _LONGEST_TITLE)
    return [
        Paragraph(booklet_title(job), "cover-kicker"),
        Heading(1, job.voice.french(profile.name), style=style),
        Paragraph(_subtitle(job, settings), "cover-text"),
    ]


def _subtitle(job: Job, settings: BookletSettings) -> Runs:
    french, english = settings.subtitle, settings.subtitle_en
    if french == phrases.SUBTITLE.french:
        english = english or phrases.SUBTITLE.english
    if job.voice.language is Language.FRENCH or not english:
        return job.voice.french(french)
    if not job.voice.is_double:
        return job.voice.english(english)
    return (*job.voice.french(french), Run("\n"), *job.voice.english(english))


def _full(job: Job) -> tuple[Backdrop, list[Block]]:
    picture = _picture(job)
    if picture is None:
        return Landscape(job.colour), []
    if _fills_a_page(picture):
        return CoverPhotograph(job.colour, image_of(picture), _alt(job)), []
    size = _ARMS_SIZE * job.layout.cover.width / 420
    return Landscape(job.colour), [Space(15), Figure(image_of(picture), _alt(job), size, size)]


def _plain(job: Job) -> tuple[Backdrop | None, list[Block]]:
    page = job.layout.cover
    top, height = (share * page.height for share in _BANDS[job.voice.is_double])
    picture = _picture(job)
    if picture is None:
        return Landscape(job.colour, Area(0, top, page.width, height)), []
    figure = Figure(image_of(picture), _alt(job), page.text_width, page.height * _TALLEST)
    return None, [Space(fill=True), figure]


def _picture(job: Job) -> Picture | None:
    return job.content.pictures.get(job.content.settings.cover_picture)


def _alt(job: Job) -> str:
    said = job.voice.main.of(phrases.COVER_PICTURE).format(job.content.profile.name)
    return job.content.settings.cover_picture_alt or said


def _fills_a_page(picture: Picture) -> bool:
    return picture.width >= _SHARP and picture.width >= _WIDE * picture.height
