"""Papers of the register: receipts that inform, calls, the prefect, the year."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.domain.register.entry import (
    AskedBy,
    Call,
    CallResult,
    RegisterContact,
    RegisterEntry,
    Request,
)
from ctg_desktop.domain.register.settings import RegisterSettings
from ctg_desktop.domain.wording import of_place
from ctg_desktop.errors import UserError
from ctg_desktop.messages.register_lines import about_lines, done_lines
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.papers import TableFormat
from tests.pdf.reading import Tagged, plain
from tests.register_for_tests import ASKED, BY_NEIGHBOUR, PAULETTE, TODAY, set_up

FORMULA = "=1+1"


@pytest.fixture
def register(office: Office) -> Iterator[OpenRegister]:
    opened = set_up(office.register)
    yield opened
    opened.close()


def said(paper: RenderedPaper | None) -> str:
    assert paper is not None
    return plain(Tagged(paper.content).text)


def pages(paper: RenderedPaper) -> list[str]:
    tagged = Tagged(paper.content)
    return [plain(tagged.page_text(number)) for number in range(1, paper.pages + 1)]


def entered(register: OpenRegister, entry: RegisterEntry) -> str:
    stored = register.save(entry, TODAY)
    if entry.request.by is AskedBy.THIRD_PARTY:
        register.acknowledge(stored.id, TODAY, TODAY)
    register.enrol(stored.id, TODAY, TODAY)
    return stored.id


def test_a_receipt_says_what_the_register_is_for_and_how_to_leave_it(
    office: Office, register: OpenRegister
) -> None:
    office.register.save_settings(RegisterSettings("Veiller sur vous par grand froid."))
    office.notices.save_settings(PrivacySettings(dpo_name="Agence des données"))
    entry = register.save(PAULETTE, TODAY)
    paper = register.papers.acknowledgement(entry.id, TODAY)
    (page,) = pages(paper)
    for words in (
        "Paulette Guérin",
        "86400 CIVRAY",
        "le 20 novembre 2026 votre demande",
        "Veiller sur vous par grand froid.",
        "le préfet, à sa demande",
        "ne plus y figurer",
        "Agence des données",
        "CNIL",
    ):
        assert words in page
    assert "Coupon" not in page
    assert paper.carries is not None
    assert (paper.carries.what, paper.carries.ids) == ("register-receipt", (entry.id,))
    assert "Guérin" not in paper.name


def test_a_third_partys_request_is_told_to_both_and_the_person_may_object(
    register: OpenRegister,
) -> None:
    entry = register.save(BY_NEIGHBOUR, TODAY)
    person, neighbour = pages(register.papers.acknowledgement(entry.id, TODAY))
    assert "Yvonne Lafleur (voisine) nous a demandé par écrit, le 20 novembre 2026" in person
    assert "Je refuse mon inscription" in person
    assert "Vous êtes libre de refuser" in person
    assert "Yvonne Lafleur" in neighbour
    assert "c’est elle seule qui décide" in neighbour
    assert "Coupon" not in neighbour
    alone = register.papers.information(entry.id, TODAY)
    assert pages(alone) == [person]
    assert alone.carries is not None
    assert alone.carries.what == "register-information"


def test_names_that_begin_with_a_vowel_are_elided(register: OpenRegister, office: Office) -> None:
    profile = office.settings.profile()
    words = said(register.papers.acknowledgement(register.save(PAULETTE, TODAY).id, TODAY))
    assert f"la commune {of_place(profile.name)}." in words
    elise = replace(BY_NEIGHBOUR, first_names="Élise", last_name="Œuvrard")
    letters = said(register.papers.acknowledgement(register.save(elise, TODAY).id, TODAY))
    assert "votre demande écrite d’inscription d’Élise Œuvrard au registre" in letters


def test_a_representative_is_answered_too(register: OpenRegister) -> None:
    by = Request(ASKED, AskedBy.REPRESENTATIVE, third_party=RegisterContact("Alix Roy", "tutrice"))
    entry = register.save(replace(PAULETTE, request=by), TODAY)
    person, representative = pages(register.papers.acknowledgement(entry.id, TODAY))
    assert "votre représentant légal (Alix Roy)" in person
    assert "dont vous êtes le représentant légal" in representative


def test_the_blank_form_asks_the_fields_of_the_decree(office: Office) -> None:
    paper = office.register.request_form(TODAY)
    words = said(paper)
    for one in ("Nom", "Prénoms", "Date de naissance", "Services qui viennent à domicile"):
        assert one in words
    assert "60 ans et plus, reconnue inapte au travail" in words
    assert (paper.pages, paper.carries) == (2, None)


def test_calls_have_a_sheet_while_the_alert_lasts(register: OpenRegister) -> None:
    alone = entered(register, PAULETTE)
    warned = RegisterContact("Odile", "fille", "06 39 98 00 22")
    near = entered(register, replace(PAULETTE, first_names="Jeanne", to_warn=(warned,)))
    register.save(replace(BY_NEIGHBOUR, first_names="Rose"), TODAY)
    alert = register.begin_alert("Canicule", TODAY, TODAY)
    paper = register.papers.call_sheet(alert.id, TODAY)
    words = said(paper)
    assert words.index("Paulette Guérin") < words.index("Jeanne Guérin")
    assert "05 36 49 02 05" in words
    assert "Odile, fille, 06 39 98 00 22" in words
    assert "79 ans" in words
    assert "Rose" not in words
    assert paper.carries is not None
    assert paper.carries.ids == (alone, near)
    register.end_alert(alert.id, TODAY, TODAY)
    with pytest.raises(UserError, match="register-alert-over"):
        register.papers.call_sheet(alert.id, TODAY)


def test_the_sheet_says_what_was_called_today_and_leaves_room_for_the_next_call(
    register: OpenRegister,
) -> None:
    reached = entered(register, PAULETTE)
    tried = entered(register, replace(PAULETTE, first_names="Jeanne"))
    alert = register.begin_alert("Canicule", ASKED, TODAY)

    def called(person: str, hour: int, result: CallResult, ago: int = 0) -> None:
        at = datetime.combine(TODAY - timedelta(ago), time(hour, 42))
        register.note_call(person, Call(at, result, alert=alert.id), TODAY)

    called(reached, 9, CallResult.WELL)
    called(tried, 7, CallResult.HELP_SENT, ago=1)
    for hour in (8, 10, 11):
        called(tried, hour, CallResult.NO_ANSWER)
    words = said(register.papers.call_sheet(alert.id, TODAY))
    assert "1 personne à appeler, dans l’ordre, puis 1 jointe aujourd’hui." in words
    assert words.index("Jeanne Guérin") < words.index("11 h 42") < words.index("Paulette Guérin")
    assert words.index("Paulette Guérin") < words.index("9 h 42")
    assert words.count("pas de réponse") == 2
    assert "8 h 42" not in words
    assert "7 h 42" not in words
    assert words.count("absent aide") == 1 + 2


def test_who_asks_is_told_all_that_is_noted_of_them(register: OpenRegister, office: Office) -> None:
    helper = RegisterContact("Aide & Cie", "service", "05 36 49 02 09")
    person = entered(register, replace(BY_NEIGHBOUR, home_services=(helper,)))
    alert = register.begin_alert("Canicule", ASKED, TODAY)
    for minute in range(60):
        at = datetime.combine(TODAY, time(8, minute))
        register.note_call(person, Call(at, CallResult.NO_ANSWER, alert=alert.id), TODAY)
    paper = register.papers.access(person, TODAY)
    words = said(paper)
    entry = register.get(person)
    for one in (*about_lines(entry), *done_lines(entry)):
        assert plain(one) in words
    assert len(list(done_lines(entry))) == 2 + 60
    assert "Yvonne Lafleur, voisine" in words
    assert "règlement européen 2016/679, article 15" in words
    assert "Permettre l’intervention ciblée" in words
    assert "CNIL" in words
    assert paper.pages > 1
    assert paper.carries is not None
    assert (paper.carries.what, paper.carries.ids) == ("register-access", (person,))
    assert "Guérin" not in paper.name
    assert office.register.clock(TODAY).waiting == 0


def test_the_prefect_is_given_all_who_are_entered(register: OpenRegister) -> None:
    entered(register, PAULETTE)
    register.save(replace(BY_NEIGHBOUR, first_names="Rose"), TODAY)
    alert = register.begin_alert("Canicule d’août", TODAY, TODAY)
    words = said(register.papers.prefect(TODAY, alert.id))
    assert "Canicule d’août. 1 personne" in words
    assert "9 rue du Four, 86400 Civray" in words
    assert "Rose" not in words
    with pytest.raises(UserError, match="register-alert-unknown"):
        register.papers.prefect(TODAY, "unknown")


@pytest.mark.parametrize("wanted", TableFormat)
def test_a_table_for_the_prefect_holds_texts_only_and_is_noted(
    office: Office, register: OpenRegister, tmp_path: Path, wanted: TableFormat
) -> None:
    warned = RegisterContact(FORMULA, "<voisin> & ami")
    entered(register, replace(PAULETTE, last_name=FORMULA, to_warn=(warned,)))
    target = tmp_path / f"registre.{wanted}"
    table = register.papers.write_prefect(target, wanted)
    assert (table.path, table.persons) == (target, 1)
    header, row = _read(target)
    assert header[0] == "Nom"
    assert row[0].lstrip("'") == FORMULA
    assert (row[0] == FORMULA) == (wanted is not TableFormat.CSV)
    assert row[2] == "25/09/1947"
    assert row[5] == "05 36 49 02 05"
    assert row[7].lstrip("'") == f"{FORMULA}, <voisin> & ami"
    line = office.access_log.rows()[-1].access
    assert (line.kind, line.what, line.actor) == (
        AccessKind.EXPORTED,
        "register-prefect",
        register.user,
    )


def test_a_table_for_the_prefect_goes_beside_one_that_is_open(
    register: OpenRegister, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that a spreadsheet has open."""
    replace_file = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "registre.csv":
            raise PermissionError(13, "in use", str(self))
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    entered(register, PAULETTE)
    asked = tmp_path / "registre.csv"
    table = register.papers.write_prefect(asked, TableFormat.CSV)
    assert (table.path, table.asked) == (tmp_path / "registre (2).csv", asked)
    assert len(_read(table.path)) == 2
    assert not asked.exists()


def test_once_a_year_everybody_is_asked_whether_all_is_true(register: OpenRegister) -> None:
    one = entered(register, PAULETTE)
    assert register.papers.yearly(TODAY) is None
    next_year = date(2027, 3, 1)
    paper = register.papers.yearly(next_year)
    words = said(paper)
    assert "Téléphone : 05 36 49 02 05" in words
    assert "Personnes à prévenir : non renseigné" in words
    assert "Je ne veux plus figurer au registre." in words
    register.confirm(one, next_year, next_year)
    assert register.papers.yearly(next_year) is None


def test_nothing_is_printed_of_a_closed_register(register: OpenRegister) -> None:
    entry = register.save(PAULETTE, TODAY)
    register.close()
    for ask in (
        lambda: register.papers.acknowledgement(entry.id, TODAY),
        lambda: register.papers.prefect(TODAY),
        lambda: register.papers.yearly(TODAY),
        lambda: register.papers.call_sheet("any", TODAY),
    ):
        with pytest.raises(UserError, match="register-closed"):
            ask()


def _read(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, delimiter=";"))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row] for row in rows]
