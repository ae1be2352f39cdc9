"""A real window on a real vault, for the tests of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.change_bus import ChangeBus
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY, make_locked

TODAY = date(2026, 11, 23)


@dataclass
class Opened:
    """What a test holds in its hands."""

    office: Office
    desk: Desk
    window: MainWindow
    faults: list[Exception]
    notices: list[Notice] = field(default_factory=list)

    def show(self, key: str) -> QWidget:
        page = self.window.page(key)  # type: ignore[arg-type]  # keys are their words
        page.notice.connect(self.notices.append)
        return self.window.show_page(key)


def at(*numbers: int) -> datetime:
    """Return a local time, as events store it."""
    return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - local time, as stored


def make_vault(folder: Path) -> None:
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Valmoulin"))


@contextmanager
def opened_window(folder: Path, today: Callable[[], date] = lambda: TODAY) -> Iterator[Opened]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    faults: list[Exception] = []
    with open_office(folder, "Secrétaire", KEY) as office:
        tasks = TaskRunner(faults.append)
        desk = Desk(office, tasks, ChangeBus(tasks), today, faults.append)
        theme = Theme(application)
        theme.apply()
        window = MainWindow(desk, theme, office.settings.profile())
        window.show()
        try:
            yield Opened(office, desk, window, faults)
        finally:
            window.hand_over()
            tasks.shutdown()
            window.hide()
            window.deleteLater()
            tasks.deleteLater()
            theme.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def nameless(root: QWidget) -> list[str]:
    """Return the widgets that take the focus and have no accessible name."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(root):
            continue
        if widget.focusProxy() is not None or widget.objectName() == "qt_scrollarea_viewport":
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}")
    return found


def tab_order(root: QWidget) -> list[QWidget]:
    """Return the widgets under ``root`` that Tab visits, in that order."""
    first = root.nextInFocusChain()
    chain, widget = [], first
    while True:
        if (
            root.isAncestorOf(widget)
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            chain.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            return chain


def out_of_order(root: QWidget, holder: QWidget) -> list[tuple[str, str]]:
    """Return neighbours that Tab visits in another order than the eye, under ``holder``."""

    def is_before(first: QWidget, second: QWidget) -> bool:
        one = QRect(first.mapTo(holder, QPoint(0, 0)), first.size())
        two = QRect(second.mapTo(holder, QPoint(0, 0)), second.size())
        same_line = one.top() < two.center().y() < one.bottom()
        return one.left() < two.left() if same_line else one.center().y() < two.center().y()

    visited = [one for one in tab_order(root) if holder.isAncestorOf(one)]
    assert len(visited) > 10
    return [
        (one.accessibleName(), two.accessibleName())
        for one, two in pairwise(visited)
        if not is_before(one, two)
    ]
