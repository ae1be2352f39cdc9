"""One household that came to live in the commune.

Nothing here can hold health, origin, religion or opinion: there is no field for it, and every free
text stands beside a reminder. Source: regulation (EU) 2016/679 (GDPR), articles 5 and 9.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ctg_desktop.domain.contact import Address


class KnownThrough(StrEnum):
    """How the town hall heard of a household."""

    DECLARATION = "declaration"
    """They said so themselves."""
    SCHOOL = "school"
    CCAS = "ccas"
    ASSOCIATION = "association"
    NEIGHBOUR = "neighbour"
    WELCOME_EVENT = "welcome-event"
    OTHER = "other"
    CENSUS = "census"
    TAXES = "taxes"
    CIVIL_REGISTRY = "civil-registry"
    ELECTORAL_ROLL = "electoral-roll"


FORBIDDEN_SOURCES = frozenset(
    {
        KnownThrough.CENSUS,
        KnownThrough.TAXES,
        KnownThrough.CIVIL_REGISTRY,
        KnownThrough.ELECTORAL_ROLL,
    }
)
"""Files that the law does not let a town hall use for this; choosing one raises a warning."""


class Purpose(StrEnum):
    """What somebody may agree to be written to or called for."""

    WELCOME = "welcome"
    INVITATIONS = "invitations"
    BOOKLET_UPDATES = "booklet-updates"
    COMMUNITY = "community"
    """To be invited by the community: the only consent that lets a name leave the commune."""


class Role(StrEnum):
    """Of a person in the household."""

    ADULT = "adult"
    CHILD = "child"


class Channel(StrEnum):
    """A way to reach a household."""

    PHONE = "phone"
    EMAIL = "email"
    POST = "post"


@dataclass(frozen=True, slots=True)
class ChannelConsent:
    """A dated agreement for one channel and one purpose (GDPR, article 7).

    Attributes:
        proof: Where it can be found, e.g. "bulletin signé le 3 mars, classeur accueil".
        withdrawn_on: Taken back on; kept, so that nobody asks again as if for the first time.
    """

    purpose: Purpose
    given_on: date
    proof: str = ""
    withdrawn_on: date | None = None

    @property
    def holds(self) -> bool:
        """Whether it may be relied upon."""
        return self.withdrawn_on is None


@dataclass(frozen=True, slots=True)
class ReachablePhone:
    """A phone number, in E.164 where it could be understood, and what it may be called for."""

    number: str
    consents: tuple[ChannelConsent, ...] = ()


@dataclass(frozen=True, slots=True)
class ReachableEmail:
    """An e-mail address, and what it may be written to for."""

    address: str
    consents: tuple[ChannelConsent, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A member of a household.

    Attributes:
        birth_year: Of children only, for school and childcare; ``None`` where nobody said.
    """

    first_name: str = ""
    last_name: str = ""
    role: Role = Role.ADULT
    birth_year: int | None = None


@dataclass(frozen=True, slots=True)
class WelcomeChecklist:
    """What was done to welcome a household; ``None`` for not yet."""

    letter_on: date | None = None
    booklet_on: date | None = None
    visit_on: date | None = None
    invited_on: date | None = None
    """The invitation was handed over or sent on."""
    invited_to: str = ""
    """Titles of the events, as printed."""


@dataclass(frozen=True, slots=True)
class Household:
    """A household.

    Attributes:
        id: UUIDv7 made by the program; empty before the first save.
        name: As the town hall speaks of it: "Famille Martin-Dubois".
        languages: ISO 639-1 codes.
        needs: Codes of :mod:`ctg_desktop.domain.needs`.
        isolated: They said that they know nobody here, or somebody said so for them.
        isolated_through: Who said it, by role ("elle-même", "l’école"); empty for themselves.
        referent: Who follows them, of the town hall or a resident who welcomes.
        informed_on: The privacy notice was given on; ``None``: it must be.
        objected_on: They asked not to be written to or called any more (GDPR, article 21).
        left_on: They moved away on.
        call_back_on: Somebody promised to call back on.
        last_contact: The last dealing with them, from which their time runs; set when saved.
        kept_until: A person prolonged the time until, with a reason.
        kept_because: The reason of the last prolongation.
        note: Short, factual, useful to the family.
    """

    id: str = ""
    name: str = ""
    arrival_date: date | None = None
    known_through: KnownThrough = KnownThrough.DECLARATION
    address: Address = field(default_factory=Address)
    phones: tuple[ReachablePhone, ...] = ()
    emails: tuple[ReachableEmail, ...] = ()
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    isolated: bool = False
    isolated_through: str = ""
    persons: tuple[Person, ...] = ()
    referent: str = ""
    informed_on: date | None = None
    objected_on: date | None = None
    left_on: date | None = None
    call_back_on: date | None = None
    welcome: WelcomeChecklist = field(default_factory=WelcomeChecklist)
    last_contact: date | None = None
    kept_until: date | None = None
    kept_because: str = ""
    note: str = ""
