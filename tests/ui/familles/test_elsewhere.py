"""What other pages know of families: the first page, the settings, the help."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.listing import HouseholdView
from ctg_desktop.ui.accueil.page import HomePage
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.opened import Opened, type_text


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
