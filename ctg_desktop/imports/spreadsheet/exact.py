"""A row of one of our own exports, read back exactly as it was written."""

from __future__ import annotations

from ctg_desktop.domain import opening_hours
from ctg_desktop.domain.column_mapping import Target
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.listing import Coverage, ExternalIds, Listing, ListingKind
from ctg_desktop.imports import own_columns, vocabulary
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.spreadsheet import values
from ctg_desktop.imports.spreadsheet.row import MappedRow


class ExactReader:
    """Reads the rows of our own exports, whether or not a person changed cells in them."""

    def __init__(self, context: ReadingContext) -> None:
        self._context = context

    def read(self, row: MappedRow) -> tuple[Listing, list[str]]:
        """Return what a row says, and the fields that were not understood whole."""
        kind = vocabulary.kind_of(row.first(Target.KIND)) or ListingKind.PUBLIC_SERVICE
        category = vocabulary.code_of(row.first(Target.CATEGORY), self._context.categories)
        themes = [
            vocabulary.code_of(one, self._context.themes)
            for one in _text(row, Target.THEMES).split("\n")
        ]
        listing = Listing(
            id=row.first(Target.ID),
            kind=kind,
            category=category or vocabulary.USUAL_CATEGORY[kind],
            themes=tuple(filter(None, themes)),
            name=row.first(Target.NAME),
            summary=row.first(Target.SUMMARY),
            description=_text(row, Target.DESCRIPTION),
            description_en=_text(row, Target.DESCRIPTION_EN),
            address=_address(row),
            phones=own_columns.phones_in(_text(row, Target.PHONES)),
            emails=own_columns.emails_in(_text(row, Target.EMAILS)),
            website=row.first(Target.WEBSITE),
            opening_hours=opening_hours.parse_typed(_text(row, Target.OPENING_HOURS)).osm,
            audience=row.first(Target.AUDIENCE),
            price=row.first(Target.PRICE),
            conditions=row.first(Target.CONDITIONS),
            accessibility=row.first(Target.ACCESSIBILITY),
            coverage=vocabulary.coverage_of(row.first(Target.COVERAGE)) or Coverage.COMMUNE,
            contact_persons=own_columns.contact_persons_in(_text(row, Target.CONTACT_NAME)),
            external_ids=ExternalIds(
                rna=row.first(Target.RNA),
                siret=values.siret(row.first(Target.SIRET)),
                dila=row.first(Target.DILA),
            ),
            verified_on=values.day(row.first(Target.VERIFIED_ON)),
            closed_until=values.day(row.first(Target.CLOSED_UNTIL)),
            source=row.first(Target.SOURCE),
        )
        return listing, [] if category else ["category"]


def _text(row: MappedRow, target: Target) -> str:
    return row.joined(target, "\n")


def _address(row: MappedRow) -> Address:
    return Address(
        lines=tuple(one for one in _text(row, Target.ADDRESS).split("\n") if one),
        postal_code=values.digits(row.first(Target.POSTAL_CODE), 5),
        city=row.first(Target.CITY),
        insee_code=values.digits(row.first(Target.INSEE_CODE), 5),
        delegated_commune=row.first(Target.DELEGATED_COMMUNE),
    )
