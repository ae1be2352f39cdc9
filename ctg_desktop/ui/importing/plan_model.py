"""The rows of an import plan, one line for each value that would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ctg_desktop.domain.import_plan import FieldChange, ImportPlan, PlannedRow, Verdict
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.wording import phone
from ctg_desktop.messages.labels import VERDICT_LABELS
from ctg_desktop.messages.sentences import reason
from ctg_desktop.ui.editing.history_words import Names, field_words, value_words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()

HEADERS = ("Fiche", "Ce qui se passe", "Champ", "Aujourd’hui", "Dans le fichier")
NAME, VERDICT, FIELD, OLD, NEW = range(len(HEADERS))
_TAKEN, _KEPT = "le fichier l’emporte", "votre correction est gardée"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the preview.

    Attributes:
        change: The value concerned; ``None`` for a line about the whole row.
        asked: The value was corrected by hand: a person decides.
    """

    row: PlannedRow
    change: FieldChange | None = None
    asked: bool = False


class PlanModel(QAbstractTableModel):
    """Lines of a plan; a value corrected by hand has a box to let the file win."""

    def __init__(self, plan: ImportPlan, names: Names) -> None:
        super().__init__()
        self._lines = [line for row in plan.rows for line in _lines(row)]
        self._names = names
        self._taken: set[tuple[int, str]] = set()

    @property
    def taken(self) -> frozenset[tuple[int, str]]:
        """Conflicts in which the file wins: (row, field)."""
        return frozenset(self._taken)

    @property
    def conflicts(self) -> int:
        """How many values a person has to decide on."""
        return sum(line.asked for line in self._lines)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Give a box to what a person decides."""
        line = self._lines[index.row()]
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        asked = line.asked and index.column() == VERDICT
        return base | Qt.ItemFlag.ItemIsUserCheckable if asked else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the state of its box."""
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(line, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and line.asked and index.column() == VERDICT:
            return Qt.CheckState.Checked if _key(line) in self._taken else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Let the file win, or keep what was corrected."""
        line = self._lines[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not line.asked:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._taken.add(_key(line))
        else:
            self._taken.discard(_key(line))
        self.dataChanged.emit(index, index)
        return True

    def _words(self, line: Line, column: int) -> str:
        if column == NAME:
            return line.row.name or f"ligne {line.row.row}"
        if column == VERDICT:
            return self._verdict(line)
        if line.change is None:
            return _glimpse(line.row.after) if column == NEW else ""
        if column == FIELD:
            return field_words(line.change.field)
        value = line.change.old if column == OLD else line.change.new
        return " ".join(value_words(line.change.field, value, self._names).split("\n"))

    def _verdict(self, line: Line) -> str:
        if line.asked:
            return _TAKEN if _key(line) in self._taken else _KEPT
        words = VERDICT_LABELS[line.row.verdict]
        if line.row.verdict is Verdict.REFUSE:
            return f"{words} : {reason(line.row.reason)}"
        if line.row.kept_as_text:
            fields = ", ".join(sorted({field_words(one).lower() for one in line.row.kept_as_text}))
            return f"{words} (à relire : {fields})"
        return words


def _lines(row: PlannedRow) -> Iterator[Line]:
    if not row.changes and not row.conflicts:
        yield Line(row)
    for change in row.changes:
        yield Line(row, change)
    for change in row.conflicts:
        yield Line(row, change, asked=True)


def _glimpse(listing: Listing | None) -> str:
    """Return what tells a new listing from others: where it is, how to reach it, what it does."""
    if listing is None:
        return ""
    reach = [phone(one.number) for one in listing.phones[:1]]
    parts = [*listing.address.lines[:1], listing.address.city, *reach, listing.summary]
    return " · ".join(part for part in parts if part)


def _key(line: Line) -> tuple[int, str]:
    return line.row.row, line.change.field if line.change else ""
