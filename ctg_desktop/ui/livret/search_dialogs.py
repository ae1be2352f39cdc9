"""Small windows that name, rename and remove saved searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.saved_search import NAME_LIMIT, SavedSearch
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.livret.filter_words import FilterWords
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text, section_title

_WIDTH = 440
_HEIGHT = 380


class _NameDialog(QDialog):
    """A window with one name to type; a refused name says why beside it."""

    stored = Signal(str, object)
    """What was done, in a sentence, and the :class:`Changes`."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.name = LineInput()
        self.name.setMaxLength(NAME_LIMIT)
        self.field = LabelledField("Nom", self.name)
        self.name.edited.connect(self.field.accept)
        self.column = framed_column(self, spacing=MARGIN)
        self.column.addWidget(section_title(title))

    def store(self, work: Callable[[], Changes], words: str, done: Callable[[], None]) -> None:
        """Do something on the worker; say what was done, or why it was refused."""

        def stored(changes: Changes) -> None:
            self.stored.emit(words, changes)
            done()

        self._desk.tasks.run(work, stored, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.field.refuse(sentence(error))
            self.name.setFocus()
        else:
            self._desk.report(error)


class SaveSearchDialog(_NameDialog):
    """Asks under which name a filter is kept.

    Args:
        wanted: The filter.
        words: What it keeps, in words.
    """

    def __init__(
        self, desk: Desk, wanted: ListingFilter, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Enregistrer cette recherche", parent)
        self._wanted = wanted
        self.save_button = primary("Enregistrer", self.save)
        self.name.returnPressed.connect(self.save)
        self.column.addWidget(Text(words, wrap=True, quiet=True))
        self.column.addWidget(self.field)
        self.column.addLayout(foot((), (plain("Annuler", self.reject), self.save_button)))

    def save(self) -> None:
        """Keep the filter."""
        searches, name, wanted = self._desk.office.searches, self.name.value(), self._wanted
        self.store(
            lambda: searches.save(name, wanted).changes,
            f"Recherche « {name.strip()} » enregistrée.",
            self.accept,
        )


class ManageSearchesDialog(_NameDialog):
    """The saved searches: the chosen one is renamed or removed."""

    def __init__(
        self,
        desk: Desk,
        searches: Sequence[SavedSearch],
        words: FilterWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Gérer les recherches", parent)
        self.resize(_WIDTH, _HEIGHT)
        self._searches = list(searches)
        self._words = words
        self.list = QListWidget()
        self.list.setAccessibleName("Recherches enregistrées")
        self.what = Text(wrap=True, quiet=True)
        self.rename_button = plain("Renommer", self.rename, Icon.EDIT)
        self.remove_button = plain("Retirer", self.remove, Icon.DELETE)
        self.name.returnPressed.connect(self.rename)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self._fill(0)

    def rename(self) -> None:
        """Give the chosen search the name typed."""
        current = self._current()
        if current is None or self.name.value().strip() == current.name:
            return
        searches, name = self._desk.office.searches, self.name.value()
        self.store(
            lambda: searches.rename(current.id, name).changes,
            f"La recherche s’appelle « {name.strip()} ».",
            self._read,
        )

    def remove(self) -> None:
        """Forget the chosen search."""
        current = self._current()
        if current is None:
            return
        searches = self._desk.office.searches
        self.store(
            lambda: searches.remove(current.id),
            f"Recherche « {current.name} » retirée.",
            self._read,
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.rename_button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.what)
        self.column.addWidget(self.field)
        self.column.addLayout(row)
        self.column.addLayout(foot((), (plain("Fermer", self.accept),)))

    def _read(self) -> None:
        searches = self._desk.office.searches

        def show(found: Sequence[SavedSearch]) -> None:
            self._searches = list(found)
            self._fill(self.list.currentRow())

        self._desk.tasks.run(searches.all, show)

    def _fill(self, row: int) -> None:
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([one.name for one in self._searches])
        self.list.blockSignals(blocked)
        self.list.setCurrentRow(max(0, min(row, len(self._searches) - 1)))
        self._show_current()

    def _current(self) -> SavedSearch | None:
        row = self.list.currentRow()
        return self._searches[row] if 0 <= row < len(self._searches) else None

    def _show_current(self) -> None:
        current = self._current()
        self.field.accept()
        for one in (self.name, self.rename_button, self.remove_button):
            one.setEnabled(current is not None)
        self.name.set_value(current.name if current is not None else "")
        said = self._words.full(current.wanted) if current else "Il n’y en a plus."
        self.what.setText(said)
