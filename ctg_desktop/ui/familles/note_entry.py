"""Where a contact is noted in a few words: how, when, what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote
from ctg_desktop.domain.families.sensitive import sensitive_words
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.families import CONTACT_KIND_LABELS
from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput, LineInput
from ctg_desktop.ui.familles.form.sections import REMINDER
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import tooltip

Values = dict[str, str]
_KINDS = [(kind.value, words) for kind, words in CONTACT_KIND_LABELS.items()]


class NoteEntry(QWidget):
    """Ctrl+Enter keeps the note; a note that exists can be taken back in hand."""

    kept = Signal(object)
    """The :class:`ContactNote` that was typed."""
    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._base = ContactNote()
        self._handed: Values = {}
        self.kind = ChoiceInput(_KINDS)
        self.kind.setAccessibleName("Comment")
        self.day = LineInput("aujourd’hui")
        self.day.setAccessibleName("Date de l’échange")
        self.area = AreaInput(2)
        self.area.setPlaceholderText("Ce qui s’est dit, ce qui est promis…")
        self.field = LabelledField("Noter un é&change", self.area, hint=REMINDER)
        self.keep_button = plain("Noter", self.keep)
        self.keep_button.setToolTip("Ctrl+Entrée")
        self.cancel_button = link("Laisser la note comme elle était", self.clear)
        self.cancel_button.hide()
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.area)
            shortcut.setContext(shortcut.context().WidgetShortcut)
            shortcut.activated.connect(self.keep)
        self.area.edited.connect(self._typed)
        self.kind.edited.connect(self.edited)
        self.day.edited.connect(self._typed)

    @property
    def note_id(self) -> str:
        """The note in hand; empty for a new one."""
        return self._base.id

    def values(self) -> Values:
        """Return what stands in the inputs; nothing when no word is typed."""
        if not self.area.value().strip():
            return {}
        return {"kind": self.kind.value(), "day": self.day.value(), "text": self.area.value()}

    def show_values(self, values: Values) -> None:
        """Show what was typed before."""
        self.kind.set_value(values.get("kind") or ContactKind.COUNTER.value)
        self.day.set_value(values.get("day", ""))
        self.area.set_value(values.get("text", ""))
        self._remind()

    def take(self, note: ContactNote) -> None:
        """Take a note that exists in hand."""
        self._base = note
        self.show_values({"kind": note.kind.value, "day": wording.day(note.on), "text": note.text})
        self.keep_button.set_words("Corriger")
        self.cancel_button.show()
        self.area.setFocus()

    def was_kept(self) -> None:
        """Be ready for the next note; what was typed while the last was being kept stays."""
        if self._handed == self.values():
            self.clear()
        self._handed = {}

    def was_not_kept(self) -> None:
        """What stands here can be handed over again."""
        self._handed = {}

    def clear(self) -> None:
        """Be ready for a new note."""
        self._base, self._handed = ContactNote(), {}
        self.field.accept()
        self.show_values({})
        self.keep_button.set_words("Noter")
        self.cancel_button.hide()
        self.edited.emit()

    def keep(self) -> None:
        """Give the note back, once, or say what is wrong."""
        self.field.accept()
        if self._handed and self._handed == self.values():
            return
        if not self.area.value().strip():
            self.field.refuse(sentence(UserError("note-text-missing")))
            return
        typed, today = self.day.value().strip(), self._today()
        try:
            on = wording.parse_day(typed, today, past=True) if typed else today
        except UserError as error:
            self.field.refuse(sentence(error))
            return
        self._handed = self.values()
        self.kept.emit(
            replace(self._base, on=on, kind=ContactKind(self.kind.value()), text=self.area.value())
        )

    def _typed(self) -> None:
        self.field.accept()
        self._remind()
        self.edited.emit()

    def _remind(self) -> None:
        calls = bool(sensitive_words(self.area.value()))
        self.field.set_hint(REMINDER, Icon.WARNING if calls else None, _TONES[calls])

    def _lay_out(self) -> None:
        self.area.setToolTip(tooltip("Ctrl+Entrée pour noter"))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.kind, 3)
        row.addWidget(self.day, 3)
        row.addWidget(self.keep_button, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self.cancel_button)


_TONES = {True: Tone.WARNING, False: Tone.NEUTRAL}
