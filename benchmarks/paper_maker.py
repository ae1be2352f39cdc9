"""Make a booklet once in a fresh process and say what it took.

``python benchmarks/paper_maker.py ENGINE ENTRIES [FILE]`` prints one JSON object: seconds of the
first and of a second booklet (imports done before), highest memory in bytes, pages, size.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.booklet_content import booklet_content, with_codes  # noqa: E402
from ctg_desktop.domain.booklet import BookletContent  # noqa: E402

Maker = Callable[[BookletContent], bytes]


def main() -> int:
    """Measure one engine."""
    engine, entries = sys.argv[1], int(sys.argv[2])
    content = with_codes(booklet_content(entries))
    make = ENGINES[engine]()
    before = highest_memory()
    first, made = _timed(make, content)
    peak = highest_memory()
    again, _ = _timed(make, content)
    if len(sys.argv) > 3:
        Path(sys.argv[3]).write_bytes(made)
    print(
        json.dumps(
            {
                "first": first,
                "again": again,
                "memory": peak,
                "more_memory": peak - before,
                "pages": _pages(made),
                "size": len(made),
            }
        )
    )
    return 0


def highest_memory() -> int:
    """Return the most memory that this process has held, in bytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _timed(make: Maker, content: BookletContent) -> tuple[float, bytes]:
    start = time.perf_counter()
    made = make(content)
    return time.perf_counter() - start, made


def _pages(made: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(made))


def _ours() -> Maker:
    import ctg_desktop.pdf.render.assembly  # so that imports are not measured
    import ctg_desktop.pdf.typesetting.layout  # noqa: F401
    from ctg_desktop.pdf.booklet import booklet_document
    from ctg_desktop.pdf.render import render

    return lambda content: render(booklet_document(content)).content


def _fpdf2(*, kept_together: bool) -> Maker:
    from benchmarks.fpdf2_booklet import fpdf2_booklet
    from ctg_desktop.pdf.booklet import booklet_document

    return lambda content: fpdf2_booklet(booklet_document(content), kept_together=kept_together)


def _typst() -> Maker:
    from benchmarks.typst_booklet import typst_booklet
    from ctg_desktop.pdf.booklet import booklet_document

    return lambda content: typst_booklet(booklet_document(content))


ENGINES: dict[str, Callable[[], Maker]] = {
    "ours": _ours,
    "fpdf2": lambda: _fpdf2(kept_together=False),
    "fpdf2-kept-together": lambda: _fpdf2(kept_together=True),
    "typst": _typst,
}

if __name__ == "__main__":
    sys.exit(main())
