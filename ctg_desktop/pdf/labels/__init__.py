"""Labels on A4 sheets: one panel a label, read aloud as one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.label_sheets import PAGE_HEIGHT, PAGE_WIDTH, Cell, LabelSheet
from ctg_desktop.domain.labels import Label, LabelOptions
from ctg_desktop.domain.wording import plural
from ctg_desktop.pdf.blocks import Block, Break, Space
from ctg_desktop.pdf.document import Document, Panel, Section
from ctg_desktop.pdf.furniture import Area, Furniture, Rectangle, Shape
from ctg_desktop.pdf.labels.fitting import Fitter
from ctg_desktop.pdf.labels.theme import PAGE, SHEET, largest_size
from ctg_desktop.pdf.labels.wording import label_block
from ctg_desktop.pdf.style import MILLIMETRE, PAPER

SAFETY = 3.0
"""Millimetres kept free inside the edge of a label."""

EDGE = 5.0
"""Millimetres along the edges of the paper that many printers leave white."""

_ADVICE = {
    1: ("Imprimez à 100 %.",),
    2: ("Posez sur une planche,", "devant une fenêtre."),
    3: ("Un écart ? Réglez le décalage.",),
}
"""What the first labels of a trial page say, the rest of the sheet being for the eye."""

_FRAME_COLOUR = "#707070"
_FRAME = 0.2


def labels_document(
    labels: Sequence[Label], options: LabelOptions, profile: Profile, edition: date
) -> Document:
    """Return labels as a document; options are checked already."""
    blocks = tuple(_blocks(labels, options))
    return _document(
        f"Étiquettes – {profile.name}",
        plural(len(labels), "étiquette", "étiquettes"),
        Section(
            "Étiquettes",
            blocks,
            profile.accent,
            panels=tuple(_panels(options)),
            first_panel=options.start - 1,
        ),
        profile,
        edition,
    )


def trial_document(options: LabelOptions, profile: Profile, edition: date) -> Document:
    """Return a page with the frame of each label, to be held against a real sheet."""
    options = replace(options, start=1)
    labels = [_trial_label(options.sheet, place) for place in range(1, options.sheet.count + 1)]
    return _document(
        "Planche d’essai",
        options.sheet.words,
        Section(
            "Planche d’essai",
            tuple(_blocks(labels, options)),
            profile.accent,
            Furniture(shapes=tuple(_frames(options))),
            panels=tuple(_panels(options)),
        ),
        profile,
        edition,
    )


def _document(
    title: str, subject: str, section: Section, profile: Profile, edition: date
) -> Document:
    return Document(
        title=title,
        language="fr",
        author=profile.name,
        subject=subject,
        edition=edition,
        page=PAGE,
        sheet=SHEET,
        sections=(section,),
    )


def _blocks(labels: Sequence[Label], options: LabelOptions) -> Iterator[Block]:
    box = _box(options, options.sheet.cell(1))
    fitter = Fitter(labels, box.width, box.height, largest_size(box.height))
    for place, label in enumerate(labels):
        if place:
            yield Break()
        yield Space(fill=True)
        yield label_block(fitter.fitted(label), first=not place)
        yield Space(fill=True)


def _panels(options: LabelOptions) -> Iterator[Panel]:
    for cell in options.sheet.cells():
        box = _box(options, cell)
        yield Panel(0, box.x, box.y, box.width, box.height)


def _box(options: LabelOptions, cell: Cell) -> Area:
    """Return where text may stand on a label: the same place on each of them."""
    sheet = options.sheet
    left, top = max(SAFETY, EDGE - sheet.left), max(SAFETY, EDGE - sheet.top)
    right = max(SAFETY, EDGE - (PAGE_WIDTH - sheet.right_edge))
    foot = max(SAFETY, EDGE - (PAGE_HEIGHT - sheet.lower_edge))
    return Area(
        (cell.x + left + options.shift_x / 10) * MILLIMETRE,
        (cell.y + top + options.shift_y / 10) * MILLIMETRE,
        (sheet.width - left - right) * MILLIMETRE,
        (sheet.height - top - foot) * MILLIMETRE,
    )


def _frames(options: LabelOptions) -> Iterator[Shape]:
    sheet = options.sheet
    for cell in sheet.cells():
        x, y = cell.x + options.shift_x / 10, cell.y + options.shift_y / 10
        yield _rectangle(x, y, sheet, 0.0, _FRAME_COLOUR)
        yield _rectangle(x, y, sheet, _FRAME, PAPER)


def _rectangle(x: float, y: float, sheet: LabelSheet, inset: float, colour: str) -> Rectangle:
    area = Area(
        (x + inset) * MILLIMETRE,
        (y + inset) * MILLIMETRE,
        (sheet.width - 2 * inset) * MILLIMETRE,
        (sheet.height - 2 * inset) * MILLIMETRE,
    )
    return Rectangle(area, colour, max(sheet.radius - inset, 0.0) * MILLIMETRE)


def _trial_label(sheet: LabelSheet, place: int) -> Label:
    cell = sheet.cell(place)
    where = f"ligne {cell.row}, colonne {cell.column}"
    return Label(f"Étiquette {place}", (where, *_ADVICE.get(place, ())))
