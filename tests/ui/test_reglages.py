from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.booklet import TeamMember
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.domain.palette import contrast
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.reglages.booklet_texts import BookletSection
from ctg_desktop.ui.reglages.categories import CategoriesSection
from ctg_desktop.ui.reglages.colours import COLOURS
from ctg_desktop.ui.reglages.identity import IdentitySection
from ctg_desktop.ui.reglages.page import SettingsPage
from ctg_desktop.ui.reglages.themes import ThemesSection
from tests.ui.keys import ALT, CTRL, press, type_text

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
def chapters(page: SettingsPage) -> CategoriesSection:
    page.show_part("rubriques")
    section = page.sections[2]
    assert isinstance(section, CategoriesSection)
    return section


@pytest.fixture
def themes(page: SettingsPage) -> ThemesSection:
    page.show_part("themes")
    section = page.sections[3]
    assert isinstance(section, ThemesSection)
    return section


def retype(line: object, text: str) -> None:
    line.selectAll()
    type_text(line, text)


def test_nothing_is_to_be_saved_before_a_key_is_pressed(page: SettingsPage) -> None:
    for key in ("identite", "livret", "rubriques", "themes"):
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
    assert page.header.summary.text() == "modifications à enregistrer"
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


def jpeg(tmp_path: Path) -> Path:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#3f6212"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    path = tmp_path / "église.jpg"
    path.write_bytes(bytes(buffer.data().data()))
    return path


def test_a_cover_picture_is_chosen_shown_and_removed(
    page: SettingsPage, texts: BookletSection, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    texts.cover.take(jpeg(tmp_path))
    settle()
    settle()
    assert not texts.cover.thumbnail.pixmap().isNull()
    type_text(texts.cover.described, "L’église")
    page.save_()
    settle()
    kept = desk.office.settings.booklet()
    assert desk.office.pictures.get(kept.cover_picture).media_type == "image/jpeg"
    assert kept.cover_picture_alt == "L’église"
    texts.cover.remove_button.click()
    page.save_()
    settle()
    assert desk.office.settings.booklet().cover_picture == ""


def test_what_is_no_picture_is_said_beside_it(
    texts: BookletSection, settle: Settle, tmp_path: Path, reported: list[Exception]
) -> None:
    wrong = tmp_path / "texte.jpg"
    wrong.write_text("rien", encoding="utf-8")
    texts.cover.take(wrong)
    settle()
    assert "n’est pas une image" in texts.cover.error.text()
    assert reported == []


def labels(desk: Desk) -> list[str]:
    return [one.label for one in desk.office.settings.categories()]


def test_chapters_are_reordered_renamed_hidden_and_added_by_keyboard(
    page: SettingsPage,
    chapters: CategoriesSection,
    window: MainWindow,
    desk: Desk,
    settle: Settle,
) -> None:
    before = labels(desk)
    window.activateWindow()
    chapters.items.select(0)
    chapters.items.list.setFocus()
    press(chapters.items.list, Qt.Key.Key_Down, ALT)
    retype(chapters.name, "Mairie & école")
    chapters.items.add_button.click()
    retype(chapters.name, "Œuvres")
    chapters.hidden.click()
    page.save_()
    settle()
    after = desk.office.settings.categories()
    assert [one.label for one in after] == [before[1], "Mairie & école", *before[2:], "Œuvres"]
    assert after[1].code == "town-hall"
    assert after[-1].hidden
    assert chapters.items.list.item(len(after) - 1).text() == "Œuvres (masquée)"


def test_a_chapter_that_holds_listings_is_not_removed(
    page: SettingsPage,
    chapters: CategoriesSection,
    desk: Desk,
    settle: Settle,
    reported: list[Exception],
) -> None:
    desk.office.directory.save(
        Listing(name="Foyer", kind=ListingKind.ASSOCIATION, category="associations")
    )
    codes = [one.code for one in chapters.items.items()]
    chapters.items.select(codes.index("associations"))
    chapters.items.remove_button.click()
    page.save_()
    settle()
    assert "contient des fiches (1)" in chapters._name_field.error.text()
    assert "Associations" in labels(desk)
    page.discard_button.click()
    assert [one.code for one in chapters.items.items()] == codes
    assert reported == []


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
