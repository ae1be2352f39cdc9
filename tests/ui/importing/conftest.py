from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.importing.dialog import ImportDialog
from ctg_desktop.usecases.office import open_office
from tests.keys_for_tests import KEY
from tests.ui.opened import Opened, make_vault, opened_window

SHEET = """Nom de l'association;Adresse;CP;Ville;Téléphone;Courriel;Objet;Divers
Foyer rural;3, rue Neuve;86400;Valmoulin;05 49 00 98 77;foyer@club.example;;
Les Amis du moulin;Moulin banal;86400;Valmoulin;05 49 00 87 65;;Sauver le <b>moulin</b> & l'écluse;
;Rue vide;86400;Valmoulin;;;;
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "associations.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    assert qapp is not None
    folder = tmp_path / "coffre"
    make_vault(folder)
    with open_office(folder, "", KEY) as office:
        office.directory.save(
            Listing(
                kind=ListingKind.ASSOCIATION,
                category="associations",
                name="Foyer rural",
                address=Address(("2, place de la Halle",), "86400", "Valmoulin"),
                phones=(Phone("+33549009876"),),
            )
        )
    with opened_window(folder) as found:
        yield found
    assert found.faults == []


@pytest.fixture
def dialog(qtbot: QtBot, opened: Opened) -> ImportDialog:
    found = ImportDialog(opened.desk, opened.window)
    found.open()
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    return found
