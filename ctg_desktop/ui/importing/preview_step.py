"""Third step: what the file would do, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain import wording
from ctg_desktop.domain.import_plan import ImportPlan, Verdict
from ctg_desktop.messages.labels import VERDICT_LABELS
from ctg_desktop.messages.sentences import reason
from ctg_desktop.messages.values import Names
from ctg_desktop.ui.importing.import_flow import ImportFlow
from ctg_desktop.ui.importing.plan_model import VERDICT_COLUMN, PlanModel
from ctg_desktop.ui.importing.row_detail import RowDetail
from ctg_desktop.ui.theme.measures import ICON, ROW, UNIT
from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from ctg_desktop.ui.widgets.state_badge import BadgeDelegate
from ctg_desktop.ui.widgets.text import Text

_ALL = "all"
_SHOWN = (
    Verdict.ADD,
    Verdict.UPDATE,
    Verdict.CONFLICT,
    Verdict.DISSOLVED,
    Verdict.REFUSE,
)


class PreviewStep(QWidget):
    """Counts in words, the rows, and what the chosen row would do."""

    def __init__(self, flow: ImportFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self._names: Names = {}
        self.summary = Text(wrap=True)
        self.left_out = Text(wrap=True, quiet=True)
        self.chips = FilterChips("Filtrer les lignes")
        self.model = PlanModel()
        self.table = _rows_table(self.model)
        self.detail = RowDetail()
        self._lay_out()
        self.chips.chosen.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.detail.decided.connect(self._decide)
        flow.planned.connect(self._show)

    def set_names(self, names: Names) -> None:
        """Learn what codes of chapters and themes are called."""
        self._names = names

    @property
    def writes(self) -> int:
        """How many rows would be written."""
        plan = self._flow.plan
        decided = {number for number, _field in self._flow.take}
        return sum(
            1
            for row in (plan.rows if plan else ())
            if row.after is not None
            and (row.verdict is Verdict.ADD or row.changes or row.row in decided)
        )

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(UNIT)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.summary)
        column.addWidget(self.left_out)
        column.addWidget(self.chips)
        column.addWidget(splitter, 1)

    def _show(self) -> None:
        plan = self._flow.plan
        if plan is None:
            return
        self.summary.setText(plan_words(plan))
        self.left_out.setText(left_out_words(plan))
        self.left_out.setVisible(bool(self.left_out.text()))
        shown = [one for one in _SHOWN if plan.counts.get(one)]
        self.chips.set_choices(
            [
                Choice(_ALL, "Toutes", len(plan.rows)),
                *(Choice(one, VERDICT_LABELS[one].capitalize(), plan.counts[one]) for one in shown),
            ]
        )
        self.chips.setVisible(bool(plan.rows))
        first = Verdict.CONFLICT if plan.counts.get(Verdict.CONFLICT) else _ALL
        self.chips.choose(first)
        self._filter(first)

    def _filter(self, key: str) -> None:
        plan = self._flow.plan
        rows = plan.rows if plan else ()
        self.model.set_rows(rows if key == _ALL else [one for one in rows if one.verdict == key])
        metrics = self.table.fontMetrics()
        longest = max(metrics.horizontalAdvance(VERDICT_LABELS[one]) for one in _SHOWN)
        self.table.setColumnWidth(VERDICT_COLUMN, longest + ICON + 4 * UNIT)
        self.detail.show_row(None, self._names, self._flow.take)
        if self.model.rowCount():
            self.table.selectRow(0)

    def _show_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row_at(current.row()) if current.isValid() else None
        self.detail.show_row(row, self._names, self._flow.take)

    def _decide(self, row: int, field: str, file_wins: bool) -> None:  # noqa: FBT001 - from a signal
        if file_wins:
            self._flow.take.add((row, field))
        else:
            self._flow.take.discard((row, field))


def plan_words(plan: ImportPlan) -> str:
    """Return what a plan would do, e.g. "12 à ajouter, 3 à compléter, 40 déjà à jour"."""
    parts = [
        f"{wording.number(plan.counts[one])}\u00a0{VERDICT_LABELS[one]}"
        for one in (*_SHOWN, Verdict.SAME)
        if plan.counts.get(one)
    ]
    if not parts:
        return "Aucune ligne de ce fichier ne concerne la commune."
    return f"Ce fichier donnerait\u00a0: {wording.joined(parts)}. Rien n’est encore écrit."


def left_out_words(plan: ImportPlan) -> str:
    """Return how many rows are left out, and why."""
    skipped = plan.counts.get(Verdict.SKIP, 0)
    if not skipped:
        return ""
    why = [f"{reason(code)} ({wording.number(count)})" for code, count in plan.reasons.items()]
    count = wording.plural(skipped, "ligne laissée de côté", "lignes laissées de côté")
    return f"{count}\u00a0: {', '.join(why)}."


def _rows_table(model: PlanModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("Lignes du fichier")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.setItemDelegateForColumn(VERDICT_COLUMN, BadgeDelegate(table))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, 72)
    return table
