"""Bring in what public files and spreadsheets already know: look, plan, then apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ctg_desktop.db.vault import UnitOfWork, Vault
from ctg_desktop.domain import json_shape
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.column_mapping import ColumnMapping, SheetPreview, signature
from ctg_desktop.domain.commune import Role
from ctg_desktop.domain.directory import ListingFilter
from ctg_desktop.domain.history import Origin
from ctg_desktop.domain.import_plan import ForeignFile, ImportPlan, PlannedRow, Verdict
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.progress import Progress, silent
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.backups import BeforeChange, nothing_before
from ctg_desktop.usecases.start import delegated_communes

if TYPE_CHECKING:
    from ctg_desktop.imports.context import ReadingContext

REPORT_EVERY = 200

Taken = frozenset[tuple[int, str]]
"""Conflicts decided for the file: (row, field)."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        counts: How many rows got each verdict.
    """

    changes: Changes
    counts: dict[Verdict, int]


class Imports:
    """Foreign files, read for the commune of a vault."""

    def __init__(
        self, vault: Vault, actor: str = "", before: BeforeChange = nothing_before
    ) -> None:
        self._vault = vault
        self._actor = actor
        self._before = before

    def recognise(
        self,
        path: Path,
        today: date,
        *,
        format: str | None = None,  # noqa: A002 - the word of the command line
        commune: str = "",
        mapping: ColumnMapping | None = None,
    ) -> ForeignFile:
        """Say what a file is, ready to be read.

        A spreadsheet takes the mapping given, else the one remembered for its headers, else the
        one that the program proposes.

        Args:
            path: The file.
            today: Day on which dissolutions and closures are judged.
            format: ``rna``, ``dila`` or ``spreadsheet`` when the person knows better.
            commune: INSEE code wanted; the vault's own by default.
            mapping: How the columns of a spreadsheet are read.

        Raises:
            UserError: ``file-missing``, ``file-empty``, ``file-format-unknown``,
                ``file-damaged``, ``mapping-needed``.
            EnvironmentFault: ``file-unreadable``.
        """
        from ctg_desktop.imports.recognise import recognise

        context = self._context(today, commune, mapping or self._remembered(path))
        return recognise(path, format=format, context=context)

    def recognise_pasted(
        self, text: str, today: date, mapping: ColumnMapping | None = None
    ) -> ForeignFile:
        """Take cells copied from a spreadsheet, ready to be read.

        Raises:
            UserError: ``file-empty``, ``mapping-needed``.
        """
        from ctg_desktop.imports.spreadsheet import paste

        return paste(text, self._context(today, "", mapping))

    def sheet(self, path: Path, today: date, sheet: str = "") -> SheetPreview:
        """Return the top of a spreadsheet, with the mapping remembered or proposed for it.

        Args:
            path: The file.
            today: As for ``recognise``.
            sheet: Name of the sheet; empty for the first one with rows.

        Raises:
            UserError: What is wrong with the file, as for ``recognise``.
            EnvironmentFault: ``file-unreadable``.
        """
        from ctg_desktop.imports.spreadsheet import preview

        return preview(path, self._context(today, "", self._remembered(path)), sheet)

    def pasted_sheet(self, text: str, today: date) -> SheetPreview:
        """Return the top of pasted cells likewise.

        Raises:
            UserError: ``file-empty``.
        """
        from ctg_desktop.imports.spreadsheet import preview_pasted

        return preview_pasted(text, self._context(today, "", None))

    def plan(self, path: Path | None, file: ForeignFile, progress: Progress = silent) -> ImportPlan:
        """Decide what each row would do; nothing is written.

        Args:
            path: Where the file is; ``None`` for pasted cells.
            file: What ``recognise`` returned for it.
            progress: Told how many bytes or rows are read; may cancel.

        Raises:
            UserError: The file turns out damaged while it is read.
            Cancelled: Somebody asked to stop.
        """
        from ctg_desktop.imports.existing import DirectoryIndex
        from ctg_desktop.imports.planning import plan
        from ctg_desktop.imports.source import digest

        content = digest(path) if path is not None else ""
        with self._vault.reading() as stored:
            existing = DirectoryIndex(
                stored.listings.stream(ListingFilter(), date.min),
                stored.listings.get,
                lambda one: stored.listings.corrected_fields([one]).get(one, set()),
            )
            return plan(
                file.records(progress),
                existing,
                format=file.format,
                digest=content,
                seen=stored.journal.highest(),
            )

    def apply(
        self, plan: ImportPlan, take: Taken = frozenset(), progress: Progress = silent
    ) -> ImportReport:
        """Write a plan in one change set, which one undo takes back.

        Args:
            plan: What was shown.
            take: Conflicts in which the file wins.
            progress: Told how many rows are written; may cancel: nothing is written then.

        Raises:
            UserError: ``import-stale`` when the directory changed since the plan was made.
            Cancelled: Somebody asked to stop.
        """
        rows = [row for row in plan.rows if row.after is not None]
        if rows:
            self._before(Why.IMPORT)
        with self._vault.writing(
            "listings-imported",
            actor=self._actor,
            origin=Origin.IMPORT,
            format=plan.format,
            count=_written(rows, take),
        ) as work:
            if work.journal.highest() != plan.seen:
                raise UserError("import-stale")
            _write(work, rows, take, progress)
        return ImportReport(work.changes, plan.counts)

    def remember(self, headers: Iterable[str], mapping: ColumnMapping) -> None:
        """Keep a mapping for files with these headers."""
        self._vault.mappings.set(signature(list(headers)), json_shape.write(mapping))

    def _own_code(self) -> str:
        profile = self._vault.profile
        return profile.code if profile.role is Role.COMMUNE else ""

    def _context(self, today: date, commune: str, mapping: ColumnMapping | None) -> ReadingContext:
        from ctg_desktop.imports.context import ReadingContext

        code = commune or self._own_code()
        with self._vault.reading() as stored:
            return ReadingContext(
                commune=code,
                today=today,
                categories=tuple(stored.categories.all()),
                themes=tuple(stored.themes.all()),
                mapping=mapping,
                delegated=delegated_communes(code),
            )

    def _remembered(self, path: Path) -> ColumnMapping | None:
        from ctg_desktop.imports.spreadsheet import headers_of

        headers = headers_of(path)
        kept = self._vault.mappings.get(signature(headers)) if headers else None
        return json_shape.read(kept, ColumnMapping()) if kept else None


def _write(work: UnitOfWork, rows: list[PlannedRow], take: Taken, progress: Progress) -> None:
    additions = (row.after for row in rows if row.verdict is Verdict.ADD and row.after)
    work.listings.add_many(_counted(additions, len(rows), progress))
    for row in rows:
        if row.verdict is not Verdict.ADD:
            work.listings.save(_decided(row, take))


def _counted(listings: Iterable[Listing], total: int, progress: Progress) -> Iterator[Listing]:
    for done, listing in enumerate(listings):
        if done % REPORT_EVERY == 0:
            progress(done, total)
        yield listing


def _decided(row: PlannedRow, take: Taken) -> Listing:
    from ctg_desktop.imports.merging import taken

    if row.after is None:
        raise ValueError(row.row)
    wanted = [field for number, field in take if number == row.row]
    return taken(row.after, row.conflicts, wanted)


def _written(rows: list[PlannedRow], take: Taken) -> int:
    decided = {number for number, _field in take}
    return sum(1 for row in rows if row.verdict is Verdict.ADD or row.changes or row.row in decided)
