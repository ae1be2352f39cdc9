"""Finds households that may be the one being typed, or that left and came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from ctg_desktop.db.household_mapping import WHOLE, household_of
from ctg_desktop.db.likeness import CANDIDATES, alike_titles, holding, with_phones
from ctg_desktop.db.tables import HouseholdRecord
from ctg_desktop.db.vocabulary import Vocabulary
from ctg_desktop.domain.families.household import Household, Person
from ctg_desktop.domain.families.listing import LikenessReason, SimilarHousehold
from ctg_desktop.domain.text import clean, fold

USUAL = frozenset({"famille", "m", "mme", "monsieur", "madame", "et"})
"""Words that make no two names alike."""

H = HouseholdRecord

_WEIGHTS = {
    LikenessReason.PERSON: 4,
    LikenessReason.PHONE: 4,
    LikenessReason.EMAIL: 4,
    LikenessReason.NAME: 3,
    LikenessReason.ADDRESS: 2,
}


def similar_households(
    connection: Connection, vocabulary: Vocabulary, typed: Household
) -> list[SimilarHousehold]:
    """Return the households that look alike, those with the best reasons first, then by name.

    A shared phone or e-mail, or one address, is no fault: separated parents, a shared house.

    Args:
        connection: An open connection to the vault.
        vocabulary: The words of the vault.
        typed: As typed so far; nothing of it needs to be right.
    """
    entity = H.ENTITY
    alike = set(alike_titles(connection, vocabulary, entity, typed.name, USUAL))
    called = set(with_phones(connection, entity, (one.number for one in typed.phones)))
    # The surest first, the newest of each: a whole village may live at one address, "Le Bourg".
    tried = (called, _by_words(connection, typed), alike, _by_address(connection, typed))
    candidates = dict.fromkeys(one for some in tried for one in sorted(some, reverse=True))
    candidates.pop(typed.id, None)
    asked = select(*WHOLE).where(H.id.in_(list(candidates)[:CANDIDATES]))
    found = []
    for known in map(household_of, connection.execute(asked)):
        why = frozenset(_reasons(typed, known, named=known.id in alike, called=known.id in called))
        if why:
            found.append(SimilarHousehold(known.id, known.name, why, known.left_on))
    return sorted(found, key=lambda one: (-sum(map(_WEIGHTS.__getitem__, one.why)), fold(one.name)))


def _reasons(
    typed: Household, known: Household, *, named: bool, called: bool
) -> Iterator[LikenessReason]:
    if named:
        yield LikenessReason.NAME
    if called:
        yield LikenessReason.PHONE
    if not _names(typed.persons).isdisjoint(_names(known.persons)):
        yield LikenessReason.PERSON
    if not _addresses(typed).isdisjoint(_addresses(known)):
        yield LikenessReason.EMAIL
    if _place(typed) and _place(typed) == _place(known):
        yield LikenessReason.ADDRESS


def _by_words(connection: Connection, typed: Household) -> list[str]:
    """Return the households that hold a person's whole name, or an e-mail address."""
    phrases = [" ".join(name) for name in _names(typed.persons)]
    phrases += _addresses(typed)
    return holding(connection, H.ENTITY, "body", phrases) if phrases else []


def _by_address(connection: Connection, typed: Household) -> list[str]:
    place = _place(typed)
    if not place:
        return []
    return list(
        connection.scalars(select(H.id).where(H.place_folded == place[0]).limit(CANDIDATES))
    )


def _names(persons: Iterable[Person]) -> set[tuple[str, str]]:
    """Return whole names alone: many share a first name."""
    folded = ((_folded(one.first_name), _folded(one.last_name)) for one in persons)
    return {(first, last) for first, last in folded if first and last}


def _addresses(household: Household) -> set[str]:
    return {address for one in household.emails if (address := _folded(one.address))}


def _place(household: Household) -> tuple[str, str] | None:
    """Return the first line and the city; ``None`` without a line: a city is many people's."""
    line = _folded(next(iter(household.address.lines), ""))
    return (line, _folded(household.address.city)) if line else None


def _folded(typed: str) -> str:
    return fold(clean(typed, multiline=False))
