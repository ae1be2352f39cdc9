"""Last step: what was written, and taking it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.empty_page import EmptyPage
from ctg_desktop.usecases.imports import ImportReport


class ReportStep(QWidget):
    """A sentence, and "Annuler l’import"."""

    def __init__(self, undo: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo_button = plain("Annuler l’import", undo, Icon.UNDO)
        self.page = EmptyPage(Icon.CHECKED, "", "", (self.undo_button,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def show_report(self, report: ImportReport) -> None:
        """Say what an import did."""
        count = len(report.changes.listings)
        done = plural(count, "fiche écrite", "fiches écrites")
        self.page.title.setText(done if count else "Rien de nouveau")
        self.page.text.setText(
            "Relisez-les quand vous voulez : elles sont à vérifier. Ctrl+Z reprend tout l’import, "
            "même demain."
            if count
            else "L’annuaire contenait déjà tout ce que dit ce fichier."
        )
        self.undo_button.setVisible(bool(count))

    def show_undone(self) -> None:
        """Say that the import was taken back."""
        self.page.title.setText("Import annulé")
        self.page.text.setText("L’annuaire est comme avant. Ctrl+Maj+Z rétablit l’import.")
        self.undo_button.hide()
