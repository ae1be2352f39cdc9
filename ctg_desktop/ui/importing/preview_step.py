"""Third step: what would be written, before it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from ctg_desktop.domain.import_plan import ImportPlan, Verdict
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.messages.sentences import reason
from ctg_desktop.ui.editing.history_words import Names
from ctg_desktop.ui.importing.plan_model import FIELD, NAME, OLD, VERDICT, PlanModel
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import ROW, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.text import IconText, Text, section_title

_PARTS = (
    (Verdict.ADD, "fiche à ajouter", "fiches à ajouter"),
    (Verdict.UPDATE, "fiche à compléter", "fiches à compléter"),
    (Verdict.CONFLICT, "fiche à départager", "fiches à départager"),
    (Verdict.DISSOLVED, "fiche à retirer du livret", "fiches à retirer du livret"),
    (Verdict.SAME, "déjà à jour", "déjà à jour"),
    (Verdict.SKIP, "ligne laissée de côté", "lignes laissées de côté"),
    (Verdict.REFUSE, "ligne refusée", "lignes refusées"),
)
_WIDTHS = {NAME: 220, VERDICT: 210, FIELD: 110, OLD: 170}


class PreviewStep(QWidget):
    """Counts in words, then every value that would change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: PlanModel | None = None
        self.summary = section_title("")
        self.summary.setWordWrap(True)
        self.reasons = Text(wrap=True, quiet=True)
        self.conflicts = IconText(Icon.WARNING, "", Tone.WARNING)
        self.table = _table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for widget in (self.summary, self.reasons, self.conflicts):
            column.addWidget(widget)
        column.addWidget(self.table, 1)

    def show_plan(self, plan: ImportPlan, names: Names) -> None:
        """Show a plan; what codes stand for is in ``names``."""
        self.model = PlanModel(plan, names)
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        self.summary.setText(summary_of(plan))
        self.reasons.setText(_reasons(plan))
        self.reasons.setVisible(bool(plan.reasons))
        self._say_conflicts()
        self.table.setVisible(bool(plan.rows))

    def _say_conflicts(self) -> None:
        count = self.model.conflicts if self.model is not None else 0
        self.conflicts.setVisible(bool(count))
        if count:
            values = plural(count, "valeur corrigée", "valeurs corrigées")
            self.conflicts.show_text(
                f"{values} à la main, que le fichier contredit. Elles sont gardées ; cochez "
                "celles où le fichier doit l’emporter."
            )


def summary_of(plan: ImportPlan) -> str:
    """Return the counts of a plan in words."""
    parts = [
        plural(plan.counts[verdict], one, many)
        for verdict, one, many in _PARTS
        if plan.counts.get(verdict)
    ]
    return f"{joined(parts).capitalize()}." if parts else "Le fichier ne contient aucune ligne."


def is_empty(plan: ImportPlan) -> bool:
    """Tell whether applying a plan as it stands could change nothing."""
    return not any(row.changes or row.conflicts or row.verdict is Verdict.ADD for row in plan.rows)


def _reasons(plan: ImportPlan) -> str:
    parts = (f"{count} {reason(code)}" for code, count in sorted(plan.reasons.items()))
    return f"Laissées de côté ou refusées : {joined(list(parts))}."


def _table() -> QTableView:
    table = QTableView()
    table.setAccessibleName("Ce qui serait écrit")
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return table
