"""A row of anybody's spreadsheet, read as a listing."""

from __future__ import annotations

from ctg_desktop.domain.column_mapping import ColumnMapping, Target
from ctg_desktop.domain.contact import Address, ContactPerson, Phone
from ctg_desktop.domain.listing import Coverage, ExternalIds, Listing
from ctg_desktop.domain.text import SUMMARY_LIMIT
from ctg_desktop.imports import prose, vocabulary
from ctg_desktop.imports.context import ReadingContext
from ctg_desktop.imports.rna_address import city_name
from ctg_desktop.imports.spreadsheet import values
from ctg_desktop.imports.spreadsheet.cells import mended_apostrophes
from ctg_desktop.imports.spreadsheet.hours import hours_of
from ctg_desktop.imports.spreadsheet.places import Places, city_without_cedex
from ctg_desktop.imports.spreadsheet.row import MappedRow


class ListingReader:
    """Reads rows with one mapping; knows the cities met so far."""

    def __init__(self, mapping: ColumnMapping, context: ReadingContext) -> None:
        self._mapping = mapping
        self._context = context
        self._places = Places()

    def read(self, row: MappedRow) -> tuple[Listing, list[str]]:
        """Return what a row says, and the fields that were not understood whole."""
        told: list[str] = []
        kind = vocabulary.kind_of(row.first(Target.KIND)) or self._mapping.kind
        summary, description = _prose(row)
        hours = hours_of(row)
        if not hours.understood:
            told.append("opening_hours")
        person, loose = _contact(row)
        listing = Listing(
            kind=kind,
            category=self._category(row, told) or vocabulary.USUAL_CATEGORY[kind],
            themes=self._themes(row, told),
            name=mended_apostrophes(row.joined(Target.NAME, " ").replace("\n", " ")),
            summary=summary,
            description=description,
            description_en=row.joined(Target.DESCRIPTION_EN, "\n\n"),
            address=self._address(row),
            phones=(*_phones(row), *loose),
            emails=(
                *values.emails(row.joined(Target.EMAILS, "\n")),
                *values.emails(row.joined(Target.PRIVATE_EMAILS, "\n"), private=True),
            ),
            website=values.website(row.first(Target.WEBSITE)),
            opening_hours=hours.osm,
            audience=_list(row, Target.AUDIENCE),
            price=_list(row, Target.PRICE),
            conditions=", ".join(filter(None, (_list(row, Target.CONDITIONS), hours.beside))),
            accessibility=_list(row, Target.ACCESSIBILITY),
            coverage=vocabulary.coverage_of(row.first(Target.COVERAGE)) or Coverage.COMMUNE,
            contact_persons=(person,) if person else (),
            external_ids=_external_ids(row),
            verified_on=values.day(row.first(Target.VERIFIED_ON)),
            closed_until=values.day(row.first(Target.CLOSED_UNTIL)),
            source=row.first(Target.SOURCE),
            published=_published(row),
        )
        return listing, told

    def _category(self, row: MappedRow, told: list[str]) -> str:
        written = row.first(Target.CATEGORY)
        code = vocabulary.code_of(written, self._context.categories)
        if written and not code:
            told.append("category")
        return code or self._mapping.category

    def _themes(self, row: MappedRow, told: list[str]) -> tuple[str, ...]:
        written = [one for text in row.texts(Target.THEMES) for one in _split(text, "|;\n,") if one]
        codes = [vocabulary.code_of(one, self._context.themes) for one in written]
        if not all(codes):
            told.append("themes")
        return tuple(dict.fromkeys(filter(None, codes)))

    def _address(self, row: MappedRow) -> Address:
        code = values.digits(row.first(Target.POSTAL_CODE), 5)
        city = city_without_cedex(row.first(Target.CITY))
        lines = []
        for text in row.texts(Target.ADDRESS):
            for line in text.split("\n"):
                street, found_code, found_city = self._places.split(line)
                if found_code and code and found_code != code:
                    street = line
                else:
                    code, city = code or found_code, city or found_city
                lines.append(mended_apostrophes(street))
        insee = values.digits(row.first(Target.INSEE_CODE), 5)
        name = city_name(city)
        return Address(
            lines=tuple(dict.fromkeys(one for one in lines if one)),
            postal_code=code,
            city=name,
            insee_code=insee,
            delegated_commune=row.first(Target.DELEGATED_COMMUNE)
            or self._context.delegated_name(insee, name),
        )


def _prose(row: MappedRow) -> tuple[str, str]:
    short = mended_apostrophes(row.joined(Target.SUMMARY, " – "))
    long = mended_apostrophes(prose.without_tags(row.joined(Target.DESCRIPTION, "\n\n")))
    if not short:
        return prose.summary_and_description(long)
    flat = prose.one_line(short)
    if len(flat) <= SUMMARY_LIMIT:
        return flat, long
    return prose.first_sentence(flat), "\n\n".join(one for one in (short, long) if one)


def _phones(row: MappedRow) -> tuple[Phone, ...]:
    public = values.phones(row.joined(Target.PHONES, "\n"))
    private = values.phones(row.joined(Target.PRIVATE_PHONES, "\n"), private=True)
    return (*public, *private)


def _contact(row: MappedRow) -> tuple[ContactPerson | None, tuple[Phone, ...]]:
    """Return the person in charge; a phone of nobody is kept as a private one."""
    name, role = row.first(Target.CONTACT_NAME), row.first(Target.CONTACT_ROLE)
    found = values.phones(row.joined(Target.CONTACT_PHONE, "\n"), private=True)
    mails = values.emails(row.joined(Target.CONTACT_EMAIL, "\n"))
    if not name and not role:
        return None, found
    phone = found[0].number if found else ""
    person = ContactPerson(name or role, role if name else "", phone)
    if mails:
        person = ContactPerson(person.name, person.role, phone, mails[0].address)
    return person, found[1:]


def _external_ids(row: MappedRow) -> ExternalIds:
    return ExternalIds(
        rna=row.first(Target.RNA),
        siret=values.siret(row.first(Target.SIRET)),
        dila=row.first(Target.DILA),
    )


def _published(row: MappedRow) -> bool:
    written = row.first(Target.PUBLISHED)
    return vocabulary.is_yes(written) if written else True


def _list(row: MappedRow, target: Target) -> str:
    parts = [one for text in row.texts(target) for one in _split(text, "|\n") if one]
    return mended_apostrophes(", ".join(dict.fromkeys(parts)))


def _split(text: str, separators: str) -> list[str]:
    for one in separators:
        text = text.replace(one, "\n")
    return [part.strip() for part in text.split("\n")]
