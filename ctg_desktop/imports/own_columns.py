"""The columns of our own exports, each written and read back exactly.

Lists stand one item a line inside their cell, so that whatever they hold can be told apart again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ctg_desktop.domain import opening_hours
from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.column_mapping import ColumnMapping, MappedColumn, Target
from ctg_desktop.domain.contact import ContactPerson, Email, Phone
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.phone_wording import national
from ctg_desktop.domain.text import fold
from ctg_desktop.imports import vocabulary

ID_HEADER = "Identifiant CTG"
_FIELD_MARK = " | "
_ESCAPED = re.compile(r"\\([\\|])")


@dataclass(frozen=True, slots=True)
class Names:
    """Labels of the codes that listings hold.

    Attributes:
        categories: Code of a chapter → its label.
        themes: Code of a leaflet → its label.
    """

    categories: Mapping[str, str] = field(
        default_factory=lambda: {one.code: one.label for one in CATEGORIES}
    )
    themes: Mapping[str, str] = field(
        default_factory=lambda: {one.code: one.label for one in THEMES}
    )


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an export.

    Attributes:
        width: In characters, for programs that show columns.
        wrapped: Whether its cells may hold several lines.
    """

    header: str
    target: Target
    write: Callable[[Listing, Names], str]
    width: int = 18
    wrapped: bool = False


def is_own(headers: Sequence[str]) -> bool:
    """Tell whether these are the headers of one of our exports, some of them maybe removed."""
    known = {fold(one.header) for one in COLUMNS}
    folded = [fold(one) for one in headers if one]
    return fold(ID_HEADER) in folded and sum(one in known for one in folded) * 2 > len(folded)


def own_mapping(headers: Sequence[str]) -> ColumnMapping:
    """Return the mapping of one of our exports."""
    targets = {fold(one.header): one.target for one in COLUMNS}
    columns = tuple(MappedColumn(one, 0, targets.get(fold(one), Target.IGNORED)) for one in headers)
    return ColumnMapping(columns, kind=ListingKind.PUBLIC_SERVICE, verbatim=True)


def phones_in(text: str) -> tuple[Phone, ...]:
    """Read phones as ``write`` puts them: a number, its label in brackets, one a line."""
    return tuple(Phone(value, label) for value, label in map(_unlabelled, _lines(text)))


def emails_in(text: str) -> tuple[Email, ...]:
    """Read e-mails likewise."""
    return tuple(Email(value, label) for value, label in map(_unlabelled, _lines(text)))


def contact_persons_in(text: str) -> tuple[ContactPerson, ...]:
    """Read persons: name, role, phone and e-mail between bars, one a line."""
    found = [[_unescaped(part) for part in line.split(_FIELD_MARK)] for line in _lines(text)]
    return tuple(ContactPerson(*(parts + [""] * 4)[:4]) for parts in found if parts[0])


def _lines(text: str) -> list[str]:
    return [one.strip() for one in text.split("\n") if one.strip()]


def _unlabelled(line: str) -> tuple[str, str]:
    value, mark, label = line.partition(" (")
    return (value, label.removesuffix(")")) if mark else (line, "")


def _labelled(value: str, label: str) -> str:
    return f"{value} ({label})" if label else value


def _category(listing: Listing, names: Names) -> str:
    return _label(listing.category, names.categories)


def _themes(listing: Listing, names: Names) -> str:
    return "\n".join(_label(one, names.themes) for one in listing.themes)


def _label(code: str, labels: Mapping[str, str]) -> str:
    """Return the label of a code, or the code where the label would be ambiguous."""
    label = labels.get(code, code)
    alone = sum(fold(one) == fold(label) for one in labels.values()) == 1
    return label if alone else code


def _phones(listing: Listing, _: Names) -> str:
    public = (one for one in listing.phones if not one.private)
    return "\n".join(_labelled(_phone(one.number), one.label) for one in public)


def _phone(number: str) -> str:
    return national(number).replace("\u00a0", " ").replace("\u202f", " ")


def _emails(listing: Listing, _: Names) -> str:
    public = (one for one in listing.emails if not one.private)
    return "\n".join(_labelled(one.address, one.label) for one in public)


def _contact_persons(listing: Listing, _: Names) -> str:
    return "\n".join(_person(one) for one in listing.contact_persons if one.name)


def _person(one: ContactPerson) -> str:
    parts = [one.name, one.role, _phone(one.phone), one.email]
    while not parts[-1]:
        parts.pop()
    return _FIELD_MARK.join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def _unescaped(part: str) -> str:
    return _ESCAPED.sub(r"\1", part.strip())


def _hours(listing: Listing, _: Names) -> str:
    return _readable_hours(listing.opening_hours) if listing.opening_hours else ""


@lru_cache(maxsize=512)
def _readable_hours(osm: str) -> str:
    return opening_hours.editable(osm)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


COLUMNS: tuple[Column, ...] = (
    Column("Nom", Target.NAME, lambda one, _: one.name, 36),
    Column("Rubrique", Target.CATEGORY, _category, 22),
    Column("Nature", Target.KIND, lambda one, _: vocabulary.KINDS[one.kind], 22),
    Column("Thèmes", Target.THEMES, _themes, 24, wrapped=True),
    Column("Résumé", Target.SUMMARY, lambda one, _: one.summary, 48, wrapped=True),
    Column("Description", Target.DESCRIPTION, lambda one, _: one.description, 48, wrapped=True),
    Column(
        "Description en anglais",
        Target.DESCRIPTION_EN,
        lambda one, _: one.description_en,
        36,
        wrapped=True,
    ),
    Column(
        "Adresse", Target.ADDRESS, lambda one, _: "\n".join(one.address.lines), 30, wrapped=True
    ),
    Column("Code postal", Target.POSTAL_CODE, lambda one, _: one.address.postal_code, 12),
    Column("Commune", Target.CITY, lambda one, _: one.address.city, 22),
    Column(
        "Commune déléguée",
        Target.DELEGATED_COMMUNE,
        lambda one, _: one.address.delegated_commune,
        22,
    ),
    Column("Code INSEE", Target.INSEE_CODE, lambda one, _: one.address.insee_code, 12),
    Column("Téléphones", Target.PHONES, _phones, 24, wrapped=True),
    Column("Courriels", Target.EMAILS, _emails, 30, wrapped=True),
    Column("Site web", Target.WEBSITE, lambda one, _: one.website, 30),
    Column("Horaires", Target.OPENING_HOURS, _hours, 40, wrapped=True),
    Column("Public", Target.AUDIENCE, lambda one, _: one.audience, 24, wrapped=True),
    Column("Tarif", Target.PRICE, lambda one, _: one.price, 24, wrapped=True),
    Column("Conditions", Target.CONDITIONS, lambda one, _: one.conditions, 24, wrapped=True),
    Column(
        "Accessibilité", Target.ACCESSIBILITY, lambda one, _: one.accessibility, 24, wrapped=True
    ),
    Column("Portée", Target.COVERAGE, lambda one, _: vocabulary.COVERAGES[one.coverage], 14),
    Column("Contacts", Target.CONTACT_NAME, _contact_persons, 36, wrapped=True),
    Column("Vérifiée le", Target.VERIFIED_ON, lambda one, _: _iso(one.verified_on), 12),
    Column("Fermée jusqu’au", Target.CLOSED_UNTIL, lambda one, _: _iso(one.closed_until), 14),
    Column("Numéro RNA", Target.RNA, lambda one, _: one.external_ids.rna, 14),
    Column("SIRET", Target.SIRET, lambda one, _: one.external_ids.siret, 16),
    Column("Identifiant DILA", Target.DILA, lambda one, _: one.external_ids.dila, 16),
    Column("Source", Target.SOURCE, lambda one, _: one.source, 24),
    Column(ID_HEADER, Target.ID, lambda one, _: one.id, 16),
)
