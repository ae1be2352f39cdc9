"""The head of a letter: sender, recipient in the window of the envelope, place and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.letter import LetterOptions, Sender
from ctg_desktop.domain.recipients import Recipient
from ctg_desktop.pdf.blocks import Block, Columns, Figure, Paragraph, Part, Space
from ctg_desktop.pdf.furniture import Area, DashedLine, Furniture, Rectangle, Shape
from ctg_desktop.pdf.image import Image
from ctg_desktop.pdf.letter.theme import (
    ARMS_SIZE,
    DATE_TOP,
    FOLDS,
    GAP,
    PAGE,
    WINDOW_LEFT,
    WINDOW_LETTERS,
    WINDOW_LINES,
    WINDOW_TOP,
)
from ctg_desktop.pdf.words import verbatim, words

_LEFT = WINDOW_LEFT - PAGE.inner - GAP
_RIGHT = PAGE.width - PAGE.outer - WINDOW_LEFT
_MARK = (12.0, 24.0)
_MARK_COLOUR = "#8a8a8a"
_BAR = Area(PAGE.inner, 27.0, 36.0, 3.0)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What all letters of a mailing have in common.

    Attributes:
        arms: Coat of arms; ``None`` for none.
    """

    sender: Sender
    options: LetterOptions
    arms: Image | None = None

    @property
    def furniture(self) -> Furniture:
        """What stands beside the text of a letter."""
        shapes: list[Shape] = [Rectangle(_BAR, self.sender.accent, page=0)]
        if self.options.fold_marks:
            left, right = _MARK
            shapes += [
                DashedLine(left, y, right, y, _MARK_COLOUR, dash=(right - left, 1.0), page=0)
                for y in FOLDS
            ]
        return Furniture(foot=self.sender.name, numbered=True, restart=True, shapes=tuple(shapes))


def head(letterhead: Letterhead, recipient: Recipient) -> tuple[Block, ...]:
    """Return the upper third of a letter, down to its date."""
    options, sender = letterhead.options, letterhead.sender
    reference = (
        (Paragraph(words(f"Nos réf.{NBSP}: {options.reference}"), "reference"),)
        if options.reference
        else ()
    )
    return (
        _beside(_sender(letterhead), (Space(down_to=WINDOW_TOP - PAGE.top), *_window(recipient))),
        Space(down_to=DATE_TOP - PAGE.top),
        _beside(reference, (Paragraph(words(place_and_date(sender, options.day)), "date"),)),
    )


def place_and_date(sender: Sender, day: date) -> str:
    """Return "Civray, le 25 novembre 2026"."""
    when = f"le{NBSP}{wording.day_of_month(day)} {day.year}"
    return f"{sender.place}, {when}" if sender.place else f"L{when[1:]}"


def _beside(left: tuple[Block, ...], right: tuple[Block, ...]) -> Columns:
    return Columns((Part(left, _LEFT), Part(right, _RIGHT)), gap=GAP)


def _sender(letterhead: Letterhead) -> tuple[Block, ...]:
    sender = letterhead.sender
    blocks: list[Block] = []
    if letterhead.arms is not None:
        alt = f"Blason{NBSP}: {sender.name}"
        blocks += [Figure(letterhead.arms, alt, ARMS_SIZE, ARMS_SIZE), Space(6)]
    blocks.append(Paragraph(words(sender.name), "sender"))
    blocks += [Paragraph(words(line), "sender-line") for line in sender.lines]
    return tuple(blocks)


def _window(recipient: Recipient) -> tuple[Block, ...]:
    lines = list(recipient.lines)
    if recipient.attention:
        lines.insert(0, f"À l’attention {wording.of(recipient.attention)}")
    needed = sum(-(-len(line) // WINDOW_LETTERS) for line in (recipient.name, *lines))
    small = "-small" if needed > WINDOW_LINES else ""
    return (
        Paragraph(verbatim(recipient.name), f"address-name{small}"),
        *(Paragraph(verbatim(line), f"address{small}") for line in lines),
    )
