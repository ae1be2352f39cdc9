from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.start.answers import Answers, Beginning
from ctg_desktop.ui.start.keys_step import KeysStep
from ctg_desktop.ui.start.steps import BeginningStep, WhichStep, WhoStep
from ctg_desktop.ui.start.where_step import WhereStep
from ctg_desktop.ui.start.window import StartWindow
from ctg_desktop.ui.start.wizard import Wizard
from ctg_desktop.ui.theme.measures import WINDOW_MIN
from ctg_desktop.ui.unlock.owner_form import Owner
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.usecases.access import Access
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import PASSWORD, USER, cheap_keys, make_locked
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


def give_keys(opened: StartWindow) -> None:
    """Answer the third step with keys that cost nothing, whose sheet was tried."""
    step = opened.wizard.steps[2]
    assert isinstance(step, KeysStep)
    keys = cheap_keys()
    step.form.owner.name.setText(USER)
    step.form._owners = (Owner(USER, PASSWORD),)
    step.form._prepared(keys)
    step.form.forward()
    step.form.sheet.field.line.setText(keys.code.text)
    step.form.forward()


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
    keys = wizard.steps[2]
    assert isinstance(keys, KeysStep)
    owner, sheet = keys.form.owner, keys.form.sheet
    type_text(owner.name, USER)
    press(owner.name, Qt.Key.Key_Return)
    type_text(owner.new.first.line, PASSWORD)
    press(owner.new.first.line, Qt.Key.Key_Return)
    type_text(owner.new.second.line, PASSWORD)
    press(owner.new.second.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: keys.form.is_at_sheet)
    assert not start.proposed_folder("Valence-en-Poitou").exists()
    press(wizard.next_button, Qt.Key.Key_Space)
    assert sheet.is_trying
    code = keys.form._keys.code.text
    type_text(sheet.field.line, code.lower().replace("-", " "))
    press(sheet.field.line, Qt.Key.Key_Return)
    where = wizard.steps[3]
    assert isinstance(where, WhereStep)
    folder = Path(where.line.text())
    assert folder == start.proposed_folder("Valence-en-Poitou")
    press(where.line, Qt.Key.Key_Return)
    beginning = wizard.steps[4]
    assert isinstance(beginning, BeginningStep)
    beginning.choices.set_value(Beginning.EMPTY)
    with qtbot.waitSignal(opened.vault_ready) as ready:
        press(wizard.next_button, Qt.Key.Key_Space)
    (wanted,) = ready.args
    assert (wanted.folder, wanted.import_next, wanted.opened.user) == (folder, False, USER)
    assert Access(folder).unlock(PASSWORD, USER).key == wanted.opened.key
    assert Access(folder).unlock_by_code(code).key == wanted.opened.key
    with open_office(folder, USER, wanted.opened.key) as office:
        assert office.settings.profile() == Profile(Role.COMMUNE, "86082", "Valence-en-Poitou")


def test_no_repr_of_the_answers_holds_a_secret(opened: StartWindow) -> None:
    wizard = opened.wizard
    wizard.forward()
    type_text(wizard.steps[1].picker.filter, "civray")
    wizard.forward()
    give_keys(opened)
    said = repr(wizard.answers) + repr(wizard.steps[2].form._owners)
    assert wizard.answers.keys is not None
    assert PASSWORD not in said
    assert wizard.answers.keys.code.signs not in said


def test_a_sheet_that_was_tried_is_not_asked_again_unless_the_commune_changes(
    opened: StartWindow,
) -> None:
    wizard = opened.wizard
    wizard.forward()
    type_text(wizard.steps[1].picker.filter, "civray")
    wizard.forward()
    give_keys(opened)
    assert wizard.place.text() == "Étape 4 sur 5"
    wizard.back()
    assert wizard.place.text() == "Étape 3 sur 5"
    wizard.forward()
    assert wizard.place.text() == "Étape 4 sur 5"
    wizard.show_step(1)
    wizard.steps[1].picker.filter.clear()
    type_text(wizard.steps[1].picker.filter, "gencay")
    wizard.forward()
    assert wizard.answers.keys is None
    assert not wizard.steps[2].form.is_at_sheet


def test_a_synchronised_folder_and_a_missing_stick_are_refused(
    opened: StartWindow, tmp_path: Path
) -> None:
    wizard = opened.wizard
    wizard.show_step(3)
    where = wizard.steps[3]
    where.line.setText(str(tmp_path / "OneDrive - Mairie" / "coffre"))
    wizard.forward()
    assert "OneDrive" in where.field.error.text()
    where.line.setText(str(tmp_path / "coffre"))
    where.second.setText(str(tmp_path / "clé"))
    wizard.forward()
    assert where.second_field.is_refused
    (tmp_path / "clé").mkdir()
    wizard.forward()
    assert wizard.answers.second_place == tmp_path / "clé"


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
    assert wizard.place.text() == "Étape 2 sur 5"
    assert which._fields["code"].is_refused
    assert "INSEE" in which._fields["code"].error.text()
    type_text(which.code, "00")
    assert not which._fields["code"].is_refused
    wizard.forward()
    assert wizard.place.text() == "Étape 3 sur 5"
    assert wizard.answers == Answers(name="Sandillon", code="45300")


def test_enter_takes_a_choice_and_goes_on(opened: StartWindow) -> None:
    wizard = opened.wizard
    who = wizard.steps[0]
    assert isinstance(who, WhoStep)
    press(who.choices.findChildren(QRadioButton)[1], Qt.Key.Key_Return)
    assert wizard.place.text() == "Étape 2 sur 5"
    press(wizard.back_button, Qt.Key.Key_Enter)
    assert wizard.place.text() == "Étape 1 sur 5"


def test_a_commune_that_is_not_offered_is_never_taken_for_another(opened: StartWindow) -> None:
    wizard = opened.wizard
    wizard.forward()
    which = wizard.steps[1]
    assert isinstance(which, WhichStep)
    type_text(which.picker.filter, "Poitiers")
    press(which.picker.filter, Qt.Key.Key_Return)
    assert wizard.place.text() == "Étape 2 sur 5"
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
    assert wizard.place.text() == "Étape 3 sur 5"


def test_one_can_go_back_and_change(opened: StartWindow) -> None:
    wizard = opened.wizard
    wizard.forward()
    type_text(wizard.steps[1].picker.filter, "civray")
    wizard.forward()
    wizard.show_step(3)
    first = wizard.steps[3].line.text()
    wizard.show_step(1)
    wizard.steps[1].picker.filter.clear()
    type_text(wizard.steps[1].picker.filter, "gencay")
    wizard.forward()
    wizard.show_step(3)
    assert wizard.steps[3].line.text() != first
    assert "gencay" in wizard.steps[3].line.text()


def test_a_folder_that_has_a_vault_is_refused_in_french(
    qtbot: QtBot, opened: StartWindow, tmp_path: Path
) -> None:
    make_locked(tmp_path / "pris", Profile(Role.COMMUNE, "86999", "Déjà là"))
    opened.make(Answers(name="Autre", code="86998", keys=cheap_keys(), folder=tmp_path / "pris"))
    qtbot.waitUntil(lambda: opened.banner.text() != "")
    assert opened.banner.text().startswith("Il y a déjà un coffre dans ce dossier.")
    assert opened.wizard.isEnabled()


def test_the_communes_of_this_computer_are_offered_by_name(
    qtbot: QtBot, start: Start, tmp_path: Path, reported: list[Exception]
) -> None:
    for number, name in enumerate(("Blanzay", "Saint-Éloi")):
        profile = Profile(Role.COMMUNE, f"8600{number}", name)
        start.create(tmp_path / str(number), profile, cheap_keys())
    window = StartWindow(start, lambda: date(2026, 11, 23), reported.append)
    qtbot.addWidget(window)
    window.show()
    chooser = window.chooser
    names = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert names == ["Saint-Éloi", "Blanzay"]
    with qtbot.waitSignal(window.vault_ready) as ready:
        chooser.list.setCurrentRow(1)
        press(chooser.open_button, Qt.Key.Key_Space)
    assert ready.args == [VaultWanted((tmp_path / "0").resolve())]
    window.close()


def test_no_title_of_a_step_is_cut_in_the_smallest_window(
    qtbot: QtBot, opened: StartWindow
) -> None:
    opened.resize(opened.minimumSize())
    title = opened.wizard.title
    for number, step in enumerate(opened.wizard.steps):
        opened.wizard.show_step(number)
        assert title.text() == step.title
        qtbot.waitUntil(lambda: title.contentsRect().contains(_words_of(title)))


def test_nothing_is_cut_sideways_at_twice_the_letters_in_the_smallest_window(
    large_letters: None,  # noqa: ARG001 - set before the window is made
    opened: StartWindow,
) -> None:
    opened.resize(opened.minimumSize())
    assert opened.width() <= WINDOW_MIN[0]
    assert opened.height() <= WINDOW_MIN[1]
    wizard = opened.wizard
    type_text(wizard.steps[1].picker.filter, "valence")
    for number in range(len(wizard.steps)):
        wizard.show_step(number)
        if number == 2:
            give_keys(opened)
            wizard.show_step(number)
            wizard.back()
            assert wizard.steps[number].form.is_at_sheet
        assert _cut_sideways(wizard) == []


def _cut_sideways(wizard: Wizard) -> list[QWidget]:
    """Return what is shown of the step and is wider than the room it has."""
    QApplication.processEvents()
    columns = [one for one in wizard.findChildren(Scrolled) if one.isVisible()]
    buttons = [one for one in wizard.findChildren(QPushButton) if one.isVisible()]
    assert columns
    return [
        *(one for one in columns if one.content.width() > one.viewport().width()),
        *(one for one in buttons if one.sizeHint().width() > one.width()),
    ]


def _words_of(label: QLabel) -> QRect:
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    room = QRect(0, 0, label.contentsRect().width(), 10_000)
    return QFontMetrics(label.font()).boundingRect(room, flags, label.text())
