"""The menu of saved searches, beside the line that filters the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.saved_search import SavedSearch
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.livret.filter_words import FilterWords
from ctg_desktop.ui.livret.search_dialogs import ManageSearchesDialog, SaveSearchDialog
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind
from ctg_desktop.ui.widgets.text import on_button


class SavedSearches(Button):
    """Applies a saved search or a theme; keeps the filter in force under a name."""

    chosen = Signal(object)
    """The :class:`ListingFilter` that a person asked for."""
    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Recherches", icon=Icon.FILTER, kind=ButtonKind.MENU, parent=parent)
        self._desk = desk
        self._searches: Sequence[SavedSearch] = ()
        self._themes: Sequence[Theme] = ()
        self._wanted = ListingFilter()
        self._words = FilterWords()
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self.fill, menu))
        self.setMenu(menu)

    def set_choices(
        self,
        searches: Sequence[SavedSearch],
        themes: Sequence[Theme],
        categories: Sequence[Category],
    ) -> None:
        """Offer these searches and themes."""
        self._searches, self._themes = searches, themes
        self._words = FilterWords.of(categories, themes)

    def show_filter(self, wanted: ListingFilter) -> None:
        """Note the filter in force."""
        self._wanted = wanted

    def name_of(self, wanted: ListingFilter) -> str:
        """Return the name of a filter: that of its search, or what it keeps."""
        found = next((one.name for one in self._searches if one.wanted == wanted), "")
        return found or self._words.short(wanted)

    def fill(self, menu: QMenu) -> None:
        """Write the menu as of now."""
        menu.clear()
        for search in self._searches:
            self._offer(menu, search.name, search.wanted)
        if self._searches:
            menu.addSeparator()
        by_theme = menu.addMenu("Par thème")
        for theme in self._themes:
            self._offer(by_theme, theme.label, ListingFilter(theme=theme.code))
        menu.addSeparator()
        keep = menu.addAction("Enregistrer cette recherche…", self.keep)
        may = self._desk.may_change
        keep.setEnabled(may and self._wanted != ListingFilter())
        manage = menu.addAction("Gérer les recherches…", self.manage)
        manage.setEnabled(may and bool(self._searches))

    def keep(self) -> None:
        """Ask for a name for the filter in force."""
        dialog = SaveSearchDialog(self._desk, self._wanted, self._words.full(self._wanted), self)
        dialog.stored.connect(self._tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def manage(self) -> None:
        """Rename and remove searches."""
        dialog = ManageSearchesDialog(self._desk, self._searches, self._words, self)
        dialog.stored.connect(self._tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offer(self, menu: QMenu, name: str, wanted: ListingFilter) -> None:
        action = menu.addAction(on_button(name), partial(self.chosen.emit, wanted))
        action.setCheckable(True)
        action.setChecked(wanted == self._wanted)

    def _tell(self, words: str, changes: Changes) -> None:
        self._desk.bus.changed.emit(changes)
        self.notice.emit(undo_notice(self._desk, words, changes))
