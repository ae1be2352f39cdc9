"""Texts of people on their way to paper: runs with French spacing."""

from __future__ import annotations

from ctg_desktop.domain.typography import french, ordinals
from ctg_desktop.pdf.blocks import Definition
from ctg_desktop.pdf.runs import Run, Runs

FRENCH = "fr"
ENGLISH = "en"


def words(text: str, *, strong: bool = False, language: str = "") -> Runs:
    """Return French text as it is printed, small letters of ordinals raised.

    Args:
        text: What a person typed.
        strong: In the bold weight.
        language: "fr" in a paper of another language.
    """
    return tuple(
        Run(stretch, strong=strong, raised=raised, language=language)
        for stretch, raised in ordinals(french(text))
    )


def verbatim(text: str, *, strong: bool = False, language: str = "") -> Runs:
    """Return a text printed to the letter."""
    return (Run(text, strong=strong, language=language),) if text else ()


def paragraphs(text: str) -> list[str]:
    """Cut a long text at its empty lines; the line breaks inside remain."""
    blocks = (block.strip() for block in text.split("\n\n"))
    return [block for block in blocks if block]


def labelled(label: str, *values: Runs, language: str = "") -> Definition:
    """Return a row of label and values."""
    return Definition(words(label), values, language)
