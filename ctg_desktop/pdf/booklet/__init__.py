"""The booklet of a commune: from its content to a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from ctg_desktop.domain.booklet import (
    BACK_COVER,
    CALENDAR,
    CONTENTS,
    INDEX,
    MAYOR_WORD,
    BookletContent,
    BookletPart,
)
from ctg_desktop.domain.booklet_order import Piece, arranged, is_shown
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.papers import BookletOptions
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.pdf.booklet.back import back_cover, notes
from ctg_desktop.pdf.booklet.calendar import calendar
from ctg_desktop.pdf.booklet.chapters import chapter, chosen, mayor_word, own_text
from ctg_desktop.pdf.booklet.contents import contents
from ctg_desktop.pdf.booklet.cover import cover, edition_line
from ctg_desktop.pdf.booklet.index import index
from ctg_desktop.pdf.booklet.job import Job, job_of
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture, Tab

_PARTS = MappingProxyType[str, Callable[[Job], Section | None]](
    {CONTENTS: contents, MAYOR_WORD: mayor_word, CALENDAR: calendar, INDEX: index}
)
_DEFAULT = BookletOptions()


def booklet_document(
    content: BookletContent,
    options: BookletOptions = _DEFAULT,
    progress: Progress = silent,
) -> Document:
    """Return the booklet as a document.

    Args:
        content: What to print, consent already applied; its edition is the only date known.
        options: In which form and language, and what comes first.
        progress: Told entries.

    Raises:
        UserError: ``need-unknown``.
        Cancelled: By ``progress``.
    """
    job = job_of(content, options, _counted(progress, len(content.listings)))
    name = job.content.settings.title.strip() or "Livret ressources"
    pieces = arranged(content.categories, content.settings.parts)
    last = back_cover(job) if any(_is_back(piece) for piece in pieces) else None
    inside = [*_inside(job, pieces), *_filled_up(job, last)]
    return Document(
        title=f"{name} – {content.profile.name}",
        language=job.voice.main.code,
        author=content.profile.name,
        subject=edition_line(job),
        edition=content.edition,
        page=job.layout.page,
        sheet=job.layout.sheet,
        sections=(cover(job), *inside, *([last] if last else ())),
    )


def _counted(progress: Progress, most: int) -> Progress:
    """Return a progress that counts how often it is told."""
    calls = count()

    def tell(done: int, total: int) -> None:  # noqa: ARG001 - it counts by itself
        progress(min(next(calls), most), most)

    return tell


def _is_back(piece: Piece) -> bool:
    return isinstance(piece, BookletPart) and piece.code == BACK_COVER and piece.shown


def _inside(job: Job, pieces: Sequence[Piece]) -> Iterator[Section]:
    """Return everything between the covers, with its foot, its number and its tab."""
    made = [one for one in _sections(job, pieces) if one is not None]
    tabbed = [one for one in made if one.furniture.tab is not None]
    last = max(len(tabbed) - 1, 1)
    foot = f"{job.content.profile.name} · {edition_line(job)}"
    for section in made:
        tab = section.furniture.tab
        if tab is not None:
            tab = replace(tab, position=tabbed.index(section) / last)
        yield replace(section, furniture=Furniture(foot=foot, numbered=True, tab=tab))


def _sections(job: Job, pieces: Sequence[Piece]) -> Iterator[Section | None]:
    opened = False
    for piece in pieces:
        if isinstance(piece, Category) and not opened:
            opened = True
            yield _tabbed(chosen(job), job)
        yield _section(job, piece)
    if not opened:
        yield _tabbed(chosen(job), job)


def _section(job: Job, piece: Piece) -> Section | None:
    if not is_shown(piece):
        return None
    if isinstance(piece, Category):
        return _tabbed(chapter(job, piece), job)
    if piece.code == CONTENTS:
        return contents(job)
    if piece.code in _PARTS:
        return _tabbed(_PARTS[piece.code](job), job)
    return _tabbed(own_text(job, piece), job) if piece.code != BACK_COVER else None


def _tabbed(section: Section | None, job: Job) -> Section | None:
    if section is None or not job.layout.tabs:
        return section
    return replace(section, furniture=Furniture(tab=Tab(section.title, 0.0)))


def _filled_up(job: Job, last: Section | None) -> list[Section]:
    """Return notes that bring the back cover to the back of a sheet."""
    pages = notes(job, pages_after=1 if last else 0)
    return [] if pages is None else [pages]
