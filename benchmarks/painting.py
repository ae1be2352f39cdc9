"""First paint of a list of 100,000 listings, beside a bare paged model in a bare table view."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QEventLoop,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.measure import Line, in_turn
from benchmarks.plain_table import connect, plain_file
from benchmarks.world import KEY, SIZE, TODAY, vault_folder
from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.filter_line import FilterLine
from ctg_desktop.ui.livret.listing_list import ListingList
from ctg_desktop.ui.livret.page import DirectoryPage
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.usecases.office import Office, open_office

PAGE = 200
ROOT = QModelIndex()
PATIENCE = 30_000


class PlainModel(QAbstractTableModel):
    """Ids at once, rows by pages of 200, nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._plain = connect(plain_file())
        self._ids = [
            row[0] for row in self._plain.execute("SELECT id FROM listing ORDER BY folded")
        ]
        self._pages: dict[int, list[tuple[Any, ...]]] = {}

    def rowCount(self, parent: QModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: QModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else 5

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        number, place = divmod(index.row(), PAGE)
        return self._page(number)[place][index.column()]

    def _page(self, number: int) -> list[tuple[Any, ...]]:
        if number not in self._pages:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            marks = ",".join("?" * len(ids))
            found = self._plain.execute(
                "SELECT id, name, category, place, phone, verified FROM listing "  # noqa: S608
                f"WHERE id IN ({marks})",
                ids,
            )
            rows = {row[0]: row[1:] for row in found}
            self._pages[number] = [rows[one] for one in ids]
        return self._pages[number]


class Painted(QObject):
    """Notes the first paint of a widget at which a condition holds."""

    def __init__(self, watched: QWidget, ready: Callable[[], bool]) -> None:
        super().__init__()
        self.done = False
        self._ready = ready
        self._loop = QEventLoop()
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._ready():
            self.done = True
            self._loop.quit()
        return False

    def wait(self) -> None:
        """Work until it was painted."""
        # Waiting inside Qt leaves Python's lock to the worker; a busy loop would share it.
        QTimer.singleShot(PATIENCE, self._loop.quit)
        if not self.done:
            self._loop.exec()
        assert self.done, "never painted"


def measure(rounds: int) -> list[Line]:
    """Return the times until the first rows are on the screen, widget and queries included."""
    QApplication.instance() or QApplication([])
    with open_office(vault_folder(), "", KEY) as office, on_desk(office) as desk:
        reference = "bare paged model in a QTableView"
        rows, bare = in_turn(rounds, lambda: first_rows(desk), _plain)
        page, bare_again = in_turn(rounds, lambda: _page(desk), _plain)
    return [
        Line("first paint of the list of 100,000", rows, reference, bare),
        Line("first paint of the whole page (filters and list)", page, reference, bare_again),
    ]


def _raise(error: Exception) -> None:
    raise error


@contextmanager
def on_desk(office: Office) -> Iterator[Desk]:
    """Give a vault a desk and a worker."""
    tasks = TaskRunner(_raise)
    yield Desk(office, tasks, ChangeBus(tasks), lambda: TODAY, _raise)
    tasks.shutdown()


def first_rows(desk: Desk) -> float:
    """Return the time until the first rows of the list are painted."""
    start = time.perf_counter()
    widget = ListingList(desk, FilterLine("Filtrer"), QWidget())
    widget.resize(1100, 600)
    painted = _watch(widget)
    widget.show()
    widget.reload()
    painted.wait()
    spent = time.perf_counter() - start
    drop(widget)
    return spent


def _page(desk: Desk) -> float:
    start = time.perf_counter()
    page = DirectoryPage(desk)
    page.resize(1100, 600)
    painted = _watch(page.list)
    page.show()
    page.activated()
    painted.wait()
    spent = time.perf_counter() - start
    while desk.tasks.is_busy:
        QApplication.processEvents()
    page.flush()
    drop(page)
    return spent


def _watch(shown: ListingList) -> Painted:
    model = shown.model

    def ready() -> bool:
        return model.rowCount() == SIZE and model.data(model.index(0, 0)) != "…"

    return Painted(shown.table.viewport(), ready)


def _plain() -> float:
    start = time.perf_counter()
    model, view = PlainModel(), QTableView()
    view.setModel(model)
    view.resize(1100, 600)
    painted = Painted(view.viewport(), lambda: True)
    view.show()
    painted.wait()
    spent = time.perf_counter() - start
    drop(view)
    return spent


def drop(widget: QWidget) -> None:
    """Let go of a widget at once."""
    widget.hide()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
