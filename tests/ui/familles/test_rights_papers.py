"""The papers of a family's rights: seen, printed, noted, and naming nobody outside of them."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.domain.information_notice import PrivacySettings
from ctg_desktop.ui.familles.erase_dialog import EraseDialog
from ctg_desktop.ui.reglages.families import FamiliesSection
from ctg_desktop.ui.reglages.page import SettingsPage
from tests.pdf.reading import Tagged, plain
from tests.ui.familles.known import Show, dialog_of, settle, stored
from tests.ui.familles.papers import dialog_over, printed
from tests.ui.opened import Opened


def test_data_is_handed_out_and_noted(
    qtbot: QtBot, opened: Opened, show: Show, tmp_path: Path
) -> None:
    detail = show("Famille Martin-Dubois")
    rights, target = detail.rights, tmp_path / "dossier.json"
    rights.output.write_data(rights.data_of_household(), target)
    settle(qtbot, opened)
    assert "Martin-Dubois" in json.dumps(json.loads(target.read_text("utf-8")), ensure_ascii=False)
    rows = opened.office.access_log.rows()
    record_id = stored(opened, "Famille Martin-Dubois").id
    assert ("exported", (record_id,)) in {(row.access.kind.value, row.access.ids) for row in rows}


def test_dossier_is_seen_printed_and_names_no_family_in_its_file(
    qtbot: QtBot, opened: Opened, show: Show, tmp_path: Path
) -> None:
    detail = show("Famille Martin-Dubois")
    detail.rights.show_dossier()
    dialog = dialog_over(qtbot, detail)
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
    qtbot: QtBot, opened: Opened, show: Show, tmp_path: Path
) -> None:
    detail = show("Famille Okafor")
    detail.rights.erase()
    question = dialog_of(detail, EraseDialog)
    question.button.click()
    qtbot.waitUntil(lambda: bool(opened.notices))
    said_first = opened.notices[-1]
    dialog = dialog_over(qtbot, detail)
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said_first.action()  # type: ignore[misc]  # the notice has one
    dialog = dialog_over(qtbot, detail)
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
