from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.contact import Phone
from ctg_desktop.domain.listing import Listing
from ctg_desktop.messages.values import field_words, value_words
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.history_dialog import HistoryDialog
from tests.ui.opened import nameless


def cells(dialog: HistoryDialog) -> list[list[str]]:
    table = dialog.table
    return [
        [item.text() for column in range(3) if (item := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]


def test_history_says_who_changed_what_and_takes_it_back(
    qtbot: QtBot, qapp: QApplication, desk: Desk
) -> None:
    assert qapp is not None
    directory = desk.office.directory
    first = directory.save(Listing(name="Foyer <b>rural</b>")).listing
    second = directory.save(
        replace(first, phones=(Phone("05 49 00 98 76", "accueil"),), verified_on=date(2026, 9, 3))
    ).listing
    directory.save(replace(second, summary="Pour tous."))
    dialog = HistoryDialog(desk, "listing", first.id, first.name)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 3)
    assert nameless(dialog) == []
    assert cells(dialog) == [["En une phrase", "(vide)", "Pour tous."]]
    dialog.list.setCurrentRow(1)
    shown = {row[0]: row[2].replace("\xa0", " ") for row in cells(dialog)}
    assert shown == {
        "Téléphones": "05 49 00 98 76 (accueil)",
        "Vérifiée le": "jeu. 3 sept. 2026",
    }
    dialog.list.setCurrentRow(2)
    assert "créée" in dialog.whole.text()
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(desk.bus.changed):
        dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 4)
    assert directory.get(first.id).phones == ()
    assert directory.get(first.id).summary == "Pour tous."
    assert "annulée" in dialog.message.text()
    dialog.list.setCurrentRow(2)
    assert not dialog.undo_button.isEnabled()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("published", True, "oui"),
        ("published", False, "non"),
        ("category", "health", "Santé"),
        ("kind", "association", "Association"),
        ("coverage", "pole", "Le pôle"),
        ("opening_hours", "Mo-Fr 09:00-12:00", "Du lundi au vendredi 9 h – 12 h"),
        ("phones", [{"number": "+33639981212", "private": True}], "06 39 98 12 12 (privé)"),
        ("emails", [{"address": "a@b.example", "label": ""}], "a@b.example"),
        ("address.lines", ["2, place", "Bât. B"], "2, place\nBât. B"),
        ("consents", [{"item": "name", "given_on": "2026-09-03"}], "Nom, le jeu. 3 sept. 2026"),
        ("verified_on", "2026-09-03", "jeu. 3 sept. 2026"),
        ("start", "2026-09-03T14:30:00", "jeu. 3 sept. 2026 à 14 h 30"),
        ("recurrence", "FREQ=MONTHLY;BYDAY=1SA", "Le premier samedi du mois"),
        ("recurrence", "n’importe quoi", "n’importe quoi"),
        ("exceptions", ["2026-10-03"], "sam. 3 oct. 2026"),
        ("organisers", ["id-1"], "Foyer rural"),
        ("summary", "", "(vide)"),
        ("phones", (), "(vide)"),
        ("position", 0, "0"),
    ],
)
def test_values_of_the_journal_in_french(field: str, value: object, words: str) -> None:
    names = {"health": "Santé", "id-1": "Foyer rural"}
    assert value_words(field, value, names).replace("\xa0", " ") == words


def test_a_part_of_a_field_takes_the_name_of_the_whole() -> None:
    assert field_words("address.lines") == "Adresse"
    assert field_words("phones.0.number") == "Téléphones"
