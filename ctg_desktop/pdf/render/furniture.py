"""What stands on a page beside its text: running foot, page number, thumb tab, cover drawing."""

from __future__ import annotations

from ctg_desktop.pdf.furniture import CoverPhotograph, Landscape, Tab
from ctg_desktop.pdf.render.landscape import draw_front, draw_landscape
from ctg_desktop.pdf.render.pen import Pen
from ctg_desktop.pdf.render.pictures import Pictures
from ctg_desktop.pdf.render.shapes import draw_shapes
from ctg_desktop.pdf.render.text import number
from ctg_desktop.pdf.runs import Run
from ctg_desktop.pdf.style import StyleSheet, TextStyle
from ctg_desktop.pdf.typesetting.frame import Frame
from ctg_desktop.pdf.typesetting.lines import Line
from ctg_desktop.pdf.typesetting.pages import Page
from ctg_desktop.pdf.typesetting.shaping import Shaper
from ctg_desktop.pdf.typesetting.structure import Element

FOOT_STYLE = "foot"
FOLIO_STYLE = "folio"
TAB_STYLE = "tab"
TAB_WIDTH = 25.0
TAB_HEIGHT = 118.0
TAB_TOP = 44.0
TAB_PADDING = 5.0
_UNSAFE_EDGE = 12.0
_FOLIO_ROOM = 36.0
_PICTURE_TOP = 0.63
_PICTURE_BOTTOM = 0.20
_WIDE = 100_000.0


class Decorator:
    """Draws the furniture of pages; all of it is an artifact."""

    def __init__(self, shaper: Shaper, sheet: StyleSheet, pictures: Pictures) -> None:
        self._shaper = shaper
        self._sheet = sheet
        self._pictures = pictures
        self._nobody = Element("Artifact")

    def behind(self, pen: Pen, page: Page) -> None:
        """Draw what the text stands on."""
        match page.section.furniture.backdrop:
            case Landscape() as landscape:
                _landscape(pen, page, landscape)
            case CoverPhotograph() as photograph:
                self._photograph(pen, page, photograph)
            case None:
                pass
        draw_shapes(pen, page.section.furniture, page.index)
        if page.section.furniture.tab is not None:
            self._tab(pen, page, page.section.furniture.tab)

    def over(self, pen: Pen, page: Page) -> None:
        """Draw what stands beside the text: turned texts, the running foot, the page number."""
        for turned in page.section.furniture.turned:
            if turned.page in {None, page.index}:
                style = self._sheet[turned.style]
                line = self._fitted(turned.text, style, page, turned.room, strong=turned.strong)
                pen.turned(turned.x, turned.y, line.spans)
        self._foot(pen, page)

    def _foot(self, pen: Pen, page: Page) -> None:
        furniture = page.section.furniture
        setup = page.setup
        left = setup.left(page.number)
        right = left + setup.text_width
        baseline = setup.height - setup.foot
        recto = setup.is_recto(page.number)
        number = _number(page) if furniture.numbered else ""
        if number:
            line = self._line(Run(number), self._sheet[FOLIO_STYLE], page)
            x = right - line.width if recto else left
            pen.write(x, baseline, line.spans)
        if furniture.foot:
            room = setup.text_width - _FOLIO_ROOM
            line = self._fitted(furniture.foot, self._sheet[FOOT_STYLE], page, room)
            pen.write(left if recto else right - line.width, baseline, line.spans)

    def _tab(self, pen: Pen, page: Page, tab: Tab) -> None:
        setup = page.setup
        room = setup.height - 2 * TAB_TOP - TAB_HEIGHT
        top = TAB_TOP + room * tab.position
        recto = setup.is_recto(page.number)
        left = setup.width - TAB_WIDTH if recto else 0.0
        pen.belong_to(None)
        pen.rectangle(left, top, TAB_WIDTH, TAB_HEIGHT, page.section.colour)
        style = self._sheet[TAB_STYLE]
        line = self._fitted(tab.label, style, page, TAB_HEIGHT - 2 * TAB_PADDING)
        edge = _UNSAFE_EDGE if not recto else 0.0
        inside = TAB_WIDTH - _UNSAFE_EDGE
        x = left + edge + (inside + style.size * 0.66) / 2
        pen.turned(x, top + TAB_HEIGHT - TAB_PADDING, line.spans)

    def _fitted(
        self, text: str, style: TextStyle, page: Page, room: float, *, strong: bool = False
    ) -> Line:
        line = self._line(Run(text, strong=strong), style, page)
        while line.width > room and text:
            text = text[: min(len(text) - 1, int(len(text) * room / line.width))]
            line = self._line(Run(f"{text.rstrip()}…", strong=strong), style, page)
        return line

    def _line(self, run: Run, style: TextStyle, page: Page) -> Line:
        frame = Frame(self._shaper, self._sheet, 0.0, _WIDE, page.section.colour, self._nobody)
        lines = frame.lines((run,), style, None)
        return lines[0] if lines else Line((), 0.0)

    def _photograph(self, pen: Pen, page: Page, photograph: CoverPhotograph) -> None:
        width, height = page.setup.width, page.setup.height
        pen.belong_to(None)
        pen.rectangle(0, 0, width, height, photograph.colour)
        room = height * (_PICTURE_TOP - _PICTURE_BOTTOM)
        image = photograph.image
        scale = max(width / image.width, room / image.height)
        wide, tall = image.width * scale, image.height * scale
        top = height * (1 - _PICTURE_TOP)
        name = self._pictures.resource(image)
        bottom = number(height * _PICTURE_BOTTOM)
        pen.belong_to(page.figure)
        pen.raw(f"q 0 {bottom} {number(width)} {number(room)} re W n")
        pen.picture(name, (width - wide) / 2, top - (tall - room) / 2, wide, tall)
        pen.raw("Q")
        draw_front(pen, width, height, photograph.colour)


def _number(page: Page) -> str:
    if not page.section.furniture.restart:
        return str(page.number)
    return str(page.index + 1) if page.index else ""


def _landscape(pen: Pen, page: Page, landscape: Landscape) -> None:
    if landscape.page not in {None, page.index}:
        return
    area = landscape.area
    if area is None:
        draw_landscape(pen, page.setup.width, page.setup.height, landscape.colour)
        return
    pen.belong_to(None)
    with pen.window(area):
        draw_landscape(pen, area.width, area.height, landscape.colour)
