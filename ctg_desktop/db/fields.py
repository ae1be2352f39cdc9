"""The journaled fields of each kind of record, read from its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, String
from sqlalchemy.orm import class_mapper
from sqlalchemy.sql.elements import NamedColumn

from ctg_desktop.db.tables import (
    CategoryRecord,
    ContactNoteRecord,
    EventRecord,
    HouseholdRecord,
    Journaled,
    ListingRecord,
    PictureRecord,
    ReferralRecord,
    SettingRecord,
    ThemeRecord,
    Values,
)

Plain = dict[str, Any]

_ALWAYS_WRITTEN = object()


@dataclass(frozen=True, slots=True)
class Field:
    """One journaled column.

    Attributes:
        key: Name of the attribute.
        path: Name of the field in the domain and in the journal, e.g. ``address.city``.
        empty: Value that a whole record leaves out.
        is_date: Written in ISO 8601.
    """

    key: str
    path: str
    empty: object
    is_date: bool

    def plain(self, value: Any) -> Any:
        """Return the value as the journal writes it."""
        return value.isoformat() if self.is_date and value is not None else value

    def typed(self, plain: Any) -> Any:
        """Return the value that ``plain`` wrote."""
        return date.fromisoformat(plain) if self.is_date and plain is not None else plain

    def is_empty(self, value: Any) -> bool:
        """Tell whether a whole record leaves this value out."""
        return bool(value == self.empty)


def fields_of(kind: type[Journaled]) -> tuple[Field, ...]:
    """Return the journaled fields of a kind of record."""
    return _FIELDS[kind]


def field_at(kind: type[Journaled], path: str) -> Field | None:
    """Return the field of that path; ``None`` for one that this version does not know."""
    return next((field for field in fields_of(kind) if field.path == path), None)


def whole(kind: type[Journaled], values: Values) -> Plain:
    """Return all that a record holds, without what is empty, as the journal writes it."""
    return {
        field.path: field.plain(value) if field.is_date else value
        for field in _FIELDS[kind]
        if (value := values[field.key]) != field.empty
    }


def rebuilt(kind: type[Journaled], plain: Plain) -> dict[str, Any]:
    """Return the values of a record that holds what ``whole`` wrote."""
    return {
        field.key: field.typed(plain[field.path]) if field.path in plain else _fresh(field.empty)
        for field in _FIELDS[kind]
    }


def _empty(column: NamedColumn[Any]) -> object:
    if column.nullable:
        return None
    if isinstance(column.type, String):
        return ""
    return [] if isinstance(column.type, JSON) else _ALWAYS_WRITTEN


def _fresh(empty: object) -> object:
    return [] if empty == [] else empty


def _read_fields(kind: type[Journaled]) -> tuple[Field, ...]:
    return tuple(
        Field(
            key=attribute.key,
            path=column.info.get("path", attribute.key),
            empty=_empty(column),
            is_date=isinstance(column.type, Date),
        )
        for attribute in class_mapper(kind).column_attrs
        for column in attribute.columns
        if not column.info.get("derived")
    )


KINDS: Mapping[str, type[Journaled]] = {
    kind.ENTITY: kind
    for kind in (
        ListingRecord,
        EventRecord,
        CategoryRecord,
        ThemeRecord,
        PictureRecord,
        SettingRecord,
        HouseholdRecord,
        ContactNoteRecord,
        ReferralRecord,
    )
}
_FIELDS: Mapping[type[Journaled], tuple[Field, ...]] = {
    kind: _read_fields(kind) for kind in KINDS.values()
}
