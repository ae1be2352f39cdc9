"""Which sheet of labels is in the printer, and where the print begins on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ctg_desktop.domain.label_sheets import (
    CUSTOM,
    CUSTOM_START,
    MOST,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SHEETS,
    LabelSheet,
    checked_sheet,
    sheet_of,
)
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.impressions.number_inputs import CountInput, MeasureInput
from ctg_desktop.ui.impressions.sheet_picture import SheetPicture
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_MEASURES = (
    ("columns", "Colonnes"),
    ("rows", "Rangées"),
    ("width", "Largeur"),
    ("height", "Hauteur"),
    ("left", "Marge gauche"),
    ("top", "Marge haute"),
    ("pitch_x", "Pas horizontal"),
    ("pitch_y", "Pas vertical"),
)
_PER_LINE = 2
_HELP = "Sur une planche entamée, choisissez la première étiquette libre."


class LabelSheetCard(Card):
    """The sheet, its measures when it is none of the common ones, its first label."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("La planche", parent)
        choices = [(one.code, one.words) for one in SHEETS]
        self.sheet = ChoiceInput([*choices, (CUSTOM, "Autre planche, à mesurer…")])
        self.field = LabelledField("Étiquettes", self.sheet, hint="Comme sur la boîte.")
        self.inputs: dict[str, CountInput | MeasureInput] = {
            "columns": CountInput(1, MOST),
            "rows": CountInput(1, MOST),
            **{
                name: MeasureInput(0, PAGE_HEIGHT, decimals=2, unit="") for name, _ in _MEASURES[2:]
            },
        }
        self.fields = {name: LabelledField(words, self.inputs[name]) for name, words in _MEASURES}
        self.measures = QWidget()
        self.start_field, self.picture = self._start()
        self._lay_out()
        self._show_measures(CUSTOM_START)
        self._follow()
        self.sheet.edited.connect(self._edit)
        self.picture.chosen.connect(self._edit)
        for one in self.inputs.values():
            one.edited.connect(self._edit)

    @property
    def start(self) -> int:
        """The first label to use, from 1."""
        return self.picture.start

    def value(self) -> LabelSheet | None:
        """Return the sheet; ``None``, with the reason beside the measure, when it cannot be."""
        try:
            return checked_sheet(self._typed())
        except UserError as error:
            self.refuse(error)
            return None

    def show_value(self, sheet: LabelSheet, start: int) -> None:
        """Show a sheet and where the print begins."""
        known = any(one == sheet for one in SHEETS)
        self.sheet.set_value(sheet.code if known else CUSTOM)
        if not known:
            self._show_measures(sheet)
        self.picture.show_sheet(sheet, start)
        self._follow()

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input; tell whether it is one of this card."""
        fields = {**self.fields, "sheet": self.field, "start": self.start_field}
        field = fields.get(error.field)
        if field is None:
            return False
        field.refuse(sentence(error))
        return True

    def _typed(self) -> LabelSheet:
        if self.sheet.value() != CUSTOM:
            return sheet_of(self.sheet.value())
        measures = {name: one.value() for name, one in self.inputs.items()}
        columns, rows = int(measures.pop("columns")), int(measures.pop("rows"))
        return LabelSheet(CUSTOM, columns, rows, **measures)

    def _start(self) -> tuple[LabelledField, SheetPicture]:
        picture = SheetPicture()
        return LabelledField("Commencer à l’étiquette 1", picture, hint=_HELP), picture

    def _lay_out(self) -> None:
        grid = QGridLayout(self.measures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT)
        help_ = Text(
            f"En millimètres, sur une page A4 de {PAGE_WIDTH:g} × {PAGE_HEIGHT:g}. Le pas va du "
            "bord d’une étiquette au même bord de la suivante.",
            wrap=True,
            quiet=True,
        )
        grid.addWidget(help_, 0, 0, 1, _PER_LINE)
        for place, field in enumerate(self.fields.values()):
            row, column = divmod(place, _PER_LINE)
            grid.addWidget(field, row + 1, column, Qt.AlignmentFlag.AlignTop)
        for widget in (self.field, self.measures, self.start_field):
            self.body.addWidget(widget)

    def _show_measures(self, sheet: LabelSheet) -> None:
        for name, one in self.inputs.items():
            one.set_value(getattr(sheet, name))

    def _edit(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        """Show the measures where they are typed, and the sheet that they make."""
        for field in (*self.fields.values(), self.field, self.start_field):
            field.accept()
        self.measures.setVisible(self.sheet.value() == CUSTOM)
        try:
            sheet = checked_sheet(self._typed())
        except UserError:
            return
        self.picture.show_sheet(sheet, self.picture.start)
        cell = sheet.cell(self.picture.start)
        self.start_field.label.setText(f"Commencer à l’étiquette {self.picture.start}")
        self.start_field.set_hint(f"Ligne {cell.row}, colonne {cell.column}. {_HELP}")
