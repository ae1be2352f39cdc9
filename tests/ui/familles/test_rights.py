"""What a family may ask for is done from its menu, and nothing of it stays afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.covering import hide_all_but
from ctg_desktop.ui.editing.kept_typing import FOUND
from ctg_desktop.ui.familles.erase_dialog import EraseDialog
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.ui.familles.rights_dialogs import LeaveDialog, ObjectionDialog, ProlongDialog
from tests.ui.familles.known import Show, dialog_of, everybody, settle, stored
from tests.ui.familles.papers import dialog_over
from tests.ui.keys import type_text
from tests.ui.opened import Opened


def test_objection_to_email_only_takes_that_consent_back(
    qtbot: QtBot, opened: Opened, show: Show
) -> None:
    detail = show("Famille Martin-Dubois")
    detail.rights.object()
    dialog = dialog_of(detail, ObjectionDialog)
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
    qtbot: QtBot, opened: Opened, show: Show
) -> None:
    detail = show("Famille Martin-Dubois")
    detail.rights.object()
    dialog = dialog_of(detail, ObjectionDialog)
    dialog.button.click()
    qtbot.waitUntil(lambda: detail.badge.text() == "ne pas contacter")
    assert detail.follow.welcome_button.isHidden()
    opened.notices[-1].action()  # type: ignore[misc]  # the notice has one
    qtbot.waitUntil(lambda: detail.badge.text() == "à accueillir")


def test_departure_and_return(qtbot: QtBot, opened: Opened, show: Show) -> None:
    detail = show("Famille Okafor")
    detail.rights.leave()
    dialog = dialog_of(detail, LeaveDialog)
    dialog.on.line.setText("20/11")
    dialog.button.click()
    qtbot.waitUntil(lambda: detail.badge.text() == "partie")
    assert stored(opened, "Famille Okafor").left_on == date(2026, 11, 20)
    detail.rights.come_back()
    qtbot.waitUntil(lambda: detail.badge.text() != "partie")


def test_review_says_why_and_asks_for_a_reason_to_go_on(
    qtbot: QtBot, opened: Opened, show: Show
) -> None:
    detail = show("Famille Petit")
    box = detail.follow.review
    assert not box.isHidden()
    assert "la durée de 24 mois est passée" in box.message.text().replace("\xa0", " ")
    box.prolong_button.click()
    dialog = dialog_of(detail, ProlongDialog)
    dialog.button.click()
    qtbot.waitUntil(lambda: dialog.fields["kept_because"].is_refused)
    type_text(dialog.because, "Suit encore les ateliers")
    dialog.button.click()
    qtbot.waitUntil(box.isHidden)
    assert stored(opened, "Famille Petit").kept_because == "Suit encore les ateliers"


def test_a_reason_half_typed_comes_back_after_the_lock_until_it_is_not_wanted(
    qtbot: QtBot, opened: Opened, show: Show
) -> None:
    detail = show("Famille Petit")
    key = f"prolong:{stored(opened, 'Famille Petit').id}"

    def ask() -> ProlongDialog:
        detail.follow.review.prolong_button.click()
        settle(qtbot, opened)
        return next(one for one in detail.findChildren(ProlongDialog) if one.isVisible())

    dialog = ask()
    type_text(dialog.because, "Suit encore")
    cover = QWidget()
    qtbot.addWidget(cover)
    cover.show()
    hide_all_but(cover)
    opened.window.show()
    settle(qtbot, opened)
    assert opened.office.drafts.keys("prolong") == [key]
    again = ask()
    assert again.because.value() == "Suit encore"
    assert again.because.textCursor().atEnd()
    assert FOUND in [one.text() for one in again.findChildren(QLabel)]
    again.cancel_button.click()
    settle(qtbot, opened)
    assert opened.office.drafts.keys("prolong") == []
    last = ask()
    assert last.because.value() == ""
    type_text(last.because, "Suit les ateliers")
    last.button.click()
    settle(qtbot, opened)
    assert stored(opened, "Famille Petit").kept_because == "Suit les ateliers"
    assert opened.office.drafts.keys("prolong") == []


def test_erasure_says_what_goes_and_leaves_nothing_on_the_screen(
    qtbot: QtBot, opened: Opened, page: FamiliesPage, show: Show
) -> None:
    detail = show("Famille Petit")
    detail.follow.review.erase_button.click()
    dialog = dialog_of(detail, EraseDialog)
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
    qtbot: QtBot, opened: Opened, page: FamiliesPage, show: Show
) -> None:
    box, found = opened.window.band.search, opened.window.palette_list.list
    box.setFocus()
    type_text(box, "martin")
    qtbot.waitUntil(lambda: found.count() > 0)
    detail = show("Famille Martin-Dubois")
    box.clear()
    detail.rights.button.setFocus()
    type_text(detail.follow.entry.area, "Claire Martin rappelle")
    detail.focus_first()
    field = detail.form.fields.field("name")
    assert field is not None
    type_text(field.target, ", Claire Martin")
    page.editor.drafts.flush()
    detail.note_drafts.flush()
    settle(qtbot, opened)
    assert len(opened.office.drafts.keys("household")) == 2
    assert any("Martin" in one for one in told_by_widgets())
    detail.rights.erase()
    dialog = dialog_of(detail, EraseDialog)
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
    opened.window.banner.button.click()
    qtbot.waitUntil(lambda: opened.window.banner.text() == "Annulé\xa0: Nouvelle famille.")
    assert len(everybody(opened)) == 2
    for _ in range(3):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, opened)
    said = opened.window.banner.text()
    assert said.startswith("Annulé\xa0: Nouvelle fiche")
    assert said.endswith("Ce qui concernait une famille effacée ne s’annule plus.")


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
