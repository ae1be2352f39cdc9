"""Second step, for spreadsheets: what each column fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.category import Category
from ctg_desktop.domain.column_mapping import ColumnMapping, SheetPreview, Target, columns_of
from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.messages.labels import KIND_LABELS
from ctg_desktop.ui.editing.inputs import ChoiceInput, TickInput
from ctg_desktop.ui.importing.import_flow import ImportFlow
from ctg_desktop.ui.importing.target_labels import target_words
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text, tooltip

_TARGETS = [(target.value or "-", target_words(target)) for target in Target]
_SAMPLES = 3
_ROW = 44
_USUAL = "-"


class MappingStep(QWidget):
    """One line a column, with what it holds and a list of what it may fill."""

    def __init__(self, flow: ImportFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self.combos: list[ChoiceInput] = []
        self.sheet = ChoiceInput()
        self.sheet_field = LabelledField("Feuille", self.sheet)
        kinds = [(kind.value, words) for kind, words in KIND_LABELS.items()]
        self.kind = ChoiceInput(kinds)
        self.category = ChoiceInput()
        self.only_commune = TickInput("Seulement les lignes de notre commune (code INSEE)")
        self.table = _columns_table()
        self._lay_out()
        self.sheet.edited.connect(lambda: flow.look_at_sheet(self.sheet.value()))
        for one in (self.kind, self.category, self.only_commune):
            one.edited.connect(self._take)
        flow.recognised.connect(self._show)

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer the chapters."""
        offered = [(one.code, one.label) for one in categories if not one.hidden]
        self.category.set_choices([(_USUAL, "Selon la nature"), *offered])
        self.category.set_value(self._flow.mapping.category or _USUAL)

    @property
    def is_usable(self) -> bool:
        """Whether a column says the names, without which no row can be read."""
        return any(one.target is Target.NAME for one in self._flow.mapping.columns)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self.sheet_field, 1)
        top.addWidget(LabelledField("Nature, si aucune colonne ne la dit", self.kind), 1)
        top.addWidget(LabelledField("Rubrique, si aucune colonne ne la dit", self.category), 1)
        words = (
            "Vos choix sont retenus\u00a0: un fichier aux mêmes titres sera lu de la même façon."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.only_commune)
        column.addWidget(self.table, 1)
        column.addWidget(Text(words, wrap=True, quiet=True))

    def _show(self) -> None:
        sheet = self._flow.source.sheet
        if sheet is None:
            return
        mapping = self._flow.mapping
        self.sheet_field.setVisible(len(sheet.sheets) > 1)
        self.sheet.set_choices([(name, name) for name in sheet.sheets])
        self.sheet.set_value(sheet.sheet)
        self.kind.set_value(mapping.kind.value)
        self.category.set_value(mapping.category or _USUAL)
        self.only_commune.set_value(mapping.only_commune)
        self._fill(sheet, mapping)
        self._take()

    def _fill(self, sheet: SheetPreview, mapping: ColumnMapping) -> None:
        self.combos = []
        self.table.setRowCount(len(sheet.headers))
        for row, target in enumerate(mapping.targets(sheet.headers)):
            header = sheet.headers[row] or f"Colonne {row + 1} (sans titre)"
            samples = [one[row] for one in sheet.samples if row < len(one) and one[row].strip()]
            shown = " · ".join(dict.fromkeys(samples[:_SAMPLES])) or "(vide)"
            self.table.setItem(row, 0, _item(header))
            self.table.setItem(row, 1, _item(shown))
            combo = ChoiceInput(_TARGETS)
            combo.setAccessibleName(f"Ce que remplit la colonne {header}")
            combo.set_value(target.value or "-")
            combo.edited.connect(self._take)
            self.combos.append(combo)
            self.table.setCellWidget(row, 2, _held(combo))

    def _take(self) -> None:
        sheet = self._flow.source.sheet
        if sheet is None:
            return
        columns = tuple(
            replace(column, target=Target(combo.value().removeprefix("-")))
            for column, combo in zip(columns_of(sheet.headers), self.combos, strict=True)
        )
        self._flow.mapping = replace(
            self._flow.mapping,
            columns=columns,
            kind=ListingKind(self.kind.value()),
            category=self.category.value().removeprefix(_USUAL),
            only_commune=self.only_commune.value(),
        )


def _columns_table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName("Colonnes du fichier")
    table.setHorizontalHeaderLabels(["Colonne du fichier", "Exemples", "Remplit"])
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


def _held(combo: ChoiceInput) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, UNIT // 2, 0)
    box.addWidget(combo)
    return holder


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(text.split())[:200])
    item.setToolTip(tooltip(text))
    return item
