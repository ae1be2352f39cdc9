"""Small papers in a look of their own, for tests of the typesetter and the renderer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ctg_desktop.pdf.blocks import Block
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.furniture import Furniture
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.runs import Run, Runs
from ctg_desktop.pdf.style import A5, ACCENT, PAPER, QUIET, PageSetup, StyleSheet, TextStyle, Weight
from tests.pdf.reading import Tagged

PAGE = PageSetup(A5[0], A5[1], inner=42.0, outer=45.0, top=42.0, bottom=54.0)
SHEET = StyleSheet(
    MappingProxyType(
        {
            "heading-1": TextStyle(24, 27, Weight.BOLD, ACCENT, after=18, keep_with_next=True),
            "heading-2": TextStyle(12, 15, Weight.BOLD, before=12, keep_with_next=True),
            "body": TextStyle(9.5, 12),
            "caption": TextStyle(8, 9, colour=QUIET),
            "label": TextStyle(8.5, 12, Weight.SEMIBOLD, ACCENT),
            "contents": TextStyle(11.5, 15, before=9),
            "index": TextStyle(9, 12, hanging=9),
            "foot": TextStyle(8, 12, colour=QUIET),
            "folio": TextStyle(9.5, 12, Weight.BOLD, ACCENT),
            "tab": TextStyle(7.5, 9, Weight.BOLD, PAPER),
        }
    )
)
ACCENT_COLOUR = "#1f5f5b"


def text(said: str) -> Runs:
    """One plain run."""
    return (Run(said),)


def section(*blocks: Block, **choices: object) -> Section:
    """A section with a running foot and page numbers."""
    made = Section("Partie", blocks, ACCENT_COLOUR, Furniture(foot="Pied", numbered=True))
    return replace(made, **choices)  # type: ignore[arg-type]


def document(*sections: Section, page: PageSetup = PAGE) -> Document:
    """A document of some sections."""
    return Document(
        title="Papier d’essai (1)",
        language="fr",
        author="Commune",
        subject="",
        edition=date(2026, 11, 1),
        page=page,
        sheet=SHEET,
        sections=sections,
    )


def printed(*sections: Section, page: PageSetup = PAGE) -> Tagged:
    """The same, printed and read back."""
    return Tagged(render(document(*sections, page=page)).content)


def paper(*blocks: Block, **choices: object) -> Tagged:
    """A paper of one section."""
    return printed(section(*blocks, **choices))
