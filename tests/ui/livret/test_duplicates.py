"""What looks like the listing in hand is said while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.livret.page import DirectoryPage
from tests.ui.keys import type_text
from tests.ui.livret.looking import line, settle, stored
from tests.ui.opened import Opened


def test_duplicate_is_noticed_while_typing_and_merge_can_be_undone(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Cabinet médical")
    field = page.detail.form.fields.field("phones")
    assert field is not None
    type_text(field.target, "05 49 00 98 76")
    qtbot.waitUntil(page.detail.similar.isVisible)
    said = page.detail.similar.message.text()
    assert "Foyer rural et bibliothèque (même téléphone)" in said
    page.detail.similar.merge_button.click()
    qtbot.waitUntil(lambda: len(page.list.ids) == 4)
    merged = stored(opened, "Cabinet médical")
    assert merged.summary == "Livres et jeux pour tous."
    undo = opened.notices[-1].action
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(page.list.ids) == 5)


def test_a_shared_address_is_no_duplicate_of_a_name(
    qtbot: QtBot, opened: Opened, page: DirectoryPage, open_: Callable[[str], None]
) -> None:
    open_("Foyer rural et bibliothèque")
    foyer = page.editor.base
    assert foyer is not None
    opened.office.directory.save(Listing(name="Accueil de loisirs", address=foyer.address))
    type_text(line(page, "name"), "Le ")
    with qtbot.assertNotEmitted(page.detail.similar.open_wanted, wait=700):
        settle(qtbot, opened)
    assert not page.detail.similar.isVisible()
    field = page.detail.form.fields.field("address_lines")
    assert field is not None
    type_text(field.target, " ")
    qtbot.waitUntil(page.detail.similar.isVisible)
    assert "(même adresse)" in page.detail.similar.message.text()


def test_duplicate_of_a_new_listing_completes_the_one_that_exists(
    qtbot: QtBot, opened: Opened, page: DirectoryPage
) -> None:
    page.new_()
    qtbot.waitUntil(lambda: page.editor.is_open)
    type_text(line(page, "website"), "cabinet.example")
    type_text(line(page, "name"), "Cabinet medical")
    qtbot.waitUntil(page.detail.similar.isVisible)
    page.detail.similar.merge_button.click()
    qtbot.waitUntil(lambda: page.editor.record_id != "")
    assert line(page, "name").text() == "Cabinet médical"
    assert line(page, "website").text() == "cabinet.example"
    with qtbot.waitSignal(page.saved):
        page.save_()
    assert stored(opened, "Cabinet médical").website == "https://cabinet.example"
    settle(qtbot, opened)
    assert opened.office.drafts.keys() == []
    assert len(page.list.ids) == 5
