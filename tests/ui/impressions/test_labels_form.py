"""Labels in the window: the sheet on its picture, measures, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest

from ctg_desktop.db.private_folder import PAPERS
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.label_sheets import CUSTOM, SHEETS
from ctg_desktop.domain.labels import LabelContent
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.labels_form import LabelsForm
from ctg_desktop.ui.impressions.page import PrintsPage
from ctg_desktop.ui.impressions.requests import ListingsWanted, PaperKey
from ctg_desktop.ui.main_window import MainWindow
from tests.ui.impressions.in_hand import again, in_hand
from tests.ui.impressions.reading import said
from tests.ui.keys import press
from tests.ui.opened import nameless

Settle = Callable[[], None]


def save(desk: Desk, name: str, *lines: str) -> str:
    """Save a listing, with an address where it has lines."""
    address = Address(lines, "86400", "Civray") if lines else Address()
    return desk.office.directory.save(Listing(name=name, address=address)).listing.id


@pytest.fixture
def page(window: MainWindow, desk: Desk, settle: Settle) -> PrintsPage:
    """Return the page of prints with labels for three listings, one without an address."""
    for name in ("Club & œuvre", "Amicale"):
        save(desk, name, "2, rue du Pont")
    save(desk, "Sans adresse")
    return in_hand(window, PaperKey.LABELS, settle)


@pytest.fixture
def form(page: PrintsPage) -> LabelsForm:
    """Return the choices of labels."""
    assert isinstance(page.form, LabelsForm)
    return page.form


def test_it_says_how_many_and_who_has_none(page: PrintsPage, form: LabelsForm) -> None:
    assert "Club & œuvre" in said(page)
    assert form.report.text() == "2\u00a0étiquettes sur 1\u00a0planche."
    assert form.missing.text() == "1\u00a0fiche sans étiquette\u00a0: Sans adresse."
    assert form.missing.isVisibleTo(form)


def test_the_first_label_is_chosen_by_arrows(
    page: PrintsPage, form: LabelsForm, settle: Settle
) -> None:
    picture = form.sheet.picture
    for key, start in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_End, 6),
    ):
        press(picture, key)
        assert form.sheet.start == start
    assert form.sheet.start_field.label.text() == "Commencer à l’étiquette 6"
    assert form.sheet.start_field.hint.text().startswith("Ligne 2, colonne 3.")
    before = page.output.content
    page.refresh()
    settle()
    assert page.output.content != before


def test_the_first_label_is_chosen_by_a_click(form: LabelsForm) -> None:
    picture = form.sheet.picture
    where = picture.visualItemRect(picture.item(7, 2)).center()
    QTest.mouseClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert form.sheet.start == 24


def test_a_label_of_the_picture_has_a_name(form: LabelsForm) -> None:
    picture = QAccessible.queryAccessibleInterface(form.sheet.picture)
    assert picture.text(QAccessible.Text.Name) == "Première étiquette à utiliser"
    names = [
        picture.child(index).text(QAccessible.Text.Name) for index in range(picture.childCount())
    ]
    assert "Étiquette 5, ligne 2, colonne 2" in names
    assert sum(name.startswith("Étiquette") for name in names) == SHEETS[0].count


def test_the_picture_follows_the_sheet(form: LabelsForm) -> None:
    picture = form.sheet.picture
    press(picture, Qt.Key.Key_Down)
    for sheet in SHEETS:
        form.sheet.sheet.set_value(sheet.code)
        form.sheet.sheet.edited.emit()
        assert (picture.rowCount(), picture.columnCount()) == (sheet.rows, sheet.columns)
        assert 1 <= form.sheet.start <= sheet.count


def test_measures_are_refused_beside_the_one_at_fault(
    page: PrintsPage, form: LabelsForm, settle: Settle
) -> None:
    assert not form.sheet.measures.isVisibleTo(form)
    form.sheet.sheet.set_value(CUSTOM)
    form.sheet.sheet.edited.emit()
    assert form.sheet.measures.isVisibleTo(form)
    form.sheet.inputs["columns"].setValue(4)
    page.refresh()
    assert form.sheet.fields["columns"].is_refused
    assert "dépasse la page A4" in form.sheet.fields["columns"].error.text()
    form.sheet.inputs["columns"].setValue(2)
    page.refresh()
    settle()
    assert not form.sheet.fields["columns"].is_refused
    assert form.sheet.picture.columnCount() == 2


def test_the_address_of_the_town_hall_asks_for_no_recipients(
    page: PrintsPage, form: LabelsForm, desk: Desk, settle: Settle
) -> None:
    form.content.set_value(str(LabelContent.SENDER))
    form.content.edited.emit()
    assert not form.recipients.isVisibleTo(form)
    page.refresh()
    settle()
    assert "mairie" in page.note.message.text()
    desk.office.directory.save(
        Listing(name="Mairie", category="town-hall", address=Address(("1, place",), "86400", "Y"))
    )
    page.refresh()
    settle()
    assert said(page).count("Mairie") == SHEETS[0].count


def test_listings_chosen_in_the_directory(
    page: PrintsPage, form: LabelsForm, desk: Desk, settle: Settle
) -> None:
    wanted = save(desk, "Choisie", "3, rue")
    page.show_paper(PaperKey.LABELS, ListingsWanted((wanted,)))
    again(page, settle)
    assert "Choisie" in said(page)
    assert "Amicale" not in said(page)
    assert form.recipients.wanted() == (wanted,)


def test_a_trial_page_shows_frames(page: PrintsPage, form: LabelsForm, settle: Settle) -> None:
    form.printer.set_open(True)
    form.trial.click()
    page.refresh()
    settle()
    assert "Étiquette 24" in said(page)
    assert not form.report.isVisibleTo(form)


def test_choices_are_found_again(form: LabelsForm, desk: Desk, settle: Settle) -> None:
    form.sheet.sheet.set_value("65-38.1x21.2")
    form.sheet.sheet.edited.emit()
    form.shift_x.setValue(-1.5)
    form.copies.setValue(2)
    settle()
    kept = desk.office.labels.choices()
    assert (kept.sheet.code, kept.shift_x, kept.copies) == ("65-38.1x21.2", -15, 2)
    again = LabelsForm(desk)
    again.load()
    settle()
    assert again.sheet.sheet.value() == "65-38.1x21.2"
    assert again.shift_x.value() == -1.5
    again.deleteLater()


def test_everything_has_a_name(form: LabelsForm) -> None:
    form.sheet.sheet.set_value(CUSTOM)
    form.sheet.sheet.edited.emit()
    form.printer.set_open(True)
    assert nameless(form) == []


def test_labels_that_another_program_shows_go_with_the_vault(
    page: PrintsPage, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile()))
    )
    page.output.open_()
    settle()
    (path,) = shown
    assert path.read_bytes() == page.output.content
    assert path.parent.name.startswith(PAPERS)
    assert [row.access.what for row in desk.office.access_log.rows()] == ["labels"]
    desk.office.close()
    assert not path.parent.exists()
