"""Widgets in a cycle of Python objects die on the thread of the window, whoever allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget

from ctg_desktop.ui.collecting import GuiCollector
from ctg_desktop.ui.desk import Desk


class _Cyclic(QWidget):
    """Holds itself; notes on which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.myself = self
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


def allocate(amount: int = 200_000) -> int:
    """Make what starts Python's own search many times over."""
    return len([[number] for number in range(amount)])


def test_the_worker_destroys_no_widget(
    qapp: QApplication, desk: Desk, settle: Callable[[], None]
) -> None:
    gone: list[int] = []
    for _ in range(20):
        _Cyclic(gone)
    desk.tasks.run(allocate, lambda _count: None)
    settle()
    here = threading.get_ident()
    assert set(gone) <= {here}, "a search that was due meanwhile takes place here too"
    gc.collect()
    assert gone == [here] * 20
    assert QThread.currentThread() is qapp.thread()


def test_the_search_takes_place_when_it_is_due(collector: GuiCollector) -> None:
    gone: list[int] = []
    for _ in range(20):
        _Cyclic(gone)
    kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
    collector.look()
    assert len(gone) == 20
    assert kept


def test_python_searches_again_afterwards(qapp: QApplication) -> None:
    other = GuiCollector(qapp)
    assert not gc.isenabled()
    other.give_back()
    assert gc.isenabled()
    gc.disable()
    other.deleteLater()
