"""Texts of people on their way to paper: runs with French spacing."""

from __future__ import annotations

from ctg_desktop.domain.typography import french, ordinals
from ctg_desktop.pdf.document import Definition, Run, Runs

ENGLISH = "en"


def words(text: str, *, strong: bool = False) -> Runs:
    """Return French text as it is printed, small letters of ordinals raised."""
    return tuple(
        Run(stretch, strong=strong, raised=raised) for stretch, raised in ordinals(french(text))
    )


def verbatim(text: str) -> Runs:
    """Return a text printed to the letter."""
    return (Run(text),) if text else ()


def paragraphs(text: str) -> list[str]:
    """Cut a long text at its empty lines; the line breaks inside remain."""
    blocks = (block.strip() for block in text.split("\n\n"))
    return [block for block in blocks if block]


def labelled(label: str, *values: Runs, language: str = "") -> Definition:
    """Return a row of label and values."""
    return Definition(words(label), values, language)
