"""Brings a foreign file in, step by step: file, columns, preview, report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.importing.import_flow import ImportFlow
from ctg_desktop.ui.importing.mapping_step import MappingStep
from ctg_desktop.ui.importing.preview_step import PreviewStep
from ctg_desktop.ui.importing.report_step import ReportStep
from ctg_desktop.ui.importing.source_step import SourceStep
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.progress_strip import ProgressStrip
from ctg_desktop.ui.widgets.text import IconText, Text, announce, section_title

_SIZE = QSize(940, 640)
SOURCE, MAPPING, PREVIEW, REPORT = range(4)
_TITLES = (
    "Que voulez-vous importer\u202f?",
    "Que remplit chaque colonne\u202f?",
    "Voici ce que donnerait l’import",
    "Compte rendu",
)


_STOPPED = "Arrêté : rien n’a été écrit."


class ImportDialog(QDialog):
    """Nothing is written before the preview was seen; one click takes all of it back."""

    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.flow = ImportFlow(desk, self)
        self.setWindowTitle("Importer")
        self.resize(_SIZE)
        self._step_words = Text(quiet=True)
        self._title = section_title("")
        self.fault = IconText(Icon.ERROR, "", Tone.ERROR)
        self.fault.hide()
        self.progress = ProgressStrip()
        self.source, self.mapping = SourceStep(self.flow), MappingStep(self.flow)
        self.preview, self.report = PreviewStep(self.flow), ReportStep(self.flow)
        self._steps = QStackedWidget()
        self.close_button = plain("Fermer", self.close)
        self.back_button = plain("Retour", self.back, Icon.LEFT)
        self.next_button = primary("Continuer", self.go_on)
        self._lay_out()
        self._connect()
        self._go(SOURCE)
        office = desk.office
        desk.tasks.run(
            lambda: (office.settings.categories(), office.settings.themes()), self._learn
        )

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._steps.currentIndex()

    def look_at_file(self, path: Path) -> None:
        """Begin with a file."""
        self.flow.look_at_file(path)

    def go_on(self) -> None:
        """Go to the next step, or write."""
        self.fault.hide()
        if self.step == SOURCE and self.flow.needs_mapping:
            self._go(MAPPING)
        elif self.step in {SOURCE, MAPPING}:
            self._plan()
        elif self.step == PREVIEW:
            self.flow.apply()
        else:
            self.accept()

    def back(self) -> None:
        """Go to the step before."""
        self.fault.hide()
        after_source = MAPPING if self.flow.needs_mapping else SOURCE
        self._go(after_source if self.step == PREVIEW else SOURCE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs; what was not written stays unwritten."""
        self.flow.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape stops what runs; it closes when nothing does."""
        if self.flow.is_running:
            self.flow.cancel()
        else:
            super().reject()

    def _lay_out(self) -> None:
        for step in (self.source, self.mapping, self.preview, self.report):
            self._steps.addWidget(step)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._step_words)
        column = framed_column(self, spacing=MARGIN - 4)
        column.addLayout(head)
        column.addWidget(self._steps, 1)
        column.addWidget(self.fault)
        column.addWidget(self.progress)
        column.addLayout(foot((self.close_button,), (self.back_button, self.next_button)))

    def _connect(self) -> None:
        flow = self.flow
        flow.recognised.connect(self._recognised)
        flow.planned.connect(lambda: self._go(PREVIEW))
        flow.applied.connect(self._applied)
        flow.started.connect(self._follow)
        flow.stopped.connect(lambda: self._say(_STOPPED, Icon.INFORMATION, Tone.INFORMATION))
        flow.taken_back.connect(lambda: self.notice.emit(Notice("Import annulé.")))
        flow.refused.connect(self._refuse)
        self.progress.ended.connect(self._show_buttons)
        self.preview.detail.decided.connect(lambda *_: self._show_buttons())
        for combo in (self.mapping.kind, self.mapping.category):
            combo.edited.connect(self._show_buttons)

    def _learn(self, found: tuple[list[Category], list[Theme]]) -> None:
        categories, themes = found
        self.mapping.set_categories(categories)
        names = {one.code: one.label for one in categories}
        self.preview.set_names(names | {one.code: one.label for one in themes})

    def _recognised(self) -> None:
        self.fault.hide()
        self._show_buttons()

    def _plan(self) -> None:
        if self.flow.needs_mapping and not self.mapping.is_usable:
            self._say("Dites quelle colonne contient le nom\u00a0: sans nom, aucune fiche.")
            return
        self.flow.make_plan()

    def _applied(self) -> None:
        self._go(REPORT)
        report = self.flow.report
        if report is not None:
            count = wording.plural(len(report.changes.listings), "fiche écrite", "fiches écrites")
            words = f"Import terminé\u00a0: {count}."
            self.notice.emit(undo_notice(self._desk, words, report.changes))

    def _follow(self, task: LongTask, words: str) -> None:
        self.progress.follow(task, words)
        self._show_buttons(busy=True)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._title.setText(_TITLES[step])
        self._step_words.setText(f"Étape {step + 1} sur {len(_TITLES)}")
        self._show_buttons()
        self.next_button.setFocus()

    def _show_buttons(self, *, busy: bool = False) -> None:
        writes = self.preview.writes
        self._steps.setEnabled(not busy)
        self.back_button.setVisible(self.step in {MAPPING, PREVIEW})
        self.back_button.setEnabled(not busy)
        self.close_button.setVisible(self.step != REPORT)
        ready = bool(self.flow.source.format) if self.step == SOURCE else True
        self.next_button.setEnabled(ready and not busy and (self.step != PREVIEW or writes > 0))
        count = wording.plural(writes, "fiche", "fiches")
        words = {PREVIEW: f"Importer {count}", REPORT: "Terminé"}
        self.next_button.set_words(words.get(self.step, "Continuer"))

    def _refuse(self, error: CtgError) -> None:
        if error.code == "import-stale":
            self._say("Le livret a changé entre-temps\u00a0: voici l’aperçu refait.")
            self.flow.make_plan()
        else:
            self._say(sentence(error))
        self._show_buttons()

    def _say(self, words: str, icon: Icon = Icon.ERROR, tone: Tone = Tone.ERROR) -> None:
        self.fault.show_text(words, icon, tone)
        self.fault.show()
        announce(self, words)
