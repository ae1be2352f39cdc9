"""The rows of a plan as Qt's views read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ctg_desktop.domain import wording
from ctg_desktop.domain.import_plan import PlannedRow, Verdict
from ctg_desktop.messages.labels import VERDICT_LABELS
from ctg_desktop.messages.sentences import reason
from ctg_desktop.messages.values import field_words
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import BADGE_ROLE, Badge
from ctg_desktop.ui.widgets.text import tooltip

AnyIndex = QModelIndex | QPersistentModelIndex

_LOOKS: dict[Verdict, tuple[Icon, Tone]] = {
    Verdict.ADD: (Icon.ADD, Tone.GOOD),
    Verdict.UPDATE: (Icon.EDIT, Tone.INFORMATION),
    Verdict.CONFLICT: (Icon.WARNING, Tone.WARNING),
    Verdict.DISSOLVED: (Icon.CLOSED, Tone.LATE),
    Verdict.REFUSE: (Icon.ERROR, Tone.ERROR),
    Verdict.SAME: (Icon.CHECK, Tone.NEUTRAL),
    Verdict.SKIP: (Icon.RIGHT, Tone.NEUTRAL),
}
_HEADERS = ("Ligne", "Nom", "Décision", "Ce qui change")
VERDICT_COLUMN = 2
_ROOT = QModelIndex()


class PlanModel(QAbstractTableModel):
    """The rows of one verdict, or all."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[PlannedRow] = ()

    def set_rows(self, rows: Sequence[PlannedRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, position: int) -> PlannedRow:
        """Return a row."""
        return self._rows[position]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADERS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a cell."""
        row = self._rows[index.row()]
        if role == BADGE_ROLE:
            return verdict_badge(row.verdict) if index.column() == VERDICT_COLUMN else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _WORDS[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(_WORDS[index.column()](row))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def verdict_badge(verdict: Verdict) -> Badge:
    """Return what a verdict looks like."""
    icon, tone = _LOOKS[verdict]
    return Badge(icon, tone, VERDICT_LABELS[verdict])


def _what_changes(row: PlannedRow) -> str:
    if row.reason and not row.changes and not row.conflicts:
        return reason(row.reason)
    if row.verdict is Verdict.ADD and not row.kept_as_text:
        return "nouvelle fiche"
    changed = wording.joined(list(dict.fromkeys(field_words(one.field) for one in row.changes)))
    kept = wording.joined(list(dict.fromkeys(field_words(one.field) for one in row.conflicts)))
    text = wording.joined(list(dict.fromkeys(field_words(one) for one in row.kept_as_text)))
    parts = [
        changed,
        f"à départager\u00a0: {kept}" if kept else "",
        f"gardé comme texte\u00a0: {text}" if text else "",
    ]
    return " · ".join(filter(None, parts))


_WORDS: tuple[Callable[[PlannedRow], str], ...] = (
    lambda row: wording.number(row.row),
    lambda row: row.name or "(sans nom)",
    lambda row: VERDICT_LABELS[row.verdict],
    _what_changes,
)
