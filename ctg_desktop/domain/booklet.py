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
