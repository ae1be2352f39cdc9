from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import UserError
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.tasks import TaskRunner

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def reported() -> list[Exception]:
    return []


@pytest.fixture
def tasks(reported: list[Exception]) -> Iterator[TaskRunner]:
    runner = TaskRunner(reported.append)
    yield runner
    runner.shutdown()


def test_work_is_done_on_another_thread_and_delivered_on_this_one(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    seen: list[tuple[int, int]] = []
    task = tasks.run(get_ident, lambda worker: seen.append((worker, get_ident())))
    with qtbot.waitSignal(task.finished):
        pass
    (worker, here) = seen[0]
    assert worker != get_ident()
    assert here == get_ident()


def test_results_come_in_the_order_of_the_orders(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[int] = []
    for number in range(20):
        task = tasks.run(lambda number=number: number, seen.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert seen == list(range(20))


class Canvas(QWidget):
    def __init__(self, happened: list[str]) -> None:
        super().__init__()
        self._happened = happened

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        self._happened.append("painted")


def test_what_nobody_waits_for_begins_once_the_window_is_painted(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    happened: list[str] = []
    canvas = Canvas(happened)
    qtbot.addWidget(canvas)
    canvas.show()
    qtbot.waitUntil(lambda: happened == ["painted"])
    canvas.update()
    task = tasks.run_after_paint(lambda: happened.append("read"), lambda _: None)
    assert tasks.is_busy
    with qtbot.waitSignal(task.finished):
        pass
    assert happened == ["painted", "painted", "read"]


def test_closing_waits_for_what_was_to_begin_later(reported: list[Exception]) -> None:
    runner, seen = TaskRunner(reported.append), list[int]()
    runner.run_after_paint(lambda: 1, seen.append)
    Latest(runner).run_after_paint(lambda: 2, seen.append)
    runner.shutdown()
    assert seen == [1, 2]
    Latest(runner).run_after_paint(lambda: 3, seen.append)
    assert seen == [1, 2]


def test_a_failure_nobody_takes_is_reported_and_work_goes_on(
    qtbot: QtBot, tasks: TaskRunner, reported: list[Exception]
) -> None:
    seen: list[int] = []
    tasks.run(lambda: 1 // 0, seen.append)
    task = tasks.run(lambda: 3, seen.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert seen == [3]
    assert [type(error) for error in reported] == [ZeroDivisionError]


def test_a_refusal_goes_to_who_asked(
    qtbot: QtBot, tasks: TaskRunner, reported: list[Exception]
) -> None:
    def refuse() -> None:
        raise UserError("listing-name-missing", field="name")

    refusals: list[Exception] = []
    task = tasks.run(refuse, lambda _: None, failed=refusals.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert isinstance(refusals[0], UserError)
    assert refusals[0].field == "name"
    assert reported == []


def test_long_work_tells_how_far_it_is(qtbot: QtBot, tasks: TaskRunner) -> None:
    go_on = Event()

    def count(progress: Progress) -> str:
        progress(40, 100)
        assert go_on.wait(5)
        return "done"

    seen: list[str] = []
    task = tasks.run_long(count, seen.append)
    with qtbot.waitSignal(task.progressed) as told:
        pass
    assert told.args == [40, 100]
    with qtbot.waitSignal(task.finished):
        go_on.set()
    assert seen == ["done"]


def test_long_work_stops_when_asked(qtbot: QtBot, tasks: TaskRunner) -> None:
    started, go_on = Event(), Event()

    def endless(progress: Progress) -> None:
        started.set()
        assert go_on.wait(5)
        for done in range(10**9):
            progress(done, 10**9)

    stopped: list[bool] = []
    task = tasks.run_long(endless, lambda _: None, cancelled=lambda: stopped.append(True))
    assert started.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.finished):
        go_on.set()
    assert stopped == [True]


def test_closing_finishes_what_waits_and_what_it_asks_for(reported: list[Exception]) -> None:
    runner = TaskRunner(reported.append)
    written: list[str] = []
    runner.run(
        lambda: written.append("draft"),
        lambda _: runner.run(lambda: written.append("listing"), lambda _: written.append("told")),
    )
    runner.shutdown()
    assert written == ["draft", "listing", "told"]
    with pytest.raises(RuntimeError):
        runner.run(lambda: None, lambda _: None)


def test_a_runner_may_go_while_its_last_task_waits_to_be_freed() -> None:
    """It ended the process: the process is looked at, not what it says."""
    program = (
        "from PySide6.QtCore import QCoreApplication\n"
        "from ctg_desktop.ui.latest import Latest\n"
        "from ctg_desktop.ui.tasks import TaskRunner\n"
        "application = QCoreApplication([])\n"
        "def answer():\n"
        "    runner = TaskRunner(print)\n"
        "    Latest(runner).run(lambda: 'answered', print)\n"
        "    runner.shutdown()\n"
        "answer()\n"
        "QCoreApplication.processEvents()\n"
    )
    asked = [sys.executable, "-c", program]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "answered\n")


class Listener(QObject):
    def __init__(self, heard: list[int]) -> None:
        super().__init__()
        self.heard = heard

    def hear(self, number: int) -> None:
        self.objectName()
        self.heard.append(number)


def test_a_page_that_is_gone_is_told_nothing(qtbot: QtBot, tasks: TaskRunner) -> None:
    heard: list[int] = []
    gone, there = Listener(heard), Listener(heard)
    hold = Event()
    tasks.run(lambda: hold.wait(5), lambda _: None)
    for listener, number in ((gone, 1), (there, 2)):
        tasks.run(lambda number=number: number, listener.hear)
        tasks.run(lambda number=number: number, partial(Listener.hear, listener))
        tasks.run(lambda number=number: number, lambda seen, to=listener: to.hear(seen))
        task = tasks.run(lambda number=number: number, naming(listener))
    delete(gone)
    with qtbot.waitSignal(task.finished):
        hold.set()
    assert heard == [2] * 4


def naming(listener: Listener) -> Callable[[int], None]:
    def hear(number: int) -> None:
        listener.hear(number)

    return hear


def test_only_the_newest_answer_is_delivered(qtbot: QtBot, tasks: TaskRunner) -> None:
    hold = Event()
    latest = Latest(tasks)
    seen: list[str] = []
    tasks.run(lambda: hold.wait(5), lambda _: None)
    for text in ("m", "ma", "mai"):
        latest.run(lambda text=text: text, seen.append)
    last = tasks.run(lambda: None, lambda _: None)
    with qtbot.waitSignal(last.finished):
        hold.set()
    assert seen == ["mai"]


def test_nothing_is_asked_once_the_worker_has_ended(tasks: TaskRunner) -> None:
    latest, answers = Latest(tasks), list[int]()
    tasks.shutdown()
    assert tasks.is_over
    latest.run(lambda: 1, answers.append)
    with pytest.raises(RuntimeError):
        tasks.run(lambda: 1, answers.append)
    assert answers == []
