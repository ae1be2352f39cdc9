"""How to reach a listing: address, phones, e-mails, persons."""

from __future__ import annotations

from dataclasses import dataclass

from ctg_desktop.domain.text import fold


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in France.

    Attributes:
        lines: Number and street, building, hamlet; without postal code and city.
        insee_code: Five-character code of the commune (INSEE, Code officiel géographique).
        delegated_commune: Name of the former commune inside a *commune nouvelle*.
    """

    lines: tuple[str, ...] = ()
    postal_code: str = ""
    city: str = ""
    insee_code: str = ""
    delegated_commune: str = ""

    @property
    def printed_lines(self) -> tuple[str, ...]:
        """Lines above the city, with the delegated commune where nothing else says it."""
        lines = tuple(line for line in (one.strip(" ,") for one in self.lines) if line)
        delegated = self.delegated_commune
        said = {fold(part.strip()) for line in (*lines, self.city) for part in line.split(",")}
        return lines if not delegated or fold(delegated) in said else (*lines, delegated)


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in E.164 where it could be understood, as typed otherwise.

    Attributes:
        private: Belongs to a person, not to the organisation: never printed without consent.
    """

    number: str
    label: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address; ``private`` as for a phone."""

    address: str
    label: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Somebody who answers for a listing, e.g. the chair of an association."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
