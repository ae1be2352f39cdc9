"""Builds a column of labelled fields, each known to its form by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.text import TEXT_LIMIT
from ctg_desktop.ui.editing.day_input import DayInput
from ctg_desktop.ui.editing.form_fields import Explain, FormFields
from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput, LineInput, TickInput
from ctg_desktop.ui.editing.rows import Column, RowsInput
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import section_title


def _cut_words(kept: int) -> str:
    return f"Ce qui est collé est trop long\u00a0: coupé à {wording.number(kept)} caractères."


class FieldColumn(QWidget):
    """A part of a form: a section title, then fields one under the other."""

    def __init__(
        self,
        fields: FormFields,
        today: Callable[[], date],
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields, self._today = fields, today
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(MARGIN - 4)
        if title:
            self.column.addSpacing(UNIT)
            self.column.addWidget(section_title(title))

    def put(self, *widgets: QWidget, stretch: Sequence[int] = ()) -> None:
        """Add widgets under what is there, several side by side.

        Args:
            widgets: From left to right.
            stretch: Share of the width of each; equal when empty.
        """
        if len(widgets) == 1:
            self.column.addWidget(widgets[0])
            return
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for at, widget in enumerate(widgets):
            row.addWidget(widget, stretch[at] if stretch else 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def line(
        self,
        name: str,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        explain: Explain | None = None,
    ) -> LabelledField:
        """Return a field of one line."""
        editor = LineInput(placeholder)
        field = LabelledField(label, editor, hint=hint)
        self._fields.add(name, editor, field, explain)
        return field

    def area(
        self,
        name: str,
        label: str,
        *,
        lines: int = 3,
        limit: int = TEXT_LIMIT,
        placeholder: str = "",
        hint: str = "",
        explain: Explain | None = None,
    ) -> LabelledField:
        """Return a field of several lines."""
        editor = AreaInput(lines, limit=limit)
        editor.setPlaceholderText(placeholder)
        field = LabelledField(label, editor, hint=hint)
        editor.shortened.connect(lambda kept: field.refuse(_cut_words(kept)))
        self._fields.add(name, editor, field, explain)
        return field

    def choice(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        hint: str = "",
        explain: Explain | None = None,
    ) -> LabelledField:
        """Return a field with a list of choices."""
        editor = ChoiceInput(choices)
        field = LabelledField(label, editor, hint=hint)
        self._fields.add(name, editor, field, explain)
        return field

    def tick(self, name: str, words: str, *, key: str = "") -> TickInput:
        """Return a box to tick, with Alt and the letter ``key`` where there is one."""
        editor = TickInput(words, key=key)
        self._fields.add(name, editor)
        return editor

    def day(self, name: str, label: str, *, past: bool = False) -> DateField:
        """Return a field for a day that may be left empty."""
        field = DateField(label, self._today, past=past, optional=True, said=False)
        self._fields.add(name, DayInput(field), field)
        return field

    def rows(
        self, name: str, label: str, columns: Sequence[Column], what: str, add_words: str
    ) -> LabelledField:
        """Return a field of rows that grow."""
        editor = RowsInput(columns, what, add_words)
        field = LabelledField(label, editor, focus=editor.first)
        self._fields.add(name, editor, field)
        return field
