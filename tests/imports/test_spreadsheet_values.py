"""Phones, addresses, hours, codes and apostrophes as they stand in cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.imports.spreadsheet import cells, values
from ctg_desktop.imports.spreadsheet.places import Places


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (33549000001.0, "33549000001"),
        (86400.0, "86400"),
        (0.5, "0.5"),
        (21860078000011.0, "21860078000011"),
        (True, "oui"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),  # noqa: DTZ001  # as a cell holds it
        (datetime(2026, 1, 2, 9, 30), "2026-01-02 09:30"),  # noqa: DTZ001  # as a cell holds it
        (time(9, 30), "09:30"),
        (timedelta(hours=9, minutes=30), "09:30"),
        (None, ""),
        ("texte", "texte"),
    ],
)
def test_cells(value: object, text: str) -> None:
    assert cells.text_of(value) == text


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("05 49 00 00 01", ["+33549000001"]),
        ("33549000001", ["+33549000001"]),
        ("549000001", ["+33549000001"]),
        ("05.49.00.00.01/06.39.98.00.02", ["+33549000001", "+33639980002"]),
        ("05/49/00/00/01", ["+33549000001"]),
        ("05 49 00 00 01 ou 06 39 98 00 02", ["+33549000001", "+33639980002"]),
        ("05 49 00 00 01 | +33 6 39 98 00 02", ["+33549000001", "+33639980002"]),
        ("0549000001 0639980002", ["+33549000001", "+33639980002"]),
        ("05\u00a049\u202f00 00 01", ["+33549000001"]),
        ("3919", ["3919"]),
        ("", []),
    ],
)
def test_phones(written: str, numbers: list[str]) -> None:
    assert [parse_phone(one.number) for one in values.phones(written)] == numbers


def test_words_beside_a_phone_are_its_label() -> None:
    first, second = values.phones("Mairie : 05 49 00 00 01 ; 06 39 98 00 02 (répondeur)")
    assert (first.label, second.label) == ("Mairie", "répondeur")
    assert values.phones("Tél. : 05 49 00 00 01")[0].label == ""


def test_what_is_no_phone_is_given_as_it_is() -> None:
    assert [one.number for one in values.phones("voir la mairie")] == ["voir la mairie"]


@pytest.mark.parametrize(
    "written",
    [
        "93, rue de la Poste 86400 Civray",
        "93, rue de la Poste, 86400 Civray",
        "93, rue de la Poste - 86400 CIVRAY CEDEX 2",
        "93, rue de la Poste, Civray, France, 86400",
        "93, rue de la Poste Civray, 86400",
        "93, rue de la Poste 86400 Civray France",
    ],
)
def test_postal_code_inside_the_address(written: str) -> None:
    places = Places()
    assert places.split("1 place Neuve 86400 Civray") == ("1 place Neuve", "86400", "Civray")
    street, code, city = places.split(written)
    assert (street, code, city.title()) == ("93, rue de la Poste", "86400", "Civray")


def test_postal_code_alone_gives_no_city() -> None:
    assert Places().split("93 rue de la Poste 86400") == ("93 rue de la Poste", "86400", "")


@pytest.mark.parametrize(
    "written", ["BP 12345", "Le Bourg", "12345 route de Brux", "Lot 3, CS 90001", "tél. 0549000001"]
)
def test_what_only_looks_like_a_postal_code(written: str) -> None:
    assert Places().split(written) == (written, "", "")


@pytest.mark.parametrize(
    ("written", "slots", "words"),
    [
        ("09:00 - 12:00 / 13:30 - 17:00", [("09:00", "12:00"), ("13:30", "17:00")], ""),
        ("9h-12h30 et 14h à 17h", [("09:00", "12:30"), ("14:00", "17:00")], ""),
        ("Fermé", [], ""),
        ("-", [], ""),
        ("", [], ""),
        ("sur rendez-vous", [], "sur rendez-vous"),
        ("9h-12h (sur rendez-vous)", [("09:00", "12:00")], "sur rendez-vous"),
    ],
)
def test_hours_of_a_day(written: str, slots: list[tuple[str, str]], words: str) -> None:
    assert values.day_slots(written) == (slots, words)


@pytest.mark.parametrize(
    ("written", "width", "code"),
    [("1000", 5, "01000"), ("1053", 5, "01053"), ("86 400", 5, "86400"), ("2A004", 5, "2A004")],
)
def test_zeros_lost_by_numbers(written: str, width: int, code: str) -> None:
    assert values.digits(written, width) == code


def test_siret_blanks_and_zeros() -> None:
    assert values.siret("218 600 780 00011") == "21860078000011"
    assert values.siret("5430086400011") == "05430086400011"
    assert values.siret("5430086400012") == "5430086400012"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("favoriser l?échange et l?artisanat", "favoriser l’échange et l’artisanat"),
        ("a l ecole et d autres", "a l’ecole et d’autres"),
        ("qu?il", "qu’il"),
        ("Pourquoi ? Parce que", "Pourquoi ? Parce que"),
        ("page.php?id=1&d=2", "page.php?id=1&d=2"),
        ("bâtiment D est", "bâtiment D est"),
        ("10 l eau", "10 l’eau"),
    ],
)
def test_lost_apostrophes(written: str, mended: str) -> None:
    assert cells.mended_apostrophes(written) == mended


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2026-01-02", date(2026, 1, 2)),
        ("02/01/2026", date(2026, 1, 2)),
        ("31/02/2026", None),
        ("bientôt", None),
    ],
)
def test_dates(written: str, found: date | None) -> None:
    assert values.day(written) == found


@pytest.mark.parametrize(
    ("written", "site"),
    [
        ("www.club.example, facebook", "www.club.example"),
        ("https://a.example/|https://b.example/", "https://a.example/"),
        ("club.example", "club.example"),
        ("pas de site", "pas de site"),
    ],
)
def test_websites(written: str, site: str) -> None:
    assert values.website(written) == site


@given(st.text())
def test_guarded_cells_come_back_and_are_never_formulas(text: str) -> None:
    guarded = cells.guarded(text)
    assert cells.unguarded(guarded) == text or not cells.guarded(text).startswith("'")
    assert guarded[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(st.text(alphabet="'=+-@a\t"))
def test_guard_is_undone_exactly(text: str) -> None:
    assert cells.unguarded(cells.guarded(text)) == text


@given(st.text())
def test_any_cell_is_read_without_a_crash(text: str) -> None:
    values.phones(text)
    values.emails(text)
    values.website(text)
    values.day_slots(text)
    values.opening_hours(text)
    values.day(text)
    values.siret(text)
    values.digits(text, 5)
    Places().split(text)
    cells.mended_apostrophes(cells.cleaned(text))
