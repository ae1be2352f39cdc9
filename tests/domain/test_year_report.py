from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from ctg_desktop.domain import year_figures as figures
from ctg_desktop.domain.category import CATEGORIES, THEMES
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.event import Occurrence
from ctg_desktop.domain.history import Operation
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.year_report import Movements, Tally, Verification, movements

DAY = date(2026, 11, 25)
NEW, CHANGED, GONE = Operation.CREATED, Operation.CHANGED, Operation.DELETED


def test_a_year_counts_each_record_once() -> None:
    happened = [
        *[("nouvelle", NEW), ("nouvelle", CHANGED), ("ancienne", CHANGED), ("ancienne", CHANGED)],
        *[("partie", CHANGED), ("partie", GONE), ("passagère", NEW), ("passagère", GONE)],
        *[("rétablie", GONE), ("rétablie", NEW)],
    ]
    assert movements(happened) == Movements(created=1, changed=1, removed=1)


@given(some.lists(some.tuples(some.sampled_from("abc"), some.sampled_from(Operation))))
def test_no_record_counts_twice(happened: list[tuple[str, Operation]]) -> None:
    counted = movements(happened)
    touched = {record for record, _ in happened}
    assert counted.created + counted.changed + counted.removed <= len(touched)


def test_entries_are_as_old_as_their_last_check() -> None:
    days = (date(2026, 11, 25), date(2026, 5, 26), date(2026, 5, 25), date(2025, 11, 25), None)
    listings = [Listing(verified_on=day) for day in (*days, date(2025, 11, 24))]
    found = figures.verification(listings, DAY)
    assert found == Verification(half_year=2, year=2, older=1, never=1)
    assert (found.total, found.within_year) == (6, 4)


def test_a_month_nobody_can_know_is_not_nought() -> None:
    dates = [Occurrence("e", "Marché", date(2026, month, 3), None, "") for month in (2, 9, 9)]
    months = figures.by_month(dates, 2026, since=date(2026, 6, 20))
    assert months == (None, 1, None, None, None, 0, 0, 0, 2, 0, 0, 0)
    assert figures.by_month([], 2026, since=None) == (None,) * 12


def test_the_rarest_sources_are_counted_together() -> None:
    listings = [Listing(source=f"S{number:02}") for number in range(10)]
    tallies = figures.by_source([*listings, Listing(), Listing()])
    assert tallies[0] == Tally(figures.NO_SOURCE, 2)
    assert tallies[-1] == Tally("Autres sources", 3)


def test_every_chapter_shown_is_counted_and_hidden_ones_where_they_hold_something() -> None:
    found = figures.by_chapter([Listing(category="health")] * 2, CATEGORIES)
    assert [one.count for one in found if one.count] == [2]
    assert len(found) == len(CATEGORIES)


def test_sheets_of_the_plan_find_their_entries_and_a_theme_given_up_is_not_nought() -> None:
    listings = [Listing(themes=("mobility",), verified_on=DAY), Listing(themes=("mobility",))]
    themes = [one for one in THEMES if one.code != "youth"]
    rows = {one.sheet: one for one in figures.coverage(listings, themes, {5: "Bouger"}, DAY)}
    assert {1, 3, 5, 6, 9, 10, 16, 17} <= set(rows)
    assert (rows[5].title, rows[5].count, rows[5].recent) == ("Bouger", 2, 1)
    assert (rows[1].count, rows[9].count) == (0, None)


def test_what_to_do_names_no_private_person() -> None:
    person = Listing(name="Ana", kind=ListingKind.RESOURCE_PERSON, summary="Aide")
    club = Listing(name="Club", kind=ListingKind.ASSOCIATION, verified_on=DAY)
    whole = Listing(
        name="Lieu",
        kind=ListingKind.ASSOCIATION,
        phones=(Phone("1"),),
        summary="x",
        verified_on=DAY,
    )
    found = {one.what: one for one in figures.tasks([person, club, whole], [], DAY)}
    assert found["Fiches jamais vérifiées, ou depuis plus d’un an"].names == ()
    assert found["Fiches sans téléphone"].names == ("Club",)
    assert found["Personnes ressources sans accord, donc non imprimées"].count == 1
    assert "Fiches en brouillon" not in found
