"""What is open in a form, and what a person typed of it."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import QObject

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.binding import NEW, Binding, R
from ctg_desktop.ui.editing.form_fields import FormFields, Values
from ctg_desktop.ui.editing.form_state import FormState


class RecordInHand(QObject, Generic[R]):
    """A record, or a blank one, or none; told, not changed."""

    def __init__(
        self, desk: Desk, binding: Binding[R], fields: FormFields, parent: QObject | None = None
    ) -> None:
        """Begin with nothing open.

        Args:
            desk: Who works, and whether they may change anything.
            binding: What kind of record it is.
            fields: The inputs of the form.
            parent: Owner.
        """
        super().__init__(parent)
        self._desk, self._binding, self._fields = desk, binding, fields
        self._form = FormState[R](binding, fields)

    @property
    def base(self) -> R | None:
        """The record as it is stored; ``None`` when nothing is open."""
        return self._form.base

    @property
    def record_id(self) -> str:
        """The id of what is open; empty for a new record or none."""
        return "" if self._form.base is None else self._binding.id_of(self._form.base)

    @property
    def is_open(self) -> bool:
        """Whether something is shown."""
        return self._form.base is not None

    @property
    def is_dirty(self) -> bool:
        """Whether what is typed differs from what is stored."""
        may_be = self._form.base is not None and self._desk.may_change
        return may_be and bool(self._form.touched())

    @property
    def key(self) -> str:
        """The key of the draft of what is open."""
        return self.key_of(self.record_id)

    def key_of(self, record_id: str) -> str:
        """Return the key of the draft of a record; of the new one without an id."""
        return f"{self._binding.entity}:{record_id or NEW}"

    def values(self) -> Values:
        """Return everything the form would store; nothing when nothing is open."""
        return self._form.values()

    def typed(self) -> R:
        """Return the record that was typed.

        Raises:
            UserError: A field is no value at all.
        """
        return self._form.typed()
