"""Second step, for spreadsheets: what each column says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.category import Category
from ctg_desktop.domain.column_mapping import ColumnMapping, SheetPreview, Target
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.messages.labels import KIND_LABELS
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.importing.target_words import TARGET_WORDS
from ctg_desktop.ui.theme.measures import MARGIN, ROW, UNIT
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_SAMPLES = 3
_LONGEST = 60
_COLUMNS = ("Colonne du fichier", "Exemples", "Ce qu’elle contient")
_TARGETS = [(target.value, words) for target, words in TARGET_WORDS.items()]


class ColumnsStep(QWidget):
    """One row a column: header, examples, and what it fills."""

    changed = Signal()
    sheet_wanted = Signal(str)
    """Another sheet of the workbook."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = ColumnMapping()
        self.targets: list[ChoiceInput] = []
        self.sheet = ChoiceInput()
        self.sheet.edited.connect(lambda: self.sheet_wanted.emit(self.sheet.value()))
        self.kind = ChoiceInput([(kind.value, words) for kind, words in KIND_LABELS.items()])
        self.category = ChoiceInput()
        self.only_commune = QCheckBox("Garder seulement les lignes de ma commune (code INSEE)")
        self.table = _table()
        self.sheet_field = LabelledField("Feuille", self.sheet)
        self._lay_out()

    def show_sheet(self, preview: SheetPreview, categories: tuple[Category, ...]) -> None:
        """Show a spreadsheet with the mapping remembered or proposed for it."""
        self._mapping = preview.mapping
        self.sheet_field.setVisible(len(preview.sheets) > 1)
        self.sheet.set_choices([(name, name) for name in preview.sheets])
        self.sheet.set_value(preview.sheet)
        self.kind.set_value(preview.mapping.kind.value)
        shown = [(one.code, one.label) for one in categories if not one.hidden]
        self.category.set_choices([("", "Selon la nature"), *shown])
        self.category.set_value(preview.mapping.category)
        self.only_commune.setChecked(preview.mapping.only_commune)
        self._fill(preview)
        self.changed.emit()

    def mapping(self) -> ColumnMapping:
        """Return the mapping as the person left it."""
        columns = tuple(
            replace(one, target=Target(choice.value()))
            for one, choice in zip(self._mapping.columns, self.targets, strict=True)
        )
        return replace(
            self._mapping,
            columns=columns,
            kind=ListingKind(self.kind.value()),
            category=self.category.value(),
            sheet=self.sheet.value(),
            only_commune=self.only_commune.isChecked(),
        )

    def has_name(self) -> bool:
        """Tell whether a column gives the names: nothing can be read without."""
        return any(choice.value() == Target.NAME.value for choice in self.targets)

    def _fill(self, preview: SheetPreview) -> None:
        self.targets = []
        self.table.setRowCount(len(preview.headers))
        for row, (header, column) in enumerate(
            zip(preview.headers, preview.mapping.columns, strict=True)
        ):
            self.table.setItem(row, 0, _cell(header or "(sans titre)"))
            self.table.setItem(row, 1, _cell(_examples(preview, row)))
            choice = ChoiceInput(_TARGETS)
            choice.setAccessibleName(f"Contenu de la colonne {header or row + 1}")
            choice.set_value(column.target.value)
            choice.edited.connect(self.changed)
            self.targets.append(choice)
            self.table.setCellWidget(row, 2, choice)
        self.table.resizeRowsToContents()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(MARGIN)
        top.addWidget(self.sheet_field, 1)
        top.addWidget(LabelledField("Nature des fiches", self.kind), 1)
        top.addWidget(LabelledField("Rubrique des fiches", self.category), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(
            Text(
                "Vérifiez ce que contient chaque colonne. Ces choix seront gardés pour les "
                "fichiers qui ont les mêmes titres.",
                wrap=True,
                quiet=True,
            )
        )
        column.addLayout(top)
        column.addWidget(self.only_commune)
        column.addWidget(self.table, 1)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setAccessibleName("Colonnes du fichier")
    table.setHorizontalHeaderLabels(list(_COLUMNS))
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(ROW + UNIT)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip("")
    return item


def _examples(preview: SheetPreview, column: int) -> str:
    found = dict.fromkeys(row[column] for row in preview.samples if row[column])
    return " · ".join(one[:_LONGEST] for one in list(found)[:_SAMPLES])
