from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ctg_desktop.db.clock import local_now
from ctg_desktop.domain.access_log import Access, AccessKind
from ctg_desktop.domain.directory import ListingState
from ctg_desktop.domain.event import Event
from ctg_desktop.domain.health import Check, State, Subject
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.accueil.lines import DataFacts, is_backup_due
from ctg_desktop.ui.accueil.page import HomePage
from ctg_desktop.ui.accueil.rows import LinesCard
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.widgets.text import IconText, Text

Settle = Callable[[], None]


def save(
    desk: Desk, name: str, verified_on: date | None = None, *, published: bool = True
) -> Listing:
    return desk.office.directory.save(
        Listing(
            name=name,
            kind=ListingKind.ASSOCIATION,
            category="associations",
            verified_on=verified_on,
            published=published,
        )
    ).listing


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> HomePage:
    page = window.show_page(PageKey.HOME)
    settle()
    assert isinstance(page, HomePage)
    return page


def said(card: LinesCard) -> list[str]:
    return [one.text() for one in card.findChildren(IconText) if one.isVisible()]


def notes(card: LinesCard) -> list[str]:
    return [one.text() for one in card.findChildren(Text) if one.property("quiet")]


def button(card: LinesCard, name: str) -> QPushButton:
    return next(one for one in card.buttons() if one.accessibleName() == name)


def test_a_clock_that_went_back_is_said_first(
    window: MainWindow, desk: Desk, settle: Settle
) -> None:
    noted = Access("2056-01-03T09:00:00+01:00", "", AccessKind.PRINTED, "labels")
    desk.office.access_log._vault.access_log.add(noted)
    page = window.show_page(PageKey.HOME)
    settle()
    assert isinstance(page, HomePage)
    assert "déjà servi le lun.\u00a03\u00a0janv. 2056" in said(page.todo)[0]
    save(desk, "Fleurs")
    settle()
    assert "déjà servi" in said(page.todo)[0]


def test_an_empty_vault_offers_its_first_action(qtbot: QtBot, page: HomePage) -> None:
    assert page.header.summary.accessibleName() == "lundi 23\u00a0novembre 2026"
    with qtbot.waitSignal(page.import_wanted):
        button(page.todo, "Importer un fichier…").click()
    with qtbot.waitSignal(page.new_record) as wanted:
        button(page.todo, "Nouvelle fiche").click()
    assert wanted.args == [PageKey.DIRECTORY]


def test_what_is_to_be_verified_leads_to_those_listings(
    qtbot: QtBot, page: HomePage, desk: Desk, settle: Settle
) -> None:
    save(desk, "À jour", date(2026, 11, 1))
    save(desk, "À vérifier", date(2026, 3, 1))
    save(desk, "Plus ancienne", date(2026, 2, 1))
    page.activated()
    settle()
    assert said(page.todo) == ["2\u00a0fiches non vérifiées depuis six mois"]
    assert notes(page.todo) == ["la plus ancienne\u00a0: février 2026"]
    with qtbot.waitSignal(page.open_listings) as wanted:
        button(page.todo, "Voir les fiches à vérifier").click()
    assert wanted.args[0].states == {ListingState.TO_VERIFY, ListingState.LATE}


def test_drafts_and_what_is_not_published_wait_there(
    qtbot: QtBot, page: HomePage, desk: Desk, settle: Settle
) -> None:
    kept = save(desk, "Brouillon", published=False)
    desk.office.drafts.keep(f"listing:{kept.id}", {"at": "2026-11-23T10:00:00"})
    page.activated()
    settle()
    assert said(page.todo)[0] == "1\u00a0saisie à terminer"
    assert said(page.todo)[-1] == "1\u00a0fiche en brouillon, non imprimée"
    with qtbot.waitSignal(page.open_listing) as wanted:
        button(page.todo, "Reprendre la saisie").click()
    assert wanted.args == [kept.id]


def test_all_is_well_when_nothing_waits(page: HomePage, desk: Desk, settle: Settle) -> None:
    save(desk, "À jour", date(2026, 11, 1))
    page.activated()
    settle()
    assert said(page.todo) == ["Tout est à jour. Bonne journée\u202f!"]


def test_the_booklet_says_when_it_is_older_than_its_data(
    page: HomePage, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    save(desk, "À jour", date(2026, 11, 1))
    page.activated()
    settle()
    assert said(page.booklet)[0] == "Le livret n’a pas encore été imprimé"
    assert said(page.booklet)[1] == "1\u00a0fiche publiée, 1\u00a0rubrique sur 12"
    desk.office.booklets.make(tmp_path / "livret.pdf", date(2026, 11, 2))
    page.activated()
    settle()
    assert said(page.booklet)[0] == "Imprimé le 2\u00a0nov. 2026, à jour"
    save(desk, "Plus récente", date(2026, 11, 20))
    page.activated()
    settle()
    assert said(page.booklet)[0] == "Imprimé le 2\u00a0nov. 2026\u00a0: 1\u00a0changement depuis"


def test_the_next_dates_are_told_with_place_and_hours(
    page: HomePage, desk: Desk, settle: Settle
) -> None:
    hall = save(desk, "Salle des fêtes", date(2026, 11, 1))
    desk.office.calendar.save(
        Event(
            title="Marché <de> Noël & vin",
            start=datetime(2026, 11, 28, 10),  # noqa: DTZ001 - local time, as the domain keeps it
            end=datetime(2026, 11, 28, 18, 30),  # noqa: DTZ001 - local time, as the domain keeps it
            place=hall.id,
        )
    )
    page.activated()
    settle()
    (line,) = said(page.events)
    assert line.endswith("Marché <de> Noël & vin, Salle des fêtes")
    assert notes(page.events) == ["10\u00a0h\u00a0–\u00a018\u00a0h\u00a030"]


def test_a_change_elsewhere_shows_at_once(page: HomePage, desk: Desk, settle: Settle) -> None:
    saved = desk.office.directory.save(Listing(name="Mairie", published=False))
    desk.bus.changed.emit(saved.changes)
    settle()
    assert "1\u00a0fiche en brouillon, non imprimée" in said(page.todo)


def test_the_data_says_where_it_is(page: HomePage, desk: Desk) -> None:
    lines = [line.replace("\u200b", "") for line in said(page.data)]
    assert f"Vos fichiers sont dans {desk.office.folder}" in lines


def test_an_endless_word_does_not_widen_the_window(
    window: MainWindow, page: HomePage, desk: Desk, settle: Settle
) -> None:
    desk.office.calendar.save(Event(title="M" * 300, start=date(2026, 11, 24)))
    page.activated()
    settle()
    window.resize(1024, 700)
    assert window.minimumSizeHint().width() <= 1024
    assert page.events.width() < 600


def test_what_lasts_says_until_when(page: HomePage, desk: Desk, settle: Settle) -> None:
    desk.office.calendar.save(
        Event(title="Exposition", start=date(2026, 11, 14), end=date(2026, 11, 29))
    )
    page.activated()
    settle()
    assert notes(page.events) == ["jusqu’au 29\u00a0nov. 2026"]


def test_buttons_lead_to_the_other_pages(qtbot: QtBot, page: HomePage) -> None:
    for card, name, key in (
        (page.booklet, "Aperçu du livret", PageKey.PRINTS),
        (page.events, "Ouvrir l’agenda", PageKey.CALENDAR),
    ):
        with qtbot.waitSignal(page.open_page) as wanted:
            button(card, name).click()
        assert wanted.args == [key]


def test_cards_stand_below_each_other_where_their_lines_would_be_short(
    large_letters: None,  # noqa: ARG001 - set before the window is made
    page: HomePage,
    window: MainWindow,
) -> None:
    window.resize(1366, 768)
    QApplication.processEvents()
    tops = [card.y() for card in (page.todo, page.booklet, page.data, page.events)]
    assert tops == sorted(set(tops))
    assert page.events.width() == page.todo.width() == page.booklet.width()
    window.resize(3000, 768)
    QApplication.processEvents()
    assert page.events.y() == page.booklet.y()
    assert page.events.x() > page.booklet.geometry().right()


def test_the_last_verified_backup_is_told_and_asked_for_when_it_is_old(
    qtbot: QtBot, page: HomePage, desk: Desk, window: MainWindow, settle: Settle
) -> None:
    told = window.status.right.accessibleName
    assert "Aucune sauvegarde vérifiée" in said(page.data)
    assert not any("sauvegarde" in one for one in said(page.todo))
    save(desk, "Club")
    desk.office.backups.make()
    window.go_to(None)
    settle()
    settle()
    assert told().startswith("Dernière sauvegarde vérifiée\u00a0: ")
    assert told() in said(page.data)
    assert not any("sauvegarde" in one for one in said(page.todo))
    desk.office.health._vault._now = lambda: local_now() + timedelta(days=9)
    page.activated()
    settle()
    assert said(page.todo)[0] == told()
    with qtbot.waitSignal(page.open_part) as asked:
        button(page.todo, "Voir les sauvegardes").click()
    assert asked.args == [PageKey.SETTINGS, "sauvegardes"]


@pytest.mark.parametrize(
    ("code", "days", "due"), [("backup-none", 0, False), ("backup-none", 1, True)]
)
def test_on_the_first_day_the_backup_at_closing_is_waited_for(
    code: str, days: int, due: bool
) -> None:
    saved = local_now()
    check = Check(Subject.BACKUP, State.BAD, code)
    later = saved + timedelta(days=days)
    assert is_backup_due(DataFacts(Path(), saved, False, check, later)) is due
    assert not is_backup_due(DataFacts(Path(), saved, True, check, later))
    assert not is_backup_due(DataFacts(Path(), None, False, check, later))
