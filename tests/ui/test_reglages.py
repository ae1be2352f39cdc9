from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.booklet import TeamMember
from ctg_desktop.domain.palette import contrast
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.reglages.booklet_texts import BookletSection
from ctg_desktop.ui.reglages.colours import COLOURS
from ctg_desktop.ui.reglages.identity import IdentitySection
from ctg_desktop.ui.reglages.page import SettingsPage
from ctg_desktop.ui.reglages.themes import ThemesSection
from tests.ui.keys import CTRL, press, retype, turn_wheel, type_text

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> SettingsPage:
    page = window.show_page(PageKey.SETTINGS)
    settle()
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def identity(page: SettingsPage) -> IdentitySection:
    section = page.sections[0]
    assert isinstance(section, IdentitySection)
    return section


@pytest.fixture
def texts(page: SettingsPage) -> BookletSection:
    page.show_part("livret")
    section = page.sections[1]
    assert isinstance(section, BookletSection)
    return section


@pytest.fixture
def themes(page: SettingsPage) -> ThemesSection:
    page.show_part("themes")
    section = page.sections[2]
    assert isinstance(section, ThemesSection)
    return section


def test_nothing_is_to_be_saved_before_a_key_is_pressed(page: SettingsPage) -> None:
    for key in ("identite", "livret", "themes"):
        page.show_part(key)
        assert not page.save_button.isEnabled(), key
    page.show_part("fichiers")
    assert not page.save_button.isVisible()


def test_the_name_and_colour_are_saved_by_keyboard(
    page: SettingsPage, identity: IdentitySection, window: MainWindow, desk: Desk, settle: Settle
) -> None:
    retype(identity.name, "Saint-Éloi")
    identity.accent.set_value("#7a1f3d")
    identity.touched()
    assert page.header.summary.accessibleName() == "modifications à enregistrer"
    press(window, Qt.Key.Key_S, CTRL)
    settle()
    profile = desk.office.settings.profile()
    assert (profile.name, profile.accent) == ("Saint-Éloi", "#7a1f3d")
    assert window.band.name.text() == "Saint-Éloi"
    assert not page.save_button.isEnabled()
    assert desk.office.drafts.keys("settings:") == []


def test_a_missing_name_is_said_beside_the_field(
    page: SettingsPage, identity: IdentitySection, settle: Settle, reported: list[Exception]
) -> None:
    retype(identity.name, " ")
    page.save_()
    settle()
    assert identity._fields["name"].error.text() == (
        "Donnez le nom de la commune ou de la communauté."
    )
    assert reported == []
    type_text(identity.name, "B")
    assert not identity._fields["name"].is_refused


def test_changes_can_be_given_up(
    page: SettingsPage, identity: IdentitySection, settle: Settle
) -> None:
    type_text(identity.name, "Z")
    assert page.discard_button.isVisible()
    page.discard_button.click()
    settle()
    assert identity.name.text() == "Valmoulin-sur-Clain"
    assert not page.discard_button.isVisible()


def test_every_colour_offered_carries_white_text() -> None:
    for colour, word in COLOURS:
        assert contrast(colour, "#ffffff") >= 4.5, word


def test_the_texts_of_the_booklet_are_kept(
    page: SettingsPage, texts: BookletSection, desk: Desk, settle: Settle
) -> None:
    type_text(texts.mayor_word, "Bienvenue à tous")
    type_text(texts.mayor_name, "Élodie Œil")
    type_text(texts.team.first, "Ana Lopès")
    texts.first_steps.setPlainText("Venir à la mairie\n\n  S’inscrire à l’école  ")
    page.save_()
    settle()
    kept = desk.office.settings.booklet()
    assert kept.mayor_word == "Bienvenue à tous"
    assert kept.mayor_name == "Élodie Œil"
    assert kept.team == (TeamMember("Ana Lopès"),)
    assert kept.first_steps == ("Venir à la mairie", "S’inscrire à l’école")
    assert not texts.is_modified


def test_texts_in_english_are_kept_line_by_line(
    page: SettingsPage, texts: BookletSection, desk: Desk, settle: Settle
) -> None:
    texts.english.set_open(True)
    type_text(texts.mayor_word_en, "Welcome")
    texts.first_steps_en.setPlainText("Come to the town hall\nRegister at school")
    page.save_()
    settle()
    kept = desk.office.settings.booklet()
    assert kept.mayor_word_en == "Welcome"
    assert kept.first_steps_en == ("Come to the town hall", "Register at school")


def test_texts_saved_here_leave_what_was_set_beside_the_preview(
    page: SettingsPage, texts: BookletSection, desk: Desk, settle: Settle
) -> None:
    type_text(texts.mayor_word, "Bienvenue")
    before = desk.office.settings.booklet()
    desk.office.settings.save_booklet(replace(before, title="Guide", calendar_months=3))
    page.save_()
    settle()
    kept = desk.office.settings.booklet()
    assert (kept.mayor_word, kept.title, kept.calendar_months) == ("Bienvenue", "Guide", 3)


def test_themes_are_added_renamed_and_removed(
    page: SettingsPage, themes: ThemesSection, desk: Desk, settle: Settle
) -> None:
    themes.items.select(0)
    gone = themes.items.current()
    themes.items.remove_button.click()
    themes.items.add_button.click()
    retype(themes.name, "Bien vieillir")
    page.save_()
    settle()
    kept = desk.office.settings.themes()
    assert gone not in kept
    assert "Bien vieillir" in [one.label for one in kept]


def test_undo_shows_in_the_settings(
    page: SettingsPage,
    themes: ThemesSection,
    window: MainWindow,
    desk: Desk,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    before = themes.items.items()
    themes.items.select(0)
    themes.items.remove_button.click()
    page.save_()
    settle()
    assert themes.items.items() != before
    with qtbot.waitSignal(desk.bus.changed):
        press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert set(themes.items.items()) == set(before)


def test_the_licences_can_be_read(page: SettingsPage) -> None:
    page.show_part("fichiers")
    about = page.about
    names = [about.choice.itemText(row) for row in range(about.choice.count())]
    assert "lucide" in names
    about.choice.setCurrentIndex(names.index("lucide"))
    assert "ISC License" in about.text.toPlainText()


def test_the_wheel_scrolls_the_settings_and_leaves_the_minutes_before_locking(
    page: SettingsPage, settle: Settle
) -> None:
    page.show_part("utilisateurs")
    settle()
    minutes = page.users.minutes
    before = minutes.value()
    turn_wheel(minutes)
    assert minutes.value() == before
