"""Which column of a spreadsheet says what: proposed, corrected by hand, remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ctg_desktop.domain.listing import ListingKind
from ctg_desktop.domain.text import clean, fold


class Target(StrEnum):
    """What a column fills. Several columns may fill the same one: they are put together."""

    IGNORED = ""
    ID = "id"
    NAME = "name"
    KIND = "kind"
    CATEGORY = "category"
    THEMES = "themes"
    SUMMARY = "summary"
    DESCRIPTION = "description"
    DESCRIPTION_EN = "description_en"
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    INSEE_CODE = "insee_code"
    DELEGATED_COMMUNE = "delegated_commune"
    PHONES = "phones"
    PRIVATE_PHONES = "private_phones"
    EMAILS = "emails"
    PRIVATE_EMAILS = "private_emails"
    WEBSITE = "website"
    OPENING_HOURS = "opening_hours"
    HOURS_MONDAY = "hours_1"
    HOURS_TUESDAY = "hours_2"
    HOURS_WEDNESDAY = "hours_3"
    HOURS_THURSDAY = "hours_4"
    HOURS_FRIDAY = "hours_5"
    HOURS_SATURDAY = "hours_6"
    HOURS_SUNDAY = "hours_7"
    HOURS_COMMENT = "hours_comment"
    AUDIENCE = "audience"
    PRICE = "price"
    CONDITIONS = "conditions"
    ACCESSIBILITY = "accessibility"
    COVERAGE = "coverage"
    CONTACT_NAME = "contact_name"
    CONTACT_ROLE = "contact_role"
    CONTACT_PHONE = "contact_phone"
    CONTACT_EMAIL = "contact_email"
    RNA = "rna"
    SIRET = "siret"
    DILA = "dila"
    VERIFIED_ON = "verified_on"
    CLOSED_UNTIL = "closed_until"
    PUBLISHED = "published"
    SOURCE = "source"
    SKIP_MARK = "skip_mark"


DAY_TARGETS: tuple[Target, ...] = (
    Target.HOURS_MONDAY,
    Target.HOURS_TUESDAY,
    Target.HOURS_WEDNESDAY,
    Target.HOURS_THURSDAY,
    Target.HOURS_FRIDAY,
    Target.HOURS_SATURDAY,
    Target.HOURS_SUNDAY,
)


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of the file.

    Attributes:
        header: Its header as read; empty when the file gives none.
        nth: Which of the columns with this header it is, from 0.
        target: What it fills.
    """

    header: str
    nth: int = 0
    target: Target = Target.IGNORED


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How the columns of a kind of file are read; columns are known by header, not by position.

    Attributes:
        kind: Kind of every row that does not say its own.
        category: Category of every row that does not say its own; empty for the kind's usual one.
        sheet: Name of the sheet; empty for the first one with rows.
        only_commune: Leave out rows whose INSEE code is another commune's.
        verbatim: The file is our own export: values are taken exactly as they are.
    """

    columns: tuple[MappedColumn, ...] = ()
    kind: ListingKind = ListingKind.ASSOCIATION
    category: str = ""
    sheet: str = ""
    only_commune: bool = False
    verbatim: bool = False

    def targets(self, headers: Sequence[str]) -> tuple[Target, ...]:
        """Return the target of each column of a file with these headers, in its order."""
        known = {(fold(one.header), one.nth): one.target for one in self.columns}
        return tuple(
            known.get((fold(one.header), one.nth), Target.IGNORED) for one in columns_of(headers)
        )

    def with_target(self, index: int, target: Target) -> ColumnMapping:
        """Return the mapping with another target for its column number ``index`` (from 0)."""
        columns = list(self.columns)
        columns[index] = replace(columns[index], target=target)
        return replace(self, columns=tuple(columns))


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """The top of a spreadsheet, to look at while its columns are told what they fill.

    Attributes:
        sheets: Names of the visible sheets of a workbook; empty for a text file.
        sheet: The one that is read.
        headers: As read; an empty one where the file has none.
        samples: The first rows, each as long as the headers.
        mapping: Proposed, or remembered for these headers.
    """

    name: str
    sheets: tuple[str, ...]
    sheet: str
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping

    @property
    def signature(self) -> str:
        """The key under which the mapping of such files is remembered."""
        return signature(self.headers)


def columns_of(headers: Sequence[str]) -> tuple[MappedColumn, ...]:
    """Return one unmapped column for each header, numbering those that look alike."""
    seen: dict[str, int] = {}
    columns = []
    for header in (clean(one, multiline=False) for one in headers):
        key = fold(header)
        columns.append(MappedColumn(header, seen.get(key, 0)))
        seen[key] = seen.get(key, 0) + 1
    return tuple(columns)


def signature(headers: Sequence[str]) -> str:
    """Return the key under which the mapping of files with these headers is remembered.

    The order of the columns, their case and their accents do not count.
    """
    parts = sorted(fold(clean(header, multiline=False)) for header in headers)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
