"""A booklet to fold: its pages two a side on A4, in the order that folding and stapling wants.

Sheets are printed on both sides, turned over the short edge, laid on one another and folded once.
The result is for the printer alone: it is not tagged, and links have no place in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.domain.stretches import WHOLE, stretch
from ctg_desktop.pdf.render.text import number
from ctg_desktop.pdf.style import A4, MILLIMETRE

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

HEIGHT, WIDTH = A4
PAGES_A_SHEET = 4

_COPIED = WHOLE // 2

_MARK_FROM = 4 * MILLIMETRE
"""Office printers reach no nearer to the edge."""

_MARK_LENGTH = 8 * MILLIMETRE
_MARK_LOOK = "0.5 G 0.4 w [3 2] 0 d"
_PRINTING = "/Duplex /DuplexFlipShortEdge /PrintScaling /None /DisplayDocTitle true"
_KEPT = ("/Author", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate")


class Side(NamedTuple):
    """One side of a sheet: the pages on its left and right, from 0."""

    left: int
    right: int
    is_outer: bool


def sides(pages: int) -> Iterator[Side]:
    """Yield the sides in the order of printing: the outer and the inner one of each sheet.

    Args:
        pages: A multiple of four.
    """
    for first in range(0, pages // 2, 2):
        last = pages - 1 - first
        yield Side(last, first, is_outer=True)
        yield Side(first + 1, last - 1, is_outer=False)


def folded(content: bytes, *, fold_mark: bool, title: str, progress: Progress = silent) -> bytes:
    """Return the pages of a PDF, A5 or smaller, imposed on A4; the same bytes each time.

    Args:
        content: A PDF of ours.
        fold_mark: Short dashes at both ends of the fold, on the outer side of each sheet.
        title: Of the new file.
        progress: Told in thousandths.

    Raises:
        Cancelled: By ``progress``.
        ValueError: The number of pages is no multiple of four.
    """
    import pikepdf

    with pikepdf.open(BytesIO(content)) as source, pikepdf.new() as target:
        count = len(source.pages)
        if not count or count % PAGES_A_SHEET:
            raise ValueError(count)
        forms: list[Object] = []
        copying = stretch(progress, 0, _COPIED)
        for page in source.pages:
            copying(len(forms), count)
            forms.append(target.copy_foreign(page.as_form_xobject()))
        for side in sides(count):
            mark = _fold_mark() if fold_mark and side.is_outer else ""
            _add_side(target, forms[side.left], forms[side.right], mark)
        _describe(source, target, title)
        writing = stretch(progress, _COPIED, WHOLE)
        written = BytesIO()
        target.save(
            written,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            progress=lambda percent: writing(percent, 100),
        )
    return written.getvalue()


def _add_side(target: Pdf, left: Object, right: Object, extra: str) -> None:
    import pikepdf

    target.add_blank_page(page_size=(round(WIDTH, 2), round(HEIGHT, 2)))
    page = target.pages[-1].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(L=left, R=right))
    operators = f"{_placed('L', left)}\n{_placed('R', right)}\n{extra}"
    page.Contents = pikepdf.Stream(target, operators.encode("ascii"))


def _placed(name: str, form: Object) -> str:
    """Return the operators that draw a page in its half, its inner edge on the fold."""
    _, _, wide, high = (float(value) for value in form.BBox)
    scale = min(1.0, WIDTH / 2 / wide, HEIGHT / high)
    x = WIDTH / 2 - (wide * scale if name == "L" else 0.0)
    y = (HEIGHT - high * scale) / 2
    size = f"{scale:.5f}".rstrip("0").rstrip(".")
    return f"q {size} 0 0 {size} {number(x)} {number(y)} cm /{name} Do Q"


def _fold_mark() -> str:
    middle = number(WIDTH / 2)
    ends = (_MARK_FROM, _MARK_FROM + _MARK_LENGTH)
    lines = [ends, tuple(HEIGHT - end for end in ends)]
    drawn = (f"{middle} {number(one)} m {middle} {number(two)} l" for one, two in lines)
    return f"q {_MARK_LOOK} {' '.join(drawn)} S Q"


def _describe(source: Pdf, target: Pdf, title: str) -> None:
    import pikepdf

    kept = {key: str(source.docinfo[key]) for key in _KEPT if key in source.docinfo}
    target.docinfo = target.make_indirect(pikepdf.Dictionary({**kept, "/Title": title}))
    target.Root.Lang = pikepdf.String(str(source.Root.Lang))
    target.Root.ViewerPreferences = pikepdf.Object.parse(f"<< {_PRINTING} >>".encode())
