"""The national register of associations (*Répertoire national des associations*).

Two layouts are published: *waldec* (``adrs_*`` columns) and the older *import* (``adr1``…).
Columns are found by name. The private address of the declarant (``adrg_*``) and their civility
(``dir_civilite``) are never read.

Source: Ministère de l'intérieur, Licence Ouverte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ctg_desktop.domain.contact import Email, Phone
from ctg_desktop.domain.import_plan import ForeignRecord
from ctg_desktop.domain.listing import ExternalIds, Listing, ListingKind
from ctg_desktop.domain.progress import Progress
from ctg_desktop.imports import encoding, prose, rna_address
from ctg_desktop.imports.capitals import readable_name, readable_sentence
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.encoding import TextFormat

FORMAT = "rna"
CREDIT = "Répertoire national des associations (ministère de l’Intérieur), Licence Ouverte"
REQUIRED = frozenset({"id", "titre", "objet", "position", "adrs_codeinsee"})

_ACTIVE, _DISSOLVED = "A", "D"
_NO_DATE = "0001-01-01"
_NOTHING = Listing(kind=ListingKind.ASSOCIATION, category="associations")


def is_rna(headers: Sequence[str]) -> bool:
    """Tell whether the headers are those of the register, in either layout."""
    return {one.strip().lower() for one in headers} >= REQUIRED


@dataclass(frozen=True, slots=True)
class RnaFile:
    """A file of the register, read for one commune."""

    path: Path
    text: TextFormat
    context: ReadingContext

    @property
    def format(self) -> str:
        """Code of the format."""
        return FORMAT

    def records(self, progress: Progress) -> Iterator[ForeignRecord]:
        """Read the associations one by one; those of other communes come as skipped."""
        rows = encoding.rows(self.path, self.text, progress)
        header = next(rows, None) or []
        columns = {name.strip().lower(): index for index, name in enumerate(header)}
        needed = max((columns.get(one, 0) for one in REQUIRED), default=0)
        insee = columns.get("adrs_codeinsee", 0)
        for number, row in enumerate(rows, 1):
            if row is None:
                yield ForeignRecord(number, _NOTHING, refuse="row-unreadable")
            elif len(row) <= needed:
                yield ForeignRecord(number, _NOTHING, refuse="row-too-short")
            elif not self.context.concerns(row[insee].strip()):
                yield ForeignRecord(number, _NOTHING, skip="other-commune")
            else:
                yield _record(number, _Row(columns, row), self.context)


class _Row:
    """One row, its cells cleaned as they are asked for by column name."""

    def __init__(self, columns: dict[str, int], cells: Sequence[str]) -> None:
        self._columns = columns
        self._cells = cells
        self.mended = encoding.is_stray("".join(cells))

    def __contains__(self, column: str) -> bool:
        return column in self._columns

    def __getitem__(self, column: str) -> str:
        index = self._columns.get(column, -1)
        if not 0 <= index < len(self._cells):
            return ""
        cell = self._cells[index]
        return prose.one_line(encoding.mend(cell) if self.mended else cell)


def _record(number: int, row: _Row, context: ReadingContext) -> ForeignRecord:
    position = row["position"].upper()
    dissolved = position == _DISSOLVED or _is_past(row["date_disso"], context)
    name = readable_name(row["titre"])
    return ForeignRecord(
        number,
        _listing(name, row, context),
        fields=_spoken_of(row),
        dissolved=dissolved,
        skip="" if dissolved or position == _ACTIVE else "not-active",
        refuse="" if prose.says_something(name) else "name-missing",
        kept_as_text=("encoding",) if row.mended else (),
        former_ids=_former_ids(row),
    )


def _listing(name: str, row: _Row, context: ReadingContext) -> Listing:
    """Return what a row says; phone and e-mail are a person's unless the row publishes them."""
    summary, description = prose.summary_and_description(readable_sentence(row["objet"]))
    private = row["publiweb"] != "1"
    return Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        name=name,
        summary=summary,
        description=description,
        address=rna_address.address(row, context),
        website=row["siteweb"] if "." in row["siteweb"] else "",
        phones=tuple(Phone(one, private=private) for one in [row["telephone"]] if one),
        emails=tuple(Email(one, private=private) for one in [row["email"]] if one),
        external_ids=_external_ids(row),
        source=CREDIT,
    )


def _spoken_of(row: _Row) -> frozenset[str]:
    optional = {"website": "siteweb", "phones": "telephone", "emails": "email"}
    always = {"name", "summary", "description", "address", "external_ids"}
    return frozenset(always | {field for field, column in optional.items() if column in row})


def _external_ids(row: _Row) -> ExternalIds:
    siret = "".join(row["siret"].split())
    return ExternalIds(rna=row["id"], siret=siret if len(siret) == 14 else "")


def _former_ids(row: _Row) -> tuple[tuple[str, str], ...]:
    former = row["id_ex"]
    return (("rna", former),) if prose.says_something(former) and former != row["id"] else ()


def _is_past(written: str, context: ReadingContext) -> bool:
    """Tell whether an ISO date is set and not after today; ``0001-01-01`` stands for none."""
    return len(written) >= 10 and _NO_DATE < written[:10] <= context.today.isoformat()
