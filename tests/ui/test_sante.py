"""Health and backups in the window: made, copied to a stick, restored by three clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ctg_desktop.db.private_folder import PAPERS
from ctg_desktop.domain.backup import Why
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.health import State, Subject
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.reglages.page import SettingsPage
from ctg_desktop.ui.sante.restore_dialog import RestoreDialog
from ctg_desktop.ui.shell import Opening, Shell
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.recovery import Recovery
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import KEY, make_practice
from tests.ui.conftest import TODAY

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> SettingsPage:
    shown = window.show_page(PageKey.SETTINGS)
    assert isinstance(shown, SettingsPage)
    settle()
    return shown


def press(qtbot: QtBot, button: QPushButton, settle: Settle) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def named(page: SettingsPage, words: str) -> QPushButton:
    return next(one for one in page.health.findChildren(QPushButton) if one.text() == words)


def test_every_check_is_shown_with_its_words(page: SettingsPage, settle: Settle) -> None:
    page.show_part("sante")
    settle()
    assert set(page.health._checks) == set(Subject)
    assert page.health._checks[Subject.BACKUP].state is State.BAD
    assert page.health.whole.text() == "Un point demande une action."


def test_several_points_are_counted(page: SettingsPage, settle: Settle) -> None:
    page.desk.office.backups.make(Why.ASKED)
    page.show_part("sante")
    settle()
    states = [one.state for one in page.health._checks.values()]
    assert states.count(State.WARN) == 1
    assert page.health.whole.text() == "Les données vont bien. Un point est à voir."
    found = page.health._checks
    two = [replace(found[one], state=State.WARN) for one in (Subject.CLOCK, Subject.ROOM)]
    page.health._finish(two)
    assert page.health.whole.text() == "Les données vont bien. 3 points sont à voir."


def test_a_backup_is_made_from_the_line_that_asks_for_one(
    page: SettingsPage, qtbot: QtBot, settle: Settle
) -> None:
    page.show_part("sante")
    settle()
    press(qtbot, named(page, "Sauvegarder maintenant"), settle)
    assert page.health._checks[Subject.BACKUP].state is State.OK
    assert page.health.whole.text() == "Les données vont bien. Un point est à voir."


def test_a_sheet_that_opens_nothing_any_more_is_said_with_the_button_to_another_one(
    page: SettingsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    lines = (desk.office.folder / "coffre.cles").read_text().splitlines(keepends=True)
    kept = [one.replace('"recovery"', '"harmed"') for one in lines]
    assert kept != lines
    (desk.office.folder / "coffre.cles").write_text("".join(kept))
    page.show_part(page.health.key)
    settle()
    assert page.health._checks[Subject.KEYS].code == "keys-no-code"
    press(qtbot, named(page, "Utilisateurs et feuille de secours"), settle)
    assert page.users.isVisible()
    assert page.users.sheet_button.isVisible()


def test_the_journal_of_access_is_shown_from_a_private_folder(
    page: SettingsPage, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile()))
    )
    page.show_part("sante")
    settle()
    press(qtbot, named(page, "Imprimer le journal"), settle)
    (path,) = shown
    assert path.read_bytes().startswith(b"%PDF")
    assert path.parent.name.startswith(PAPERS)


def test_backups_are_listed_and_the_second_place_is_said(
    page: SettingsPage, qtbot: QtBot, settle: Settle, tmp_path: Path, desk: Desk
) -> None:
    page.show_part("sauvegardes")
    settle()
    assert not page.backups.restore_button.isEnabled()
    press(qtbot, page.backups.make_button, settle)
    assert page.backups.list.count() == 1
    assert "demandée" in page.backups.list.item(0).text()
    told = page.window().status.right.accessibleName
    qtbot.waitUntil(lambda: told().startswith("Dernière sauvegarde vérifiée"))
    stick = tmp_path / "clé"
    stick.mkdir()
    page.backups.set_second_place(stick)
    settle()
    assert len(list(stick.glob("*/*/manifest.json"))) == 1
    stick.rename(tmp_path / "retirée")
    said: list[str] = []
    page.backups.notice.connect(lambda notice: said.append(notice.text))
    press(qtbot, page.backups.make_button, settle)
    assert said[0].startswith("La sauvegarde est faite et vérifiée.")
    assert "n’est pas là" in said[0]
    assert "n’est pas là" in page.backups.place.text()
    assert desk.office.backups.second_place() == stick


def test_restoring_takes_three_clicks(page: SettingsPage, qtbot: QtBot, settle: Settle) -> None:
    page.show_part("sauvegardes")
    settle()
    press(qtbot, page.backups.make_button, settle)
    wanted: list[object] = []
    page.restore_wanted.connect(wanted.append)
    row = page.backups.list.visualItemRect(page.backups.list.item(0)).center()
    qtbot.mouseClick(page.backups.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    qtbot.mouseClick(page.backups.restore_button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreDialog)
    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert len(wanted) == 1


def test_a_stick_is_enough_to_find_its_newest_backup(
    page: SettingsPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    stick = tmp_path / "clé"
    stick.mkdir()
    page.show_part(page.backups.key)
    settle()
    with qtbot.waitSignal(page.backups.notice) as refused:
        page.backups.restore_from(stick)
    (notice,) = refused.args or []
    assert "n’est pas une sauvegarde" in notice.text
    page.backups.set_second_place(stick)
    settle()
    page.backups.restore_from(stick)
    settle()
    dialog = page.findChild(RestoreDialog)
    assert dialog is not None
    with qtbot.waitSignal(page.backups.restore_wanted) as wanted:
        dialog.restore_button.click()
    (restoration,) = wanted.args or []
    assert restoration.backup.is_relative_to(stick)
    assert (restoration.backup / "manifest.json").is_file()


def test_the_window_closes_restores_and_comes_back(
    qtbot: QtBot, theme: Theme, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "coffre"
    make_practice(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    start.remember(folder, "Civray")
    reporter = CrashReporter(tmp_path / "journaux", theme)
    shell = Shell(Opening(start, None, open_office, lambda: TODAY, tmp_path), theme, reporter)
    shell.begin()
    qtbot.waitUntil(lambda: shell.window is not None)
    office = shell.open.office
    assert office is not None
    made = office.backups.make()
    office.directory.save(Listing(name="Après", category="associations"))
    first = shell.window
    assert first is not None
    first.restore_wanted.emit(office.recovery.of(made.folder))
    qtbot.waitUntil(lambda: shell.window not in {None, first})
    assert shell.open.office is not None
    assert shell.open.office.directory.counts(TODAY).total == 0
    assert shell.window is not None
    assert "restaurée" in shell.window.banner.text()
    shell.open.office.directory.save(Listing(name="Encore", category="associations"))
    shell.close()
    newest = Recovery(folder).newest_whole(KEY)
    assert newest is not None
    assert newest.backup.manifest is not None
    manifest = newest.backup.manifest
    assert (manifest.why, manifest.counts["listing"]) == (Why.CLOSING, 1)
