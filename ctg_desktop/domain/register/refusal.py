"""What is kept of somebody who objected: enough to know them again, and no name.

A later request of a third party about the same person must be recognised. For that no name is
needed: a keyed fingerprint of it tells "the same", and nothing more, to whoever opens the register
and types the name again (minimisation: GDPR, article 5, 1, c).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.register.entry import RegisterEntry

Fingerprint = Callable[..., str]
"""Words → what tells the same words again."""

_BETWEEN = re.compile(r"[\s,-]+")


class Likeness(StrEnum):
    """How sure it is that two records are about the same person."""

    NONE = "none"
    PERHAPS = "perhaps"
    """The same name; the birth date of one is not known."""
    SAME = "same"
    """The same name and birth date."""


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of a person.

    Attributes:
        name: Of the last name and the first of the first names.
        born: Of those and the birth date; empty when that is not known.
    """

    name: str = ""
    born: str = ""

    def likeness(self, other: Prints) -> Likeness:
        """Compare two persons."""
        if self.name != other.name:
            return Likeness.NONE
        if not self.born or not other.born:
            return Likeness.PERHAPS
        return Likeness.SAME if self.born == other.born else Likeness.NONE


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody who said no.

    Attributes:
        id: UUIDv7, another one than that of the entry.
        on: The day they said it.
    """

    id: str = ""
    on: date = date.min
    prints: Prints = Prints()
    version: int = 0

    @property
    def as_entry(self) -> RegisterEntry:
        """What a list shows of it: a state and a day."""
        return RegisterEntry(id=self.id, objected_on=self.on, version=self.version)


def prints_of(entry: RegisterEntry, fingerprint: Fingerprint) -> Prints:
    """Return the fingerprints of a person."""
    first = _BETWEEN.split(entry.first_names)[0]
    born = entry.birth_date.isoformat() if entry.birth_date else ""
    return Prints(
        name=fingerprint(entry.last_name, first),
        born=fingerprint(entry.last_name, first, born) if born else "",
    )
