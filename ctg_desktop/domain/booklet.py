"""What a booklet is made of: settings kept with the vault, and the frozen content to lay out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ctg_desktop.domain.category import THEMES, Category, Theme
from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.event import Event, Occurrence
from ctg_desktop.domain.listing import Listing

CALENDAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person of the town hall who is printed by virtue of an office: mayor, secretary."""

    name: str
    role: str = ""


CONTENTS = "contents"
MAYOR_WORD = "mayor-word"
CALENDAR = "calendar"
INDEX = "index"
BACK_COVER = "back-cover"
OWN_TEXT = "text-"
"""Beginning of the code of a text of the commune's own."""

END = "*"
"""Stands for the end of the booklet in :attr:`BookletPart.after`; no chapter can have this code."""


@dataclass(frozen=True, slots=True)
class BookletPart:
    """A part of the booklet that is not a chapter of the directory.

    Chapters keep their order, name and visibility in their category; such a part says behind which
    chapter it stands, so that nothing is said twice.

    Attributes:
        code: ``CONTENTS``, ``MAYOR_WORD``, ``CALENDAR``, ``INDEX``, ``BACK_COVER``, or ``OWN_TEXT``
            and a number.
        after: Code of the category it follows; empty for the beginning, ``END`` for the end. A code
            that no longer exists stands for the end too. Parts behind the same chapter keep their
            order (see :mod:`ctg_desktop.domain.booklet_order`).
        title: Of a text of one's own.
        text: Its paragraphs, separated by an empty line.
        title_en: The same in English; empty when there is none.
        text_en: The same in English; empty when there is none.
    """

    code: str
    shown: bool = True
    after: str = ""
    title: str = ""
    text: str = ""
    title_en: str = ""
    text_en: str = ""


PARTS: tuple[BookletPart, ...] = (
    BookletPart(CONTENTS),
    BookletPart(MAYOR_WORD),
    BookletPart(CALENDAR, after="resource-persons"),
    BookletPart(INDEX, after=END),
    BookletPart(BACK_COVER, after=END),
)
"""What a booklet holds besides its chapters until the commune decides otherwise."""


@dataclass(frozen=True, slots=True)
class BookletSettings:
    """Texts and choices of a commune for its booklet.

    Attributes:
        mayor_word: The mayor's greeting; paragraphs separated by an empty line.
        mayor_name: Signature under it.
        team: Elected members and staff, in the order they are printed.
        first_steps: What newcomers tick off, in order.
        neighbourhood_rules: Rules of good neighbourhood, one a line.
        cover_picture: Id of a stored picture or coat of arms; empty for the drawn cover.
        mayor_word_en: The mayor's greeting in English; empty when there is none.
        first_steps_en: ``first_steps`` in English, line by line; empty when there is none.
        neighbourhood_rules_en: ``neighbourhood_rules`` in English, likewise.
        subtitle_en: The subtitle in English; empty when there is none.
        cover_colour: ``#rrggbb`` of the cover; empty for the commune's own colour.
        parts: What stands between the chapters, in order.
    """

    title: str = "Livret ressources"
    subtitle: str = "Services, associations, commerces, personnes ressources et manifestations"
    mayor_word: str = ""
    mayor_name: str = ""
    team: tuple[TeamMember, ...] = ()
    first_steps: tuple[str, ...] = ()
    neighbourhood_rules: tuple[str, ...] = ()
    cover_picture: str = ""
    cover_picture_alt: str = ""
    calendar_months: int = CALENDAR_MONTHS
    mayor_word_en: str = ""
    first_steps_en: tuple[str, ...] = ()
    neighbourhood_rules_en: tuple[str, ...] = ()
    subtitle_en: str = ""
    cover_colour: str = ""
    parts: tuple[BookletPart, ...] = PARTS


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture: already reduced, without position data.

    Attributes:
        media_type: ``image/jpeg`` or ``image/png``.
        width: In pixels.
        height: In pixels.
    """

    id: str
    media_type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class BookletContent:
    """Everything a booklet prints, already filtered by consent, sorted and dated.

    Attributes:
        edition: The date of the edition; the only clock a booklet knows.
        categories: Chapters to print, in order.
        listings: Published listings of those chapters, sorted by folded name within each.
        occurrences: Dates of the next months, sorted.
        events: The events of those occurrences, by id.
        place_names: Listing id → name, for places and organisers.
        pictures: Pictures used, by id.
        themes: Subjects by which the index lists entries once more, in order.
    """

    profile: Profile
    settings: BookletSettings
    edition: date
    categories: tuple[Category, ...]
    listings: tuple[Listing, ...]
    occurrences: tuple[Occurrence, ...] = ()
    events: dict[str, Event] = field(default_factory=dict)
    place_names: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    themes: tuple[Theme, ...] = THEMES
