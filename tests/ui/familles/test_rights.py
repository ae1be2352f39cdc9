from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
)
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.ui.familles.erase_dialog import EraseDialog
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.rights_dialogs import LeaveDialog, ObjectionDialog, ProlongDialog
from ctg_desktop.ui.reglages.families import FamiliesSection
from ctg_desktop.ui.reglages.page import SettingsPage
from tests.pdf.reading import Tagged, plain
from tests.ui.familles.papers import dialog_over, printed
from tests.ui.keys import type_text
from tests.ui.opened import TODAY, Opened


def everybody(opened: Opened) -> list[Household]:
    families = opened.office.families
    ids = families.index(HouseholdFilter(HouseholdView.ALL), HouseholdSort(), TODAY)
    return list(map(families.get, ids))


def stored(opened: Opened, name: str) -> Household:
    return next(one for one in everybody(opened) if one.name == name)


@pytest.fixture
def open_(qtbot: QtBot, opened: Opened, page: FamiliesPage) -> Callable[[str], None]:
    def choose(name: str) -> None:
        page.show_record(stored(opened, name).id)
        qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.name == name)
        qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)

    return choose


def settle(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)


def test_objection_to_email_only_takes_that_consent_back(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Martin-Dubois")
    page.detail.rights.object()
    dialog = page.detail.findChild(ObjectionDialog)
    assert isinstance(dialog, ObjectionDialog)
    dialog.what.set_value("email")
    dialog.what.edited.emit()
    assert dialog.purpose.isVisible()
    dialog.button.click()
    settle(qtbot, opened)
    found = stored(opened, "Famille Martin-Dubois")
    assert [one.holds for one in found.emails[0].consents] == [False]
    assert [one.holds for one in found.phones[0].consents] == [True]
    assert found.objected_on is None


def test_objection_to_everything_is_said_and_can_be_taken_back(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Martin-Dubois")
    page.detail.rights.object()
    dialog = page.detail.findChild(ObjectionDialog)
    assert isinstance(dialog, ObjectionDialog)
    dialog.button.click()
    qtbot.waitUntil(lambda: page.detail.badge.text() == "ne pas contacter")
    assert page.detail.follow.welcome_button.isHidden()
    opened.notices[-1].action()  # type: ignore[misc]  # the notice has one
    qtbot.waitUntil(lambda: page.detail.badge.text() == "à accueillir")


def test_departure_and_return(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Okafor")
    page.detail.rights.leave()
    dialog = page.detail.findChild(LeaveDialog)
    assert isinstance(dialog, LeaveDialog)
    dialog.on.line.setText("20/11")
    dialog.button.click()
    qtbot.waitUntil(lambda: page.detail.badge.text() == "partie")
    assert stored(opened, "Famille Okafor").left_on == date(2026, 11, 20)
    page.detail.rights.come_back()
    qtbot.waitUntil(lambda: page.detail.badge.text() != "partie")


def test_review_says_why_and_asks_for_a_reason_to_go_on(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Petit")
    box = page.detail.follow.review
    assert not box.isHidden()
    assert "la durée de 24 mois est passée" in box.message.text().replace("\xa0", " ")
    box.prolong_button.click()
    dialog = page.detail.findChild(ProlongDialog)
    assert isinstance(dialog, ProlongDialog)
    dialog.button.click()
    qtbot.waitUntil(lambda: dialog.fields["kept_because"].is_refused)
    type_text(dialog.because, "Suit encore les ateliers")
    dialog.button.click()
    qtbot.waitUntil(box.isHidden)
    assert stored(opened, "Famille Petit").kept_because == "Suit encore les ateliers"


def test_erasure_says_what_goes_and_leaves_nothing_on_the_screen(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    open_("Famille Petit")
    page.detail.follow.review.erase_button.click()
    dialog = page.detail.findChild(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    assert dialog.reason.value() == "retention"
    dialog.button.click()
    assert not dialog.progress.isHidden()
    qtbot.waitUntil(lambda: not page.editor.is_open)
    settle(qtbot, opened)
    assert [one.name for one in everybody(opened) if one.name == "Famille Petit"] == []
    said = opened.notices[-1]
    assert "Petit" not in said.text
    assert said.action_label == "Attestation…"
    assert opened.office.drafts.keys("household") == []


def test_nothing_of_an_erased_family_stays_in_a_widget_in_a_draft_or_in_the_search(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, open_: Callable[[str], None]
) -> None:
    box, found = opened.window.band.search, opened.window.palette_list.list
    box.setFocus()
    type_text(box, "martin")
    qtbot.waitUntil(lambda: found.count() > 0)
    open_("Famille Martin-Dubois")
    box.clear()
    page.detail.rights.button.setFocus()
    type_text(page.detail.follow.entry.area, "Claire Martin rappelle")
    page.detail.focus_first()
    field = page.detail.form.fields.field("name")
    assert field is not None
    type_text(field.target, ", Claire Martin")
    page.editor.drafts.flush()
    page.detail.note_drafts.flush()
    settle(qtbot, opened)
    assert len(opened.office.drafts.keys("household")) == 2
    assert any("Martin" in one for one in told_by_widgets())
    page.detail.rights.erase()
    dialog = page.detail.findChild(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    dialog.button.click()
    qtbot.waitUntil(lambda: not page.editor.is_open)
    settle(qtbot, opened)
    qtbot.waitUntil(lambda: len(page.list.ids) == 2)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [one for one in told_by_widgets() if "Dubois" in one or "Claire" in one] == []
    assert opened.office.drafts.keys("household") == []
    assert opened.office.search.find("martin", 5) == []
    dialog_over(qtbot, page).accept()
    opened.window.activateWindow()
    page.list.table.setFocus()
    qtbot.waitUntil(page.list.table.hasFocus)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Un effacement est définitif" in opened.window.banner.text())


def told_by_widgets() -> Iterator[str]:
    """Yield what every widget holds, seen or not."""
    for widget in QApplication.allWidgets():
        yield widget.accessibleName()
        yield widget.toolTip()
        yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QListWidget):
            yield from (widget.item(row).text() for row in range(widget.count()))
        if isinstance(widget, QTableView):
            model, root = widget.model(), QModelIndex()
            for row in range(model.rowCount(root)):
                for column in range(model.columnCount(root)):
                    yield str(model.index(row, column, root).data())


def test_data_is_handed_out_and_noted(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    open_: Callable[[str], None],
    tmp_path: Path,
) -> None:
    open_("Famille Martin-Dubois")
    rights, target = page.detail.rights, tmp_path / "dossier.json"
    rights.output.write_data(rights.data_of_household(), target)
    settle(qtbot, opened)
    assert "Martin-Dubois" in json.dumps(json.loads(target.read_text("utf-8")), ensure_ascii=False)
    rows = opened.office.access_log.rows()
    record_id = stored(opened, "Famille Martin-Dubois").id
    assert ("exported", (record_id,)) in {(row.access.kind.value, row.access.ids) for row in rows}


def test_dossier_is_seen_printed_and_names_no_family_in_its_file(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    open_: Callable[[str], None],
    tmp_path: Path,
) -> None:
    open_("Famille Martin-Dubois")
    page.detail.rights.show_dossier()
    dialog = dialog_over(qtbot, page)
    assert dialog.paper is not None
    assert "Martin" not in f"{dialog.windowTitle()} {dialog.paper.name}"
    assert "Martin-Dubois" in Tagged(dialog.paper.content).text
    printed(qtbot, dialog, tmp_path / "dossier.pdf")
    line = opened.office.access_log.rows()[-1].access
    record_id = stored(opened, "Famille Martin-Dubois").id
    assert (line.kind, line.what, line.ids) == (
        AccessKind.PRINTED,
        "household-dossier",
        (record_id,),
    )


def test_certificate_of_an_erasure_is_printed_and_names_nobody(
    qtbot: QtBot,
    opened: Opened,
    page: FamiliesPage,
    open_: Callable[[str], None],
    tmp_path: Path,
) -> None:
    open_("Famille Okafor")
    page.detail.rights.erase()
    question = page.detail.findChild(EraseDialog)
    assert isinstance(question, EraseDialog)
    question.button.click()
    qtbot.waitUntil(lambda: bool(opened.notices))
    said_first = opened.notices[-1]
    dialog = dialog_over(qtbot, page)
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said_first.action()  # type: ignore[misc]  # the notice has one
    dialog = dialog_over(qtbot, page)
    assert dialog.paper is not None
    said = plain(Tagged(dialog.paper.content).text)
    assert "la famille le demande" in said
    assert "Okafor" not in said
    assert printed(qtbot, dialog, tmp_path / "attestation.pdf") == 1
    assert "envoyée à l’imprimante" in opened.notices[-1].text


def test_what_stands_in_the_settings_stands_in_the_register_of_processing(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    opened.office.notices.save_settings(
        PrivacySettings(dpo_name="Mme Ledpo", dpo_email="dpo@valmoulin.example")
    )
    opened.office.families.save_settings(
        FamilySettings(retention_months=18, purposes="Pour dire bonjour.", recipients="Jeanne.")
    )
    page = opened.show("reglages")
    assert isinstance(page, SettingsPage)
    section = next(one for one in page.sections if isinstance(one, FamiliesSection))
    page.show_part(section.key)
    section.show_entry()
    dialog = dialog_over(qtbot, section)
    assert dialog.paper is not None
    said = plain(Tagged(dialog.paper.content).text)
    for told in ("Mme Ledpo, dpo@valmoulin.example", "18 mois", "Pour dire bonjour.", "Jeanne."):
        assert plain(told) in said
    printed(qtbot, dialog, tmp_path / "fiche.pdf")
