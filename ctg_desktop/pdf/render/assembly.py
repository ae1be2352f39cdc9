"""Puts a file together: pages, links, typefaces, structure tree, catalog."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.stretches import WHOLE, stretch
from ctg_desktop.pdf.render.catalog import destination, information, metadata, outline
from ctg_desktop.pdf.render.fonts import embed
from ctg_desktop.pdf.render.furniture import Decorator
from ctg_desktop.pdf.render.objects import PdfFile
from ctg_desktop.pdf.render.painter import Painter
from ctg_desktop.pdf.render.pen import LinkArea, Pen
from ctg_desktop.pdf.render.pictures import Pictures
from ctg_desktop.pdf.render.tags import Tags
from ctg_desktop.pdf.render.text import number, text_string, uri_string
from ctg_desktop.pdf.typesetting.layout import Layout
from ctg_desktop.pdf.typesetting.structure import Element

_DRAWN, _TAGGED = 600, 800
"""Thousandths of the work after which pages are drawn, and tags written."""


class FontNames(dict[str, str]):
    """Resource names of faces, given when first asked for."""

    def __missing__(self, face: str) -> str:
        """Name one more face."""
        name = self[face] = f"F{len(self) + 1}"
        return name


def assemble(layout: Layout, progress: Progress) -> bytes:
    """Draw every page and return the file.

    Raises:
        Cancelled: By ``progress``.
    """
    return _Assembly(layout).run(progress)


class _Assembly:
    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._file = PdfFile()
        self._pages = [self._file.reserve() for _ in layout.pages]
        self._heights = [page.setup.height for page in layout.pages]
        self._fonts = FontNames()
        self._pictures = Pictures(self._file)
        self._parents: list[list[Element]] = []
        self._links: list[Element] = []
        self._annotations: list[int] = []

    def run(self, progress: Progress) -> bytes:
        resources, tree = self._file.reserve(), self._file.reserve()
        painter = Painter(self._layout, self._pictures)
        decorator = Decorator(self._layout.shaper, self._layout.document.sheet, self._pictures)
        pages = self._layout.pages
        total = len(pages)
        drawing = stretch(progress, 0, _DRAWN)
        for _, together in groupby(range(total), key=lambda index: pages[index].round):
            pens = [self._pen(index) for index in together]
            for pen in pens:
                drawing(pen.page, total)
                decorator.behind(pen, pages[pen.page])
            self._paint(pens, painter)
            for pen in pens:
                decorator.over(pen, pages[pen.page])
                self._keep(pen, resources, tree)
        self._write_resources(resources)
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._file.fill(tree, f"<< /Type /Pages /Kids [{kids}] /Count {total} >>")
        tags = Tags(self._file, self._pages, self._annotations)
        tagging = stretch(progress, _DRAWN, _TAGGED)
        structure = tags.write(self._layout.root, self._parents, self._links, tagging)
        catalog = self._catalog(tree, structure)
        info = information(self._file, self._layout.document)
        content = self._file.write(catalog, info, stretch(progress, _TAGGED, WHOLE))
        progress(WHOLE, WHOLE)
        return content

    def _pen(self, index: int) -> Pen:
        return Pen(index, self._heights[index], self._fonts)

    def _paint(self, pens: list[Pen], painter: Painter) -> None:
        """Draw the texts of pages that are read together, so that marks come in reading order."""
        stretches = [
            (order, pen, placed)
            for pen in pens
            for order, placed in self._layout.pages[pen.page].stretches()
        ]
        for _, pen, placed in sorted(stretches, key=itemgetter(0)):
            painter.stretch(pen, placed)
            if len(pens) > 1:
                pen.close()

    def _keep(self, pen: Pen, resources: int, tree: int) -> None:
        """Write a finished page."""
        index = pen.page
        page = self._layout.pages[index]
        pen.close()
        content = self._file.add_stream("", "\n".join(pen.operators).encode("latin-1"))
        self._parents.append(pen.owners)
        annotations = " ".join(f"{self._annotate(area, index)} 0 R" for area in pen.links)
        annots = f" /Annots [{annotations}]" if annotations else ""
        self._file.fill(
            self._pages[index],
            f"<< /Type /Page /Parent {tree} 0 R "
            f"/MediaBox [0 0 {number(page.setup.width)} {number(page.setup.height)}] "
            f"/Resources {resources} 0 R /Contents {content} 0 R "
            f"/StructParents {index} /Tabs /S{annots} >>",
        )

    def _annotate(self, area: LinkArea, index: int) -> int:
        key = len(self._layout.pages) + len(self._links)
        area.owner.annotate(index, len(self._links))
        self._links.append(area.owner)
        box = " ".join(map(number, (area.left, area.bottom, area.right, area.top)))
        annotation = self._file.add(
            f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4 "
            f"/Contents {text_string(area.hint)} /StructParent {key} {self._action(area)} >>"
        )
        self._annotations.append(annotation)
        return annotation

    def _action(self, area: LinkArea) -> str:
        if area.target.startswith("#"):
            place = self._layout.places[area.target[1:]]
            return f"/Dest {destination(place, self._pages, self._heights)}"
        return f"/A << /S /URI /URI {uri_string(area.target)} >>"

    def _write_resources(self, resources: int) -> None:
        uses = self._layout.shaper.uses
        fonts = " ".join(
            f"/{name} {embed(self._file, uses[face], order)} 0 R"
            for order, (face, name) in enumerate(self._fonts.items())
        )
        self._file.fill(
            resources, f"<< /Font << {fonts} >> /XObject << {self._pictures.source} >> >>"
        )

    def _catalog(self, tree: int, structure: int) -> int:
        layout = self._layout
        data = metadata(self._file, layout.document)
        marks = outline(self._file, layout.bookmarks, layout.places, self._pages, self._heights)
        contents = f"/Outlines {marks} 0 R /PageMode /UseOutlines " if marks else ""
        return self._file.add(
            f"<< /Type /Catalog /Pages {tree} 0 R /StructTreeRoot {structure} 0 R "
            f"/MarkInfo << /Marked true >> /Lang {text_string(layout.document.language)} "
            f"/ViewerPreferences << /DisplayDocTitle true >> /Metadata {data} 0 R "
            f"{contents}>>"
        )
