"""What the worker brings back for the steps of an import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ctg_desktop.domain.category import Category
from ctg_desktop.domain.column_mapping import ColumnMapping, SheetPreview
from ctg_desktop.domain.import_plan import ForeignFile, ImportPlan, Progress
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.imports import Imports
from ctg_desktop.usecases.office import Office

SPREADSHEET = "spreadsheet"


@dataclass(frozen=True, slots=True)
class Source:
    """What is imported: a file, or cells that were pasted."""

    path: Path | None
    pasted: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name if self.path is not None else "Cellules collées"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a source is.

    Attributes:
        file: Ready to be planned; ``None`` as long as the columns are not known.
        sheet: The top of a spreadsheet, whose columns a person may correct.
    """

    source: Source
    file: ForeignFile | None
    sheet: SheetPreview | None
    categories: tuple[Category, ...]


def recognised(office: Office, source: Source, today: date, sheet: str = "") -> Recognised:
    """Say what a source is; a spreadsheet comes with its top.

    Raises:
        UserError: What is wrong with the file.
    """
    categories = tuple(office.settings.categories())
    if source.path is None:
        preview = office.imports.pasted_sheet(source.pasted, today)
        return Recognised(source, None, preview, categories)
    try:
        file = office.imports.recognise(source.path, today)
    except UserError as error:
        if error.code != "mapping-needed":
            raise
        file = None
    if file is not None and file.format != SPREADSHEET:
        return Recognised(source, file, None, categories)
    preview = office.imports.sheet(source.path, today, sheet)
    return Recognised(source, None, preview, categories)


def planned(
    imports: Imports,
    source: Source,
    file: ForeignFile | None,
    mapping: ColumnMapping | None,
    today: date,
    progress: Progress,
) -> ImportPlan:
    """Decide what each row would do."""
    ready = file or _with_mapping(imports, source, mapping, today)
    return imports.plan(source.path, ready, progress)


def _with_mapping(
    imports: Imports, source: Source, mapping: ColumnMapping | None, today: date
) -> ForeignFile:
    if source.path is None:
        return imports.recognise_pasted(source.pasted, today, mapping)
    return imports.recognise(source.path, today, format=SPREADSHEET, mapping=mapping)
