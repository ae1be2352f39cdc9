"""The page of prints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.import_plan import Progress
from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.form import BookletForm
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.impressions.preview import Preview
from ctg_desktop.ui.impressions.printing import make_printer, print_pdf
from ctg_desktop.ui.page import Notice, Page
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.empty_page import EmptyPage
from ctg_desktop.ui.widgets.page_header import PageHeader
from ctg_desktop.ui.widgets.progress_strip import ProgressStrip
from ctg_desktop.usecases.booklets import BookletReport

_PAUSE_MS = 500
_FORM_WIDTH = 300


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A booklet the worker laid out; ``None`` pages when there is nothing to print."""

    content: bytes
    pages: PdfPages | None
    sizes: list[tuple[float, float]]
    months: int
    name: str


class PrintsPage(Page):
    """The booklet: choices on the left, the print itself on the right."""

    title = "Impressions"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stale, self._content, self._name = True, b"", ""
        self._task: LongTask | None = None
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self.open_button = plain("Ouvrir", self.open_, Icon.OPEN)
        self.save_button = plain("Enregistrer sous…", self.save_as, Icon.FILE_DOWN)
        self.print_button = primary("Imprimer…", self.print_, Icon.PRINT)
        self._actions = (self.open_button, self.save_button, self.print_button)
        self.header = PageHeader("Impressions", self._actions)
        self.form = BookletForm(desk.today)
        self.preview = Preview(desk)
        self.strip = ProgressStrip()
        self.note = Banner()
        self.empty = EmptyPage(
            Icon.BOOKLET,
            "Le livret n’a pas encore de fiche publiée",
            "Cette page montre le livret tel qu’il sera imprimé. Écrivez ou importez d’abord "
            "quelques fiches.",
            (
                plain("Importer un fichier…", self.import_wanted.emit, Icon.IMPORT),
                plain("Nouvelle fiche", partial(self.new_record.emit, PageKey.DIRECTORY)),
            ),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._enable(ready=False)
        self.form.edition_changed.connect(self._timer.start)
        self.form.months_changed.connect(self._save_months)
        desk.bus.changed.connect(self._note_change)

    def activated(self) -> None:
        """Lay the booklet out when it changed."""
        if self._stale and self._task is None:
            self.refresh()

    def take_focus(self) -> None:
        """Begin in the preview, whose keys turn the pages."""
        if self._stack.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.preview.view.setFocus()

    def refresh(self) -> None:
        """Lay the booklet out again and show it."""
        edition = self.form.date_of_edition()
        if edition is None:
            return
        if self._task is not None:
            self._task.cancel()
        self.note.dismiss()
        self._stale = False
        self._asked += 1
        task = self.desk.tasks.run_long(
            partial(self._render, edition),
            self._show,
            failed=self._failed,
            cancelled=partial(self._stopped, self._asked),
        )
        self._follow(task, "Mise en page du livret…")

    def print_(self) -> None:
        """Ctrl+P: the system's print dialog."""
        if not self._content:
            return
        printer = make_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.preview.page_count)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print what is shown on a printer, as it is set."""
        content, booklets = self._content, self.desk.office.booklets
        edition = self.form.date_of_edition() or self.desk.today()

        def work(progress: Progress) -> int:
            pages = print_pdf(content, printer, progress)
            booklets.note_printed(edition)
            return pages

        task = self.desk.tasks.run_long(work, self._printed)
        self._follow(task, "Impression…")

    def save_(self) -> None:
        """Ctrl+S saves the PDF."""
        self.save_as()

    def save_as(self) -> None:
        """Ask where the PDF goes."""
        if not self._content:
            return
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self, "Enregistrer le livret", documents, "Document PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._name}.pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Write the booklet into a file."""
        edition = self.form.date_of_edition()
        if edition is None:
            return
        booklets = self.desk.office.booklets
        task = self.desk.tasks.run_long(
            lambda progress: booklets.make(target, edition, progress), self._saved
        )
        self._follow(task, "Écriture du fichier…")

    def open_(self) -> None:
        """Show the PDF in the program that the computer has for it."""
        if not self._content:
            return
        content, booklets = self._content, self.desk.office.booklets
        target = Path(QDir.tempPath()) / f"{self._name}.pdf"
        self.desk.tasks.run(lambda: booklets.keep(content, target), _open_file)

    def focus_search(self) -> None:
        """Ctrl+F: the date of the edition is the first thing to change."""
        self.form.edition.line.setFocus()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(MARGIN)
        self.form.setFixedWidth(_FORM_WIDTH)
        left.addWidget(self.form)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(UNIT)
        right.addWidget(self.note)
        right.addWidget(self.strip)
        right.addWidget(self.preview, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(MARGIN)
        body.addLayout(left)
        body.addLayout(right, 1)
        holder = QWidget()
        holder.setLayout(body)
        self._stack.addWidget(holder)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    def _render(self, edition: date, progress: Progress) -> _Rendered:
        office = self.desk.office
        booklet, profile = office.settings.booklet(), office.settings.profile()
        name = f"{booklet.title} – {profile.name} – {edition.isoformat()}".replace("/", "-")
        if office.directory.counts(edition).published == 0:
            return _Rendered(b"", None, [], booklet.calendar_months, name)
        content, _count = office.booklets.render(edition, progress)
        pages = PdfPages(content)
        sizes = [pages.size(index) for index in range(pages.count)]
        return _Rendered(content, pages, sizes, booklet.calendar_months, name)

    def _show(self, rendered: _Rendered) -> None:
        self._content, self._name = rendered.content, rendered.name
        self.form.show_months(rendered.months)
        begins = self.preview.view.hasFocus()
        self._stack.setCurrentIndex(1 if rendered.pages is None else 0)
        if begins and rendered.pages is None:
            self.empty.take_focus()
        self._enable(ready=rendered.pages is not None)
        if rendered.pages is None:
            self.preview.close_pdf()
            self.header.set_summary("")
        else:
            self.preview.show_pdf(rendered.pages, rendered.sizes)
            self.header.set_summary(plural(self.preview.page_count, "page A5", "pages A5"))

    def _failed(self, error: Exception) -> None:
        self._stale = True
        self.desk.report(error)

    def _stopped(self, asked: int) -> None:
        if asked == self._asked:
            self._stale = True
            self.note.say("Cet aperçu a été arrêté.", "Mettre à jour", self.refresh)

    def _printed(self, pages: int) -> None:
        sent = plural(pages, "page envoyée", "pages envoyées")
        self.notice.emit(Notice(f"{sent} à l’imprimante."))

    def _saved(self, report: BookletReport) -> None:
        where = f"Livret enregistré : {report.path}"
        if report.path != report.asked:
            where = (
                f"« {report.asked.name} » est ouvert dans un autre programme : le livret est "
                f"enregistré à côté, sous le nom « {report.path.name} »."
            )
        self.notice.emit(Notice(where, "Ouvrir", partial(_open_file, report.path)))

    def _save_months(self, months: int) -> None:
        settings = self.desk.office.settings

        def work() -> Changes:
            return settings.save_booklet(replace(settings.booklet(), calendar_months=months))

        self.desk.tasks.run(work, self._months_saved)

    def _months_saved(self, changes: Changes) -> None:
        self.desk.bus.changed.emit(changes)
        self.refresh()

    def _note_change(self, changes: Changes) -> None:
        self._stale = True
        if self.isVisible() and self._content and changes:
            self.note.say(
                "Le contenu a changé depuis cet aperçu.",
                "Mettre à jour",
                self.refresh,
                icon=Icon.REFRESH,
            )

    def _follow(self, task: LongTask, sentence: str) -> None:
        self._task = task
        task.finished.connect(partial(self._end, task))
        self.strip.follow(task, sentence)

    def _end(self, task: LongTask) -> None:
        if self._task is task:
            self._task = None

    def _enable(self, *, ready: bool) -> None:
        for action in self._actions:
            action.setEnabled(ready)


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
