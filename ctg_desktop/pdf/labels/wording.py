"""A label as a block of the document model."""

from __future__ import annotations

from ctg_desktop.pdf.blocks import Block, Definition, Definitions
from ctg_desktop.pdf.labels.fitting import FittedLabel
from ctg_desktop.pdf.labels.theme import style_name
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.words import words


def label_block(label: FittedLabel, *, first: bool) -> Block:
    """Return one label: an item of the list that all labels are."""
    runs = list(words(label.name, strong=True))
    for line in label.lines:
        runs += [Run("\n"), *words(line)]
    style = style_name(label.size)
    row = Definition((), (tuple(runs),))
    return Definitions((row,), style, style, continued=not first)
