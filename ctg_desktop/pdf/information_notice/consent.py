"""The second part of a notice: the consent, item by item, dated and signed."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.information_notice import PrivacySettings, Subject, SubjectItem
from ctg_desktop.domain.letter import Sender
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Columns,
    Group,
    Heading,
    ItemList,
    Marker,
    Paragraph,
    Part,
    Rule,
    Space,
    WritingLines,
)
from ctg_desktop.pdf.information_notice import texts
from ctg_desktop.pdf.information_notice.speaker import Speaker
from ctg_desktop.pdf.information_notice.theme import BOX, EDGE, WRITING
from ctg_desktop.pdf.information_notice.told import fact, signature, withdrawal
from ctg_desktop.pdf.words import verbatim

_VALUES_WIDTH, _STATE_WIDTH, _TICK_WIDTH = 2.4, 2.1, 0.75


def consent_form(
    sender: Sender, settings: PrivacySettings, subject: Subject, speaker: Speaker
) -> tuple[Block, ...]:
    """Return the form that is signed, in a frame at the foot of the page."""
    rows = [block for one in subject.items for block in _row(one, speaker)]
    inside = (
        Heading(2, speaker.fixed(texts.CONSENT)),
        Space(3.0),
        _identity(subject, speaker),
        Space(6.0),
        Paragraph(speaker.fixed(texts.CONSENT_TEXT)),
        *rows,
        Space(6.0),
        signature(speaker),
        Space(6.0),
        Paragraph(withdrawal(sender, settings, speaker), "note"),
    )
    return (Group((Space(fill=True), Box(inside, border=EDGE, padding=10.5))),)


def _identity(subject: Subject, speaker: Speaker) -> Columns:
    named = ", ".join(filter(None, (subject.name, subject.role))) if subject.name else ""
    parts = [Part(fact(texts.NAME, named, speaker))]
    if subject.entry:
        parts.append(Part(fact(texts.ENTRY, subject.entry, speaker)))
    return Columns(tuple(parts), gap=18.0)


def _row(one: SubjectItem, speaker: Speaker) -> Iterator[Block]:
    """Yield an item: what stands in the directory, what was agreed, what is agreed now."""
    label = Paragraph(speaker.fixed(texts.ITEMS[one.item]), "strong")
    value: Block = Paragraph(verbatim(one.value)) if one.value else WritingLines(1, WRITING * 0.8)
    state = speaker.fixed(texts.NOT_GIVEN)
    if one.consent is not None:
        day = one.consent.given_on
        said = f"{speaker.tongue.wording.day_of_month(day)} {day.year}"
        state = speaker.fixed(texts.GIVEN, said)
    ticks = (
        Part((ItemList((speaker.fixed(said),), Marker.TICK, "tick", BOX),), _TICK_WIDTH)
        for said in (texts.YES, texts.NO)
    )
    shown = Part((Paragraph(state, "note"),), _STATE_WIDTH) if one.value else Part((), 0.2)
    width = _VALUES_WIDTH if one.value else _VALUES_WIDTH + _STATE_WIDTH - 0.2
    yield Rule(3.0, 3.0)
    yield Columns((Part((label,), 1.0), Part((value,), width), shown, *ticks), gap=9.0)
