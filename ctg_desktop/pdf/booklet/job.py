"""One booklet on its way to paper: what it prints, in which form and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ctg_desktop.domain.booklet import BookletContent
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.needs import needs_of
from ctg_desktop.domain.papers import BookletOptions, Codes, Language
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.town_hall import TOWN_HALL, town_hall_first
from ctg_desktop.pdf import phrases
from ctg_desktop.pdf.blocks import Block, Heading, Paragraph, Rule
from ctg_desktop.pdf.booklet.layouts import LAYOUTS, Layout
from ctg_desktop.pdf.entries import EntryContext, entry
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.voice import Voice
from ctg_desktop.pdf.words import ENGLISH, FRENCH, paragraphs

_WIDE_COLUMNS = 2
_LONGEST_PAIR = 28
"""Letters of a title in two languages that stand on one line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Entries that come first, under one heading."""

    code: str
    label: Phrase
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One booklet on its way to paper.

    Attributes:
        colour: Of covers, contents and index.
        choices: What comes first.
        chapters: Category code → entries printed there, in their order.
        progress: Told at each entry, without a number; may raise ``Cancelled``.
    """

    content: BookletContent
    options: BookletOptions
    voice: Voice
    layout: Layout
    colour: str
    choices: tuple[Choice, ...]
    chapters: Mapping[str, tuple[Listing, ...]]
    progress: Progress = silent

    @property
    def context(self) -> EntryContext:
        """What entries need to know."""
        content, look, codes = self.content, self.layout.look, self.options.codes
        least = self.layout.site_code if codes is Codes.SITE else self.layout.code
        names = {one.id: one.name for one in content.listings if one.id}
        return EntryContext(
            content.profile.name,
            content.edition,
            {**content.place_names, **names},
            content.pictures,
            self.voice,
            replace(look, codes=codes, code=least),
        )

    def entries(self, listings: Iterable[Listing], level: int = 2) -> Iterator[Block]:
        """Yield entries.

        Raises:
            Cancelled: By ``progress``.
        """
        context = self.context
        for listing in listings:
            self.progress(0, 0)
            yield entry(listing, context, level)

    @property
    def printed(self) -> Iterator[Listing]:
        """All entries of this booklet."""
        for choice in self.choices:
            yield from choice.listings
        for listings in self.chapters.values():
            yield from listings

    def title(self, phrase: Phrase, anchor: str) -> Heading:
        """Return the title of a part, listed in the contents."""
        return self.heading(1, phrase, anchor)

    def _pair(self, level: int, phrase: Phrase) -> Runs:
        """Return a heading; a long one in two languages is broken between them."""
        narrow = level > 1 and self.layout.list_columns > _WIDE_COLUMNS
        most = _LONGEST_PAIR // self.layout.list_columns if narrow else _LONGEST_PAIR
        long = len(self.voice.said(phrase)) > most
        return self.voice.paired(phrase, between="\n" if long else " / ")

    def heading(self, level: int, phrase: Phrase, anchor: str = "", style: str = "") -> Heading:
        """Return a heading in the language of the booklet."""
        return Heading(level, self._pair(level, phrase), anchor, self.voice.said(phrase), style)

    def told(self, french: str, english: str, style: str) -> list[Block]:
        """Return a long text of the commune, with a mark where the language asked is missing."""
        return [
            *self.marked(french=bool(french), english=bool(english)),
            *self._texts(FRENCH, french, style, spare=not english),
            *([Rule(12, 12)] if french and english and self.voice.is_double else []),
            *self._texts(ENGLISH, english, style, spare=False),
        ]

    def marked(self, *, french: bool, english: bool) -> list[Block]:
        """Return the mark of a text that is in French only."""
        if not french or english or self.voice.language is Language.FRENCH:
            return []
        phrase = phrases.FRENCH_ONLY if self.voice.is_double else phrases.IN_FRENCH
        return [Paragraph(self.voice.runs(phrase, between=" / "), "aside")]

    def _texts(self, code: str, text: str, style: str, *, spare: bool) -> Iterator[Block]:
        """Yield a text where the booklet speaks its language, or where there is no other."""
        if spare or any(tongue.code == code for tongue in self.voice.tongues):
            said = self.voice.french if code == FRENCH else self.voice.english
            yield from (Paragraph(said(one), style) for one in paragraphs(text))


def job_of(content: BookletContent, options: BookletOptions, progress: Progress = silent) -> Job:
    """Return the booklet to make.

    Raises:
        UserError: ``need-unknown``.
    """
    voice, layout = Voice(options.language), LAYOUTS[options.form]
    visible = {one.code for one in content.categories if not one.hidden}
    listings = [one for one in content.listings if one.category in visible]
    choices = tuple(_choices(listings, options))
    chosen = {id(one) for choice in choices for one in choice.listings}
    rest = () if options.only_chosen else [one for one in listings if id(one) not in chosen]
    return Job(
        content,
        options,
        voice,
        layout.spoken_twice() if voice.is_double else layout,
        content.settings.cover_colour or content.profile.accent,
        choices,
        MappingProxyType(_by_category(rest, content.profile)),
        progress,
    )


def _choices(listings: Sequence[Listing], options: BookletOptions) -> Iterator[Choice]:
    by_id = {one.id: one for one in listings}
    picked = tuple(by_id[one] for one in dict.fromkeys(options.chosen) if one in by_id)
    if picked:
        yield Choice("fiches", phrases.YOUR_ENTRIES, picked)
    taken = {id(one) for one in picked}
    for need in needs_of(options.needs):
        found = [one for one in listings if id(one) not in taken and need.is_served_by(one)]
        taken |= {id(one) for one in found}
        if found:
            yield Choice(need.code, Phrase(need.label, need.label_en), tuple(found))


def _by_category(listings: Iterable[Listing], profile: Profile) -> dict[str, tuple[Listing, ...]]:
    chapters: dict[str, list[Listing]] = {}
    for listing in listings:
        chapters.setdefault(listing.category, []).append(listing)
    if TOWN_HALL in chapters:
        chapters[TOWN_HALL] = town_hall_first(chapters[TOWN_HALL], profile)
    return {code: tuple(found) for code, found in chapters.items()}
