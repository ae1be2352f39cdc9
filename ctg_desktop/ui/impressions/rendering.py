"""Lays papers out on the worker; only the newest one counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.progress import Progress
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.paper_form import Make
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.tasks import LongTask
from ctg_desktop.usecases.papers import RenderedPaper


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper ready to be seen.

    Attributes:
        pages: Opened by the worker, and closed by it.
        sizes: Of each page, in points.
    """

    paper: RenderedPaper
    pages: PdfPages
    sizes: list[tuple[float, float]]


class Renderer(QObject):
    """One layout at a time; a newer one stops the one before."""

    started = Signal(object)
    """The :class:`~ctg_desktop.ui.tasks.LongTask` that runs."""
    done = Signal(object)
    """A :class:`Rendered`; ``None`` when there is nothing to print."""
    failed = Signal(object)
    """The exception."""
    stopped = Signal()
    """A person asked to stop."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: LongTask | None = None
        self._asked = 0

    @property
    def is_running(self) -> bool:
        """Whether a layout that is still wanted is being made."""
        return self._task is not None

    def render(self, make: Make) -> None:
        """Lay a paper out instead of the one before."""
        self.drop()
        asked = self._asked
        task = self._desk.tasks.run_long(
            partial(_render, make),
            partial(self._done, asked),
            failed=partial(self._failed, asked),
            cancelled=partial(self._stopped, asked),
        )
        self._task = task
        self.started.emit(task)

    def drop(self) -> None:
        """Stop what is being laid out; it is not wanted any more."""
        self._asked += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _done(self, asked: int, rendered: Rendered | None) -> None:
        if asked == self._asked:
            self._task = None
            self.done.emit(rendered)
        elif rendered is not None:
            self._desk.tasks.run(rendered.pages.close, _ignore)

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._task = None
            self.failed.emit(error)

    def _stopped(self, asked: int) -> None:
        if asked == self._asked:
            self._task = None
            self.stopped.emit()


def _render(make: Make, progress: Progress) -> Rendered | None:
    paper = make(progress)
    if paper is None:
        return None
    pages = PdfPages(paper.content)
    return Rendered(paper, pages, [pages.size(index) for index in range(pages.count)])


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
