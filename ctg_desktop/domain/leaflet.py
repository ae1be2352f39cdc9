"""What a leaflet is made of: its subject, the texts kept for it, and the frozen content to set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.category import Category
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.text import fold

TITLE_LIMIT = 80
INTRODUCTION_LIMIT = 600
LINES_LIMIT = 10
LINE_LIMIT = 120


class LeafletForm(StrEnum):
    """The forms of a leaflet; the values are those of the command line."""

    FOLDED = "a4-trois-volets"
    """A4 across, folded in three, the inner flap narrower."""
    A5 = "a5"
    """A5 of two or four pages."""


class SubjectKind(StrEnum):
    """Where the entries of a leaflet come from."""

    THEME = "theme"
    SEARCH = "search"
    CHOSEN = "chosen"


class LeafletOrder(StrEnum):
    """In which order the entries follow one another."""

    CHAPTERS = "chapters"
    """By chapter of the booklet, under its heading."""
    NAMES = "names"
    """By name, without headings."""


class LeafletDetail(StrEnum):
    """How much the entries of a leaflet say, so that all of them have room."""

    RICH = "rich"
    """With the whole description, prices and conditions: a leaflet of very few entries."""
    FULL = "full"
    """One sentence, telephone, place and hours."""
    BRIEF = "brief"
    """Without opening hours."""
    SHORT = "short"
    """Name, telephone and place alone."""


@dataclass(frozen=True, slots=True)
class LeafletSubject:
    """What a leaflet is about.

    Attributes:
        code: Of a theme; id of a saved search; empty for entries chosen by hand.
        chosen: Ids of the entries chosen by hand.
    """

    kind: SubjectKind
    code: str = ""
    chosen: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name under which the texts of this subject are kept."""
        return self.code or self.kind.value


@dataclass(frozen=True, slots=True)
class LeafletTexts:
    """What a commune says in the leaflet of one subject, kept with the vault.

    Attributes:
        introduction: Two or three sentences; paragraphs separated by an empty line.
        colour: ``#rrggbb``, dark enough for white text (contrast of at least 4.5).
        lines: Good to know, one a line; a telephone number stands first.
        notes_title: Above the lines to write on, where there is room for some.
        first: Ids of the entries that come first in their chapter.
    """

    title: str = ""
    introduction: str = ""
    colour: str = ""
    lines: tuple[str, ...] = ()
    notes_title: str = ""
    order: LeafletOrder = LeafletOrder.CHAPTERS
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeafletOptions:
    """How one leaflet is printed.

    Attributes:
        codes: QR code of the commune's web site.
        fold_marks: Short dashes in the margins where the sheet is folded.
        notes: Lines to write on, where the entries leave room.
    """

    subject: LeafletSubject
    texts: LeafletTexts
    form: LeafletForm = LeafletForm.FOLDED
    codes: bool = True
    fold_marks: bool = False
    notes: bool = True


@dataclass(frozen=True, slots=True)
class LeafletGroup:
    """Entries under one heading; without a category, entries without a heading."""

    category: Category | None
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class LeafletContent:
    """Everything a leaflet prints, already filtered by consent and sorted.

    Attributes:
        label: What the subject is called in the directory: the theme, the search.
        edition: The only date a leaflet knows.
        town_hall: Whom to ask; ``None`` when the directory holds no town hall.
        picture: Of the cover; ``None`` for the drawn one.
    """

    profile: Profile
    options: LeafletOptions
    label: str
    edition: date
    groups: tuple[LeafletGroup, ...]
    town_hall: Listing | None = None
    picture: Picture | None = None
    picture_alt: str = ""

    @property
    def listings(self) -> tuple[Listing, ...]:
        """All entries, in order."""
        return tuple(listing for group in self.groups for listing in group.listings)


@dataclass(frozen=True, slots=True)
class SubjectChoice:
    """A subject that a leaflet can be made of, with what it would hold.

    Attributes:
        count: Entries that may be printed.
        adapted: Whether the commune wrote its own texts for it.
        sheets: Numbers of the sheets of the action plan that it answers.
    """

    subject: LeafletSubject
    label: str
    count: int
    adapted: bool = False
    sheets: tuple[int, ...] = field(default=())


def grouped(
    listings: Iterable[Listing], categories: Sequence[Category], texts: LeafletTexts
) -> tuple[LeafletGroup, ...]:
    """Return entries in the order of a leaflet; those of hidden chapters are left out."""
    shown = {one.code: one for one in categories if not one.hidden}
    rank = {listing_id: place for place, listing_id in enumerate(texts.first)}
    ordered = sorted(
        (one for one in listings if one.category in shown),
        key=lambda one: (rank.get(one.id, len(rank)), fold(one.name), one.id),
    )
    if texts.order is LeafletOrder.NAMES:
        return (LeafletGroup(None, tuple(ordered)),) if ordered else ()
    groups = (
        LeafletGroup(category, tuple(one for one in ordered if one.category == category.code))
        for category in sorted(shown.values(), key=lambda one: one.position)
    )
    return tuple(group for group in groups if group.listings)


def shortened(groups: Sequence[LeafletGroup], kept: int) -> tuple[tuple[LeafletGroup, int], ...]:
    """Return the first entries of each group, and how many each leaves out.

    Every group keeps its first entry before one keeps its second: a leaflet that cannot hold
    everything still says what there is.

    Args:
        groups: All entries.
        kept: How many entries are kept in all.
    """
    turns = sorted(
        (turn, place) for place, group in enumerate(groups) for turn in range(len(group.listings))
    )
    counts = [0] * len(groups)
    for _turn, place in turns[:kept]:
        counts[place] += 1
    return tuple(
        (LeafletGroup(group.category, group.listings[:count]), len(group.listings) - count)
        for group, count in zip(groups, counts, strict=True)
    )
