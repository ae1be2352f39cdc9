"""A month or a week, turned with two buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain.moments import YEARS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import ButtonKind, IconButton
from ctg_desktop.ui.widgets.text import Text, announce


@dataclass(frozen=True, slots=True)
class Period:
    """How a kind of period is called and turned.

    Attributes:
        before: Name of the button that goes back.
        after: Name of the button that goes on.
        earlier: The day one period before.
        later: The day one period after.
        said: What the period of a day is called.
    """

    before: str
    after: str
    earlier: Callable[[date], date]
    later: Callable[[date], date]
    said: Callable[[date], str]


class PeriodInput(QWidget):
    """The period in words between the buttons that turn it."""

    edited = Signal()

    def __init__(self, period: Period, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period, self._day = period, day
        self.title = Text("", wrap=True)
        self.back = IconButton(Icon.LEFT, period.before, self._back, kind=ButtonKind.PLAIN)
        self.on = IconButton(Icon.RIGHT, period.after, self._on, kind=ButtonKind.PLAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.on)
        self.set_value(day)

    def value(self) -> date:
        """Return a day of the period."""
        return self._day

    def set_value(self, day: date) -> None:
        """Show the period of a day without announcing it."""
        self._day = day
        self.title.setText(self._period.said(day))
        self.setAccessibleName(self.title.text())

    def _back(self) -> None:
        self._turn(self._period.earlier(self._day))

    def _on(self) -> None:
        self._turn(self._period.later(self._day))

    def _turn(self, day: date) -> None:
        if day.year not in YEARS:
            return
        self.set_value(day)
        announce(self, self.title.text())
        self.edited.emit()
