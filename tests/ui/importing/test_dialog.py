from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.column_mapping import Target
from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.import_plan import Verdict
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.importing.dialog import MAPPING, PREVIEW, REPORT, SOURCE, ImportDialog
from ctg_desktop.ui.importing.export_dialog import ExportDialog
from ctg_desktop.ui.importing.target_labels import target_words
from ctg_desktop.usecases.exports import ExportFormat
from tests.ui.importing.conftest import SHEET
from tests.ui.opened import TODAY, Opened, nameless


def listings(opened: Opened) -> dict[str, Listing]:
    directory = opened.office.directory
    ids = directory.index(ListingFilter(), ListingSort(), TODAY)
    return {one.name: one for one in map(directory.get, ids)}


def go_to_preview(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.look_at_file(sheet)
    dialog.next_button.click()
    assert dialog.step == MAPPING
    with qtbot.waitSignal(dialog.flow.planned):
        dialog.next_button.click()
    assert dialog.step == PREVIEW


def test_nothing_goes_on_before_a_file_is_recognised(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path, tmp_path: Path
) -> None:
    assert not dialog.next_button.isEnabled()
    strange = tmp_path / "photo.pdf"
    strange.write_bytes(b"%PDF-1.7 rien")
    with qtbot.waitSignal(dialog.flow.refused):
        dialog.look_at_file(strange)
    assert "photo.pdf" in dialog.fault.text()
    assert not dialog.next_button.isEnabled()
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.look_at_file(sheet)
    assert dialog.source.recognised.text() == "associations.csv\xa0: tableur, 8\xa0colonnes"
    assert dialog.fault.isHidden()
    assert dialog.next_button.isEnabled()


def test_columns_are_proposed_corrected_and_remembered(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog, sheet: Path
) -> None:
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.look_at_file(sheet)
    dialog.next_button.click()
    combos = dialog.mapping.combos
    assert [Target(one.value().removeprefix("-")) for one in combos][:7] == [
        Target.NAME,
        Target.ADDRESS,
        Target.POSTAL_CODE,
        Target.CITY,
        Target.PHONES,
        Target.EMAILS,
        Target.SUMMARY,
    ]
    samples = dialog.mapping.table.item(0, 1)
    assert samples is not None
    assert samples.text() == "Foyer rural · Les Amis du moulin"
    combos[6].set_value(Target.AUDIENCE.value)
    combos[6].edited.emit()
    with qtbot.waitSignal(dialog.flow.planned):
        dialog.next_button.click()
    with qtbot.waitSignal(dialog.flow.applied):
        dialog.next_button.click()
    assert listings(opened)["Les Amis du moulin"].audience == "Sauver le <b>moulin</b> & l'écluse"
    again = ImportDialog(opened.desk, opened.window)
    again.open()
    with qtbot.waitSignal(again.flow.recognised):
        again.look_at_file(sheet)
    assert again.mapping.combos[6].value() == Target.AUDIENCE.value


def test_without_names_no_row_can_be_read(qtbot: QtBot, dialog: ImportDialog, sheet: Path) -> None:
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.look_at_file(sheet)
    dialog.next_button.click()
    dialog.mapping.combos[0].set_value("-")
    dialog.mapping.combos[0].edited.emit()
    dialog.next_button.click()
    assert dialog.step == MAPPING
    assert "quelle colonne contient le nom" in dialog.fault.text()


def test_preview_says_what_would_happen_and_writes_nothing(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog, sheet: Path
) -> None:
    go_to_preview(qtbot, dialog, sheet)
    said = dialog.preview.summary.text().replace("\xa0", " ")
    assert said == (
        "Ce fichier donnerait : 1 à ajouter, 1 à départager et 1 refusée. Rien n’est encore écrit."
    )
    model = dialog.preview.model
    assert [model.index(0, at).data() for at in range(3)] == ["1", "Foyer rural", "à départager"]
    dialog.preview.chips.chosen.emit(Verdict.REFUSE)
    assert model.index(0, 3).data() == "sans nom"
    assert list(listings(opened)) == ["Foyer rural"]


def test_our_corrections_are_kept_unless_the_file_is_taken(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog, sheet: Path
) -> None:
    go_to_preview(qtbot, dialog, sheet)
    boxes = dialog.preview.detail.findChildren(QCheckBox)
    assert sorted(one.accessibleName() for one in boxes) == [
        "Adresse\xa0: prendre le fichier",
        "Téléphones\xa0: prendre le fichier",
    ]
    next(one for one in boxes if one.accessibleName().startswith("Téléphones")).click()
    with qtbot.waitSignal(dialog.flow.applied):
        dialog.next_button.click()
    assert dialog.step == REPORT
    found = listings(opened)
    assert [one.number for one in found["Foyer rural"].phones] == ["+33549009877"]
    assert found["Foyer rural"].address.lines == ("2, place de la Halle",)
    assert found["Les Amis du moulin"].summary == "Sauver le <b>moulin</b> & l'écluse"
    lines = dialog.report.lines.text().replace("\xa0", " ").split("\n")
    assert lines[0] == "1 fiche ajoutée"
    with qtbot.waitSignal(dialog.flow.taken_back):
        dialog.report.undo_button.click()
    back = listings(opened)
    assert list(back) == ["Foyer rural"]
    assert [one.number for one in back["Foyer rural"].phones] == ["+33549009876"]


def test_second_import_changes_nothing(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog, sheet: Path
) -> None:
    go_to_preview(qtbot, dialog, sheet)
    with qtbot.waitSignal(dialog.flow.applied):
        dialog.next_button.click()
    again = ImportDialog(opened.desk, opened.window)
    again.open()
    go_to_preview(qtbot, again, sheet)
    assert again.flow.plan is not None
    assert again.flow.plan.counts[Verdict.ADD] == 0
    assert again.flow.plan.counts[Verdict.UPDATE] == 0
    assert not again.next_button.isEnabled()


def test_directory_changed_meanwhile_makes_the_preview_anew(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog, sheet: Path
) -> None:
    go_to_preview(qtbot, dialog, sheet)
    opened.office.directory.save(Listing(name="Arrivée entre-temps"))
    with qtbot.waitSignal(dialog.flow.planned):
        dialog.next_button.click()
    assert "a changé entre-temps" in dialog.fault.text()
    assert dialog.step == PREVIEW
    with qtbot.waitSignal(dialog.flow.applied):
        dialog.next_button.click()


def test_pasted_cells_are_a_spreadsheet_too(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog
) -> None:
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.source.cells.setPlainText(SHEET.replace(";", "\t"))
    assert dialog.source.recognised.text().startswith("cellules collées")
    dialog.next_button.click()
    with qtbot.waitSignal(dialog.flow.planned):
        dialog.next_button.click()
    with qtbot.waitSignal(dialog.flow.applied):
        dialog.next_button.click()
    assert "Les Amis du moulin" in listings(opened)


def test_cells_come_from_the_clipboard_or_are_asked_for(qtbot: QtBot, dialog: ImportDialog) -> None:
    QGuiApplication.clipboard().clear()
    dialog.source.paste_button.click()
    assert dialog.source.recognised.text().startswith("Le presse-papiers est vide")
    QGuiApplication.clipboard().setText("Nom\tTéléphone\nFoyer\t05 49 00 98 76\n")
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.source.paste_button.click()
    assert dialog.next_button.isEnabled()


def test_damaged_workbook_is_refused_in_french(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    damaged = tmp_path / "abîmé.xlsx"
    damaged.write_bytes(b"PK\x03\x04 cut short")
    with qtbot.waitSignal(dialog.flow.refused):
        dialog.look_at_file(damaged)
    assert "abîmé.xlsx" in dialog.fault.text()
    assert dialog.step == SOURCE


def test_reading_is_cancelled_without_a_trace(
    qtbot: QtBot, opened: Opened, dialog: ImportDialog, tmp_path: Path
) -> None:
    rows = "".join(f"Club {at};{at}, rue Longue;86400;Valmoulin\n" for at in range(60_000))
    big = tmp_path / "long.csv"
    big.write_text(f"Nom;Adresse;CP;Ville\n{rows}", encoding="utf-8")
    with qtbot.waitSignal(dialog.flow.recognised):
        dialog.look_at_file(big)
    dialog.next_button.click()
    dialog.next_button.click()
    assert dialog.progress.isVisible()
    assert not dialog.next_button.isEnabled()
    with qtbot.waitSignal(dialog.flow.stopped):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "rien n’a été écrit" in dialog.fault.text()
    assert dialog.step == MAPPING
    assert dialog.next_button.isEnabled()
    assert list(listings(opened)) == ["Foyer rural"]


def test_back_leads_to_the_columns_and_the_file(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path
) -> None:
    go_to_preview(qtbot, dialog, sheet)
    dialog.back_button.click()
    assert dialog.step == MAPPING
    dialog.back_button.click()
    assert dialog.step == SOURCE
    assert not dialog.back_button.isVisible()


def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, dialog: ImportDialog, sheet: Path
) -> None:
    assert nameless(dialog) == []
    go_to_preview(qtbot, dialog, sheet)
    assert nameless(dialog) == []
    dialog.back_button.click()
    assert nameless(dialog) == []
    for combo in dialog.mapping.combos:
        assert combo.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_every_target_has_french_words() -> None:
    words = [target_words(one) for one in Target]
    assert len(set(words)) == len(words)
    assert not [one for one in words if "_" in one]


def test_export_writes_the_format_chosen(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    for wanted in ExportFormat:
        dialog = ExportDialog(opened.desk, opened.window)
        dialog.open()
        assert nameless(dialog) == []
        dialog.buttons[wanted].click()
        assert dialog.wanted is wanted
        target = tmp_path / f"livret.{wanted.value}"
        with qtbot.waitSignal(dialog.accepted):
            dialog.export(target)
        assert target.stat().st_size > 0


def test_export_that_cannot_be_written_says_why(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    dialog = ExportDialog(opened.desk, opened.window)
    dialog.open()
    dialog.export(tmp_path / "absent" / "livret.xlsx")
    qtbot.waitUntil(dialog.fault.isVisible)
    assert "absent" in dialog.fault.text()
    assert dialog.save_button.isEnabled()
