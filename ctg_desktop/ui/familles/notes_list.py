"""The contacts with a household, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dealings import ContactNote
from ctg_desktop.messages.families import CONTACT_KIND_LABELS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import IconButton, link
from ctg_desktop.ui.widgets.text import Text

SHOWN = 12
"""Notes shown before somebody asks for all."""


class _NoteRow(QWidget):
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, note: ContactNote) -> None:
        super().__init__()
        said = [wording.day(note.on), CONTACT_KIND_LABELS[note.kind], note.author]
        head = Text(" · ".join(filter(None, said)), quiet=True, wrap=True)
        name = f"du {wording.day(note.on)}"
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(head, 1)
        row.addWidget(IconButton(Icon.EDIT, f"Corriger la note {name}", self.edit_wanted.emit))
        row.addWidget(IconButton(Icon.DELETE, f"Supprimer la note {name}", self.delete_wanted.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Text(note.text, wrap=True))


class NotesList(QWidget):
    """A few notes, and all of them when asked."""

    edit_wanted = Signal(object)
    """A :class:`ContactNote` to correct."""
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Sequence[ContactNote] = ()
        self._rows: list[QWidget] = []
        self._whole = False
        self.more_button = link("", self._show_all)
        self.none = Text("Aucun échange noté pour l’instant.", quiet=True, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT + UNIT // 2)
        self._column.addWidget(self.none)
        self._column.addWidget(self.more_button)

    @property
    def notes(self) -> Sequence[ContactNote]:
        """What is shown, newest first."""
        return self._notes

    def show_notes(self, notes: Sequence[ContactNote], *, other: bool) -> None:
        """Show notes.

        Args:
            notes: Newest first.
            other: Of another household than before.
        """
        if other:
            self._whole = False
        if other or notes != self._notes:
            self._notes = notes
            self._build()

    def _show_all(self) -> None:
        self._whole = True
        self._build()

    def _build(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._notes if self._whole else self._notes[:SHOWN]
        self._rows = [self._row(note) for note in shown]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        left = len(self._notes) - len(shown)
        older = wording.plural(left, "échange plus ancien", "échanges plus anciens")
        self.more_button.set_words(f"Montrer aussi {older}")
        self.more_button.setVisible(left > 0)
        self.none.setVisible(not self._notes)

    def _row(self, note: ContactNote) -> QWidget:
        row = _NoteRow(note)
        row.edit_wanted.connect(lambda: self.edit_wanted.emit(note))
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(note.id))
        return row
