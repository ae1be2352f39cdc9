"""The slip below a confirmation: cut off, filled in, sent back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from ctg_desktop.domain import wording
from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.confirmation import Confirmation
from ctg_desktop.domain.letter import Sender
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.pdf.blocks import (
    Block,
    Columns,
    CutLine,
    Figure,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.codes import qr
from ctg_desktop.pdf.words import words

_CHOICES = ("Rien à changer", "À corriger comme noté", "Ne plus faire paraître")
_ITEMS = ("mon nom", "mon téléphone", "mon courriel", "mon adresse")
_LINES = 2
_LEADING = 18.0
_CODE = 63.0
_NAME_LIMIT = 40
"""Letters of a name in the subject of an e-mail: a longer one makes the code too fine."""


def slip(one: Confirmation, sender: Sender, deadline: date) -> tuple[Block, ...]:
    """Return the cut line and what stands below it; it stays on one page."""
    return (Group((CutLine(before=6, after=6), *_slip(one, sender, deadline))),)


def _slip(one: Confirmation, sender: Sender, deadline: date) -> Iterator[Block]:
    yield Heading(2, words(f"Coupon-réponse · {one.listing.name}"), style="slip-title")
    answer = (ItemList(tuple(map(words, _CHOICES)), Marker.TICK, "slip-item"),)
    back = tuple(_back(sender, deadline))
    code = _code(one, sender)
    parts = [Part(answer, 150), Part(back, 238)]
    if code is not None:
        parts.append(Part((code,), _CODE))
    yield Columns(tuple(parts), gap=15)
    yield Paragraph(words(f"Corrections{NBSP}:"), "slip-label")
    yield WritingLines(_LINES, _LEADING)
    yield WritingLines(leading=_LEADING, fill=True)
    yield Space(6)
    yield from _consent(one)


def _back(sender: Sender, deadline: date) -> Iterator[Block]:
    until = f"À rendre avant le {wording.day_full(deadline)}"
    yield Paragraph(words(until), "slip-label")
    lines = [line for line in sender.lines if line != sender.email]
    yield Paragraph(words(", ".join((sender.name, *lines))), "slip-note")
    if sender.email:
        yield Paragraph(words(f"ou par courriel{NBSP}: {sender.email}"), "slip-note")


def _code(one: Confirmation, sender: Sender) -> Figure | None:
    """Return the QR code that opens an e-mail whose subject is already written."""
    if not sender.email:
        return None
    subject = f"Livret : {one.listing.name[:_NAME_LIMIT]}"
    target = f"mailto:{sender.email}?subject={quote(subject)}"
    alt = f"Code QR : écrire à {sender.email} au sujet de cette fiche"
    return Figure(qr(target), alt, _CODE, _CODE, target)


def _consent(one: Confirmation) -> Iterator[Block]:
    """Return the lines by which a person agrees to be printed, item by item."""
    person = one.listing.kind is ListingKind.RESOURCE_PERSON
    whom = "" if person else ", personne citée dans la fiche"
    yield Paragraph(words(f"Je soussigné(e){whom}, j’accepte que soient imprimés{NBSP}:"), "slip")
    half = len(_ITEMS) // 2
    yield Columns(
        (
            Part((_ticks(_ITEMS[:half]),), 100),
            Part((_ticks(_ITEMS[half:]),), 100),
            Part((Paragraph(words("Nom et date"), "slip-note"), WritingLines(1, 15)), 140),
            Part((Paragraph(words("Signature"), "slip-note"), WritingLines(1, 15)), 130),
        ),
        gap=12,
    )


def _ticks(items: tuple[str, ...]) -> ItemList:
    return ItemList(tuple(map(words, items)), Marker.TICK, "slip-item")
