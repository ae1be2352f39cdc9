"""A5: two pages, front and back, or four of a sheet folded once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import partial

from ctg_desktop.domain.leaflet import LeafletContent
from ctg_desktop.domain.leaflet import LeafletDetail as Detail
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf.blocks import (
    Block,
    Box,
    Break,
    Columns,
    Group,
    Heading,
    Paragraph,
    Part,
    Rule,
    Space,
)
from ctg_desktop.pdf.document import Document, Section
from ctg_desktop.pdf.entries import image_of
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.furniture import (
    Area,
    CoverPhotograph,
    Furniture,
    Landscape,
    Rectangle,
    Shape,
)
from ctg_desktop.pdf.leaflet.entry import side_by_side
from ctg_desktop.pdf.leaflet.fit import SMALLEST, Plan, Setting
from ctg_desktop.pdf.leaflet.parts import (
    code,
    edition_line,
    emergencies,
    entries,
    introduction,
    notes,
    small_print,
    town_hall,
    useful,
)
from ctg_desktop.pdf.leaflet.theme import MARGIN, ground, sheet
from ctg_desktop.pdf.style import A5, PageSetup
from ctg_desktop.pdf.words import words

WIDTH, HEIGHT = A5
TEXT_WIDTH = WIDTH - 2 * MARGIN
TEXT_HEIGHT = HEIGHT - 2 * MARGIN
PADDING = 18.0
LEAF, SHEET_PAGES = 2, 4

_BAND = 216.0
"""Height of the landscape over the title of a front page."""
_WHOLE = TEXT_WIDTH * 1.42
"""Height of the landscape on a cover of its own."""
_HAIR = 0.3
"""Keeps the edge of the landscape from showing beside the ground of the title."""
_PAGE = PageSetup(WIDTH, HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, mirrored=False)


class _Between(Enum):
    """What stands between the entries and the foot of the last page."""

    AIR = 0
    NOTES = 1
    NOTES_OVERLEAF = 2


Layout = Callable[[LeafletContent, Setting, _Between], Document]


def _pictured(content: LeafletContent, setting: Setting, between: _Between) -> Document:
    """Return two pages, the title under the landscape."""
    colour = content.options.texts.colour
    opening = (Space(_BAND), _title_box(content, ground(colour)))
    area = Area(MARGIN + _HAIR, MARGIN, TEXT_WIDTH - 2 * _HAIR, _BAND + 1)
    furniture = Furniture(backdrop=Landscape(colour, area, 0))
    section = _section(content, (*opening, *_body(content, setting, between)), furniture)
    return _document(content, setting, section)


def _banded(content: LeafletContent, setting: Setting, between: _Between) -> Document:
    """Return two pages, the title on a band."""
    band = _title_box(content, content.options.texts.colour)
    section = _section(content, (band, *_body(content, setting, between)))
    return _document(content, setting, section)


def _covered(content: LeafletContent, setting: Setting, between: _Between) -> Document:
    """Return four pages, the first one a cover."""
    inside = _section(content, _body(content, setting, between))
    return _document(content, setting, _cover(content), inside)


def _section(
    content: LeafletContent, blocks: Iterable[Block], furniture: Furniture | None = None
) -> Section:
    texts = content.options.texts
    return Section(texts.title, tuple(blocks), texts.colour, furniture or Furniture())


def _body(content: LeafletContent, setting: Setting, between: _Between) -> Iterator[Block]:
    yield from introduction(content)
    yield from entries(content, setting, partial(_entry, content, setting.detail))
    yield from useful(content)
    if between is _Between.NOTES_OVERLEAF:
        yield Break(page=True)
    yield from (Space(fill=True),) if between is _Between.AIR else notes(content)
    yield _foot(content)


def _entry(content: LeafletContent, detail: Detail, listing: Listing) -> Group:
    level = 2 if content.groups[0].category is None else 3
    return side_by_side(listing, content.edition, content.profile.name, detail, level)


def _title_box(content: LeafletContent, fill: str) -> Box:
    title = content.options.texts.title
    blocks = (
        Paragraph(words(f"{content.profile.name} · {edition_line(content)}"), "cover-edition"),
        Heading(1, words(title), "couverture", title),
    )
    return Box(blocks, fill=fill, padding=PADDING, radius=0.0, after=15.0)


def _cover(content: LeafletContent) -> Section:
    texts, picture = content.options.texts, content.picture
    blocks = (
        Space(PADDING),
        Paragraph(words(content.profile.name), "kicker"),
        Heading(1, words(texts.title), "couverture", texts.title),
        Space(fill=True),
        Paragraph(words(edition_line(content)), "cover-edition"),
        Space(PADDING),
    )
    if picture is not None:
        alt = content.picture_alt or f"Image de couverture : {content.profile.name}"
        photograph = CoverPhotograph(texts.colour, image_of(picture), alt)
        return Section("Couverture", blocks, texts.colour, Furniture(backdrop=photograph))
    card = Area(MARGIN, MARGIN, TEXT_WIDTH, TEXT_HEIGHT - _WHOLE + 1)
    area = Area(MARGIN, MARGIN + TEXT_HEIGHT - _WHOLE, TEXT_WIDTH, _WHOLE)
    shapes: tuple[Shape, ...] = (Rectangle(card, texts.colour),)
    furniture = Furniture(backdrop=Landscape(texts.colour, area), shapes=shapes)
    return Section("Couverture", blocks, texts.colour, furniture)


def _foot(content: LeafletContent) -> Group:
    """Return whom to ask, at the foot of the last page."""
    hall: tuple[Block, ...] = (
        Heading(2, words("Votre mairie"), "mairie", "Votre mairie"),
        *town_hall(content),
    )
    right = (emergencies(content), Space(6.0), *code(content))
    columns = Columns((Part(hall, 1.2), Part(right, 1.0)), gap=24.0)
    return Group((Rule(before=12, after=9), columns, *small_print(content)))


def _document(content: LeafletContent, setting: Setting, *sections: Section) -> Document:
    title = content.options.texts.title
    covered = len(sections) > 1
    return Document(
        title=f"{title} – {content.profile.name}",
        language="fr",
        author=content.profile.name,
        subject=edition_line(content),
        edition=content.edition,
        page=_PAGE,
        sheet=sheet(content, setting.scale, PADDING if covered else 0.0),
        sections=sections,
    )


def _plan(layout: Layout, pages: int, detail: Detail, largest: float, smallest: float) -> Plan:
    def fits(content: LeafletContent, setting: Setting) -> bool:
        return page_count(layout(content, setting, _Between.AIR)) <= pages

    def build(content: LeafletContent, setting: Setting) -> Document:
        plain = layout(content, setting, _Between.AIR)
        used = page_count(plain)
        if not content.options.notes:
            return plain
        for between in (_Between.NOTES_OVERLEAF, _Between.NOTES):
            noted = layout(content, setting, between)
            if used <= page_count(noted) <= pages:
                return noted
        return plain

    return Plan(detail, largest, smallest, fits, build)


A5_PLANS = (
    _plan(_pictured, LEAF, Detail.RICH, 1.4, 1.1),
    _plan(_pictured, LEAF, Detail.FULL, 1.4, 1.0),
    _plan(_banded, LEAF, Detail.FULL, 1.1, 0.96),
    _plan(_covered, SHEET_PAGES, Detail.FULL, 1.3, SMALLEST),
    _plan(_covered, SHEET_PAGES, Detail.BRIEF, 1.1, SMALLEST),
    _plan(_covered, SHEET_PAGES, Detail.SHORT, 1.0, SMALLEST),
)
