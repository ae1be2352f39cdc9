"""One background thread does the work; results come back on the GUI thread, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from queue import SimpleQueue
from threading import Event
from types import FunctionType
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QThread, QTimer, Signal
from shiboken6 import isValid

from ctg_desktop.domain.progress import Cancelled, Progress

T = TypeVar("T")
_PROGRESS_INTERVAL_MS = 60


class Task(QObject):
    """Work handed to the thread.

    What is connected to :attr:`finished` must not hold the task, nor through it the runner that
    owns it: both would be freed while Qt takes the task apart.

    Attributes:
        is_over: Its result was delivered, or it failed, or it was cancelled.
    """

    finished = Signal()
    """It is over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_over = False
        self._stop = Event()

    def cancel(self) -> None:
        """Do not start it, or do not deliver it; what is already being written is finished."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()


class LongTask(Task):
    """Work that tells how far it is and can be cancelled on the way."""

    progressed = Signal(int, int)
    """Units done, units in all (0 when unknown)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(_PROGRESS_INTERVAL_MS)
        self._timer.timeout.connect(self._tell)
        self._timer.start()
        self._told = self._state
        self.finished.connect(self._timer.stop)

    def advance(self, done: int, total: int) -> None:
        """Note progress, from the worker; the GUI thread looks at it a few times a second.

        Raises:
            Cancelled: Somebody asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        self._state = (done, total)

    def _tell(self) -> None:
        if self._state != self._told:
            self._told = self._state
            self.progressed.emit(*self._told)


class _Job:
    """One piece of work, from its order to its delivery. Freed on the GUI thread only."""

    def __init__(
        self,
        task: Task,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None,
    ) -> None:
        self.task, self.work, self.done = task, work, done
        self.failed, self.cancelled = failed, cancelled
        self.result: Any = None
        self.error: Exception | None = None

    def execute(self) -> None:
        if self.task.is_cancelled:
            self.error = Cancelled()
            return
        try:
            self.result = self.work()
        except Exception as error:  # noqa: BLE001 - delivered to the GUI thread, which reports it
            self.error = error

    def deliver(self) -> None:
        if isinstance(self.error, Cancelled):
            if self.cancelled is not None and _is_alive(self.cancelled):
                self.cancelled()
        elif self.error is not None:
            if _is_alive(self.failed):
                self.failed(self.error)
        elif not self._is_unwanted() and _is_alive(self.done):
            self.done(self.result)

    def _is_unwanted(self) -> bool:
        return self.task.is_cancelled and not isinstance(self.task, LongTask)


class _Thread(QThread):
    delivered = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.orders: SimpleQueue[tuple[int, Callable[[], None]] | None] = SimpleQueue()

    def run(self) -> None:
        while (order := self.orders.get()) is not None:
            number, execute = order
            execute()
            del order, execute
            self.delivered.emit(number)


class TaskRunner(QObject):
    """Runs work one piece after the other on one thread.

    What was handed over is done in order, also when the window closes: :meth:`shutdown` finishes
    pending writes and delivers their results.
    """

    busy_changed = Signal(bool)
    """Work is waiting or being done."""

    def __init__(self, report: Callable[[Exception], None], parent: QObject | None = None) -> None:
        """Start the thread.

        Args:
            report: Receives failures nobody else takes, on the GUI thread.
            parent: Owner.
        """
        super().__init__(parent)
        self._report = report
        self._jobs: dict[int, _Job] = {}
        self._next, self._failures = 0, 0
        self._closed = False
        self._thread = _Thread(self)
        self._thread.delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether work is waiting or being done."""
        return bool(self._jobs)

    @property
    def is_over(self) -> bool:
        """Whether the thread has ended: questions need not be asked any more."""
        return self._closed

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Do short work on the thread.

        Args:
            work: Runs on the thread; must touch no widget.
            done: Receives the result on the GUI thread.
            failed: Receives the exception on the GUI thread; without it, it is reported.
        """
        task = Task(self)
        self._order(_Job(task, work, done, failed or self._report, None))
        return task

    def run_after_paint(self, work: Callable[[], T], done: Callable[[T], None]) -> Task:
        """Do short work once the window has painted what it has: the two would share one lock.

        Args:
            work: Runs on the thread; must touch no widget.
            done: Receives the result on the GUI thread.
        """
        task = Task(self)
        number = self._take(_Job(task, work, done, self._report, None))
        # A timer comes after events, and among these painting: not so one of zero milliseconds.
        QTimer.singleShot(1, self, partial(self._begin, number))
        return task

    def run_long(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> LongTask:
        """Do long work on the thread, with progress and cancel.

        Args:
            work: Receives the function to tell progress to; it raises ``Cancelled``.
            done: Receives the result on the GUI thread.
            failed: Receives the exception on the GUI thread; without it, it is reported.
            cancelled: Called on the GUI thread when the work stopped as asked.
        """
        task = LongTask(self)
        job = _Job(task, lambda: work(task.advance), done, failed or self._report, cancelled)
        self._order(job)
        return task

    @property
    def failures(self) -> int:
        """How many pieces of work failed so far."""
        return self._failures

    def drain(self) -> None:
        """Cancel long work, finish the rest and deliver the results. The screen stays alive."""
        for job in self._jobs.values():
            if isinstance(job.task, LongTask):
                job.task.cancel()
        loop = QEventLoop()
        self.busy_changed.connect(loop.quit)
        while self._jobs:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def shutdown(self) -> None:
        """Drain, then end the thread."""
        if self._closed:
            return
        self.drain()
        self._closed = True
        self._thread.orders.put(None)
        self._thread.wait()

    def _order(self, job: _Job) -> None:
        self._begin(self._take(job))

    def _take(self, job: _Job) -> int:
        if self._closed:
            raise RuntimeError("work was ordered after the end of the worker")
        self._next += 1
        self._jobs[self._next] = job
        self.busy_changed.emit(True)
        return self._next

    def _begin(self, number: int) -> None:
        self._thread.orders.put((number, self._jobs[number].execute))

    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number)
        if job.error is not None and not isinstance(job.error, Cancelled):
            self._failures += 1
        try:
            job.deliver()
        finally:
            job.task.is_over = True
            job.task.finished.emit()
            job.task.deleteLater()
            if not self._jobs:
                self.busy_changed.emit(False)


def _is_alive(callback: Callable[..., object]) -> bool:
    """Tell whether everything a callback speaks to still exists: pages go while work is done."""
    return all(isValid(owner) for owner in _owners(callback) if isinstance(owner, QObject))


def _owners(callback: Callable[..., object]) -> Iterator[object]:
    if isinstance(callback, partial):
        yield from callback.args
        yield from _owners(callback.func)
    elif isinstance(callback, FunctionType):
        yield from (cell.cell_contents for cell in callback.__closure__ or ())
        yield from callback.__defaults__ or ()
    else:
        yield getattr(callback, "__self__", None)
