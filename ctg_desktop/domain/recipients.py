"""Whom letters, labels and sheets are made for, whatever list they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a paper is addressed to.

    Attributes:
        id: Of the record they come from.
        name: First line of the address.
        attention: "À l’attention de …", empty for nobody in particular.
        lines: Further lines of the address, postal code and city included.
        fields: Placeholder → its value for this recipient, for templates.
    """

    id: str
    name: str
    attention: str = ""
    lines: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
