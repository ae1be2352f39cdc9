"""Rows of a long list, fetched by pages when they are first looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ctg_desktop.ui.tasks import TaskRunner

PAGE = 100
KEPT_PAGES = 60
_WAITING_LIMIT = 3


class HasId(Protocol):
    """A row of a list."""

    @property
    def id(self) -> str:
        """Identifier of its record."""


RowT = TypeVar("RowT", bound=HasId)


@dataclass(frozen=True)
class OpenedList(Generic[RowT]):
    """A list as it is first shown: painted once, with words in its rows."""

    ids: tuple[str, ...]
    """The identifiers of all rows, in order."""
    first: Sequence[RowT]
    """The rows of its first page."""


def open_list(
    index: Callable[[], tuple[str, ...]], fetch: Callable[[Sequence[str]], Sequence[RowT]]
) -> OpenedList[RowT]:
    """Read a list and its first page in one trip to the database. Runs on the worker.

    Args:
        index: Reads the identifiers, in order.
        fetch: Reads the rows of some identifiers.
    """
    ids = index()
    return OpenedList(ids, fetch(ids[:PAGE]) if ids else ())


class PagesOfRows(QObject, Generic[RowT]):
    """Keeps the pages looked at last; asks for one page at a time, the newest wish first."""

    arrived = Signal(int, int)
    """First and last position of a page whose rows are now known."""

    def __init__(
        self,
        tasks: TaskRunner,
        fetch: Callable[[Sequence[str]], list[RowT]],
        report: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._fetch = fetch
        self._report = report
        self._ids: tuple[str, ...] = ()
        self._pages: OrderedDict[int, dict[str, RowT]] = OrderedDict()
        self._stale: set[int] = set()
        self._waiting: list[int] = []
        self._asked: int | None = None
        self._generation = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The identifiers of the list, in its order."""
        return self._ids

    def set_ids(self, ids: tuple[str, ...], first: Sequence[RowT] = ()) -> None:
        """Show another list; every page is forgotten and answers on their way are dropped.

        Args:
            ids: The identifiers of its rows, in order.
            first: The rows of its first page, if they were read with it.
        """
        self._generation += 1
        self._ids = ids
        self._pages.clear()
        self._stale.clear()
        self._waiting.clear()
        self._asked = None
        if first:
            self._take(0, first)

    def refresh(self, first: Sequence[RowT] = ()) -> None:
        """Ask anew for pages when they are looked at; until then the known rows stay.

        Args:
            first: The rows of the first page, if they were just read.
        """
        self._stale.update(self._pages)
        if first:
            self._take(0, first)
            self._stale.discard(0)

    def row(self, position: int) -> RowT | None:
        """Return the row at a position, or ``None`` while it is not known yet."""
        number = position // PAGE
        page = self._pages.get(number)
        if page is None or number in self._stale:
            self._want(number)
        if page is None:
            return None
        self._pages.move_to_end(number)
        return page.get(self._ids[position])

    def _want(self, number: int) -> None:
        if number == self._asked:
            return
        if number in self._waiting:
            self._waiting.remove(number)
        self._waiting = [*self._waiting, number][-_WAITING_LIMIT:]
        self._ask_next()

    def _ask_next(self) -> None:
        if self._asked is not None or not self._waiting:
            return
        number = self._waiting.pop()
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        generation = self._generation
        self._asked = number
        self._stale.discard(number)
        self._tasks.run(
            lambda: self._fetch(ids),
            lambda rows: self._keep(generation, number, rows),
            failed=lambda error: self._give_up(generation, error),
        )

    def _give_up(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._asked = None
        self._report(error)

    def _keep(self, generation: int, number: int, rows: list[RowT]) -> None:
        if generation != self._generation:
            return
        self._asked = None
        self._take(number, rows)
        first = number * PAGE
        self.arrived.emit(first, min(first + PAGE, len(self._ids)) - 1)
        self._ask_next()

    def _take(self, number: int, rows: Sequence[RowT]) -> None:
        self._pages[number] = {row.id: row for row in rows}
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT_PAGES:
            forgotten, _ = self._pages.popitem(last=False)
            self._stale.discard(forgotten)
