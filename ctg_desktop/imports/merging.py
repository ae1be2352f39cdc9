"""What a listing becomes when a foreign file speaks of it.

A file never erases: an empty value says nothing. What differs only in case, accents or punctuation
is the same. What the file cannot know (private phones, labels typed here) stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from ctg_desktop.domain import json_shape
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.import_plan import FieldChange
from ctg_desktop.domain.listing import ExternalIds, Listing
from ctg_desktop.imports.existing import name_key

T = TypeVar("T", Phone, Email)


@dataclass(frozen=True, slots=True)
class Merge:
    """The outcome for one listing.

    Attributes:
        after: The listing with the changes, without the conflicts.
        changes: Fields that nobody corrected.
        conflicts: Fields that a person corrected and the file contradicts.
    """

    after: Listing
    changes: tuple[FieldChange, ...]
    conflicts: tuple[FieldChange, ...]


def merge(
    ours: Listing, theirs: Listing, spoken_of: Iterable[str], corrected: frozenset[str]
) -> Merge:
    """Put what a file says of a listing into it, as far as nobody corrected it.

    Args:
        ours: The listing as it is.
        theirs: What the file says.
        spoken_of: The fields that the file speaks of.
        corrected: The fields whose last writer is a person.
    """
    values = {field: _merged(field, ours, theirs) for field in _in_order(spoken_of)}
    differing = {field: new for field, new in values.items() if new != getattr(ours, field)}
    written = {field: new for field, new in differing.items() if field not in corrected}
    if written and theirs.source and "source" not in corrected:
        written["source"] = theirs.source
    after = replace(ours, **written)
    contradicted = {field: new for field, new in differing.items() if field in corrected}
    return Merge(after, _changes(ours, written), _changes(ours, contradicted))


def taken(listing: Listing, conflicts: Iterable[FieldChange], wanted: Iterable[str]) -> Listing:
    """Return the listing with the file's value for the conflicts that a person decided to take.

    Args:
        listing: ``PlannedRow.after``.
        conflicts: ``PlannedRow.conflicts``.
        wanted: Names of the fields to take.
    """
    chosen = set(wanted)
    values = {one.field: one.new for one in conflicts if one.field in chosen}
    return json_shape.read(values, listing)


def _in_order(spoken_of: Iterable[str]) -> list[str]:
    wanted = set(spoken_of)
    return [one.name for one in fields(Listing) if one.name in wanted]


def _changes(ours: Listing, values: dict[str, Any]) -> tuple[FieldChange, ...]:
    if not values:
        return ()
    before, after = json_shape.write(ours), json_shape.write(replace(ours, **values))
    return tuple(
        FieldChange(one, before[one], after[one]) for one in values if before[one] != after[one]
    )


def _merged(field: str, ours: Listing, theirs: Listing) -> Any:
    old, new = getattr(ours, field), getattr(theirs, field)
    rule = _RULES.get(field)
    if rule is not None:
        return rule(old, new)
    return new if isinstance(new, bool) or new else old


def _name(old: str, new: str) -> str:
    return old if not new or name_key(old) == name_key(new) else new


def _address(old: Address, new: Address) -> Address:
    same_lines = name_key(" ".join(old.lines)) == name_key(" ".join(new.lines))
    return Address(
        lines=old.lines if not new.lines or same_lines else new.lines,
        postal_code=new.postal_code or old.postal_code,
        city=_name(old.city, new.city),
        insee_code=new.insee_code or old.insee_code,
        delegated_commune=_name(old.delegated_commune, new.delegated_commune),
    )


def _website(old: str, new: str) -> str:
    return old if not new or old.rstrip("/") == new.rstrip("/") else new


def _themes(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return old if not new or set(old) == set(new) else new


def _phones(old: tuple[Phone, ...], new: tuple[Phone, ...]) -> tuple[Phone, ...]:
    return _reachable(old, new, lambda one: one.number)


def _emails(old: tuple[Email, ...], new: tuple[Email, ...]) -> tuple[Email, ...]:
    return _reachable(old, new, lambda one: one.address.casefold())


def _reachable(old: tuple[T, ...], new: tuple[T, ...], key: Callable[[T], str]) -> tuple[T, ...]:
    """Take the file's list; what it shares with ours keeps its label and privacy.

    Private items of ours stay: they never leave the program, so no file can speak of them.
    """
    if not new:
        return old
    known = {key(one): one for one in old}
    listed: dict[str, T] = {key(one): _labelled(known.get(key(one)), one) for one in new}
    kept: dict[str, T] = {key(one): one for one in old if one.private and key(one) not in listed}
    merged = tuple(listed.values()) + tuple(kept.values())
    return old if set(merged) == set(old) else merged


def _labelled(old: T | None, new: T) -> T:
    if old is None:
        return new
    return replace(old, label=_name(old.label, new.label))


def _contact_persons(
    old: tuple[ContactPerson, ...], new: tuple[ContactPerson, ...]
) -> tuple[ContactPerson, ...]:
    """Complete the persons we know and add the others; a file never removes a person."""
    persons = list(old)
    free = list(range(len(old)))
    for one in new:
        alike = [at for at in free if _likeness(old[at], one)]
        if not alike:
            persons.append(one)
            continue
        best = max(alike, key=lambda at: _likeness(old[at], one))
        free.remove(best)
        persons[best] = _completed(old[best], one)
    return tuple(persons)


def _likeness(known: ContactPerson, one: ContactPerson) -> int:
    """Return 2 for the same name, 1 for one that differs in spelling only, 0 for another."""
    key = name_key(one.name)
    return 2 if known.name == one.name else int(bool(key) and name_key(known.name) == key)


def _completed(known: ContactPerson, one: ContactPerson) -> ContactPerson:
    return replace(
        known,
        role=_name(known.role, one.role),
        phone=one.phone or known.phone,
        email=one.email or known.email,
    )


def _external_ids(old: ExternalIds, new: ExternalIds) -> ExternalIds:
    return ExternalIds(new.rna or old.rna, new.siret or old.siret, new.dila or old.dila)


_RULES: dict[str, Callable[[Any, Any], Any]] = {
    "name": _name,
    "address": _address,
    "website": _website,
    "themes": _themes,
    "phones": _phones,
    "emails": _emails,
    "contact_persons": _contact_persons,
    "external_ids": _external_ids,
}
