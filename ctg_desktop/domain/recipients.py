"""Whom letters, labels and sheets are made for, whatever list they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a paper is addressed to.

    Attributes:
        id: Of the record they come from.
        name: First line of the address.
        attention: "À l’attention de …", empty for nobody in particular.
        lines: Further lines of the address, postal code and city included; empty when there is no
            address that may be used.
        fields: Placeholder → its value for this recipient, for templates.
    """

    id: str
    name: str
    attention: str = ""
    lines: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The people that a source gave, and those it had to leave out.

    Attributes:
        recipients: In the order of the source, also those without an address.
        withheld: Names of records that may not be addressed: drafts, persons who did not agree.
        entity: Kind of the records, for the journal of access.
    """

    recipients: tuple[Recipient, ...] = ()
    withheld: tuple[str, ...] = ()
    entity: str = "listing"

    @property
    def addressed(self) -> tuple[Recipient, ...]:
        """Those a letter or a label reaches."""
        return tuple(one for one in self.recipients if one.lines)

    @property
    def unaddressed(self) -> tuple[Recipient, ...]:
        """Those without an address: to be reported, never dropped in silence."""
        return tuple(one for one in self.recipients if not one.lines)


class RecipientSource(Protocol):
    """A list of people that papers are addressed to: the directory, the families."""

    def gather(self, today: date) -> Gathered:
        """Return the recipients as of a day, consent applied."""
