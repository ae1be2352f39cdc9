from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.year_report import Movements, Tally
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.day import today
from ctg_desktop.usecases.office import Office
from tests.pdf.reading import Tagged, plain


@pytest.fixture
def day() -> date:
    """The day of the journal."""
    return today()


def save(office: Office, name: str, **fields: object) -> str:
    return office.directory.save(Listing(name=name, **fields)).listing.id  # type: ignore[arg-type]


def test_the_journal_tells_what_came_changed_and_went(office: Office, day: date) -> None:
    one, two = save(office, "Un"), save(office, "Deux")
    office.directory.save(Listing(id=one, name="Une"))
    office.directory.delete([two])
    report = office.year_reports.report(day.year, day)
    assert report.listings == Movements(created=1, changed=0, removed=0)
    assert report.events == Movements(0, 0, 0)
    assert report.since == day


def test_what_is_undone_did_not_happen(office: Office, day: date) -> None:
    save(office, "Un")
    office.journal.undo()
    assert office.year_reports.report(day.year, day).listings == Movements(0, 0, 0)


def test_a_year_before_the_vault_is_not_known(office: Office, day: date) -> None:
    report = office.year_reports.report(day.year - 1, day)
    assert (report.listings, report.dates, report.organiser_count) == (None, None, None)
    said = plain(Tagged(office.year_reports.render(day.year - 1, day).content).text)
    assert "non renseigné" in said


def test_who_holds_events_is_named_where_that_may_be(office: Office, day: date) -> None:
    club = save(office, "Club", kind=ListingKind.ASSOCIATION)
    person = save(office, "Ana", kind=ListingKind.RESOURCE_PERSON)
    for organiser, title in ((club, "Loto"), (club, "Bal"), (person, "Café"), ("", "Foire")):
        office.calendar.save(Event(title=title, start=date(day.year, 3, 1), organiser=organiser))
    office.calendar.save(Event(title="Non", start=date(day.year, 3, 1), cancelled=True))
    office.calendar.save(Event(title="Brouillon", start=date(day.year, 3, 1), published=False))
    report = office.year_reports.report(day.year, day)
    assert report.organisers == (Tally("Club", 2),)
    assert (report.unnamed_dates, report.dates) == (2, 4)
    assert report.months[2] == 4
    said = plain(Tagged(office.year_reports.render(day.year, day).content).text)
    assert "Ana" not in said


def test_a_chart_has_its_sentence_above(office: Office, day: date) -> None:
    save(office, "Un", category="health", verified_on=day)
    save(office, "Deux", category="health")
    said = plain(Tagged(office.year_reports.render(day.year, day).content).text)
    assert "La rubrique la plus fournie est « Santé » (2 fiches) ; 11 rubriques sont vides." in said
    assert "1 fiche sur 2 (50 %) a été vérifiée depuis moins de six mois" in said


def test_a_year_that_is_none_is_refused(office: Office, tmp_path: Path, day: date) -> None:
    with pytest.raises(UserError) as refused:
        office.year_reports.render(12, day)
    assert refused.value.code == "date-out-of-range"
    assert not list(tmp_path.glob("*.pdf"))
