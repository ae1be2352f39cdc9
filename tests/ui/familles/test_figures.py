"""Figures of a year on the screen: exact ones stay, masked ones may be written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import Household
from ctg_desktop.ui.familles.figures_dialog import FiguresDialog
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.opened import TODAY, Opened


@pytest.fixture
def dialog(qtbot: QtBot, opened: Opened, page: FamiliesPage) -> FiguresDialog:
    page.figures_button.click()
    found = page.findChild(FiguresDialog)
    assert isinstance(found, FiguresDialog)
    settle(qtbot, opened, found)
    return found


def settle(qtbot: QtBot, opened: Opened, dialog: FiguresDialog) -> None:
    qtbot.waitUntil(lambda: bool(dialog.view.tables))
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)


def rows(dialog: FiguresDialog, title: str) -> dict[str, str]:
    (table,) = (one for one in dialog.view.tables if one.accessibleName() == title)
    return {words(table, row, 0): words(table, row, 1) for row in range(table.rowCount())}


def words(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def many(opened: Opened) -> None:
    newcomer = Household(name="", arrival_date=TODAY, needs=("school",), languages=("fr",))
    for number in range(6):
        opened.office.families.save(replace(newcomer, name=f"Famille {number}"), TODAY)
        opened.office.families.save(replace(newcomer, name=f"Autre {number}", needs=()), TODAY)


def test_exact_figures_are_shown_and_do_not_leave(dialog: FiguresDialog) -> None:
    assert dialog.summary.text().replace("\xa0", " ").startswith("2 familles arrivées en 2026")
    assert rows(dialog, "Arrivées")["Octobre"] == "1"
    assert rows(dialog, "Arrivées")["Décembre"] == "non renseigné"
    assert rows(dialog, "Besoins")["École"] == "1"
    assert dialog.save_button.isHidden()


def test_too_few_families_leave_nothing_and_it_is_said_why(
    qtbot: QtBot, dialog: FiguresDialog
) -> None:
    dialog.chips.take_focus()
    qtbot.keyClick(dialog.chips, Qt.Key.Key_Right)
    assert dialog.chips.current == "masked"
    assert dialog.said.text().startswith("Trop peu de familles")
    assert "Eurostat" in dialog.said.text()
    assert not dialog.save_button.isEnabled()
    assert dialog.view.tables == []


def test_what_is_written_is_what_was_shown(
    qtbot: QtBot, opened: Opened, dialog: FiguresDialog, tmp_path: Path
) -> None:
    many(opened)
    dialog.load()
    qtbot.waitUntil(lambda: rows(dialog, "Besoins")["École"] == "7")
    qtbot.keyClick(dialog.chips, Qt.Key.Key_Right)
    assert rows(dialog, "Besoins")["École"] == "7"
    assert rows(dialog, "Besoins")["Garde d’enfants"] == "masqué"
    opened.office.families.save(Household(name="Famille de trop", arrival_date=TODAY), TODAY)
    dialog.write_to(tmp_path / "c.csv")
    qtbot.waitUntil(lambda: not dialog.error.isHidden())
    assert "changé depuis l’aperçu" in dialog.error.text()
    assert not (tmp_path / "c.csv").exists()
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    dialog.write_to(tmp_path / "c.csv")
    qtbot.waitUntil(lambda: bool(opened.notices))
    assert "École;7" in (tmp_path / "c.csv").read_text("utf-8-sig")
    assert len(opened.office.family_figures.sent(TODAY.year)) == 1


def test_the_year_is_chosen(qtbot: QtBot, dialog: FiguresDialog) -> None:
    assert [dialog.year.itemData(at) for at in range(dialog.year.count())] == [
        "2026", "2023", "2022",
    ]  # fmt: skip
    dialog.year.set_value("2023")
    dialog.year.edited.emit()
    qtbot.waitUntil(lambda: "2023" in dialog.summary.text())
    assert rows(dialog, "Arrivées")["Mai"] == "1"
    assert rows(dialog, "Arrivées")["Juin"] == "non renseigné"
