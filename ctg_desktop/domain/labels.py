"""What is printed on sheets of labels: for whom, in which order, from which label on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ctg_desktop.domain import wording
from ctg_desktop.domain.label_sheets import SHEETS, LabelSheet, checked_sheet
from ctg_desktop.domain.recipients import Gathered, Recipient
from ctg_desktop.domain.text import fold
from ctg_desktop.errors import UserError

COPIES = range(1, 101)
SHIFT_LIMIT = 50
"""Tenths of a millimetre by which a print may be moved, either way."""

_POSTAL_CODE = re.compile(r"\b\d{5}\b")
_LAST = "~"


class LabelContent(StrEnum):
    """What stands on a label; the values are those of the command line."""

    ADDRESS = "adresse"
    PHONE = "telephone"
    SENDER = "expediteur"
    """The address of the town hall, on every label."""


class LabelOrder(StrEnum):
    """In which order labels are printed."""

    POSTAL_CODE = "code-postal"
    NAME = "nom"


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """How labels are printed.

    Attributes:
        start: The first label used, from 1, on the first sheet.
        copies: Labels of each; 0 for one, or for the rest of the sheet with the sender's address.
        attention: Name the contact under the organisation.
        shift_x: Moves the print to the right, in tenths of a millimetre.
        shift_y: Moves it down, likewise.
    """

    sheet: LabelSheet = SHEETS[0]
    content: LabelContent = LabelContent.ADDRESS
    order: LabelOrder = LabelOrder.POSTAL_CODE
    start: int = 1
    copies: int = 0
    attention: bool = True
    shift_x: int = 0
    shift_y: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """The text of one label; the name is set strong."""

    name: str
    lines: tuple[str, ...] = ()


def checked_options(options: LabelOptions) -> LabelOptions:
    """Return options that can be printed, or refuse one of them.

    Raises:
        UserError: What :func:`checked_sheet` refuses, ``labels-start-beyond``,
            ``labels-copies-out-of-range``, ``labels-shift-out-of-range``.
    """
    sheet = checked_sheet(options.sheet)
    if not 1 <= options.start <= sheet.count:
        raise UserError("labels-start-beyond", field="start", count=sheet.count)
    if options.copies and options.copies not in COPIES:
        raise UserError("labels-copies-out-of-range", field="copies", limit=COPIES[-1])
    if max(abs(options.shift_x), abs(options.shift_y)) > SHIFT_LIMIT:
        raise UserError("labels-shift-out-of-range", field="shift", limit=SHIFT_LIMIT // 10)
    return options


def labels_of(gathered: Gathered, options: LabelOptions) -> tuple[Label, ...]:
    """Return the labels of recipients in the order asked, copies one after another."""
    ordered = sorted(_reached(gathered, options.content), key=_KEYS[options.order])
    copies = max(options.copies, 1)
    return tuple(_label(one, options) for one in ordered for _ in range(copies))


def missing(gathered: Gathered, content: LabelContent) -> tuple[str, ...]:
    """Return the names of those who get no label: nothing to print on it, or no consent."""
    reached = {one.id for one in _reached(gathered, content)}
    silent = (one.name for one in gathered.recipients if one.id not in reached)
    return (*silent, *gathered.withheld)


def sender_labels(sender: Label, options: LabelOptions) -> tuple[Label, ...]:
    """Return the same label as often as asked, or on the rest of the sheet."""
    count = options.copies or options.sheet.count - options.start + 1
    return (sender,) * count


def _reached(gathered: Gathered, content: LabelContent) -> tuple[Recipient, ...]:
    if content is LabelContent.PHONE:
        return tuple(one for one in gathered.recipients if one.fields.get("telephone"))
    return gathered.addressed


def _label(recipient: Recipient, options: LabelOptions) -> Label:
    if options.content is LabelContent.PHONE:
        return Label(recipient.name, (recipient.fields["telephone"],))
    attention = options.attention and recipient.attention
    called = (f"À l’attention {wording.of(recipient.attention)}",) if attention else ()
    return Label(recipient.name, (*called, *recipient.lines))


def _by_name(recipient: Recipient) -> tuple[str, ...]:
    return (fold(recipient.name), recipient.id)


def _by_postal_code(recipient: Recipient) -> tuple[str, ...]:
    town = recipient.lines[-1] if recipient.lines else ""
    found = _POSTAL_CODE.search(town)
    return (found.group() if found else _LAST, fold(town), *_by_name(recipient))


_KEYS = {LabelOrder.NAME: _by_name, LabelOrder.POSTAL_CODE: _by_postal_code}
