"""Bringing a file in, step by step, on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.column_mapping import Target
from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.importing.dialog import ImportDialog
from ctg_desktop.ui.importing.export_dialog import ExportDialog
from ctg_desktop.ui.importing.plan_model import NEW, VERDICT
from ctg_desktop.ui.importing.reading import Source
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.usecases.exports import ExportFormat
from tests.ui.opened import nameless

TODAY = date(2026, 11, 23)
SHEET = """Nom;Téléphone;Adresse
Foyer <b>rural</b> & l’Œuvre;05 49 00 98 76;2, place de la Halle
Les Amis du moulin;05 49 00 00 02;
"""


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, theme: Theme) -> Iterator[ImportDialog]:
    assert theme is not None
    opened = ImportDialog(desk)
    qtbot.addWidget(opened)
    opened.show()
    yield opened
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "associations.csv"
    file.write_text(SHEET, encoding="utf-8")
    return file


def listings(desk: Desk) -> dict[str, Listing]:
    directory = desk.office.directory
    ids = directory.index(ListingFilter(), ListingSort(), TODAY)
    return {one.name: one for one in map(directory.get, ids)}


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def reach(qtbot: QtBot, dialog: ImportDialog, step: QWidget) -> None:
    qtbot.waitUntil(lambda: dialog.steps.currentWidget() is step)


def to_preview(qtbot: QtBot, dialog: ImportDialog, file: Path) -> None:
    dialog.read(Source(file))
    reach(qtbot, dialog, dialog.columns_step)
    dialog.advance()
    reach(qtbot, dialog, dialog.preview_step)


def test_from_the_file_to_the_report_and_back(
    qtbot: QtBot, dialog: ImportDialog, desk: Desk, sheet: Path
) -> None:
    to_preview(qtbot, dialog, sheet)
    assert spaced(dialog.preview_step.summary.text()) == "2 fiches à ajouter."
    assert listings(desk) == {}
    with qtbot.waitSignal(desk.bus.changed):
        dialog.advance()
    reach(qtbot, dialog, dialog.report_step)
    assert set(listings(desk)) == {"Foyer <b>rural</b> & l’Œuvre", "Les Amis du moulin"}
    with qtbot.waitSignal(desk.bus.changed):
        dialog.report_step.undo_button.click()
    assert listings(desk) == {}


def test_a_second_import_offers_nothing_to_write(
    qtbot: QtBot, dialog: ImportDialog, desk: Desk, sheet: Path
) -> None:
    imports = desk.office.imports
    imports.apply(imports.plan(sheet, imports.recognise(sheet, TODAY)))
    to_preview(qtbot, dialog, sheet)
    assert spaced(dialog.preview_step.summary.text()) == "2 déjà à jour."
    assert not dialog.next_button.isEnabled()


def test_the_person_decides_where_the_file_contradicts_a_correction(
    qtbot: QtBot, dialog: ImportDialog, desk: Desk, sheet: Path
) -> None:
    imports = desk.office.imports
    imports.apply(imports.plan(sheet, imports.recognise(sheet, TODAY)))
    moulin = listings(desk)["Les Amis du moulin"]
    desk.office.directory.save(replace(moulin, phones=(Phone("05 49 00 11 11"),)))
    to_preview(qtbot, dialog, sheet)
    model = dialog.preview_step.model
    assert model is not None
    assert dialog.preview_step.conflicts.isVisible()
    box = model.index(0, VERDICT)
    assert box.data() == "votre correction est gardée"
    assert "00 00 02" in spaced(str(model.index(0, NEW).data()))
    assert model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert box.data() == "le fichier l’emporte"
    with qtbot.waitSignal(desk.bus.changed):
        dialog.advance()
    assert listings(desk)["Les Amis du moulin"].phones == (Phone("+33549000002"),)


def test_columns_corrected_by_hand_are_remembered(
    qtbot: QtBot, dialog: ImportDialog, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Colonne A;Colonne B\nFoyer rural;05 49 00 98 76\n", encoding="utf-8")
    dialog.read(Source(file))
    reach(qtbot, dialog, dialog.columns_step)
    choice = dialog.columns_step.targets[0]
    for target, ready in ((Target.IGNORED, False), (Target.NAME, True)):
        choice.set_value(target.value)
        choice.edited.emit()
        assert dialog.next_button.isEnabled() == ready
    dialog.advance()
    reach(qtbot, dialog, dialog.preview_step)
    with qtbot.waitSignal(desk.bus.changed):
        dialog.advance()
    assert list(listings(desk)) == ["Foyer rural"]
    remembered = desk.office.imports.sheet(file, TODAY).mapping
    assert remembered.columns[0].target is Target.NAME


def test_pasted_cells(qtbot: QtBot, dialog: ImportDialog) -> None:
    QGuiApplication.clipboard().setText("Nom\tTéléphone\nFoyer rural\t05 49 00 98 76\n")
    dialog.source_step.paste_button.click()
    reach(qtbot, dialog, dialog.columns_step)
    dialog.back()
    assert dialog.steps.currentWidget() is dialog.source_step


def test_an_empty_clipboard_is_said(dialog: ImportDialog) -> None:
    QGuiApplication.clipboard().clear()
    dialog.source_step.paste_button.click()
    assert dialog.message.text().startswith("Le presse-papiers est vide")


def test_a_bad_file_is_refused_in_french(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "abîmé.xlsx"
    file.write_bytes(b"PK\x03\x04 cut short")
    dialog.read(Source(file))
    qtbot.waitUntil(dialog.message.isVisible)
    assert "abîmé.xlsx" in dialog.message.text()
    assert dialog.steps.currentWidget() is dialog.source_step


def test_cancelling_while_reading_closes_nothing(
    qtbot: QtBot, dialog: ImportDialog, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "grand.csv"
    rows = "".join(f"Club {number};05 49 00 00 02\n" for number in range(60_000))
    file.write_text(f"Nom;Téléphone\n{rows}", encoding="utf-8")
    dialog.read(Source(file))
    reach(qtbot, dialog, dialog.columns_step)
    dialog.advance()
    dialog.reject()
    qtbot.waitUntil(dialog.message.isVisible, timeout=20_000)
    assert "rien n’a été écrit" in dialog.message.text()
    assert dialog.isVisible()
    assert listings(desk) == {}


def test_every_control_has_a_name(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    assert nameless(dialog) == []
    dialog.read(Source(sheet))
    reach(qtbot, dialog, dialog.columns_step)
    assert nameless(dialog) == []
    dialog.advance()
    reach(qtbot, dialog, dialog.preview_step)
    assert nameless(dialog) == []


@pytest.mark.parametrize("wanted", list(ExportFormat))
def test_exports(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path, wanted: ExportFormat
) -> None:
    assert theme is not None
    desk.office.directory.save(Listing(name="Foyer rural"))
    dialog = ExportDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    dialog.choices[wanted].setChecked(True)
    target = tmp_path / f"annuaire.{wanted}"
    with qtbot.waitSignal(dialog.accepted):
        dialog.export(target)
    assert target.stat().st_size > 0


def test_an_export_that_cannot_be_written_is_said(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    assert theme is not None
    dialog = ExportDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.export(tmp_path / "nulle" / "annuaire.xlsx")
    qtbot.waitUntil(dialog.message.isVisible)
    assert "n’existe pas" in dialog.message.text()
    assert dialog.isVisible()
