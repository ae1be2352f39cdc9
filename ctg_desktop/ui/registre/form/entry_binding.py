"""How persons of the register are stored from their form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.register.entry import RegisterEntry, Request
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.registre.form.typed import to_entry, typed_from
from ctg_desktop.usecases.register.open_register import OpenRegister

ALIASES = {
    "address": "address_lines",
    "request.on": "asked_on",
    "request.by": "asked_by",
    "request.in_writing": "in_writing",
    "request.proof": "proof",
    "request.third_party.name": "third_name",
    "request.third_party.quality": "third_quality",
    "request.third_party.phone": "third_phone",
    "request.third_party.address": "third_address",
}
"""Start of a path in an error → field of the form."""


class EntryBinding:
    """Joins the form of a person to the open register.

    Attributes:
        although_objected: Somebody has made sure that who said no is another person; for the next
            time something is stored.
    """

    entity = "entry"

    def __init__(self, register: OpenRegister, today: Callable[[], date]) -> None:
        self._register, self._today = register, today
        self.although_objected = False

    def blank(self) -> RegisterEntry:
        """Return a new entry, asked for today."""
        return RegisterEntry(request=Request(self._today()))

    def id_of(self, record: RegisterEntry) -> str:
        """Return the id of an entry."""
        return record.id

    def with_id(self, record: RegisterEntry, record_id: str) -> RegisterEntry:
        """Return the entry with another id, as the next version of the one that was made."""
        return replace(record, id=record_id, version=max(1, record.version))

    def load(self, record_id: str) -> RegisterEntry:
        """Read an entry; the journal of access notes who looked.

        Raises:
            UserError: ``register-entry-unknown``, ``register-closed``.
        """
        return self._register.get(record_id)

    def store(
        self, record: RegisterEntry, _shown: RegisterEntry, /
    ) -> tuple[RegisterEntry, Changes]:
        """Check and store an entry.

        Raises:
            UserError: A field is refused; ``register-objected``, ``register-changed``.
        """
        although, self.although_objected = self.although_objected, False
        kept = self._register.save(record, self._today(), although_objected=although)
        return kept, Changes(register=frozenset({kept.id}))

    def values(self, record: RegisterEntry) -> Values:
        """Return what the form shows of an entry."""
        return typed_from(record)

    def record(self, values: Values, base: RegisterEntry) -> RegisterEntry:
        """Return the entry that was typed.

        Raises:
            UserError: A day is none.
        """
        return to_entry(values, base, self._today())

    def name(self, values: Values) -> str:  # noqa: ARG002 - names stay behind the door
        """Return what a sentence outside the register may say: no name."""
        return "Fiche du registre"
