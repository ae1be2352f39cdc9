"""From a document to the bytes of a tagged PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.stretches import WHOLE, stretch
from ctg_desktop.pdf.collector import collector_paused
from ctg_desktop.pdf.document import Document

_LAID_OUT = WHOLE // 2
"""Setting blocks takes about as long as drawing them."""


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A finished file and how many pages it has.

    Attributes:
        places: Anchor → number of its page, from 1.
    """

    content: bytes
    pages: int
    places: Mapping[str, int] = field(default_factory=dict)


def render(document: Document, progress: Progress = silent) -> RenderedPdf:
    """Render a document; the same document gives the same bytes.

    Args:
        document: What to print.
        progress: Told in thousandths while blocks are set and pages drawn; may raise ``Cancelled``.

    Raises:
        Cancelled: By ``progress``; nothing was written anywhere.
    """
    from ctg_desktop.pdf.render.assembly import assemble
    from ctg_desktop.pdf.typesetting.layout import lay_out

    with collector_paused():
        layout = lay_out(document, stretch(progress, 0, _LAID_OUT))
        places = {name: place.page for name, place in layout.places.items()}
        content = assemble(layout, stretch(progress, _LAID_OUT, WHOLE))
        return RenderedPdf(content, len(layout.pages), places)
