from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.start.answers import Answers, Beginning
from ctg_desktop.ui.start.steps import BeginningStep, WhereStep, WhichStep, WhoStep
from ctg_desktop.ui.start.window import StartWindow
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.ui.keys import press, type_text

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def opened(qtbot: QtBot, start: Start, reported: list[Exception]) -> Iterator[StartWindow]:
    window = StartWindow(start, lambda: date(2026, 11, 23), reported.append)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    window.close()


def test_a_commune_is_made_by_keyboard_alone(
    qtbot: QtBot, opened: StartWindow, start: Start
) -> None:
    wizard = opened.wizard
    press(wizard.next_button, Qt.Key.Key_Space)
    which = wizard.steps[1]
    assert isinstance(which, WhichStep)
    type_text(which.picker.filter, "valence")
    assert which.picker.shown() == ["Valence-en-Poitou"]
    press(which.picker.filter, Qt.Key.Key_Return)
    where = wizard.steps[2]
    assert isinstance(where, WhereStep)
    folder = Path(where.line.text())
    assert folder == start.proposed_folder("Valence-en-Poitou")
    press(where.line, Qt.Key.Key_Return)
    beginning = wizard.steps[3]
    assert isinstance(beginning, BeginningStep)
    beginning.choices.set_value(Beginning.EMPTY)
    with qtbot.waitSignal(opened.vault_ready) as ready:
        press(wizard.next_button, Qt.Key.Key_Space)
    assert ready.args == [folder, False]
    with open_office(folder) as office:
        assert office.settings.profile() == Profile(Role.COMMUNE, "86082", "Valence-en-Poitou")


def test_all_the_communes_are_offered_and_forgiving(opened: StartWindow) -> None:
    opened.wizard.forward()
    picker = opened.wizard.steps[1].picker
    assert len(picker.shown()) == 36
    type_text(picker.filter, "SAINT ROMAIN")
    assert picker.shown() == ["Saint-Romain"]
    picker.filter.clear()
    type_text(picker.filter, "couhe")
    assert picker.shown() == ["Valence-en-Poitou"]
    picker.filter.clear()
    type_text(picker.filter, "ailleurs")
    assert picker.shown() == []
    assert picker.none.isVisible()


def test_another_commune_is_typed_and_its_code_is_checked(opened: StartWindow) -> None:
    wizard = opened.wizard
    wizard.forward()
    which = wizard.steps[1]
    type_text(which.name, "Sandillon")
    type_text(which.code, "453")
    wizard.forward()
    assert wizard.place.text() == "Étape 2 sur 4"
    assert which._fields["code"].is_refused
    assert "INSEE" in which._fields["code"].error.text()
    type_text(which.code, "00")
    assert not which._fields["code"].is_refused
    wizard.forward()
    assert wizard.place.text() == "Étape 3 sur 4"
    assert wizard.answers == Answers(name="Sandillon", code="45300")


def test_enter_takes_a_choice_and_goes_on(opened: StartWindow) -> None:
    wizard = opened.wizard
    who = wizard.steps[0]
    assert isinstance(who, WhoStep)
    press(who.choices.findChildren(QRadioButton)[1], Qt.Key.Key_Return)
    assert wizard.place.text() == "Étape 2 sur 4"
    press(wizard.back_button, Qt.Key.Key_Enter)
    assert wizard.place.text() == "Étape 1 sur 4"


def test_a_commune_that_is_not_offered_is_never_taken_for_another(opened: StartWindow) -> None:
    wizard = opened.wizard
    wizard.forward()
    which = wizard.steps[1]
    assert isinstance(which, WhichStep)
    type_text(which.picker.filter, "Poitiers")
    press(which.picker.filter, Qt.Key.Key_Return)
    assert wizard.place.text() == "Étape 2 sur 4"
    assert (which.name.text(), which.code.text()) == ("Poitiers", "")
    assert which.code.hasFocus()
    type_text(which.code, "86194")
    press(which.code, Qt.Key.Key_Return)
    assert wizard.answers.profile() == Profile(Role.COMMUNE, "86194", "Poitiers")


def test_a_community_gives_its_siren(opened: StartWindow) -> None:
    wizard = opened.wizard
    assert isinstance(wizard.steps[0], WhoStep)
    wizard.steps[0].choices.set_value(Role.COMMUNITY)
    wizard.forward()
    which = wizard.steps[1]
    assert not which.picker.isVisible()
    assert which.name.text() == "Civraisien en Poitou"
    wizard.forward()
    assert which._fields["code"].is_refused
    type_text(which.code, "200070035")
    wizard.forward()
    assert wizard.place.text() == "Étape 3 sur 4"


def test_one_can_go_back_and_change(opened: StartWindow) -> None:
    wizard = opened.wizard
    wizard.forward()
    type_text(wizard.steps[1].picker.filter, "civray")
    wizard.forward()
    first = wizard.steps[2].line.text()
    wizard.back()
    wizard.steps[1].picker.filter.clear()
    type_text(wizard.steps[1].picker.filter, "gencay")
    wizard.forward()
    assert wizard.steps[2].line.text() != first
    assert "gencay" in wizard.steps[2].line.text()


def test_a_folder_that_has_a_vault_is_refused_in_french(
    qtbot: QtBot, opened: StartWindow, start: Start, tmp_path: Path
) -> None:
    start.create(tmp_path / "pris", Profile(Role.COMMUNE, "86999", "Déjà là"))
    opened.make(Answers(name="Autre", code="86998", folder=tmp_path / "pris"))
    qtbot.waitUntil(lambda: opened.banner.text() != "")
    assert opened.banner.text().startswith("Il y a déjà un coffre dans ce dossier.")
    assert opened.wizard.isEnabled()


def test_the_communes_of_this_computer_are_offered_by_name(
    qtbot: QtBot, start: Start, tmp_path: Path, reported: list[Exception]
) -> None:
    for number, name in enumerate(("Blanzay", "Saint-Éloi")):
        start.create(tmp_path / str(number), Profile(Role.COMMUNE, f"8600{number}", name))
    window = StartWindow(start, lambda: date(2026, 11, 23), reported.append)
    qtbot.addWidget(window)
    window.show()
    chooser = window.chooser
    names = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert names == ["Saint-Éloi", "Blanzay"]
    with qtbot.waitSignal(window.vault_ready) as ready:
        chooser.list.setCurrentRow(1)
        press(chooser.open_button, Qt.Key.Key_Space)
    assert ready.args == [(tmp_path / "0").resolve(), False]
    window.close()
