"""What is said beside the form of a household, without refusing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ctg_desktop.domain.families.household import FORBIDDEN_SOURCES, Household
from ctg_desktop.domain.families.sensitive import sensitive_words


class WarningKind(StrEnum):
    """What a warning is about."""

    FORBIDDEN_SOURCE = "forbidden-source"
    """A file that the law does not let a town hall use for this."""
    SENSITIVE_WORDS = "sensitive-words"
    """A free text seems to speak of health, religion, origin…"""
    NOT_INFORMED = "not-informed"
    """The privacy notice was not given."""


@dataclass(frozen=True, slots=True)
class HouseholdWarning:
    """One warning.

    Attributes:
        field: Path of the input it stands beside.
        words: What calls for it, folded; of sensitive words only.
    """

    kind: WarningKind
    field: str
    words: tuple[str, ...] = ()


def household_warnings(household: Household) -> tuple[HouseholdWarning, ...]:
    """Return what should be said about a household, in the order of the form."""
    return tuple(_warnings(household))


def _warnings(household: Household) -> Iterator[HouseholdWarning]:
    if household.known_through in FORBIDDEN_SOURCES:
        yield HouseholdWarning(WarningKind.FORBIDDEN_SOURCE, "known_through")
    if household.informed_on is None:
        yield HouseholdWarning(WarningKind.NOT_INFORMED, "informed_on")
    for field, typed in _free_texts(household):
        words = sensitive_words(typed)
        if words:
            yield HouseholdWarning(WarningKind.SENSITIVE_WORDS, field, words)


def _free_texts(household: Household) -> Iterator[tuple[str, str]]:
    for field in ("isolated_through", "referent", "note", "kept_because"):
        yield field, getattr(household, field)
    consents = {
        **{f"phones.{at}": one.consents for at, one in enumerate(household.phones)},
        **{f"emails.{at}": one.consents for at, one in enumerate(household.emails)},
    }
    for path, given in consents.items():
        for number, consent in enumerate(given):
            yield f"{path}.consents.{number}.proof", consent.proof
