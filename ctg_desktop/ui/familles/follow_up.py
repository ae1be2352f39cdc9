"""How a household is followed: what comes next, what was done, what was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain.families.dealings import ContactNote
from ctg_desktop.domain.families.household import Household
from ctg_desktop.errors import UserError
from ctg_desktop.ui.familles.checklist import Checklist
from ctg_desktop.ui.familles.form.typed import day_text
from ctg_desktop.ui.familles.next_step import due_words, next_step
from ctg_desktop.ui.familles.note_entry import NoteEntry
from ctg_desktop.ui.familles.notes_list import NotesList
from ctg_desktop.ui.familles.review_box import ReviewBox
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.text import IconText


class FollowUp(Scrolled):
    """One column: the review, the next step, the checklist, the call, the contacts."""

    welcome_wanted = Signal()
    call_back = Signal(object)
    """The day to call back on; ``None`` when they were called."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._shown_id = ""
        self.review = ReviewBox()
        self.step = IconText(Icon.RIGHT, "", Tone.INFORMATION)
        self.welcome_button = plain("Accueillir…", self.welcome_wanted.emit, Icon.PRINT)
        self.checklist = Checklist(today)
        self.call_field = DateField("À &rappeler le", today, optional=True, said=False)
        self.called_button = link("C’est fait", lambda: self.call_back.emit(None), Icon.CHECK)
        self.entry = NoteEntry(today)
        self.notes = NotesList()
        self.notes.edit_wanted.connect(self.entry.take)
        self.call_field.line.editingFinished.connect(self._say_call)
        self.call_field.changed.connect(self._say_picked)
        self._lay_out()

    def show_household(
        self, household: Household, notes: Sequence[ContactNote], months: int
    ) -> None:
        """Show a household.

        Args:
            household: As it is stored.
            notes: Newest first.
            months: For how long households are kept.
        """
        today, other = self._today(), household.id != self._shown_id
        self._shown_id = household.id
        self._call_day = household.call_back_on
        step = next_step(household, today)
        self.step.show_text(step.text, step.icon, step.tone)
        gone = household.objected_on is not None or household.left_on is not None
        self.welcome_button.setVisible(not gone)
        self.review.show_why(due_words(household, today, months))
        self.checklist.show_household(household)
        if not self.call_field.line.hasFocus() or other:
            self.call_field.set_value(household.call_back_on)
        self.called_button.setVisible(household.call_back_on is not None)
        self.notes.show_notes(notes, other=other)
        if other:
            self.to_top()

    def flush(self) -> None:
        """Say what is typed and was not said yet: it is about to be left."""
        self.checklist.flush()
        self._say_call()

    _call_day: date | None = None

    def _say_call(self) -> None:
        if self.call_field.is_refused:
            return
        typed = self.call_field.line.text()
        if typed == day_text(self._call_day):
            return
        try:
            day = self.call_field.value()
        except UserError:  # half a day: the field says so itself once it is left
            return
        if day != self._call_day:
            self._call_day = day
            self.call_back.emit(day)

    def _say_picked(self) -> None:
        if not self.call_field.line.hasFocus():
            self._say_call()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        self.column.setSpacing(MARGIN - 4)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self.step, 1)
        top.addWidget(self.welcome_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.review)
        self.column.addLayout(top)
        self.column.addWidget(self.checklist)
        call = QHBoxLayout()
        call.setSpacing(UNIT)
        call.addWidget(self.call_field, 1)
        call.addWidget(self.called_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(call)
        self.column.addWidget(self.entry)
        self.column.addWidget(self.notes)
        self.column.addStretch(1)
