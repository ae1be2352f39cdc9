"""One entry of the directory on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import (
    Beside,
    Block,
    Columns,
    Definition,
    Definitions,
    Figure,
    Group,
    Heading,
    Paragraph,
    Part,
    Rule,
    Space,
)
from ctg_desktop.pdf.entries.codes import codes_of
from ctg_desktop.pdf.entries.look import EntryContext, anchor, image_of
from ctg_desktop.pdf.entries.rows import rows
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.words import ENGLISH, FRENCH, paragraphs

_TEXT, _NOTE = "summary", "verified"
_GAP = 12.0
"""Between two codes at the foot of an entry."""


def entry(listing: Listing, context: EntryContext, level: int = 2) -> Group:
    """Return an entry; it stays on one page.

    Args:
        listing: What may be printed of it.
        context: The paper it stands in.
        level: Of its heading.
    """
    heading = Heading(
        level, context.voice.french(listing.name), anchor(listing), listing.name, "heading-2"
    )
    blocks: tuple[Block, ...] = (heading, *body(listing, context))
    figures = tuple(_figures(listing, context))
    if figures and context.look.narrow:
        blocks = _narrow(blocks, figures, context.look.narrow)
    elif figures:
        blocks = (Beside(blocks, figures),)
    gap = context.look.gap
    end: Block = Rule(before=6, after=gap) if context.look.rule else Space(gap)
    return Group((*blocks, end))


def body(listing: Listing, context: EntryContext) -> Iterator[Block]:
    """Return what an entry says below its name."""
    voice = context.voice
    french, english = told(listing), paragraphs(listing.description_en)
    if voice.main.code == FRENCH:
        yield from (Paragraph(words_, _TEXT) for words_ in map(voice.french, french))
    elif english:
        yield from (Paragraph(words_, _TEXT) for words_ in map(voice.english, english))
    lines: list[Definition] = []
    if voice.main.code == ENGLISH and french and not english:
        in_french = tuple(map(voice.french, french))
        lines.append(Definition(voice.runs(phrases.IN_FRENCH), in_french))
    lines += rows(listing, context)
    if voice.main.code == FRENCH and english:
        label = (Run("English", voice.is_double, language=ENGLISH),)
        lines.append(Definition(label, tuple(map(_plain, english)), ENGLISH))
    yield from _labelled(lines, context)
    note = _note(listing, context, untranslated=bool(french) and not english)
    if note:
        yield Paragraph(note, _NOTE)


def told(listing: Listing) -> list[str]:
    """Return the sentence and the description; the sentence once where the other begins with it."""
    described = list(paragraphs(listing.description))
    begun = listing.summary.rstrip("… .")
    if not begun or (described and described[0].startswith(begun)):
        return described
    return [listing.summary, *described]


def _narrow(
    blocks: tuple[Block, ...], figures: tuple[Figure, ...], width: float
) -> tuple[Block, ...]:
    """Put a figure beside the name and the texts, further ones side by side at the foot."""
    rows = next((at for at, block in enumerate(blocks) if _is_row(block)), len(blocks))
    first = Beside(blocks[:rows], figures[:1])
    if len(figures) == 1:
        return first, *blocks[rows:]
    last = blocks[-1]
    has_note = isinstance(last, Paragraph) and last.style == _NOTE
    note, end = ((last,), -1) if has_note else ((), len(blocks))
    codes = tuple(Part((figure,), figure.max_width) for figure in figures[1:])
    room = width - sum(_GAP + code.width for code in codes)
    return first, *blocks[rows:end], Columns((Part(note, room), *codes), _GAP)


def _is_row(block: Block) -> bool:
    return isinstance(block, Definitions) or (isinstance(block, Paragraph) and block.style != _TEXT)


def _plain(text: str) -> Runs:
    return (Run(text),)


def _labelled(lines: list[Definition], context: EntryContext) -> Iterator[Block]:
    if not context.look.stacked:
        if lines:
            yield Definitions(tuple(lines))
        return
    for line in lines:
        yield Paragraph(line.label, "label")
        yield from (Paragraph(_tagged(value, line.language)) for value in line.values)


def _tagged(runs: Runs, language: str) -> Runs:
    if not language:
        return runs
    return tuple(Run(run.text, run.strong, run.raised, language=language) for run in runs)


def _note(listing: Listing, context: EntryContext, *, untranslated: bool) -> Runs:
    """Return when the entry was checked, and that it has no English where both are printed."""
    voice = context.voice
    parts: list[Runs] = []
    day = listing.verified_on
    if day is not None:
        parts.append(
            voice.each(
                lambda tongue: tongue.of(phrases.CHECKED).format(
                    tongue.wording.month(day.year, day.month)
                )
            )
        )
    if voice.is_double and untranslated:
        parts.append(voice.runs(phrases.FRENCH_ONLY, between=" / "))
    return tuple(_separated(parts, " – "))


def _separated(parts: Iterable[Runs], mark: str) -> Iterator[Run]:
    for number, part in enumerate(parts):
        if number:
            yield Run(mark)
        yield from part


def _figures(listing: Listing, context: EntryContext) -> Iterator[Figure]:
    look = context.look
    picture = context.pictures.get(listing.picture)
    if picture is not None:
        described = context.voice.main.of(phrases.PICTURE_OF).format(listing.name)
        alt = listing.picture_alt or described
        yield Figure(image_of(picture), alt, look.picture, look.picture)
    yield from codes_of(listing, context)
