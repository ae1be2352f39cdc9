"""The detail of a list: one record, edited in place, its draft, its history, its end."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.consulting import hold_still, keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.binding import Binding, R
from ctg_desktop.ui.editing.detail_frame import DetailFrame
from ctg_desktop.ui.editing.draft_keeper import DraftShelf
from ctg_desktop.ui.editing.form_fields import FormFields, Values
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Scrolled


class RecordDetail(DetailFrame, Generic[R]):
    """Joins a form to its editor; subclasses say what the record is called and what it means."""

    first_field = "name"
    """Where typing begins."""

    history_wanted = Signal(str, str)
    """Id and name of the record."""
    delete_wanted = Signal(str)
    notice = Signal(object)
    """A :class:`~ctg_desktop.ui.page.Notice`."""

    def __init__(
        self,
        desk: Desk,
        binding: Binding[R],
        form: Scrolled,
        fields: FormFields,
        parent: QWidget | None = None,
        *,
        middle: QWidget | None = None,
        shelf: DraftShelf | None = None,
    ) -> None:
        """Prepare the sheet, empty.

        Args:
            desk: Tools of the page.
            binding: How its records are stored.
            form: Its inputs.
            fields: The same by name.
            parent: Owner.
            middle: What holds the form, where the sheet shows more than it.
            shelf: Where drafts are kept; among those of the vault by default.
        """
        super().__init__(form, parent, middle=middle)
        self._desk, self._fields = desk, fields
        self.editor = RecordEditor[R](desk, binding, fields, self, shelf=shelf)
        self.history_button = plain("Historique", self._ask_history)
        self.delete_button = link("Supprimer", self._ask_delete, Icon.DELETE)
        self.of_stored: tuple[QWidget, ...] = (self.history_button, self.delete_button)
        """What is of use once the record is stored."""
        keep_out(desk, self.save_button, self.delete_button)
        self._follow_editor()

    def name_of(self, record: R) -> str:
        """Return what a stored record is called."""
        raise NotImplementedError

    def describe(self, base: R, values: Values) -> None:
        """Say who is shown, and what is typed in other words.

        Args:
            base: The record as it is stored.
            values: What is typed.
        """
        raise NotImplementedError

    def typed_so_far(self, base: R) -> R:
        """Return the record as far as it can be read; a day that is none leaves the stored one."""
        try:
            return self.editor.typed()
        except UserError:
            return base

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        field = self._fields.field(self.first_field)
        if field is not None:
            self._form.to_top()
            field.target.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(field.target, QLineEdit):
                field.target.end(False)

    def refuse_error(self, error: UserError) -> None:
        """Say an error beside its field, or above the form."""
        words = sentence(error)
        if not self._fields.refuse(error.field, words):
            self.refuse(words)

    def show_opened(self) -> None:
        """Another record came into the form."""
        self.accept()
        self.show_state()
        follow_layout(self._form.widget())
        hold_still(self._desk, self._form.widget())
        stored = bool(self.editor.record_id)
        for button in self.of_stored:
            button.setVisible(stored)

    def show_state(self) -> None:
        """Say what is shown, and whether all of it is stored."""
        base = self.editor.base
        if base is not None:
            self.show_unsaved(self.editor.is_dirty)
            self.describe(base, self.editor.values())

    def _follow_editor(self) -> None:
        editor = self.editor
        self.save_button.clicked.connect(editor.save)
        self.draft_line.taken_up.connect(self._take_up)
        self.draft_line.given_up.connect(editor.give_up_draft)
        editor.shown.connect(self._form.to_top)
        editor.opened.connect(self.show_opened)
        editor.draft_found.connect(self.draft_line.show_draft)
        editor.draft_settled.connect(self.draft_line.hide)
        editor.refused.connect(self.refuse_error)
        editor.state_changed.connect(self.show_state)
        editor.drafts.failed.connect(self._desk.report)

    def _take_up(self) -> None:
        self.editor.take_up_draft()
        self.focus_first()

    def _ask_history(self) -> None:
        if self.editor.base is not None:
            self.history_wanted.emit(self.editor.record_id, self.name_of(self.editor.base))

    def _ask_delete(self) -> None:
        if self.editor.record_id:
            self.delete_wanted.emit(self.editor.record_id)
