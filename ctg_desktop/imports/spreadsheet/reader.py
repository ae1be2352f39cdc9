"""A spreadsheet whose columns are mapped, read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from ctg_desktop.domain.column_mapping import ColumnMapping, Target
from ctg_desktop.domain.import_plan import ForeignRecord
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Progress
from ctg_desktop.domain.text import clean
from ctg_desktop.imports import encoding, prose, vocabulary
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.spreadsheet.cells import cleaned
from ctg_desktop.imports.spreadsheet.exact import ExactReader
from ctg_desktop.imports.spreadsheet.listing import ListingReader
from ctg_desktop.imports.spreadsheet.row import MappedRow, spoken_of
from ctg_desktop.imports.spreadsheet.tables import Headed

FORMAT = "spreadsheet"

_NOTHING = Listing()


class Reader(Protocol):
    """Makes a listing of a row."""

    def read(self, row: MappedRow) -> tuple[Listing, list[str]]:
        """Return what a row says, and the fields that were not understood whole."""


@dataclass(frozen=True, slots=True)
class SpreadsheetFile:
    """A spreadsheet with a mapping that names at least the column of names."""

    table: Headed
    mapping: ColumnMapping
    context: ReadingContext

    @property
    def format(self) -> str:
        """Code of the format."""
        return FORMAT

    def records(self, progress: Progress) -> Iterator[ForeignRecord]:
        """Read the rows of data one by one."""
        headers = self.table.headers
        targets = self.mapping.targets(headers)
        clean_cell = clean if self.mapping.verbatim else cleaned
        reader = self._reader()
        for number, cells in enumerate(self.table.data(progress), 1):
            if cells is None:
                yield ForeignRecord(number, _NOTHING, refuse="row-unreadable")
                continue
            mended = encoding.is_stray("".join(cells))
            texts = [encoding.mend(one) for one in cells] if mended else cells
            record = self._record(number, MappedRow(targets, headers, texts, clean_cell), reader)
            yield _told(record, "encoding") if mended else record

    def _reader(self) -> Reader:
        if self.mapping.verbatim:
            return ExactReader(self.context)
        return ListingReader(self.mapping, self.context)

    def _record(self, number: int, row: MappedRow, reader: Reader) -> ForeignRecord:
        if not row:
            return ForeignRecord(number, _NOTHING, skip="empty-row")
        if vocabulary.is_yes(row.first(Target.SKIP_MARK)):
            return ForeignRecord(number, _NOTHING, skip="help-row")
        listing, told = reader.read(row)
        return ForeignRecord(
            number,
            listing,
            fields=spoken_of(self.mapping.targets(self.table.headers)) - self._unsaid(row),
            skip="other-commune" if self._is_elsewhere(listing) else "",
            refuse="" if self._is_named(listing) else "name-missing",
            kept_as_text=tuple(told),
        )

    def _is_named(self, listing: Listing) -> bool:
        return bool(listing.name) if self.mapping.verbatim else prose.says_something(listing.name)

    def _unsaid(self, row: MappedRow) -> frozenset[str]:
        """Return the closed lists of which this row says nothing that is known."""
        known: dict[str, object] = {
            "kind": vocabulary.kind_of(row.first(Target.KIND)),
            "category": vocabulary.code_of(row.first(Target.CATEGORY), self.context.categories),
            "coverage": vocabulary.coverage_of(row.first(Target.COVERAGE)),
            "published": row.first(Target.PUBLISHED),
        }
        return frozenset(field for field, value in known.items() if not value)

    def _is_elsewhere(self, listing: Listing) -> bool:
        code = listing.address.insee_code
        return self.mapping.only_commune and bool(code) and not self.context.concerns(code)


def _told(record: ForeignRecord, what: str) -> ForeignRecord:
    return replace(record, kept_as_text=(*record.kept_as_text, what))
