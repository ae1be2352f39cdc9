"""The forms of the booklet, each with a layout of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from ctg_desktop.domain.papers import BookletForm
from ctg_desktop.pdf.booklet import theme, theme_a4, theme_large
from ctg_desktop.pdf.entries import EntryLook
from ctg_desktop.pdf.style import PageSetup, StyleSheet, TextStyle, Weight

_QUIETER = ("heading-1", "heading-3", "month", "label", "back-label", "day")
_BETWEEN_PAIRS = 4.5
_WIDER_DAY = 1.45
_TIGHTER = ("cover-word", "cover-edition")


@dataclass(frozen=True, slots=True)
class Layout:
    """How one form of the booklet is laid out.

    Attributes:
        page: Chapters, contents, calendar, index.
        prose: Long texts: the mayor's word, texts of one's own.
        cover: Both covers.
        sheet: Text styles.
        look: Of entries.
        columns: Of entries.
        list_columns: Of the index.
        calendar_columns: Of the months.
        table: What takes place every week stands in a table; otherwise in a list.
        day_width: Of the column of days in the calendar; 0 for days as headings above their dates.
        double_labels: Width of labels where each is in two languages; 0 for labels above values.
        tabs: Thumb tabs at the fore edge.
        full_cover: Covers in colour to the edge; otherwise dark letters on white.
        emergency_columns: Of the emergency numbers.
        code: Least width of the QR code of a contact card: that of the finest, so that all are
            alike.
        site_code: The same of a web site, whose address has fewer letters.
        sheet_pages: Pages on one sheet of paper; notes fill it up before the back cover.
    """

    page: PageSetup
    prose: PageSetup
    cover: PageSetup
    sheet: StyleSheet
    look: EntryLook
    columns: int = 1
    list_columns: int = 2
    calendar_columns: int = 1
    table: bool = True
    day_width: float = 45.0
    double_labels: float = 105.0
    tabs: bool = True
    full_cover: bool = True
    emergency_columns: int = 2
    code: float = 57.7
    site_code: float = 45.0
    sheet_pages: int = 2

    def spoken_twice(self) -> Layout:
        """Return the layout for a paper in two languages: the second one quieter."""
        styles = dict(self.sheet.styles)
        for name in _QUIETER:
            styles[name] = replace(styles[name], weight=Weight.REGULAR)
        cover = self.cover
        if self.full_cover:
            for name in _TIGHTER:
                styles[name] = _tighter(styles[name])
            cover = replace(cover, bottom=cover.bottom * 0.72)
        sheet = replace(
            self.sheet,
            styles=MappingProxyType(styles),
            label_width=self.double_labels or self.sheet.label_width,
            row_gap=self.sheet.row_gap + _BETWEEN_PAIRS,
        )
        look = replace(self.look, stacked=self.look.stacked or not self.double_labels)
        return replace(
            self, sheet=sheet, cover=cover, look=look, day_width=self.day_width * _WIDER_DAY
        )


def _tighter(style: TextStyle) -> TextStyle:
    """Return a style of the cover whose two languages stand in the room of one."""
    return replace(style, size=style.size * 0.9, leading=style.size * 1.08, after=style.after * 0.7)


_A5 = Layout(theme.PAGE, theme.PAGE, theme.COVER, theme.SHEET, EntryLook())

LAYOUTS: MappingProxyType[BookletForm, Layout] = MappingProxyType(
    {
        BookletForm.A5: _A5,
        BookletForm.FOLDED: replace(_A5, sheet_pages=4),
        BookletForm.WEB: replace(_A5, sheet_pages=1),
        BookletForm.A4: Layout(
            theme_a4.PAGE,
            theme_a4.PROSE,
            theme_a4.COVER,
            theme_a4.SHEET,
            EntryLook(picture=72.0, narrow=(theme_a4.PAGE.text_width - theme_a4.SHEET.gutter) / 2),
            columns=2,
            list_columns=3,
            calendar_columns=3,
            table=False,
            day_width=42.0,
            double_labels=0.0,
        ),
        BookletForm.LARGE_PRINT: Layout(
            theme_large.PAGE,
            theme_large.PAGE,
            theme_large.COVER,
            theme_large.SHEET,
            EntryLook(picture=126.0, stacked=True, gap=18.0),
            list_columns=1,
            table=False,
            day_width=0.0,
            double_labels=210.0,
            tabs=False,
            full_cover=False,
            emergency_columns=1,
            code=72.0,
            site_code=60.0,
        ),
    }
)
