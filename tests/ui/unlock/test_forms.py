"""Passwords and codes while they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.messages.passwords import LACKS, RULES, WEAKNESSES, lacking, waiting
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.unlock.new_password import NewPassword
from ctg_desktop.ui.unlock.password_field import CAPITALS, PasswordField
from ctg_desktop.ui.unlock.sheet_form import SheetForm
from ctg_desktop.usecases.passwords import Lack, RecoveryCode, Rule, Weakness, quality
from tests.keys_for_tests import PASSWORD
from tests.ui.keys import type_text

pytestmark = pytest.mark.usefixtures("theme")
DAY = date(2026, 11, 23)


@pytest.fixture
def new(qtbot: QtBot) -> NewPassword:
    form = NewPassword()
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, reported: list[Exception]) -> Iterator[SheetForm]:
    tasks = TaskRunner(reported.append, qapp)
    form = SheetForm(tasks, reported.append)
    qtbot.addWidget(form)
    form.show()
    yield form
    tasks.shutdown()
    tasks.deleteLater()
    assert not reported


def test_each_code_of_the_keys_room_has_its_words() -> None:
    assert set(LACKS) == set(Lack)
    assert set(WEAKNESSES) == set(Weakness)
    assert set(RULES) == set(Rule)


def test_what_is_missing_is_said_in_words() -> None:
    said = lacking([(Lack.DIGIT, 1), (Lack.CHARACTERS, 3)], [])
    assert said == "Il manque un chiffre et encore 3 caractères."
    assert "Attention" in lacking([(Lack.WORDS, 2)], [Weakness.NAME])


def test_waiting_is_said_in_seconds_then_in_minutes() -> None:
    assert waiting(timedelta(0)) == ""
    assert waiting(timedelta(milliseconds=14_200)) == "Nouvel essai possible dans 15 s."
    assert waiting(timedelta(minutes=15)) == "Nouvel essai possible dans 15 min."


def test_quality_follows_each_key(new: NewPassword) -> None:
    type_text(new.first.line, "Pluie-47")
    assert new.quality.text().startswith("Il manque")
    type_text(new.first.line, "-Fenouil")
    assert new.quality.text().startswith("Solide")


def test_names_of_the_place_are_told(new: NewPassword) -> None:
    new.set_forbidden(("Odile Martin", "Civray"))
    type_text(new.first.line, "Civray-2026-a")
    assert "nom de personne ou de commune" in new.quality.text()


def test_a_weak_one_and_two_different_ones_are_refused(new: NewPassword) -> None:
    assert new.password() is None
    assert new.first.is_refused
    type_text(new.first.line, "soleil")
    assert new.password() is None
    assert "Il manque" in new.first.error.text()
    new.first.line.clear()
    type_text(new.first.line, PASSWORD)
    type_text(new.second.line, PASSWORD[:-1])
    assert new.password() is None
    assert new.second.is_refused
    type_text(new.second.line, PASSWORD[-1])
    assert new.password() == PASSWORD


def test_an_accent_composed_otherwise_is_the_same_password(new: NewPassword) -> None:
    word = "Éléphant-Forêt-42"
    new.first.line.setText(normalize("NFD", word))
    type_text(new.second.line, normalize("NFC", word))
    assert "même" in new.second.hint.text()
    assert new.password() == normalize("NFD", word)


def test_seven_words_are_proposed_shown_and_typed_again(new: NewPassword) -> None:
    new.propose_button.click()
    words = new.first.text()
    assert len(words.split("-")) == 7
    assert quality(words).enough
    assert new.first.is_shown
    assert new.password() is None
    type_text(new.second.line, words)
    assert new.password() == words


def test_a_password_is_hidden_shown_on_request_and_hidden_again_once_cleared(
    qtbot: QtBot,
) -> None:
    field = PasswordField("Mot de passe")
    qtbot.addWidget(field)
    type_text(field.line, PASSWORD)
    assert PASSWORD not in field.line.displayText()
    field.button.click()
    assert field.line.displayText() == PASSWORD
    assert field.button.accessibleName() == "Masquer – Mot de passe"
    field.clear()
    assert not field.is_shown
    assert field.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_locked_capitals_are_told(qtbot: QtBot) -> None:
    field = PasswordField("Mot de passe")
    qtbot.addWidget(field)

    def press(text: str, *, shift: bool) -> None:
        modifier = Qt.KeyboardModifier
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_A,
            modifier.ShiftModifier if shift else modifier.NoModifier,
            text,
        )
        QApplication.sendEvent(field.line, event)

    press("A", shift=False)
    assert field.hint.text() == CAPITALS
    press("a", shift=False)
    assert field.hint.text() == ""
    press("a", shift=True)
    assert field.hint.text() == CAPITALS
    press("A", shift=True)
    assert field.hint.text() == ""


def test_the_sheet_is_saved_where_asked_only_and_tried(
    qtbot: QtBot, form: SheetForm, tmp_path: Path
) -> None:
    code = RecoveryCode.new()
    form.show_sheet(Profile(Role.COMMUNE, "86078", "Civray"), code, ["Odile Martin"], DAY)
    qtbot.waitUntil(form.save_button.isEnabled)
    assert list(tmp_path.iterdir()) == []
    form.save_to(tmp_path / "feuille.pdf")
    qtbot.waitUntil(form.said.isVisible)
    assert (tmp_path / "feuille.pdf").read_bytes().startswith(b"%PDF")
    assert "effacez-le" in form.said.text()
    form.try_it()
    wrong = RecoveryCode.new()
    form.field.line.setText(wrong.text)
    assert not form.check()
    assert "pas celui de cette feuille" in form.field.error.text()
    form.field.line.setText(code.text[:-1])
    assert not form.check()
    form.field.line.setText(code.text.lower())
    with qtbot.waitSignal(form.tried):
        assert form.check()


def test_the_code_is_hidden_while_it_is_typed_back(qtbot: QtBot, form: SheetForm) -> None:
    code = RecoveryCode.new()
    form.show_sheet(Profile(Role.COMMUNE, "86078", "Civray"), code, ["Odile Martin"], DAY)

    def seen() -> str:
        labels = (one for one in form.findChildren(QWidget) if one.isVisible())
        return " ".join(one.text() for one in labels if hasattr(one, "text"))

    qtbot.waitUntil(lambda: code.groups[0] in seen())
    form.try_it()
    assert code.groups[0] not in seen()
    form.forget()
    assert form._code is None
