"""What a person chooses before a paper is printed, shared by the window and the commands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """In which language a paper speaks."""

    FRENCH = "fr"
    ENGLISH = "en"
    BOTH = "fr+en"


class BookletForm(StrEnum):
    """The forms of the booklet; the values are those of the command line."""

    A5 = "a5"
    FOLDED = "cahier-a4"
    """A5 pages two a side on A4, printed on both sides, folded."""
    A4 = "a4"
    LARGE_PRINT = "gros-caracteres"
    WEB = "html"
    """One HTML file."""


class Codes(StrEnum):
    """The QR codes beside entries; the values are those of the command line."""

    NONE = "aucun"
    SITE = "site"
    """Of the web site: few entries have one, and the page stays calm."""
    CONTACT = "contact"
    """Of the contact card, where there is a phone."""
    BOTH = "tous"


class Duplex(StrEnum):
    """How a printer turns the sheet between its two sides."""

    NONE = "none"
    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


@dataclass(frozen=True, slots=True)
class BookletOptions:
    """How one booklet is printed.

    Attributes:
        fold_mark: A dashed line where a folded sheet is folded.
        codes: QR codes beside entries.
        needs: Codes of needs whose entries come first (see :mod:`ctg_desktop.domain.needs`).
        chosen: Ids of listings that come first, picked by hand.
        only_chosen: Leave out everything that was not chosen: a short booklet for one family.
    """

    form: BookletForm = BookletForm.A5
    language: Language = Language.FRENCH
    fold_mark: bool = False
    codes: Codes = Codes.SITE
    needs: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    only_chosen: bool = False
