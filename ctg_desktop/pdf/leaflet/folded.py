"""A4 across, folded in three: the inner flap is 3 mm narrower, so that it lies flat inside.

The outer side holds, from the left, the flap, the back and the cover; the inner side the panels 1
to 3. Whoever opens the leaflet reads cover, 1, 2, 3, flap, back: so does a screen reader. Texts
are 80 mm wide in each panel, with 7 mm at least to the nearest fold and 10 mm to the edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from ctg_desktop.domain.leaflet import LeafletContent
from ctg_desktop.domain.leaflet import LeafletDetail as Detail
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf.blocks import Block, Box, Break, Figure, Group, Heading, Paragraph, Space
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.entries import image_of
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.furniture import (
    Area,
    DashedLine,
    Furniture,
    Landscape,
    Rectangle,
    Shape,
)
from ctg_desktop.pdf.leaflet.entry import stacked
from ctg_desktop.pdf.leaflet.fit import SMALLEST, Plan, Setting
from ctg_desktop.pdf.leaflet.parts import (
    code,
    edition_line,
    emergencies,
    entries,
    further,
    introduction,
    notes,
    small_print,
    town_hall,
    useful,
)
from ctg_desktop.pdf.leaflet.theme import MARGIN, sheet, tint
from ctg_desktop.pdf.style import A4, MILLIMETRE, PageSetup
from ctg_desktop.pdf.words import paragraphs, words

HEIGHT, WIDTH = A4
PANEL = 100 * MILLIMETRE
FLAP = 97 * MILLIMETRE
TEXT_WIDTH = 80 * MILLIMETRE
TEXT_HEIGHT = HEIGHT - 2 * MARGIN
PADDING = 16.0
OUTSIDE_FOLDS = (FLAP, FLAP + PANEL)
INSIDE_FOLDS = (PANEL, 2 * PANEL)
INNER_PANELS = 3

_LANDSCAPE = TEXT_WIDTH * 1.42
_OUTER, _INNER = 0, 1
_PICTURE_HEIGHT = 250.0
_MARK = 6 * MILLIMETRE
_PAGE = PageSetup(WIDTH, HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, mirrored=False)
_ALONE = PageSetup(TEXT_WIDTH, TEXT_HEIGHT, 0.0, 0.0, 0.0, 0.0, mirrored=False)
"""One panel as a page, to count how many panels a text needs."""


def _panel(page: int, x: float) -> Panel:
    return Panel(page, x, MARGIN, TEXT_WIDTH, TEXT_HEIGHT)


COVER_X = OUTSIDE_FOLDS[1] + MARGIN
PANELS = (
    _panel(_OUTER, COVER_X),
    _panel(_INNER, MARGIN),
    _panel(_INNER, INSIDE_FOLDS[0] + MARGIN),
    _panel(_INNER, WIDTH - MARGIN - TEXT_WIDTH),
    _panel(_OUTER, MARGIN),
    _panel(_OUTER, OUTSIDE_FOLDS[0] + MARGIN),
)
"""In reading order: cover, inside from left to right, flap, back."""


def _entries(content: LeafletContent, setting: Setting) -> list[Block]:
    commune = content.profile.name
    setter = partial(_entry, content, commune, setting.detail)
    return entries(content, setting, setter)


def _entry(content: LeafletContent, commune: str, detail: Detail, listing: Listing) -> Group:
    level = 2 if content.groups[0].category is None else 3
    return stacked(listing, content.edition, commune, detail, level)


def _needed(content: LeafletContent, blocks: Sequence[Block], scale: float) -> int:
    """Return how many panels blocks fill."""
    return page_count(_document(content, scale, (Section("", tuple(blocks), page=_ALONE),)))


# Few entries: the introduction alone in the first panel, then the entries, then room to write.


def _airy_fits(content: LeafletContent, setting: Setting) -> bool:
    return _needed(content, _entries(content, setting), setting.scale) < INNER_PANELS


def _airy(content: LeafletContent, setting: Setting) -> Document:
    body = _entries(content, setting)
    inside: list[Block] = [*_statement(content), Break(), *body]
    written_on = notes(content)
    if _needed(content, body, setting.scale) > 1 or not written_on:
        return _folded(content, setting, inside, INNER_PANELS, _flap(content))
    inside += [Break(), *written_on]
    flap = [*useful(content), *further(content)]
    return _folded(content, setting, inside, INNER_PANELS, flap)


def _statement(content: LeafletContent) -> list[Block]:
    texts = content.options.texts
    said = [Paragraph(words(one), "statement-text") for one in paragraphs(texts.introduction)]
    blocks: tuple[Block, ...] = (Paragraph(words(texts.title), "statement"), *said)
    return [Box(blocks, fill=tint(texts.colour), padding=18.0, height=TEXT_HEIGHT - 1)]


# A usual leaflet: the introduction, then the entries on the inner side; the flap is free.


def _inside(content: LeafletContent, setting: Setting) -> list[Block]:
    return [*introduction(content), *_entries(content, setting)]


def _usual_fits(content: LeafletContent, setting: Setting) -> bool:
    return _needed(content, _inside(content, setting), setting.scale) <= INNER_PANELS


def _usual(content: LeafletContent, setting: Setting) -> Document:
    inside = _inside(content, setting)
    used = _needed(content, inside, setting.scale)
    return _folded(content, setting, inside, used, _flap(content))


# A full one: the entries run on over the flap.


def _full_body(content: LeafletContent, setting: Setting) -> list[Block]:
    return [*_inside(content, setting), *useful(content)]


def _full_fits(content: LeafletContent, setting: Setting) -> bool:
    return _needed(content, _full_body(content, setting), setting.scale) <= INNER_PANELS + 1


def _full(content: LeafletContent, setting: Setting) -> Document:
    body = _full_body(content, setting)
    used = _needed(content, body, setting.scale)
    if used <= INNER_PANELS:
        flap = [*notes(content)] or further(content)
        return _folded(content, setting, body, used, flap)
    noted = [*body, *notes(content)]
    if _needed(content, noted, setting.scale) == used:
        body = noted
    return _folded(content, setting, body, used, None)


def _flap(content: LeafletContent) -> list[Block]:
    rest = notes(content) or further(content)
    return [*useful(content), *rest]


def _folded(
    content: LeafletContent,
    setting: Setting,
    inside: list[Block],
    used: int,
    flap: list[Block] | None,
) -> Document:
    """Return the sheet.

    Args:
        content: Its content.
        setting: Of its entries.
        inside: What runs through the panels from the first inner one on.
        used: How many panels that fills.
        flap: What stands on the flap; ``None`` where the entries fill it.
    """
    blocks: list[Block] = [*_cover(content), Break(), *inside]
    if flap is not None:
        blocks += [Break()] * (INNER_PANELS - used + 1)
        blocks += flap
    blocks += [Break(), *_back(content)]
    colour = content.options.texts.colour
    title = content.options.texts.title
    section = Section(title, tuple(blocks), colour, _furniture(content), panels=PANELS)
    return _document(content, setting.scale, (section,))


def _document(content: LeafletContent, scale: float, sections: tuple[Section, ...]) -> Document:
    title = content.options.texts.title
    return Document(
        title=f"{title} – {content.profile.name}",
        language="fr",
        author=content.profile.name,
        subject=edition_line(content),
        edition=content.edition,
        page=_PAGE,
        sheet=sheet(content, scale, PADDING),
        sections=sections,
    )


def _cover(content: LeafletContent) -> list[Block]:
    title, picture = content.options.texts.title, content.picture
    shown: list[Block] = []
    if picture is not None:
        alt = content.picture_alt or f"Image de couverture : {content.profile.name}"
        shown = [Space(fill=True), Figure(image_of(picture), alt, TEXT_WIDTH, _PICTURE_HEIGHT)]
    return [
        Space(PADDING),
        Paragraph(words(content.profile.name), "kicker"),
        Heading(1, words(title), "couverture", title),
        *shown,
        Space(fill=True),
        Paragraph(words(edition_line(content)), "cover-edition"),
        Space(PADDING),
    ]


def _back(content: LeafletContent) -> list[Block]:
    """Return the back; without the hours of the town hall where they are too long for it."""
    whole = _back_blocks(content, hours=True)
    return whole if _needed(content, whole, 1.0) <= 1 else _back_blocks(content, hours=False)


def _back_blocks(content: LeafletContent, *, hours: bool) -> list[Block]:
    blocks: list[Block] = [
        Heading(2, words("Votre mairie"), "mairie", "Votre mairie"),
        *town_hall(content, hours=hours),
    ]
    blocks += [Space(15.0), *code(content)]
    blocks += [Space(fill=True), emergencies(content), *small_print(content)]
    return blocks


def _furniture(content: LeafletContent) -> Furniture:
    colour = content.options.texts.colour
    shapes: list[Shape] = []
    top = TEXT_HEIGHT if content.picture is not None else TEXT_HEIGHT - _LANDSCAPE + 1
    card = Area(COVER_X, MARGIN, TEXT_WIDTH, top)
    shapes.append(Rectangle(card, colour, page=_OUTER))
    if content.options.fold_marks:
        shapes += _marks(_OUTER, OUTSIDE_FOLDS)
        shapes += _marks(_INNER, INSIDE_FOLDS)
    if content.picture is not None:
        return Furniture(shapes=tuple(shapes))
    area = Area(COVER_X, MARGIN + TEXT_HEIGHT - _LANDSCAPE, TEXT_WIDTH, _LANDSCAPE)
    return Furniture(backdrop=Landscape(colour, area, _OUTER), shapes=tuple(shapes))


def _marks(page: int, folds: Iterable[float]) -> Iterable[Shape]:
    for x in folds:
        for top, bottom in ((0.0, _MARK), (HEIGHT - _MARK, HEIGHT)):
            yield DashedLine(x, top, x, bottom, page=page)


FOLDED_PLANS = (
    Plan(Detail.RICH, 1.7, 1.1, _airy_fits, _airy),
    Plan(Detail.FULL, 1.5, 1.2, _airy_fits, _airy),
    Plan(Detail.FULL, 1.3, 1.0, _usual_fits, _usual),
    Plan(Detail.FULL, 1.1, SMALLEST, _full_fits, _full),
    Plan(Detail.BRIEF, 1.1, 1.0, _usual_fits, _usual),
    Plan(Detail.BRIEF, 1.1, SMALLEST, _full_fits, _full),
    Plan(Detail.SHORT, 1.1, 1.0, _usual_fits, _usual),
    Plan(Detail.SHORT, 1.0, SMALLEST, _full_fits, _full),
)
