"""Import in four steps: the source, its columns, the preview, the report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.category import Category
from ctg_desktop.domain.column_mapping import ColumnMapping
from ctg_desktop.domain.history import UndoReport
from ctg_desktop.domain.import_plan import ForeignFile, ImportPlan, Progress
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.labels import FORMAT_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.importing.columns_step import ColumnsStep
from ctg_desktop.ui.importing.preview_step import PreviewStep, is_empty
from ctg_desktop.ui.importing.reading import Recognised, Source, planned, recognised
from ctg_desktop.ui.importing.report_step import ReportStep
from ctg_desktop.ui.importing.source_step import SourceStep
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.progress_strip import ProgressStrip
from ctg_desktop.ui.widgets.text import ElidedText, IconText, section_title
from ctg_desktop.usecases.imports import ImportReport

T = TypeVar("T")

_SIZE = QSize(980, 640)


class ImportDialog(QDialog):
    """Nothing is written before the preview is accepted; one undo takes it all back."""

    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: LongTask | None = None
        self._source = Source(None)
        self._file: ForeignFile | None = None
        self._headers: tuple[str, ...] = ()
        self._categories: tuple[Category, ...] = ()
        self._mapping: ColumnMapping | None = None
        self._plan: ImportPlan | None = None
        self._report: ImportReport | None = None
        self.setWindowTitle("Importer")
        self.resize(_SIZE)
        self.title = ElidedText("Importer")
        self.title.setFont(section_title("").font())
        self.source_step = SourceStep()
        self.columns_step = ColumnsStep()
        self.preview_step = PreviewStep()
        self.report_step = ReportStep(self.undo)
        self.steps = QStackedWidget()
        self.message = IconText(Icon.ERROR, "", Tone.ERROR)
        self.strip = ProgressStrip()
        self.back_button = plain("Retour", self.back, Icon.ARROW_LEFT)
        self.next_button = primary("Continuer", self.advance)
        self.close_button = plain("Fermer", self.reject)
        self._lay_out()
        self._connect()
        self._show(self.source_step)

    def read(self, source: Source, sheet: str = "") -> None:
        """Look at a file or at pasted cells."""
        self._source = source
        office, today = self._desk.office, self._desk.today()
        self._follow(
            lambda _progress: recognised(office, source, today, sheet),
            self._recognised,
            "Lecture du fichier…",
        )

    def advance(self) -> None:
        """Go to the next step."""
        if self.steps.currentWidget() is self.columns_step:
            self._mapping = self.columns_step.mapping()
            self._make_plan()
        elif self.steps.currentWidget() is self.preview_step:
            self._apply()

    def back(self) -> None:
        """Return to the columns, or to the choice of a file."""
        on_preview = self.steps.currentWidget() is self.preview_step
        self._show(self.columns_step if on_preview and self._headers else self.source_step)

    def undo(self) -> None:
        """Take the import back."""
        if self._report is None:
            return
        change_set, journal = self._report.changes.change_set, self._desk.office.journal
        self._desk.tasks.run(lambda: journal.undo(change_set), self._undone, failed=self._refuse)

    def reject(self) -> None:
        """Stop what runs; close when nothing runs."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()

    def _recognised(self, found: Recognised) -> None:
        self._file, self._categories = found.file, found.categories
        self._headers, self._mapping = (), None
        if found.sheet is not None:
            self._headers = found.sheet.headers
            self.columns_step.show_sheet(found.sheet, found.categories)
            self._show(self.columns_step)
        else:
            self._make_plan()

    def _make_plan(self) -> None:
        imports, today = self._desk.office.imports, self._desk.today()
        work = partial(planned, imports, self._source, self._file, self._mapping, today)
        self._follow(work, self._planned, "Préparation de l’aperçu…")

    def _planned(self, plan: ImportPlan) -> None:
        self._plan = plan
        names = {one.code: one.label for one in self._categories}
        self.preview_step.show_plan(plan, names)
        self._show(self.preview_step)

    def _apply(self) -> None:
        plan, model = self._plan, self.preview_step.model
        if plan is None or model is None:
            return
        imports, headers, mapping = self._desk.office.imports, self._headers, self._mapping
        taken = model.taken

        def work(progress: Progress) -> ImportReport:
            if mapping is not None:
                imports.remember(headers, mapping)
            return imports.apply(plan, taken, progress)

        self._follow(work, self._applied, "Écriture des fiches…")

    def _applied(self, report: ImportReport) -> None:
        self._report = report
        self._desk.bus.changed.emit(report.changes)
        self.report_step.show_report(report)
        self._show(self.report_step)

    def _undone(self, report: UndoReport) -> None:
        self._desk.bus.changed.emit(report.changes)
        self.report_step.show_undone()
        self.notice.emit(Notice("Import annulé."))

    def _follow(self, work: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        self.message.hide()
        task = self._desk.tasks.run_long(
            work,
            partial(self._finish, done),
            failed=partial(self._finish, self._refuse),
            cancelled=partial(self._finish, self._cancelled, None),
        )
        self._task = task
        self.strip.follow(task, words)
        self._enable()

    def _finish(self, then: Callable[[T], None], result: T) -> None:
        self._task = None
        self._enable()
        then(result)

    def _cancelled(self, _nothing: None) -> None:
        self.message.show_text("Arrêté : rien n’a été écrit.", Icon.INFORMATION, Tone.INFORMATION)
        self.message.show()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, CtgError):
            self._desk.report(error)
            return
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self.message.show_text(words, Icon.ERROR, Tone.ERROR)
        self.message.show()

    def _show(self, step: QWidget) -> None:
        self.message.hide()
        self.steps.setCurrentWidget(step)
        self.title.set_whole(self._title(step))
        self._enable()
        if step is self.source_step:
            self.source_step.choose_button.setFocus()
        elif self.next_button.isVisible():
            self.next_button.setFocus()

    def _title(self, step: QWidget) -> str:
        if step is self.source_step:
            return "Importer"
        format_ = "spreadsheet" if self._file is None else self._file.format
        return f"{self._source.name} : {FORMAT_LABELS.get(format_, format_)}"

    def _enable(self) -> None:
        step, idle = self.steps.currentWidget(), self._task is None
        on_columns, on_preview = step is self.columns_step, step is self.preview_step
        self.steps.setEnabled(idle)
        self.back_button.setVisible(on_columns or on_preview)
        self.back_button.setEnabled(idle)
        self.next_button.setVisible(on_columns or on_preview)
        self.next_button.set_words("Importer" if on_preview else "Voir l’aperçu")
        ready = self.columns_step.has_name() if on_columns else self._has_something()
        self.next_button.setEnabled(idle and ready)

    def _has_something(self) -> bool:
        return self._plan is not None and not is_empty(self._plan)

    def _connect(self) -> None:
        self.source_step.chosen.connect(self.read)
        self.source_step.refused.connect(self._say)
        self.columns_step.changed.connect(self._enable)
        self.columns_step.sheet_wanted.connect(lambda sheet: self.read(self._source, sheet))

    def _lay_out(self) -> None:
        for step in (self.source_step, self.columns_step, self.preview_step, self.report_step):
            self.steps.addWidget(step)
        self.message.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self.title)
        column.addWidget(self.steps, 1)
        column.addWidget(self.message)
        column.addWidget(self.strip)
        column.addLayout(foot)
