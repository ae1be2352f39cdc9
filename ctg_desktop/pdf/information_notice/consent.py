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
from ctg_desktop.pdf.information_notice.notice import Speaker
from ctg_desktop.pdf.information_notice.theme import WRITING
from ctg_desktop.pdf.phrases import Phrase
from ctg_desktop.pdf.runs import Runs
from ctg_desktop.pdf.words import verbatim

_BOX = 12.0
_SIGN = 42.0
_EDGE = "#404040"
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
        _signature(speaker),
        Space(6.0),
        Paragraph(_withdrawal(sender, settings, speaker), "note"),
    )
    return (Group((Space(fill=True), Box(inside, border=_EDGE, padding=10.5))),)


def _identity(subject: Subject, speaker: Speaker) -> Columns:
    named = ", ".join(filter(None, (subject.name, subject.role))) if subject.name else ""
    parts = [Part(_fact(texts.NAME, named, speaker))]
    if subject.entry:
        parts.append(Part(_fact(texts.ENTRY, subject.entry, speaker)))
    return Columns(tuple(parts), gap=18.0)


def _fact(label: Phrase, value: str, speaker: Speaker) -> tuple[Block, ...]:
    said: Block = Paragraph(verbatim(value), "strong") if value else WritingLines(1, WRITING)
    return (Paragraph(speaker.fixed(label), "label"), said)


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
        Part((ItemList((speaker.fixed(said),), Marker.TICK, "tick", _BOX),), _TICK_WIDTH)
        for said in (texts.YES, texts.NO)
    )
    shown = Part((Paragraph(state, "note"),), _STATE_WIDTH) if one.value else Part((), 0.2)
    width = _VALUES_WIDTH if one.value else _VALUES_WIDTH + _STATE_WIDTH - 0.2
    yield Rule(3.0, 3.0)
    yield Columns((Part((label,), 1.0), Part((value,), width), shown, *ticks), gap=9.0)


def _signature(speaker: Speaker) -> Columns:
    date = Box((Paragraph(speaker.fixed(texts.DATE), "label"),), border=_EDGE, height=_SIGN)
    sign = Box((Paragraph(speaker.fixed(texts.SIGNATURE), "label"),), border=_EDGE, height=_SIGN)
    return Columns((Part((date,), 1.0), Part((sign,), 2.0)), gap=12.0)


def _withdrawal(sender: Sender, settings: PrivacySettings, speaker: Speaker) -> Runs:
    address = settings.dpo_email or sender.email
    where = speaker.tongue.of(texts.WRITE_TO).format(address) if address else ""
    return speaker.fixed(texts.WITHDRAW, where)
