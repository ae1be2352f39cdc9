"""Before the register: what is said, who gets in, and how it is set up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.door.code_card import CodeCard
from ctg_desktop.ui.registre.door.set_up_page import SetUpPage
from ctg_desktop.ui.registre.page import RegisterPage
from ctg_desktop.ui.widgets.buttons import Button
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY, make_practice
from tests.register_for_tests import KEEPER, KEEPER_PASSWORD, register_keys
from tests.ui.keys import press, press_enter, type_text
from tests.ui.opened import Opened, nameless, opened_window

from .conftest import NAMES, OTHER_KEEPER, TODAY, is_open, unlocked

Settle = Callable[[], None]
NEW = "Lavoir-82-Croissant!"


def shown_words(page: RegisterPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_closed_it_says_what_it_is_for_the_law_and_who_opens_it(page: RegisterPage) -> None:
    said = shown_words(page)
    for words in ("canicule", "L121-6-1", KEEPER, OTHER_KEEPER):
        assert words in said
    assert not any(name in said for name in NAMES)
    assert nameless(page) == []
    assert page.door.closed.form.password.line.hasFocus()


def test_it_opens_by_keyboard_with_a_password_of_its_own(
    page: RegisterPage, settle: Settle, opened: Opened
) -> None:
    form = page.door.closed.form
    type_text(form.password.line, "Pluie-47-Fenouil-Quai")  # that of the vault
    press_enter(form.password.line)
    settle()
    assert not is_open(page)
    assert "registre" in form.password.error.text()
    type_text(form.password.line, KEEPER_PASSWORD)
    press_enter(form.password.line)
    settle()
    assert isinstance(page.book, RegisterBook)
    assert form.password.text() == ""
    last = [row.access for row in opened.office.access_log.rows()][-1]
    assert (last.actor, last.entity) == (KEEPER, "register")


def test_wrong_passwords_are_waited_for(page: RegisterPage, settle: Settle) -> None:
    form = page.door.closed.form
    for _ in range(8):
        if not form.wait.is_waiting:
            form.password.line.setText("faux")
            form.try_it()
            settle()
    assert form.wait.is_waiting
    assert not form.button.isEnabled()


def test_a_forgotten_password_is_replaced_by_the_code_of_the_sheet(
    page: RegisterPage, settle: Settle, opened: Opened
) -> None:
    page.door.closed.form.forgotten_button.click()
    settle()
    card = page.door.currentWidget()
    assert isinstance(card, CodeCard)
    asked = card.form
    assert asked.code.line.hasFocus()
    register = opened.office.register.unlock(KEEPER_PASSWORD)
    code = register.locks.draw_code(KEEPER_PASSWORD)
    register.locks.take_code(code)
    register.close()
    asked.code.line.setText(code.text)
    asked.forward()
    settle()
    asked.user.setCurrentText(OTHER_KEEPER)
    for line in (asked.new.first.line, asked.new.second.line):
        line.setText(NEW)
    asked.forward()
    settle()
    assert page.book is not None
    again = opened.office.register.unlock(NEW, OTHER_KEEPER)
    assert again.user == OTHER_KEEPER


def test_who_gives_the_code_up_leaves_it_closed(
    page: RegisterPage, settle: Settle, opened: Opened
) -> None:
    register = opened.office.register.unlock(KEEPER_PASSWORD)
    code = register.locks.draw_code(KEEPER_PASSWORD)
    register.locks.take_code(code)
    register.close()
    page.door.closed.form.forgotten_button.click()
    settle()
    card = page.door.currentWidget()
    assert isinstance(card, CodeCard)
    asked = card.form
    assert asked.code.line.hasFocus()
    asked.code.line.setText(code.text)
    asked.forward()
    settle()
    asked.back_button.click()
    settle()
    assert not is_open(page)
    assert page.door.currentWidget() is page.door.closed
    assert not any(one.is_open for one in opened.office.register._open)


@pytest.fixture
def new(
    qapp: QApplication, empty_folder: Path, qtbot: QtBot
) -> Iterator[tuple[Opened, RegisterPage]]:
    assert qapp is not None
    with opened_window(empty_folder, lambda: TODAY) as found:
        shown = found.show("registre")
        assert isinstance(shown, RegisterPage)
        qtbot.waitUntil(lambda: not found.desk.tasks.is_busy)
        yield found, shown
    assert found.faults == []


def test_it_is_set_up_by_naming_people_and_trying_the_sheet(
    new: tuple[Opened, RegisterPage], qtbot: QtBot
) -> None:
    opened, page = new
    register = opened.office.register

    def settle() -> None:
        qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
        QApplication.processEvents()

    assert page.door.closed.set_up_button.hasFocus()
    press(page.door.closed.set_up_button, Qt.Key.Key_Space)
    steps = page.door.currentWidget()
    assert isinstance(steps, SetUpPage)
    for name, password in ((KEEPER, KEEPER_PASSWORD), (OTHER_KEEPER, NEW)):
        form = steps.people.form
        assert form.name.hasFocus()
        type_text(form.name, name)
        for line in (form.new.first.line, form.new.second.line):
            line.setText(password)
        if name == KEEPER:
            steps.people.add_button.click()
    press_enter(steps.people.form.new.second.line)
    settle()
    assert steps.keys.is_at_sheet
    assert not register.is_set_up
    sheet = steps.keys.sheet
    assert sheet._code is not None
    code = sheet._code.text
    steps.button.click()
    type_text(sheet.field.line, register_keys().code.text)
    press_enter(sheet.field.line)
    assert sheet.field.is_refused
    assert not register.is_set_up
    sheet.field.line.clear()
    type_text(sheet.field.line, code)
    press_enter(sheet.field.line)
    settle()
    assert page.book is not None
    assert register.users() == (KEEPER, OTHER_KEEPER)
    people = page.book.people
    (first,) = (
        one for one in people.findChildren(Button) if one.accessibleName() == "Noter une demande"
    )
    assert first.isVisible()
    assert not people.line.isVisible()
    assert first.hasFocus()
    press(first, Qt.Key.Key_Space)
    settle()
    assert people.detail.isVisible()
    page.close_register()
    settle()
    assert unlocked(page, settle).register.user == KEEPER


def test_the_register_of_the_practice_commune_opens_at_once(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    assert qapp is not None
    folder = tmp_path / "exercice"
    make_practice(folder, Profile(Role.COMMUNE, "86078", "Valmoulin"))
    with opened_window(folder, lambda: TODAY) as found:
        page = found.show("registre")
        assert isinstance(page, RegisterPage)
        qtbot.waitUntil(lambda: page.book is not None)
        page.close_register()
        qtbot.waitUntil(page.door.closed.practice_button.isVisible)
        assert not is_open(page)
        page.door.closed.practice_button.click()
        qtbot.waitUntil(lambda: page.book is not None)
        qtbot.waitUntil(lambda: not found.desk.tasks.is_busy)
    assert found.faults == []


def test_a_vault_that_is_only_consulted_says_why_it_stays_closed(
    filled_folder: Path, qtbot: QtBot, desk_of: Callable[[Office], Desk]
) -> None:
    with open_office(filled_folder, "", KEY, reading=True) as office:
        page = RegisterPage(desk_of(office))
        qtbot.addWidget(page)
        page.show()
        page.activated()
        qtbot.waitUntil(lambda: "lecture seule" in page.door.closed.state.text())
        assert not page.door.closed.form.isVisible()
        page.new_()
        assert not is_open(page)
