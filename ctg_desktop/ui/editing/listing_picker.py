"""Finds a listing while its name is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.latest import Latest

_DELAY_MS = 120
_LIMIT = 12


class ListingPicker(LineInput):
    """A line of text that proposes listings by name; free text is fine where it is allowed."""

    picked = Signal(str, str)
    """Id and name of the listing chosen among those proposed."""

    def __init__(self, desk: Desk, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._desk = desk
        self._latest = Latest(desk.tasks)
        self._offered: list[tuple[str, str]] = []
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated[QModelIndex].connect(self._pick)  # type: ignore[index]  # an overloaded signal, which the stubs do not know
        self.setCompleter(self._completer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._timer.start())

    def _ask(self) -> None:
        text, calendar = self.text().strip(), self._desk.office.calendar
        if text:
            work: Callable[[], list[tuple[str, str]]] = lambda: calendar.places(text, _LIMIT)  # noqa: E731 - one expression for the worker
            self._latest.run(work, self._offer)

    def _offer(self, found: list[tuple[str, str]]) -> None:
        self._offered = found
        self._names.setStringList([name for _, name in found])
        if found and self.hasFocus():
            self._completer.complete()

    def _pick(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self.picked.emit(*self._offered[index.row()])
