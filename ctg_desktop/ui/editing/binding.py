"""What a form must know of the records it edits."""

from __future__ import annotations

from typing import Protocol, TypeVar

from ctg_desktop.domain.changes import Changes
from ctg_desktop.ui.editing.form_fields import Values

R = TypeVar("R")

NEW = "new"

ADDRESS_ALIASES = {
    "address.lines": "address_lines",
    "address.postal_code": "postal_code",
    "address.city": "city",
    "address.insee_code": "insee_code",
    "address.delegated_commune": "delegated_commune",
}
"""Path in an error about an address → field of a form that shows it line by line."""


class Binding(Protocol[R]):
    """How records of one kind are stored, and how their form shows them."""

    entity: str

    def blank(self) -> R:
        """Return a new record with its first values."""

    def id_of(self, record: R) -> str:
        """Return the id of a record; empty when it is new."""

    def with_id(self, record: R, record_id: str) -> R:
        """Return the record with the id it got meanwhile."""

    def load(self, record_id: str) -> R:
        """Read a record. Runs on the worker.

        Raises:
            UserError: It does not exist any more.
        """

    def store(self, record: R, shown: R, /) -> tuple[R, Changes]:
        """Check and store a record. Runs on the worker.

        Args:
            record: As it was typed.
            shown: As the form had it when typing began; what was done to it meanwhile stands where
                nothing was typed.

        Raises:
            UserError: A field is refused.
        """

    def values(self, record: R) -> Values:
        """Return what the form shows of a record."""

    def record(self, values: Values, base: R) -> R:
        """Return the record that was typed.

        Raises:
            UserError: A field is no value at all, e.g. a day.
        """

    def name(self, values: Values) -> str:
        """Return how the record is called in a sentence."""
