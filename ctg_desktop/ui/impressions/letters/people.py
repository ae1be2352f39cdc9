"""The recipients of a mailing: who is complete, who is left out, whose letter is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import CONTROL, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import IconButton
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import IconText, Text

_HEIGHT = 9 * CONTROL
_ROLE = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_NO_ADDRESS = "pas d’adresse"


@dataclass(frozen=True, slots=True)
class Person:
    """One recipient.

    Attributes:
        lacks: What the letter has no value for, in words; empty when nothing is missing.
        addressed: Whether there is an address that may be used.
    """

    id: str
    name: str
    lacks: str = ""
    addressed: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """All recipients of a mailing.

    Attributes:
        withheld: How many records may not be addressed.
        unsaid: What nobody said for this mailing yet, in words.
        unknown: What the texts of the booklet do not say yet, in words.
    """

    people: tuple[Person, ...] = ()
    withheld: int = 0
    unsaid: str = ""
    unknown: str = ""


class PeopleModel(QAbstractListModel):
    """The rows, ticked where a letter is printed."""

    ticked = Signal()
    """A person left somebody out, or took them in again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._without: set[str] = set()
        self._unaddressed = False

    @property
    def without(self) -> frozenset[str]:
        """Ids of those left out by hand."""
        return frozenset(self._without)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody."""
        return self._people

    def show(self, people: Sequence[Person], *, unaddressed: bool) -> None:
        """Show recipients; those left out by hand remain so.

        Args:
            people: In their order.
            unaddressed: Whether letters without an address are printed too.
        """
        self.beginResetModel()
        self._people, self._unaddressed = tuple(people), unaddressed
        self.endResetModel()

    def is_printed(self, person: Person) -> bool:
        """Tell whether this letter is printed."""
        return person.id not in self._without and (person.addressed or self._unaddressed)

    def row_of(self, person_id: str) -> int:
        """Return the row of somebody; −1 when they are not in the list."""
        return next((row for row, one in enumerate(self._people) if one.id == person_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._people)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let those be ticked whose letter can be printed."""
        flags = super().flags(index)
        if index.isValid() and (self._people[index.row()].addressed or self._unaddressed):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return a name, with what is missing below it, and its tick."""
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            said = _said(person)
            mark = "\n" if role == _ROLE.DisplayRole else ", "
            return f"{person.name}{mark}{said}" if said else person.name
        if role == _ROLE.CheckStateRole:
            return Qt.CheckState.Checked if self.is_printed(person) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Leave somebody out, or take them in again."""
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        person = self._people[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._without.discard(person.id)
        else:
            self._without.add(person.id)
        self.dataChanged.emit(index, index, [_ROLE.CheckStateRole])
        self.ticked.emit()
        return True


class PeopleCard(Card):
    """The list, what is missing in all, and the way from one letter to the next."""

    ticked = Signal()
    wanted = Signal(int)
    """The page of a letter is wanted, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Destinataires", parent)
        self.model = PeopleModel(self)
        self._starts: dict[str, int] = {}
        self._page = 0
        self._following = False
        self.view = QListView()
        self.view.setAccessibleName("Destinataires")
        self.view.setModel(self.model)
        self.view.setMinimumHeight(_HEIGHT)
        self.view.setIconSize(QSize(0, 0))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.previous = IconButton(Icon.UP, "Lettre précédente", lambda: self._step(-1))
        self.next = IconButton(Icon.DOWN, "Lettre suivante", lambda: self._step(1))
        self.count = Text(wrap=True)
        self.notes = IconText(Icon.WARNING, "", Tone.WARNING)
        self.notes.hide()
        bar = QHBoxLayout()
        bar.setSpacing(UNIT // 2)
        bar.addWidget(self.count, 1)
        bar.addWidget(self.previous)
        bar.addWidget(self.next)
        self.body.addLayout(bar)
        self.body.addWidget(self.notes)
        self.body.addWidget(self.view)
        self.model.ticked.connect(self._tick)
        self.view.selectionModel().currentChanged.connect(self._pick)

    @property
    def current(self) -> str:
        """Id of the recipient whose letter is shown; empty for nobody."""
        row = self.view.currentIndex().row()
        return self.model.people[row].id if 0 <= row < len(self.model.people) else ""

    def show_people(self, shown: People, *, unaddressed: bool) -> None:
        """Show the recipients, and say what is missing."""
        kept = self.current
        self._following = True
        self.model.show(shown.people, unaddressed=unaddressed)
        self._select(kept)
        self._following = False
        notes = _notes(shown, unaddressed=unaddressed)
        self.notes.show_text("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._say_count()

    def show_starts(self, starts: Mapping[str, int]) -> None:
        """Learn on which page each letter begins, from 0, and keep showing the same one."""
        before = self._starts.get(self.current, self._page)
        within = self._page - before if self._holder(self._page) == self.current else 0
        self._starts = dict(starts)
        if not self.current:
            self.follow(0)
        start = self._starts.get(self.current)
        if start is not None:
            after = min((one for one in self._starts.values() if one > start), default=None)
            last = start + within if after is None else after - 1
            self._page = min(start + within, last)
            self.wanted.emit(self._page)

    def follow(self, page: int) -> None:
        """Mark the recipient whose letter holds a page, from 0."""
        self._page = page
        holder = self._holder(page)
        if holder:
            self._following = True
            self._select(holder)
            self._following = False

    def _holder(self, page: int) -> str:
        firsts = sorted((start, one) for one, start in self._starts.items())
        at = bisect_right([start for start, _ in firsts], page) - 1
        return firsts[at][1] if at >= 0 else ""

    def _select(self, person_id: str) -> None:
        row = self.model.row_of(person_id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def _pick(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._following or not current.isValid():
            return
        start = self._starts.get(self.model.people[current.row()].id)
        if start is not None:
            self.wanted.emit(start)

    def _step(self, by: int) -> None:
        people = self.model.people
        row = self.view.currentIndex().row() + by
        while 0 <= row < len(people) and people[row].id not in self._starts:
            row += by
        if 0 <= row < len(people):
            self.view.setCurrentIndex(self.model.index(row))

    def _tick(self) -> None:
        self._say_count()
        self.ticked.emit()

    def _say_count(self) -> None:
        printed = sum(map(self.model.is_printed, self.model.people))
        count = plural(printed, "lettre", "lettres")
        self.count.setText(f"{count} pour {plural(len(self.model.people), 'fiche', 'fiches')}")


def _said(person: Person) -> str:
    return ", ".join(filter(None, ("" if person.addressed else _NO_ADDRESS, person.lacks)))


def _notes(shown: People, *, unaddressed: bool) -> list[str]:
    """Return what a person should know before printing, a sentence each."""
    notes: list[str] = []
    without = sum(not one.addressed for one in shown.people)
    if without:
        said = plural(without, "fiche n’a pas d’adresse", "fiches n’ont pas d’adresse")
        notes.append(said + ("." if unaddressed else "\u00a0: leur lettre n’est pas imprimée."))
    lacking = sum(bool(one.lacks) for one in shown.people)
    if lacking:
        notes.append(
            plural(lacking, "lettre a un mot sans valeur", "lettres ont un mot sans valeur") + "."
        )
    if shown.unsaid:
        notes.append(f"Reste à dire\u00a0: {shown.unsaid}.")
    if shown.unknown:
        notes.append(f"Les textes du livret ne disent pas encore\u00a0: {shown.unknown}.")
    if shown.withheld:
        kept = plural(shown.withheld, "fiche écartée", "fiches écartées")
        notes.append(f"{kept}\u00a0: brouillon, rubrique masquée ou personne sans accord.")
    return notes
