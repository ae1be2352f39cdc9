"""What leaves the program, and that it comes back as it left."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ctg_desktop.domain import recurrence
from ctg_desktop.domain.contact import Address, ContactPerson, Email, Phone
from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.identifier import new_id
from ctg_desktop.domain.import_plan import Verdict
from ctg_desktop.domain.listing import (
    Consent,
    ConsentItem,
    Coverage,
    ExternalIds,
    Listing,
    ListingKind,
)
from ctg_desktop.domain.listing_rules import checked, printable
from ctg_desktop.errors import EnvironmentFault, UserError
from ctg_desktop.imports.export_csv import write_csv
from ctg_desktop.imports.export_icalendar import write_icalendar
from ctg_desktop.imports.export_vcard import write_vcard
from ctg_desktop.imports.export_xlsx import write_xlsx
from ctg_desktop.imports.own_columns import COLUMNS

from .foreign import Memory

STAMP = datetime(2026, 11, 23, 8, tzinfo=UTC)
WRITERS: dict[str, Callable[..., int]] = {".xlsx": write_xlsx, ".csv": write_csv}
RICH = Listing(
    id="01900000-0000-7000-8000-000000000001",
    kind=ListingKind.ASSOCIATION,
    category="living-together",
    themes=("youth", "holidays"),
    name="=L’œuvre « été » & <b>Cie</b>",
    summary="-10 % pour les +65 ans",
    description="Première ligne\n\n@deuxième  ligne",
    description_en="+ In English",
    address=Address(("1, rue du Puits 86000", "BP 12"), "86400", "Civray", "86078", "Vaux"),
    phones=(Phone("+33549000001", "accueil (matin)"), Phone("+442079460958"), Phone("3919")),
    emails=(Email("a@lieu.example", "secrétariat"), Email("b@lieu.example")),
    website="https://lieu.example/",
    opening_hours='Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00 open "le 2e samedi"; PH off',
    audience="Tous | publics",
    price="0 €",
    conditions="Sans",
    accessibility="Rampe",
    coverage=Coverage.POLE,
    contact_persons=(ContactPerson("Jeanne Exemple", "présidente"), ContactPerson("Jean | X")),
    external_ids=ExternalIds("W861000001", "01234567890123", "x-1"),
    verified_on=date(2026, 3, 1),
    closed_until=date(2027, 1, 1),
    source="Un fichier",
)


def exported(listing: Listing) -> Listing:
    shown = printable(listing)
    assert shown is not None
    return shown


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_was_exported_comes_back_the_same(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"annuaire{suffix}"
    private = replace(
        RICH,
        id="01900000-0000-7000-8000-000000000002",
        name="Foyer",
        external_ids=ExternalIds(),
        phones=(Phone("+33639980001", "président", private=True), Phone("+33549000002")),
        consents=(Consent(ConsentItem.EMAIL, date(2026, 1, 1)),),
        contact_persons=(
            ContactPerson("Jean Exemple", "trésorier", "+33639980003", "j@x.example"),
        ),
    )
    memory = Memory()
    for listing in (RICH, private, Listing(id=new_id(), name="Nue")):
        memory.put(listing)
    assert WRITERS[suffix](path, map(exported, memory.listings.values())) == 3
    planned = memory.take_in(path)
    assert planned.rows == ()
    assert planned.counts[Verdict.SAME] == 3
    assert memory.listings[private.id] == private


@pytest.mark.parametrize("suffix", WRITERS)
def test_an_export_fills_an_empty_directory(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"annuaire{suffix}"
    WRITERS[suffix](path, [RICH])
    memory = Memory()
    memory.take_in(path)
    expected = replace(RICH, id=memory.only.id, contact_persons=memory.only.contact_persons)
    assert memory.only == expected
    assert memory.only.id != RICH.id


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_cell_changed_by_a_person_is_the_only_change(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"annuaire{suffix}"
    memory = Memory()
    memory.put(RICH)
    WRITERS[suffix](path, [exported(replace(RICH, price="5 €"))])
    (row,) = memory.take_in(path).rows
    assert [(one.field, one.old, one.new) for one in row.changes] == [("price", "0 €", "5 €")]


def test_private_phones_are_in_no_export(tmp_path: Path) -> None:
    listing = replace(
        RICH,
        phones=(Phone("+33639980001", "Secret", private=True),),
        emails=(Email("secret@lieu.example", private=True),),
    )
    write_csv(tmp_path / "a.csv", [listing])
    write_xlsx(tmp_path / "a.xlsx", [listing])
    write_vcard(tmp_path / "a.vcf", [listing])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        cells = b"".join(archive.read(name) for name in archive.namelist())
    for content in (cells, (tmp_path / "a.csv").read_bytes(), (tmp_path / "a.vcf").read_bytes()):
        assert b"39 98" not in content
        assert b"63998" not in content
        assert b"ecret" not in content


def test_csv_is_what_french_spreadsheets_open(tmp_path: Path) -> None:
    path = tmp_path / "annuaire.csv"
    write_csv(path, [RICH])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        header, row = csv.reader(stream, delimiter=";")
    cells = dict(zip(header, row, strict=True))
    assert cells["Nom"].startswith("'=")
    assert cells["Résumé"].startswith("'-")
    assert not [cell for cell in row if cell[:1] in {"=", "+", "-", "@"}]
    assert cells["Téléphones"].split("\n")[0] == "05 49 00 00 01 (accueil (matin))"


def test_workbook_has_no_formula_and_phones_are_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "annuaire.xlsx"
    write_xlsx(path, [RICH])
    sheet = load_workbook(path)["Annuaire"]
    header, row = sheet.iter_rows()
    assert [cell.value for cell in header] == [column.header for column in COLUMNS]
    assert {cell.data_type for cell in row if cell.value is not None} == {"s"}
    assert {cell.number_format for cell in row} == {"@"}
    name = row[0]
    assert name.value == RICH.name
    assert name.quotePrefix


@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_vcard])
def test_an_export_that_fails_leaves_the_old_file(
    tmp_path: Path, write: Callable[..., int]
) -> None:
    path = tmp_path / "annuaire"
    path.write_bytes(b"ancien")

    def broken() -> Any:
        yield RICH
        raise EnvironmentFault("vault-unreadable")

    with pytest.raises(EnvironmentFault):
        write(path, broken())
    assert path.read_bytes() == b"ancien"
    assert [one.name for one in tmp_path.iterdir()] == ["annuaire"]


def test_vcards_are_read_back(tmp_path: Path) -> None:
    import vobject

    path = tmp_path / "annuaire.vcf"
    person = Listing(id=new_id(), kind=ListingKind.RESOURCE_PERSON, name="Jeanne Marie Exemple")
    assert write_vcard(path, [RICH, person]) == 2
    first, second = vobject.readComponents(path.read_text("utf-8"))
    assert first.fn.value == RICH.name
    assert first.org.value == [RICH.name]
    assert first.adr.value.code == "86400"
    assert [one.value for one in first.tel_list] == ["+33549000001", "+442079460958", "3919"]
    assert "Du lundi au vendredi" in first.note.value
    assert (second.n.value.family, second.n.value.given) == ("Exemple", "Jeanne Marie")
    assert not hasattr(second, "org")
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


def market() -> Event:
    return Event(
        id="01900000-0000-7000-8000-00000000000a",
        title="Marché, « été » ; fête",
        start=datetime(2026, 9, 1, 8),  # noqa: DTZ001  # local time of Europe/Paris, as stored
        end=datetime(2026, 9, 1, 12),  # noqa: DTZ001  # likewise
        recurrence="FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270901",
        exceptions=(date(2026, 10, 3),),
        moved=(MovedOccurrence(datetime(2026, 11, 7, 8), datetime(2026, 11, 8, 9)),),  # noqa: DTZ001
        cancelled_on=(date(2026, 12, 5),),
        place="p1",
        organiser="Le comité",
        price="Gratuit",
    )


def components(path: Path) -> list[Any]:
    import icalendar

    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return list(calendar.walk("VEVENT"))


def test_calendar_of_a_series(tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    assert write_icalendar(path, [market()], {"p1": "Place du marché"}, STAMP) == 1
    series, moved, cancelled = components(path)
    assert series.start.isoformat() == "2026-09-05T08:00:00+02:00"
    assert series["RRULE"]["UNTIL"] == [datetime(2027, 9, 1, 21, 59, 59, tzinfo=UTC)]
    assert [one.dt.isoformat() for one in series["EXDATE"].dts] == ["2026-10-03T08:00:00+02:00"]
    assert series["LOCATION"] == "Place du marché"
    assert series["STATUS"] == "CONFIRMED"
    assert moved["RECURRENCE-ID"].dt.isoformat() == "2026-11-07T08:00:00+01:00"
    assert moved.start.isoformat() == "2026-11-08T09:00:00+01:00"
    assert moved.end.isoformat() == "2026-11-08T13:00:00+01:00"
    assert cancelled["RECURRENCE-ID"].dt.isoformat() == "2026-12-05T08:00:00+01:00"
    assert cancelled["STATUS"] == "CANCELLED"
    assert {one["UID"] for one in (series, moved, cancelled)} == {market().id}
    text = path.read_bytes().decode()
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris" in text
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))


def test_exported_series_has_the_dates_of_ours(tmp_path: Path) -> None:
    """An independent reader (dateutil) expands the file to the dates that the program shows."""
    from dateutil.rrule import rrulestr

    path = tmp_path / "agenda.ics"
    event = replace(market(), moved=(), cancelled_on=())
    write_icalendar(path, [event], {}, STAMP)
    (series,) = components(path)
    rule = rrulestr(series["RRULE"].to_ical().decode(), dtstart=series.start)
    excluded = {one.dt for one in series["EXDATE"].dts}
    theirs = [one.date() for one in rule if one not in excluded]
    ours = recurrence.occurrences(event, date(2026, 1, 1), date(2028, 1, 1))
    assert theirs == [one.day for one in ours]


def test_whole_days_end_the_day_after(tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    event = Event(
        new_id(), "Fête", date(2026, 7, 14), date(2026, 7, 15), "FREQ=YEARLY;UNTIL=20300714"
    )
    write_icalendar(
        path, [event, Event(new_id(), "Annulée", date(2026, 7, 1), cancelled=True)], {}, STAMP
    )
    feast, cancelled = components(path)
    assert (feast.start, feast["DTEND"].dt) == (date(2026, 7, 14), date(2026, 7, 16))
    assert feast["RRULE"]["UNTIL"] == [date(2030, 7, 14)]
    assert cancelled["STATUS"] == "CANCELLED"


def test_a_place_that_must_not_be_named_is_not(tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    hidden = new_id()
    write_icalendar(path, [replace(market(), place=hidden)], {}, STAMP)
    assert hidden.encode() not in path.read_bytes()
    assert components(path)[0]["CONTACT"] == "Le comité"


TEXT = st.text(max_size=60)
LISTINGS = st.builds(
    Listing,
    kind=st.sampled_from(ListingKind).filter(lambda one: one is not ListingKind.RESOURCE_PERSON),
    category=st.sampled_from(["town-hall", "associations", "own-chapter"]),
    themes=st.lists(st.sampled_from(["youth", "mobility"]), unique=True).map(tuple),
    name=st.text(min_size=1, max_size=60),
    summary=TEXT,
    description=TEXT,
    description_en=TEXT,
    address=st.builds(
        Address,
        lines=st.lists(TEXT, max_size=3).map(tuple),
        postal_code=st.sampled_from(["", "01000", "86400"]),
        city=TEXT,
        delegated_commune=TEXT,
    ),
    phones=st.lists(
        st.builds(
            Phone,
            number=st.sampled_from(["0549000001", "+442079460958", "15", "3919", "118000"]),
            label=TEXT,
            private=st.booleans(),
        ),
        max_size=3,
        unique_by=lambda one: one.number,
    ).map(tuple),
    emails=st.lists(
        st.builds(
            Email,
            address=st.sampled_from(["a@b.example", "c+d@e.example"]),
            label=TEXT,
            private=st.booleans(),
        ),
        max_size=2,
        unique_by=lambda one: one.address,
    ).map(tuple),
    website=st.sampled_from(["", "https://a.example/?b=c&d", "www.a.example"]),
    opening_hours=st.sampled_from(["", "Mo-Fr 09:00-12:00", '"sur demande"', "SH off", '"autre"']),
    audience=TEXT,
    price=TEXT,
    conditions=TEXT,
    accessibility=TEXT,
    coverage=st.sampled_from(Coverage),
    contact_persons=st.lists(
        st.builds(ContactPerson, name=TEXT, role=TEXT), max_size=2, unique_by=lambda one: one.name
    ).map(tuple),
    external_ids=st.builds(ExternalIds, rna=st.sampled_from(["", "W861000001"]), dila=TEXT),
    verified_on=st.none() | st.dates(date(1990, 1, 1)),
    closed_until=st.none() | st.dates(date(1990, 1, 1)),
    source=TEXT,
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(LISTINGS, st.sampled_from(sorted(WRITERS)))
def test_any_listing_comes_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, listing: Listing, suffix: str
) -> None:
    try:
        listing = checked(listing)
    except UserError:
        assume(False)
    memory = Memory()
    kept = memory.put(listing)
    path = tmp_path_factory.mktemp("export") / f"annuaire{suffix}"
    WRITERS[suffix](path, [exported(kept)])
    planned = memory.plan_of(path)
    assert [row.changes for row in planned.rows] == []
    assert planned.counts[Verdict.SAME] == 1
