"""Last step: what was written, and a button that takes it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.import_plan import Verdict
from ctg_desktop.ui.importing.import_flow import ImportFlow
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import IconText, Text, section_title
from ctg_desktop.usecases.imports import ImportReport

_DONE: dict[Verdict, tuple[str, str]] = {
    Verdict.ADD: ("fiche ajoutée", "fiches ajoutées"),
    Verdict.UPDATE: ("fiche complétée", "fiches complétées"),
    Verdict.CONFLICT: ("fiche départagée", "fiches départagées"),
    Verdict.DISSOLVED: ("fiche dissoute ou fermée", "fiches dissoutes ou fermées"),
    Verdict.SAME: ("fiche déjà à jour", "fiches déjà à jour"),
    Verdict.REFUSE: ("ligne refusée", "lignes refusées"),
}


class ReportStep(QWidget):
    """Counts, one a line."""

    def __init__(self, flow: ImportFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = section_title("")
        self.lines = Text(wrap=True)
        self.undo_button = plain("Annuler l’import", flow.take_back, Icon.UNDO)
        self.undone = IconText(Icon.CHECKED, "", Tone.GOOD)
        self.undone.hide()
        card = Card()
        card.body.addWidget(self.title)
        card.body.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(card)
        column.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.undone)
        column.addStretch(1)
        flow.applied.connect(self._show)
        flow.taken_back.connect(self._show_undone)

    def _show(self, report: ImportReport) -> None:
        written = len(report.changes.listings)
        self.title.setText(
            f"Import terminé\u00a0: {wording.plural(written, 'fiche écrite', 'fiches écrites')}"
        )
        self.lines.setText("\n".join(report_lines(report)))
        self.undo_button.setEnabled(bool(report.changes.change_set))
        self.undone.hide()

    def _show_undone(self) -> None:
        self.undo_button.setEnabled(False)
        self.undone.show_text("L’import est annulé\u00a0: le livret est comme avant.")
        self.undone.show()


def report_lines(report: ImportReport) -> list[str]:
    """Return what an import did, one count a line."""
    return [
        wording.plural(report.counts[verdict], one, many)
        for verdict, (one, many) in _DONE.items()
        if report.counts.get(verdict)
    ]
