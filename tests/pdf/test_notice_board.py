"""Posters, week sheets and tear-off lists: one page where promised, nothing lost in silence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import validate

from ctg_desktop.domain.booklet import Picture
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.event import Event, MovedOccurrence
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.notice_board import (
    MonthContent,
    MonthPosterOptions,
    PosterPaper,
    SheetPaper,
    TearOffContent,
    WeekContent,
    WeekSheetOptions,
)
from ctg_desktop.pdf.document import Document
from ctg_desktop.pdf.notice_board.poster import Poster, poster
from ctg_desktop.pdf.notice_board.tear_off import tear_off_document
from ctg_desktop.pdf.notice_board.week import WeekSheet, week_document
from ctg_desktop.pdf.render import render
from ctg_desktop.pdf.style import A3, A4
from ctg_desktop.usecases.calendar import dated
from tests.pdf.invented import logo
from tests.pdf.reading import Tagged, plain

at = datetime.fromisoformat
DECEMBER = date(2026, 12, 1)
MONDAY = date(2026, 12, 7)
PROFILE = Profile(Role.COMMUNE, "86078", "Civray")
HALL = Listing(
    name="Mairie de Civray",
    opening_hours="Mo-Fr 09:00-12:00,14:00-17:00",
    phones=(Phone("+33549001234"),),
    website="https://www.civray.example/agenda/",
)
HOSTILE = (
    "Les <amis> du livre & de l’œuvre",
    "É" * 80,
    "Réunion publique : la rue du Moulin en sens unique ? Venez nombreux, on en parle ensemble",
)


def events(count: int) -> list[Event]:
    """So many events spread over December, their titles numbered."""
    return [
        Event(
            f"e{number:03}",
            f"Fête {number:03} {HOSTILE[number % 3] if number % 5 == 0 else ''}".strip(),
            at("2026-12-01T10:00") + timedelta(days=number * 31 // count, minutes=number),
            place="Salle des fêtes" if number % 2 else "",
        )
        for number in range(count)
    ]


def month(chosen: list[Event], **changes: object) -> MonthContent:
    found = dated(chosen, DECEMBER, date(2027, 1, 1))
    content = MonthContent(
        profile=PROFILE,
        first=DECEMBER,
        edition=date(2026, 11, 23),
        occurrences=tuple(found),
        events={event.id: event for event in chosen},
        town_hall=HALL,
        holidays={date(2026, 12, 25): "Noël"},
    )
    return replace(content, **changes)  # type: ignore[arg-type]


def week(chosen: list[Event], **changes: object) -> WeekContent:
    found = dated(chosen, MONDAY, MONDAY + timedelta(days=7))
    content = WeekContent(PROFILE, MONDAY, MONDAY, tuple(found), town_hall=HALL)
    return replace(content, **changes)  # type: ignore[arg-type]


def read(made: Poster | WeekSheet) -> Tagged:
    return Tagged(render(made.document).content)


def on_a4(content: MonthContent) -> Poster:
    return poster(content, MonthPosterOptions(DECEMBER))


def size_of(tagged: Tagged) -> tuple[float, float]:
    box = tagged.pdf.pages[0].mediabox
    return float(box[2]), float(box[3])


def sizes_of_titles(tagged: Tagged) -> set[float]:
    """Sizes of the letters in which anything is written."""
    found = set()
    for operands, operator in pikepdf.parse_content_stream(tagged.pdf.pages[0]):
        if str(operator) == "Tf":
            found.add(round(float(operands[1]), 2))
    return found


@pytest.mark.parametrize("paper", PosterPaper)
@pytest.mark.parametrize("count", [1, 2, 4, 15, 40, 60, 150])
def test_a_poster_is_one_page_and_says_what_it_leaves_out(count: int, paper: PosterPaper) -> None:
    made = poster(month(events(count)), MonthPosterOptions(DECEMBER, paper))
    tagged = read(made)
    assert len(tagged.pdf.pages) == 1
    assert size_of(tagged) == pytest.approx(A3 if paper is PosterPaper.A3 else A4, abs=0.01)
    said = plain(tagged.text)
    named = {int(one) for one in re.findall(r"Fête (\d{3})", said)}
    assert named == set(range(count - made.left_out))
    assert ("voir l’agenda à la mairie" in said) is (made.left_out > 0)
    assert f"{made.left_out} autres rendez-vous" in said or made.left_out < 2
    assert made.left_out == 0 or count > 40
    assert min(sizes_of_titles(tagged)) >= 8.49


def test_few_dates_stand_in_large_letters() -> None:
    assert max(sizes_of_titles(read(on_a4(month(events(4))))) - {72.0, 36.0}) > 26
    usual = read(on_a4(month([replace(one, title="Loto") for one in events(15)])))
    assert any(13 <= size <= 20 for size in sizes_of_titles(usual))


def test_days_are_headings_in_order_and_their_events_follow() -> None:
    tagged = read(on_a4(month(events(15))))
    days = [int(node.text.removesuffix("er")) for node in tagged.tree.all("H2")]
    assert days == sorted(set(days))
    assert len(days) == 15
    (title,) = tagged.tree.all("H1")
    assert title.text == "Décembre"
    said = plain(tagged.text)
    assert [int(one) for one in re.findall(r"Fête (\d{3})", said)] == list(range(15))
    assert said.index("2026") < said.index("Férié : ven. 25, Noël") < said.index("Fête 000")
    assert said.index("Fête 014") < said.index("Mairie de Civray")


def test_a_day_in_two_parts_is_one_heading() -> None:
    one_day = [replace(one, start=at("2026-12-05T10:00")) for one in events(14)]
    tagged = read(on_a4(month(one_day)))
    assert [node.text for node in tagged.tree.all("H2")] == ["5"]
    assert plain(tagged.text).count("Fête 0") == 14


def test_cancelled_moved_long_and_weekly_dates_are_told() -> None:
    tuesdays = "FREQ=WEEKLY;BYDAY=TU"
    chosen = [
        Event("a", "Loto", at("2026-12-04T20:00"), cancelled=True),
        Event("b", "Exposition", date(2026, 11, 20), date(2026, 12, 10)),
        Event("d", "Marché de Noël", date(2026, 12, 12), date(2026, 12, 13)),
        Event("f", "Collecte", date(2026, 12, 14)),
        Event(
            "w",
            "Chorale",
            at("2026-09-01T20:00"),
            at("2026-09-01T22:00"),
            tuesdays,
            moved=(MovedOccurrence(at("2026-12-15T20:00"), at("2026-12-17T19:00")),),
        ),
    ]
    said = plain(read(on_a4(month(chosen))).text)
    assert "Annulé : Loto" in said
    assert "En cours Exposition jusqu’au jeu. 10 décembre" in said
    assert "jusqu’au dim. 13 décembre" in said
    assert "Collecte toute la journée" in said
    assert "Chorale, 20 h – 22 h, sauf le 15" in said
    assert "déplacé, au lieu du mar. 15 décembre à 20 h" in said
    assert said.count("Chorale") == 2


def test_only_weekly_dates_make_a_poster_too() -> None:
    every = Event("w", "Chorale", at("2026-09-01T20:00"), None, "FREQ=WEEKLY;BYDAY=TU")
    made = on_a4(month([every]))
    assert made.left_out == 0
    assert "Chaque semaine" in read(made).text


def test_the_picture_is_a_figure_where_there_is_room() -> None:
    picture: Picture = logo((1200, 800), media_type="image/jpeg")
    content = month(events(4), picture=picture, picture_alt="La halle", town_hall=None)
    assert [one.alt for one in read(on_a4(content)).tree.all("Figure")] == ["La halle"]
    without = poster(content, MonthPosterOptions(DECEMBER, picture=False))
    assert read(without).tree.all("Figure") == []
    full = on_a4(replace(month(events(60)), picture=picture, town_hall=None))
    assert read(full).tree.all("Figure") == []


def test_the_town_hall_stands_at_the_foot_with_a_code_that_leads_to_its_site() -> None:
    tagged = read(on_a4(month(events(2))))
    said = plain(tagged.text)
    assert "Mairie de Civray 05 49 00 12 34 · www.civray.example/agenda" in said
    (code,) = tagged.tree.all("Figure")
    assert code.alt == "Code QR : site www.civray.example/agenda"
    bare = plain(read(on_a4(month(events(2), town_hall=None))).text)
    assert "Mairie de Civray" in bare
    community = Profile(Role.COMMUNITY, "200000000", "Civraisien")
    other = plain(read(on_a4(month(events(2), town_hall=None, profile=community))).text)
    assert "Mairie" not in other


@pytest.mark.parametrize("paper", SheetPaper)
@pytest.mark.parametrize("count", [0, 3, 21, 70])
def test_a_week_is_one_page_of_seven_days(count: int, paper: SheetPaper) -> None:
    chosen = [
        replace(one, start=at("2026-12-07T10:00") + timedelta(days=number % 7))
        for number, one in enumerate(events(count) if count else [])
    ]
    made = week_document(week(chosen), WeekSheetOptions(MONDAY, paper))
    tagged = read(made)
    assert len(tagged.pdf.pages) == 1
    width, height = size_of(tagged)
    assert (width < height) is (paper is SheetPaper.PORTRAIT)
    assert [plain(node.text) for node in tagged.tree.all("H2")] == [
        str(day) for day in range(7, 14)
    ]
    said = plain(tagged.text)
    assert said.count("Fête 0") == count - made.left_out
    assert "Semaine 50 du lundi 7 au dimanche 13 décembre 2026" in said
    assert (made.left_out > 0) is ("voir à la mairie" in said)
    assert made.left_out == 0 or count == 70


def test_a_full_week_is_fitted_before_anything_is_left_out() -> None:
    chosen = [
        replace(one, start=at("2026-12-07T10:00") + timedelta(days=number % 5), place="Salle")
        for number, one in enumerate(events(34))
    ]
    made = week_document(week(chosen), WeekSheetOptions(MONDAY, SheetPaper.LANDSCAPE))
    assert made.left_out == 0


def test_a_week_says_when_the_town_hall_is_open() -> None:
    sheet = week_document(week([], holidays={MONDAY: "Férié d’essai"}), WeekSheetOptions(MONDAY))
    said = plain(read(sheet).text)
    assert said.count("9 h – 12 h 14 h – 17 h") == 4
    assert said.count("fermée") == 3
    assert "Férié : Férié d’essai" in said
    closed = replace(HALL, closed_until=date(2026, 12, 9))
    said = plain(read(week_document(week([], town_hall=closed), WeekSheetOptions(MONDAY))).text)
    assert said.count("fermée") == 5
    vague = replace(HALL, opening_hours='"sur rendez-vous"')
    said = plain(read(week_document(week([], town_hall=vague), WeekSheetOptions(MONDAY))).text)
    assert "fermée" not in said


def test_what_lasts_several_days_stands_on_each_of_them() -> None:
    show = Event("x", "Exposition", date(2026, 12, 5), date(2026, 12, 9))
    said = plain(read(week_document(week([show]), WeekSheetOptions(MONDAY))).text)
    assert said.count("Exposition") == 3
    assert said.count("Exposition, dernier jour") == 1


@pytest.mark.parametrize("paper", SheetPaper)
def test_where_and_until_when_is_said_once_a_week(paper: SheetPaper) -> None:
    show = Event("x", "Exposition", date(2026, 12, 5), date(2026, 12, 20), place="Salle des fêtes")
    said = plain(read(week_document(week([show]), WeekSheetOptions(MONDAY, paper))).text)
    assert said.count("Exposition") == 7
    assert said.count("Exposition, Salle des fêtes, jusqu’au dim. 20 décembre") == 1
    assert said.count("Salle des fêtes") == 1


def entries(count: int) -> tuple[Listing, ...]:
    return tuple(
        Listing(
            id=f"l{number:03}",
            name=f"Club {number:03} {HOSTILE[number % 3] if number % 4 == 0 else ''}".strip(),
            summary="Une phrase pour dire ce qu’on y fait.",
            phones=(Phone(f"+3354900{number:04}"),) if number % 6 != 5 else (),
            opening_hours="Mo-Fr 09:00-12:00",
        )
        for number in range(count)
    )


def strips(listings: tuple[Listing, ...], count: int = 10, title: str = "Clubs") -> Tagged:
    content = TearOffContent(PROFILE, MONDAY, title, "#2f6f3e", listings, HALL)
    return Tagged(render(tear_off_document(content, count)).content)


@pytest.mark.parametrize("count", [2, 7, 12, 13, 45])
def test_every_entry_is_told_and_torn_off_on_its_own_page(count: int) -> None:
    tagged = strips(entries(count), 12)
    for number in range(len(tagged.pdf.pages)):
        told = set(re.findall(r"Club (\d{3})", plain(tagged.page_text(number + 1))))
        torn = set(re.findall(r"Club (\d{3})", plain(tagged.artifacts[number])))
        reachable = {one for one in told if int(one) % 6 != 5}
        assert reachable == torn
        assert 1 <= len(told) <= 12
    headings = [plain(node.text) for node in tagged.tree.all("H2")]
    assert [int(one[5:8]) for one in headings] == list(range(count))


def test_a_week_of_endless_titles_stays_one_page() -> None:
    chosen = [
        Event(f"e{number}", "œ" * 300, at("2026-12-07T10:00") + timedelta(days=number % 7))
        for number in range(30)
    ]
    for paper in SheetPaper:
        made = week_document(week(chosen), WeekSheetOptions(MONDAY, paper))
        assert len(read(made).pdf.pages) == 1
        assert made.left_out > 0


def test_endless_opening_hours_do_not_run_into_the_strips() -> None:
    wordy = '"' + "selon affichage " * 120 + '"'
    clubs = tuple(replace(one, opening_hours=wordy) for one in entries(3))
    tagged = strips(clubs)
    assert len(tagged.pdf.pages) == 1
    assert plain(tagged.text).count("affichage…") == 3
    assert plain(tagged.text).count("affichage") < 60


def test_pages_share_the_entries_out() -> None:
    tagged = strips(entries(13), 12)
    counts = [
        plain(tagged.page_text(page + 1)).count("Club") for page in range(len(tagged.pdf.pages))
    ]
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("count", [8, 10, 12])
def test_one_entry_alone_is_on_every_strip(count: int) -> None:
    (club,) = entries(2)[1:]
    tagged = strips((club,), count, title=club.name)
    assert tagged.artifacts[0].count("Club 001") == count
    assert plain(tagged.artifacts[0]).count("05 49 00 00 01") == count
    assert [node.text for node in tagged.tree.all("H1", "H2")] == ["Club 001"]
    assert "Du lundi au vendredi 9 h – 12 h" in plain(tagged.text)


def test_an_entry_without_any_contact_still_has_its_name_on_the_strips() -> None:
    (club,) = entries(6)[5:]
    assert strips((club,)).artifacts[0].count("Club 005") == 10


def test_one_entry_with_much_to_say_stays_on_its_page() -> None:
    (club,) = entries(2)[1:]
    long = replace(club, description="Une phrase de plus à lire ici. " * 60)
    assert len(strips((long,), title=long.name).pdf.pages) == 1


def full_poster() -> Document:
    return on_a4(month(events(60))).document


def full_week() -> Document:
    return week_document(week(events(40)), WeekSheetOptions(MONDAY)).document


def full_strips() -> Document:
    content = TearOffContent(PROFILE, MONDAY, "<Clubs> & œuvres", "#2f6f3e", entries(14))
    return tear_off_document(content, 9)


@pytest.mark.parametrize("made", [full_poster, full_week, full_strips])
def test_pdfua_finds_no_fault(made: Callable[[], Document], tmp_path: Path) -> None:
    file = tmp_path / "papier.pdf"
    file.write_bytes(render(made()).content)
    outcomes = validate(str(file)).outcomes
    assert [(one.rule_id, list(one.findings)) for one in outcomes if one.findings] == []
    assert [one.rule_id for one in outcomes if one.skipped_reason] == []
