"""The life of an import: what file, what columns, what it would do, what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.column_mapping import ColumnMapping, SheetPreview
from ctg_desktop.domain.history import UndoReport
from ctg_desktop.domain.import_plan import ForeignFile, ImportPlan
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.tasks import LongTask, TaskRunner
from ctg_desktop.usecases.imports import ImportReport

SPREADSHEET = "spreadsheet"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows come from: a file, or cells that were pasted.

    Attributes:
        format: Code of the format; empty while it is not known.
        file: The file, ready to be read; ``None`` where columns must be told first.
        sheet: The top of a spreadsheet.
    """

    path: Path | None = None
    pasted: str = ""
    format: str = ""
    file: ForeignFile | None = None
    sheet: SheetPreview | None = None

    @property
    def name(self) -> str:
        """How the source is called."""
        return self.path.name if self.path is not None else "cellules collées"


class ImportFlow(QObject):
    """Asks the use case on the worker and tells the steps."""

    recognised = Signal()
    planned = Signal()
    applied = Signal(object)
    """The :class:`ImportReport`."""
    taken_back = Signal()
    started = Signal(object, str)
    """A :class:`LongTask` runs, and what it does in words."""
    stopped = Signal()
    """Somebody cancelled; nothing was written."""
    refused = Signal(object)
    """A :class:`CtgError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks: TaskRunner = desk.tasks
        self._running: LongTask | None = None
        self.source = Source()
        self.mapping = ColumnMapping()
        self.plan: ImportPlan | None = None
        self.take: set[tuple[int, str]] = set()
        self.report: ImportReport | None = None

    @property
    def needs_mapping(self) -> bool:
        """Whether the columns of the source are to be told."""
        return self.source.format == SPREADSHEET

    def look_at_file(self, path: Path) -> None:
        """Say what a file is."""
        imports, today = self._desk.office.imports, self._desk.today()

        def work() -> Source:
            source = Source(path=path)
            try:
                file = imports.recognise(path, today)
            except UserError as error:
                if error.code != "mapping-needed":
                    raise
                return replace(source, format=SPREADSHEET, sheet=imports.sheet(path, today))
            sheet = imports.sheet(path, today) if file.format == SPREADSHEET else None
            return replace(source, format=file.format, file=file, sheet=sheet)

        self._tasks.run(work, self._recognise, failed=self._refuse)

    def look_at_cells(self, text: str) -> None:
        """Take pasted cells."""
        imports, today = self._desk.office.imports, self._desk.today()
        self._tasks.run(
            lambda: Source(
                pasted=text, format=SPREADSHEET, sheet=imports.pasted_sheet(text, today)
            ),
            self._recognise,
            failed=self._refuse,
        )

    def look_at_sheet(self, sheet: str) -> None:
        """Take another sheet of the workbook."""
        path, imports, today = self.source.path, self._desk.office.imports, self._desk.today()
        if path is not None:
            self._tasks.run(
                lambda: replace(self.source, sheet=imports.sheet(path, today, sheet)),
                self._recognise,
                failed=self._refuse,
            )

    def make_plan(self) -> None:
        """Decide what each row would do; nothing is written."""
        source, imports, read = self.source, self._desk.office.imports, self._reader()

        def work(progress: Progress) -> ImportPlan:
            return imports.plan(source.path, read(), progress)

        self._run(work, self._planned, "Lecture du fichier…")

    def apply(self) -> None:
        """Write what was shown, in one go."""
        plan, take, imports = self.plan, frozenset(self.take), self._desk.office.imports
        sheet, mapping = self.source.sheet, self.mapping

        def work(progress: Progress) -> ImportReport | None:
            if sheet is not None:
                imports.remember(sheet.headers, mapping)
            return imports.apply(plan, take, progress) if plan is not None else None

        self._run(work, self._applied, "Écriture des fiches…")

    def take_back(self) -> None:
        """Undo the import."""
        report, journal = self.report, self._desk.office.journal
        if report is not None and report.changes.change_set:
            change_set = report.changes.change_set
            self._tasks.run(lambda: journal.undo(change_set), self._undone, failed=self._refuse)

    @property
    def is_running(self) -> bool:
        """Whether something long runs."""
        return self._running is not None

    def cancel(self) -> None:
        """Stop what runs."""
        if self._running is not None:
            self._running.cancel()

    def _reader(self) -> Callable[[], ForeignFile]:
        source, mapping = self.source, self.mapping
        imports, today = self._desk.office.imports, self._desk.today()
        known = source.file
        if source.format != SPREADSHEET and known is not None:
            return lambda: known

        def read() -> ForeignFile:
            if source.path is None:
                return imports.recognise_pasted(source.pasted, today, mapping)
            return imports.recognise(source.path, today, format=SPREADSHEET, mapping=mapping)

        return read

    def _run(
        self, work: Callable[[Progress], object], done: Callable[[object], None], words: str
    ) -> None:
        task = self._tasks.run_long(work, done, failed=self._refuse, cancelled=self.stopped.emit)
        self._running = task
        task.finished.connect(self._ended)
        self.started.emit(task, words)

    def _ended(self) -> None:
        self._running = None

    def _recognise(self, source: Source) -> None:
        self.source = source
        if source.sheet is not None:
            self.mapping = replace(source.sheet.mapping, sheet=source.sheet.sheet)
        self.recognised.emit()

    def _planned(self, plan: object) -> None:
        if isinstance(plan, ImportPlan):
            self.plan, self.take = plan, set()
            self.planned.emit()

    def _applied(self, report: object) -> None:
        if isinstance(report, ImportReport):
            self.report = report
            self._desk.bus.changed.emit(report.changes)
            self.applied.emit(report)

    def _undone(self, report: UndoReport) -> None:
        self.report = None
        self._desk.bus.changed.emit(report.changes)
        self.taken_back.emit()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.refused.emit(error)
        else:
            self._desk.report(error)
