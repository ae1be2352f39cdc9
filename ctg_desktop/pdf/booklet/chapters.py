"""The chapters: one a category, in its colour, with a thumb tab; before them what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from types import MappingProxyType

from ctg_desktop.domain.booklet import BookletPart
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.papers import Language
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import (
    Block,
    Definition,
    Definitions,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
)
from ctg_desktop.pdf.booklet.job import Job
from ctg_desktop.pdf.document import Section
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Run, Runs

_NAME_SHARE = 0.4

Opening = Callable[[Job], list[Block]]


def chapter(job: Job, category: Category) -> Section | None:
    """Return a chapter, or nothing when it has nothing to say."""
    if category.hidden or job.options.only_chosen:
        return None
    opening = _OPENINGS.get(category.code, _nothing)(job)
    closing = _CLOSINGS.get(category.code, _nothing)(job)
    entries = tuple(job.entries(job.chapters.get(category.code, ())))
    if not (opening or entries or closing):
        return None
    name = Phrase(category.label, category.label_en or category.label)
    heading = job.title(name, f"rubrique-{category.code}")
    return _in_columns(job, name, heading, (*opening, *entries, *closing), category.colour)


def chosen(job: Job) -> Section | None:
    """Return what was chosen for a family, or nothing where nothing was."""
    if not job.choices:
        return None
    blocks: list[Block] = []
    for choice in job.choices:
        blocks.append(job.heading(2, choice.label, f"besoin-{choice.code}", "month"))
        blocks += job.entries(choice.listings, level=3)
    heading = job.title(phrases.CHOSEN_FOR_YOU, "choisi-pour-vous")
    return _in_columns(job, phrases.CHOSEN_FOR_YOU, heading, tuple(blocks), job.colour)


def mayor_word(job: Job) -> Section | None:
    """Return the mayor's word, or nothing when it was not written."""
    settings = job.content.settings
    texts = job.told(settings.mayor_word.strip(), settings.mayor_word_en.strip(), "lead")
    if not texts:
        return None
    blocks = [job.title(phrases.MAYOR_WORD, "mot-du-maire"), *texts]
    if settings.mayor_name:
        blocks.append(Paragraph(job.voice.french(settings.mayor_name), "signature"))
    return _prose(job, phrases.MAYOR_WORD, blocks)


def own_text(job: Job, part: BookletPart) -> Section | None:
    """Return a text of the commune's own, or nothing when it is empty."""
    texts = job.told(part.text.strip(), part.text_en.strip(), "lead")
    if not texts:
        return None
    name = Phrase(part.title, part.title_en or part.title)
    return _prose(job, name, [job.title(name, part.code), *texts])


def _prose(job: Job, name: Phrase, blocks: Sequence[Block]) -> Section:
    return Section(
        job.voice.main.of(name), tuple(blocks), job.content.profile.accent, page=job.layout.prose
    )


def _in_columns(
    job: Job, name: Phrase, heading: Heading, blocks: tuple[Block, ...], colour: str
) -> Section:
    title, columns = job.voice.main.of(name), job.layout.columns
    if columns == 1:
        return Section(title, (heading, *blocks), colour)
    return Section(title, blocks, colour, columns=columns, masthead=(heading,))


def _nothing(_job: Job) -> list[Block]:
    return []


def _team(job: Job) -> list[Block]:
    team = [member for member in job.content.settings.team if member.name]
    if not team:
        return []
    heading = job.heading(2, phrases.TEAM, style="heading-3")
    french = job.voice.french
    if job.layout.look.stacked:
        lines = (
            (*french(one.name, strong=True), Run("\n"), *french(_capital(one.role))) for one in team
        )
        return [heading, *(Paragraph(line, "step") for line in lines)]
    rows = tuple(Definition(french(one.name), (french(_capital(one.role)),)) for one in team)
    page, columns = job.layout.page, job.layout.columns
    width = (page.text_width - job.layout.sheet.gutter * (columns - 1)) / columns
    return [Group((heading, Definitions(rows, "person", label_width=width * _NAME_SHARE)))]


def _steps(job: Job) -> list[Block]:
    settings = job.content.settings
    steps = _lines(job, settings.first_steps, settings.first_steps_en)
    if not steps:
        return []
    mark = job.marked(french=any(settings.first_steps), english=any(settings.first_steps_en))
    invitation = Paragraph(job.voice.runs(phrases.TICK, between="\n"), "lead")
    return [invitation, *mark, ItemList(steps, Marker.TICK, "step")]


def _neighbourhood_rules(job: Job) -> list[Block]:
    settings = job.content.settings
    rules = _lines(job, settings.neighbourhood_rules, settings.neighbourhood_rules_en)
    if not rules:
        return []
    french, english = settings.neighbourhood_rules, settings.neighbourhood_rules_en
    mark = job.marked(french=any(french), english=any(english))
    return [*mark, ItemList(rules, Marker.BULLET, "step")]


def _lines(job: Job, french: Sequence[str], english: Sequence[str]) -> tuple[Runs, ...]:
    """Return lines in the language of the booklet; French ones where there are no others."""
    voice = job.voice
    if voice.is_double:
        pairs = zip_longest(french, english, fillvalue="")
        return tuple(tuple(_both(job, *pair)) for pair in pairs if any(pair))
    if voice.language is Language.ENGLISH and any(english):
        return tuple(voice.english(line) for line in english if line)
    return tuple(voice.french(line) for line in french if line)


def _both(job: Job, french: str, english: str) -> Iterator[Run]:
    yield from job.voice.french(french)
    if french and english:
        yield Run("\n")
    yield from job.voice.english(english)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_OPENINGS = MappingProxyType[str, Opening](
    {"first-steps": _steps, "living-together": _neighbourhood_rules}
)
_CLOSINGS = MappingProxyType[str, Opening]({"town-hall": _team})
