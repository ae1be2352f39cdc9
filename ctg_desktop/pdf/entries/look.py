"""How entries look, and what they need to know beside themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.papers import Codes
from ctg_desktop.pdf.image import Image
from ctg_desktop.pdf.voice import FRENCH_VOICE, Voice


@dataclass(frozen=True, slots=True)
class EntryLook:
    """How an entry is set.

    Attributes:
        picture: Largest width and height of its picture, in points.
        codes: Its QR codes.
        code: Least width of a QR code, in points.
        narrow: Width of a narrow column, in points: nothing but its name and texts stands beside a
            picture or a code, and further codes at its foot. 0 for a column that is wide enough.
        stacked: Each label above its value, instead of beside it.
        rule: A thin rule below each entry.
        gap: Space below it.
    """

    picture: float = 78.0
    codes: Codes = Codes.NONE
    code: float = 0.0
    narrow: float = 0.0
    stacked: bool = False
    rule: bool = True
    gap: float = 12.0


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What an entry needs to know beside itself.

    Attributes:
        commune: Its name; addresses in it need no postal code.
        edition: The day of the paper, by which a closure is over or not.
        names: Listing id → name, for organisers.
        pictures: By id.
        voice: The language of the paper.
    """

    commune: str
    edition: date
    names: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    voice: Voice = FRENCH_VOICE
    look: EntryLook = field(default_factory=EntryLook)


def anchor(listing: Listing) -> str:
    """Return the name that links to an entry use."""
    return f"fiche-{listing.id or listing.name}"


def image_of(picture: Picture) -> Image:
    """Return a stored picture as the document model knows it."""
    return Image(picture.media_type, picture.width, picture.height, picture.content)
