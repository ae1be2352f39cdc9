"""Pages of the booklet, side by side."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from ctg_desktop.usecases.access import Access
from ctg_desktop.usecases.office import open_office
from scenes.camera import shrink
from scenes.vaults import DAY, PRACTICE

_WIDTH = 360
_GAP = 24


def take_booklet(target: Path) -> None:
    """Print the booklet, and show some of its pages."""
    printed = Path("livret.pdf")
    with open_office(PRACTICE, "", Access(PRACTICE).unlock_practice().key) as office:
        office.booklets.make(printed, DAY)
    with pypdfium2.PdfDocument(printed) as pdf:
        pages = [_drawn(pdf[number]) for number in _shown(len(pdf))]
    height = max(page.height for page in pages)
    width = len(pages) * (_WIDTH + _GAP) + _GAP
    sheet = Image.new("RGB", (width, height + 2 * _GAP), "#d9dcdb")
    for place, page in enumerate(pages):
        sheet.paste(page, (_GAP + place * (_WIDTH + _GAP), _GAP))
    sheet.save(target)
    shrink(target)


def _shown(count: int) -> tuple[int, ...]:
    """Return the pages that give an idea of the booklet: cover, contents, entries, calendar."""
    return (0, 1, 4, count * 3 // 4)


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    scale = _WIDTH / page.get_width()
    drawn: Image.Image = page.render(scale=scale).to_pil()
    return drawn.convert("RGB")
