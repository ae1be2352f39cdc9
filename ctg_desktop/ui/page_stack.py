"""The pages of the window, one shown at a time, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.pages import PAGES, PageKey


class PageStack(QStackedWidget):
    """Makes pages and knows which one is shown."""

    made = Signal(object)
    """A page was made: it is to be connected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._specs = {spec.key: spec for spec in PAGES}
        self._pages: dict[PageKey, Page] = {}

    @property
    def current(self) -> Page | None:
        """The page that is shown; ``None`` before the first one."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def current_key(self) -> PageKey:
        """The key of the page that is shown; the first page's before it was made."""
        page = self.current
        return next((key for key, one in self._pages.items() if one is page), PageKey.HOME)

    def pages(self) -> Iterable[Page]:
        """Return the pages that were made."""
        return self._pages.values()

    def page(self, key: PageKey) -> Page:
        """Return a page, made when it is first asked for."""
        if key not in self._pages:
            page = self._specs[key].load()(self._desk)
            self._pages[key] = page
            page.setAccessibleName(page.title)
            self.made.emit(page)
            self.addWidget(page)
        return self._pages[key]

    def turn_to(self, key: PageKey) -> Page:
        """Bring a page to the front, with the focus in it, and return it."""
        page, before = self.page(key), self.current
        self.setCurrentWidget(page)
        page.activated()
        if page is not before or not page.isAncestorOf(self.window().focusWidget()):
            page.take_focus()
        return page
