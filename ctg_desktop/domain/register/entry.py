"""One person of the register: the fields of the decree, and no others.

Source: code de l’action sociale et des familles, articles L121-6-1 and R121-2 to R121-12.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Quality(StrEnum):
    """Why somebody may be registered."""

    ELDERLY = "elderly"
    """65 and over, at home."""
    UNFIT = "unfit"
    """60 and over, declared unfit for work, at home."""
    DISABLED = "disabled"
    """A disabled adult at home, with one of the benefits or pensions the code names."""


class AskedBy(StrEnum):
    """Who asks for a registration."""

    PERSON = "person"
    REPRESENTATIVE = "representative"
    """Legal representative."""
    THIRD_PARTY = "third-party"
    """Anybody else: in writing only."""


class EntryState(StrEnum):
    """Where a registration stands."""

    TO_ACKNOWLEDGE = "to-acknowledge"
    """The request came; the acknowledgement is due within 8 days."""
    AWAITING = "awaiting"
    """Acknowledged; the person may object."""
    REGISTERED = "registered"
    REFUSED = "refused"
    """The person objected: only what tells that they must not be registered again is kept."""


class Removal(StrEnum):
    """Why an entry is taken out of the register, with all that is known of the person."""

    DEATH = "death"
    MOVED = "moved"
    OWN_WISH = "own-wish"
    ERROR = "error"
    """Entered by mistake, twice, or about somebody whom the code does not name."""


class CallResult(StrEnum):
    """What a call of a heat wave gave."""

    WELL = "well"
    NO_ANSWER = "no-answer"
    CALL_AGAIN = "call-again"
    HELP_SENT = "help-sent"
    """Somebody was sent: relatives, the service at home, emergency services."""


@dataclass(frozen=True, slots=True)
class RegisterContact:
    """The person to warn, a home service, or the third party who asked.

    Attributes:
        quality: "fille", "service d’aide à domicile", "médecin traitant".
    """

    name: str = ""
    quality: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """How the registration was asked for.

    Attributes:
        in_writing: Obligatory for a third party.
        proof: Where the paper is.
    """

    on: date
    by: AskedBy = AskedBy.PERSON
    in_writing: bool = False
    proof: str = ""
    third_party: RegisterContact = field(default_factory=RegisterContact)


@dataclass(frozen=True, slots=True)
class Call:
    """One call during an alert.

    Attributes:
        at: Local time.
        by: Who called.
        alert: Id of the alert.
    """

    at: datetime
    result: CallResult
    by: str = ""
    alert: str = ""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A person.

    Attributes:
        id: UUIDv7; empty before the first save.
        acknowledged_on: The letter left on.
        registered_on: Entered on the register on.
        objected_on: They said no on.
        confirmed_on: They confirmed their data at the yearly call on.
        calls: Oldest first.
        version: How often it was stored; 0 before the first time.
    """

    id: str = ""
    last_name: str = ""
    first_names: str = ""
    birth_date: date | None = None
    quality: Quality = Quality.ELDERLY
    address: tuple[str, ...] = ()
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    home_services: tuple[RegisterContact, ...] = ()
    to_warn: tuple[RegisterContact, ...] = ()
    request: Request = field(default_factory=lambda: Request(date.min))
    acknowledged_on: date | None = None
    registered_on: date | None = None
    objected_on: date | None = None
    confirmed_on: date | None = None
    calls: tuple[Call, ...] = ()
    version: int = 0

    @property
    def name(self) -> str:
        """First names and last name."""
        return f"{self.first_names} {self.last_name}".strip()

    @property
    def is_alone(self) -> bool:
        """Whether there is nobody to warn and no service at home."""
        return not self.to_warn and not self.home_services

    @property
    def state(self) -> EntryState:
        """Where the registration stands."""
        if self.objected_on is not None:
            return EntryState.REFUSED
        if self.registered_on is not None:
            return EntryState.REGISTERED
        if self.acknowledged_on is not None:
            return EntryState.AWAITING
        return EntryState.TO_ACKNOWLEDGE


@dataclass(frozen=True, slots=True)
class Alert:
    """A heat wave, a cold spell or another alert that the prefect or the mayor declared.

    Attributes:
        id: UUIDv7; empty before the first save.
        ended_on: ``None`` while it lasts.
        version: How often it was stored; 0 before the first time.
    """

    id: str = ""
    name: str = ""
    began_on: date = date.min
    ended_on: date | None = None
    version: int = 0
