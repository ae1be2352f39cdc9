"""What a form shows, beside what is stored."""

from __future__ import annotations

from typing import Generic

from ctg_desktop.ui.editing.binding import Binding, R
from ctg_desktop.ui.editing.form_fields import FormFields, Values


class FormState(Generic[R]):
    """A record and the fields that a person changed since it was shown.

    Attributes:
        base: The record as it is stored; ``None`` when nothing is open.
    """

    def __init__(self, binding: Binding[R], fields: FormFields) -> None:
        self._binding, self._fields = binding, fields
        self._shown: Values = {}
        self.base: R | None = None

    def fill(self, record: R, touched: Values) -> None:
        """Show a record with fields that differ from it; unknown fields are left aside.

        What the inputs make of stored values counts as stored: only a person changes a record.
        """
        values = self._binding.values(record)
        known = {name: value for name, value in touched.items() if name in values}
        self.base = record
        self._fields.show({**values, **known})
        now = self._fields.values()
        self._shown = {**now, **{name: values[name] for name in known}}

    def touched(self) -> Values:
        """Return the fields that differ from what is stored."""
        values = self._fields.values()
        return {name: value for name, value in values.items() if value != self._shown.get(name)}

    def values(self) -> Values:
        """Return everything the form would store; nothing when nothing is open."""
        if self.base is None:
            return {}
        return {**self._binding.values(self.base), **self.touched()}

    def typed(self) -> R:
        """Return the record that was typed.

        Raises:
            UserError: A field is no value at all.
        """
        if self.base is None:
            return self._binding.blank()
        return self._binding.record(self.values(), self.base)
