"""A5: two pages, front and back, or four of a sheet folded once."""

from __future__ import annotations

from functools import partial

from ctg_desktop.domain.leaflet import LeafletContent
from ctg_desktop.domain.leaflet import LeafletDetail as Detail
from ctg_desktop.domain.listing import Listing
from ctg_desktop.pdf.document import (
    Block,
    Box,
    Break,
    Columns,
    Document,
    Group,
    Heading,
    Paragraph,
    Part,
    Rule,
    Section,
    Space,
)
from ctg_desktop.pdf.entries import image_of
from ctg_desktop.pdf.fitting import page_count
from ctg_desktop.pdf.furniture import (
    Area,
    Backdrop,
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
_PAGE = PageSetup(WIDTH, HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, mirrored=False)


def _entries(content: LeafletContent, setting: Setting) -> list[Block]:
    return entries(content, setting, partial(_entry, content, setting.detail))


def _entry(content: LeafletContent, detail: Detail, listing: Listing) -> Group:
    level = 2 if content.groups[0].category is None else 3
    return side_by_side(listing, content.edition, content.profile.name, detail, level)


# Two pages, the title under the landscape.


def _pictured(content: LeafletContent, setting: Setting) -> Document:
    colour = content.options.texts.colour
    blocks = [
        Space(_BAND),
        _title_box(content, ground(colour)),
        *_after_title(content, setting),
    ]
    area = Area(MARGIN, MARGIN, TEXT_WIDTH, _BAND + 1)
    return _document(content, setting, _leaf(content, blocks, Landscape(colour, area, 0)))


# Two pages, the title on a band.


def _banded(content: LeafletContent, setting: Setting) -> Document:
    colour = content.options.texts.colour
    blocks = [_title_box(content, colour), *_after_title(content, setting)]
    return _document(content, setting, _leaf(content, blocks, None))


def _leaf(content: LeafletContent, blocks: list[Block], backdrop: Backdrop | None) -> Section:
    texts = content.options.texts
    furniture = Furniture(backdrop=backdrop)
    return Section(texts.title, tuple(blocks), texts.colour, furniture)


def _title_box(content: LeafletContent, fill: str) -> Box:
    title = content.options.texts.title
    blocks = (
        Paragraph(words(f"{content.profile.name} · {edition_line(content)}"), "cover-edition"),
        Heading(1, words(title), "couverture", title),
    )
    return Box(blocks, fill=fill, padding=PADDING, radius=0.0, after=15.0)


def _after_title(content: LeafletContent, setting: Setting) -> list[Block]:
    return [
        *introduction(content),
        *_entries(content, setting),
        *useful(content),
        *_end(content, setting),
    ]


# Four pages, the first one a cover.


def _covered(content: LeafletContent, setting: Setting) -> Document:
    document = _four(content, setting, own_back=False)
    short = page_count(document) < SHEET_PAGES
    return _four(content, setting, own_back=True) if short else document


def _four(content: LeafletContent, setting: Setting, *, own_back: bool) -> Document:
    texts = content.options.texts
    blocks: list[Block] = [
        *introduction(content),
        *_entries(content, setting),
        *useful(content),
    ]
    if own_back:
        blocks += [Break(page=True), *notes(content)]
    blocks += _end(content, setting)
    inside = Section(texts.title, tuple(blocks), texts.colour)
    return _document(content, setting, _cover(content), inside)


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


def _end(content: LeafletContent, setting: Setting) -> list[Block]:
    """Return whom to ask, at the foot of the last page."""
    del setting
    hall: list[Block] = [
        Heading(2, words("Votre mairie"), "mairie", "Votre mairie"),
        *town_hall(content),
    ]
    right: list[Block] = [emergencies(content), Space(6.0), *code(content)]
    foot = Columns((Part(tuple(hall), 1.2), Part(tuple(right), 1.0)), gap=24.0)
    return [Space(fill=True), Group((Rule(before=12, after=9), foot, *small_print(content)))]


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


def _pictured_fits(content: LeafletContent, setting: Setting) -> bool:
    return page_count(_pictured(content, setting)) <= LEAF


def _banded_fits(content: LeafletContent, setting: Setting) -> bool:
    return page_count(_banded(content, setting)) <= LEAF


def _covered_fits(content: LeafletContent, setting: Setting) -> bool:
    return page_count(_four(content, setting, own_back=False)) <= SHEET_PAGES


A5_PLANS = (
    Plan(Detail.FULL, 1.4, 1.0, _pictured_fits, _pictured),
    Plan(Detail.FULL, 1.1, 0.96, _banded_fits, _banded),
    Plan(Detail.FULL, 1.3, SMALLEST, _covered_fits, _covered),
    Plan(Detail.BRIEF, 1.1, SMALLEST, _covered_fits, _covered),
    Plan(Detail.SHORT, 1.0, SMALLEST, _covered_fits, _covered),
)
