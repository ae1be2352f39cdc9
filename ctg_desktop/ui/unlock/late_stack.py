"""Pages one above another, each made when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

P = TypeVar("P", bound=QWidget)


class LateStack(QStackedWidget):
    """A stack that knows its pages by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: dict[str, QWidget] = {}

    def page(self, name: str, make: Callable[[], P]) -> P:
        """Return a page, made by ``make`` the first time."""
        if name not in self._made:
            self._made[name] = make()
            self.addWidget(self._made[name])
        return cast("P", self._made[name])

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
