"""What other pages know of families: the first page, the settings, the help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.listing import HouseholdView
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.papers import Language
from ctg_desktop.ui.accueil.page import HomePage
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.reglages.families import FamiliesSection
from ctg_desktop.ui.reglages.page import SettingsPage
from tests.pdf.reading import Tagged, plain
from tests.ui.familles.known import settle
from tests.ui.keys import type_text
from tests.ui.opened import TODAY, Opened


def test_first_page_says_whom_to_call_welcome_and_decide_about(
    qtbot: QtBot, opened: Opened
) -> None:
    home = opened.show("accueil")
    assert isinstance(home, HomePage)
    names = ("rappeler", "accueillir", "sans notice", "revoir")
    wanted = [
        f"Voir les familles {words}" if words.startswith("sans") else f"Voir les familles à {words}"
        for words in names
    ]
    qtbot.waitUntil(
        lambda: [one.accessibleName() for one in home.todo.buttons()][: len(wanted)] == wanted
    )
    home.todo.buttons()[0].click()
    page = opened.window.current
    assert isinstance(page, FamiliesPage)
    assert page.filters.wanted.view is HouseholdView.TO_CALL_BACK
    qtbot.waitUntil(lambda: len(page.list.ids) == 1)


def test_first_page_takes_a_family_being_typed_up_again(
    qtbot: QtBot, opened: Opened, page: FamiliesPage
) -> None:
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open)
    field = page.detail.form.fields.field("name")
    assert field is not None
    type_text(field.target, "Famille Le")
    page.editor.drafts.flush()
    home = opened.show("accueil")
    assert isinstance(home, HomePage)
    qtbot.waitUntil(
        lambda: "Reprendre la saisie" in [one.accessibleName() for one in home.todo.buttons()]
    )
    named = {one.accessibleName(): one for one in home.todo.buttons()}
    named["Reprendre la saisie"].click()
    assert opened.window.current is page


def test_settings_say_for_how_long_and_who_follows(qtbot: QtBot, opened: Opened) -> None:
    page = opened.show("reglages")
    assert isinstance(page, SettingsPage)
    section = next(one for one in page.sections if isinstance(one, FamiliesSection))
    qtbot.waitUntil(lambda: section.stored is not None)
    page.show_part(section.key)
    section.months.setValue(120)
    for name in ("Jeanne Roux", "Paul Blanc"):
        type_text(section.referents, name)
        qtbot.keyClick(section.referents, Qt.Key.Key_Return)
    page.save_()
    qtbot.waitUntil(lambda: not section.is_modified)
    settle(qtbot, opened)
    settings = opened.office.families.settings()
    assert (settings.retention_months, settings.referents) == (120, ("Jeanne Roux", "Paul Blanc"))
    families = opened.show("familles")
    assert isinstance(families, FamiliesPage)
    chips = families.filters.chips
    qtbot.waitUntil(
        lambda: "À revoir  0" in [one.text() for one in chips.findChildren(QPushButton)]
    )


def test_settings_show_the_texts_that_the_notice_prints_where_none_is_written(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened.show("reglages")
    assert isinstance(page, SettingsPage)
    section = next(one for one in page.sections if isinstance(one, FamiliesSection))
    qtbot.waitUntil(lambda: section.stored is not None)
    section.months.setValue(18)
    proposed = section.texts["durations"].placeholderText()
    assert proposed.startswith("18\u00a0mois après notre dernier contact")
    opened.office.families.save_settings(FamilySettings(retention_months=18))
    notice = opened.office.notices.render_for_families(Language.FRENCH, TODAY)
    printed = plain(Tagged(notice.content).text)
    for area in section.texts.values():
        assert plain(area.placeholderText()) in printed
