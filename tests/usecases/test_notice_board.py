"""What the notice board prints of a vault, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Consent, ConsentItem, Listing, ListingKind
from ctg_desktop.domain.notice_board import (
    MonthPosterOptions,
    PosterPaper,
    TearOffOptions,
    WeekSheetOptions,
)
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.notice_board import BoardPaper
from ctg_desktop.usecases.office import Office
from tests.pdf.reading import Tagged, plain

TODAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 24)
at = datetime.fromisoformat


def said(paper: BoardPaper) -> str:
    tagged = Tagged(paper.content)
    return plain(tagged.text + " ".join(tagged.artifacts))


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refused:
        work()
    return refused.value.code


def test_a_poster_shows_published_events_at_listings_that_may_be_named(office: Office) -> None:
    hall = office.directory.save(Listing(name="Salle du Moulin", category="town-hall")).listing
    person = office.directory.save(
        Listing(name="Odile Chênevert", kind=ListingKind.RESOURCE_PERSON)
    ).listing
    office.calendar.save(Event(title="Loto", start=at("2026-12-05T20:00"), place=hall.id))
    office.calendar.save(Event(title="Atelier", start=at("2026-12-06T14:00"), place=person.id))
    office.calendar.save(Event(title="Surprise", start=date(2026, 12, 7), published=False))
    office.calendar.save(Event(title="Vœux", start=date(2027, 1, 7)))
    paper = office.notice_board.poster(MonthPosterOptions(DECEMBER, PosterPaper.A3), TODAY)
    text = said(paper)
    assert "Loto 20 h · Salle du Moulin" in text
    assert "Atelier 14 h" in text
    assert not {"Odile", "Surprise", "Vœux"}.intersection(text.split())
    assert (paper.pages, paper.left_out, paper.format[0]) == (1, 0, "page A3")
    assert paper.name == "Affiche – Civray – 2026-12"


def test_an_empty_month_an_impossible_one_and_a_pale_colour_are_refused(office: Office) -> None:
    board = office.notice_board
    empty = MonthPosterOptions(DECEMBER)
    assert refusal(lambda: board.poster(empty, TODAY)) == "month-empty"
    office.calendar.save(Event(title="Brouillon", start=date(2026, 12, 7), published=False))
    assert refusal(lambda: board.poster(empty, TODAY)) == "month-empty"
    long_ago = MonthPosterOptions(date(1666, 9, 1))
    assert refusal(lambda: board.poster(long_ago, TODAY)) == "date-out-of-range"
    for colour, code in (("#ffff00", "colour-too-light"), ("vert", "colour-invalid")):
        wrong = MonthPosterOptions(DECEMBER, colour=colour)
        assert refusal(lambda wrong=wrong: board.poster(wrong, TODAY)) == code  # type: ignore[misc]


def test_a_week_without_anything_is_a_sheet_to_write_on(office: Office) -> None:
    paper = office.notice_board.week(WeekSheetOptions(DECEMBER), TODAY)
    assert "Semaine 52 du lundi 21 au dimanche 27 décembre 2026" in said(paper)
    assert "Férié : Noël" in said(paper)
    assert paper.pages == 1
    far = WeekSheetOptions(date(2300, 1, 1))
    assert refusal(lambda: office.notice_board.week(far, TODAY)) == "date-out-of-range"


def test_a_list_takes_a_chapter_a_theme_or_chosen_entries(office: Office) -> None:
    phone = (Phone("+33549001234"),)
    bus = Listing(name="Bus", category="mobility", phones=phone, themes=("youth",))
    taxi = Listing(name="Taxi", category="mobility", phones=phone)
    bus_id, taxi_id = (office.directory.save(one).listing.id for one in (bus, taxi))
    board = office.notice_board
    chapter = said(board.tear_off(TearOffOptions(category="mobility"), TODAY))
    assert chapter.startswith("Civray Se déplacer Bus 05 49 00 12 34 Taxi")
    theme = said(board.tear_off(TearOffOptions(theme="youth"), TODAY))
    assert "Jeunesse Bus" in theme
    assert "Taxi" not in theme
    chosen = said(board.tear_off(TearOffOptions(listings=(taxi_id, bus_id)), TODAY))
    assert "Contacts utiles Taxi" in chosen
    titled = said(board.tear_off(TearOffOptions(listings=(taxi_id,), title="Circuler"), TODAY))
    assert "Civray Circuler Taxi" in titled


def test_a_person_is_on_a_list_only_with_consent(office: Office) -> None:
    person = Listing(
        name="Idris Benali",
        kind=ListingKind.RESOURCE_PERSON,
        category="resource-persons",
        phones=(Phone("+33549001234"),),
    )
    saved = office.directory.save(person).listing
    wanted = TearOffOptions(category="resource-persons")
    assert refusal(lambda: office.notice_board.tear_off(wanted, TODAY)) == "tear-off-empty"
    agreed = (Consent(ConsentItem.NAME, TODAY),)
    office.directory.save(replace(saved, consents=agreed))
    text = said(office.notice_board.tear_off(wanted, TODAY))
    assert "Idris Benali" in text
    assert "05 49" not in text


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (TearOffOptions(), "tear-off-nothing-chosen"),
        (TearOffOptions(category="rien"), "category-unknown"),
        (TearOffOptions(theme="rien"), "theme-unknown"),
        (TearOffOptions(listings=("rien",)), "listing-unknown"),
        (TearOffOptions(category="health"), "tear-off-empty"),
        (TearOffOptions(category="health", strips=7), "strips-out-of-range"),
    ],
)
def test_what_a_list_refuses(office: Office, options: TearOffOptions, code: str) -> None:
    assert refusal(lambda: office.notice_board.tear_off(options, TODAY)) == code


def test_a_title_is_cleaned_like_every_text(office: Office) -> None:
    office.directory.save(Listing(name="Club", category="associations"))
    options = TearOffOptions(category="associations", title="Les\x00 clubs\ud800")
    assert office.notice_board.tear_off(options, TODAY).name.startswith("Languettes – Les clubs –")
    with pytest.raises(UserError, match="text-too-long"):
        office.notice_board.tear_off(replace(options, title="x" * 400), TODAY)
