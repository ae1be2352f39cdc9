"""Users and passwords in the settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ctg_desktop.errors import UserError
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.reglages.users import UsersSection
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.access_dialog import AccessDialog
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.usecases.access import Access, RecoveryCode
from tests.keys_for_tests import KEY, PASSWORD, USER

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SMALL_SCREEN = (1024, 700)
WIDEST_CODE = RecoveryCode("W" * 35)
OTHER, NEW = "Léon Vidal", "Lavoir-82-Croissant!"


@pytest.fixture
def users(qtbot: QtBot, folder: Path, enter: Callable[[Path], MainWindow]) -> UsersSection:
    page = enter(folder).show_page(PageKey.SETTINGS)
    page.show_part("utilisateurs")
    qtbot.waitUntil(lambda: page.users._shown is not None)
    return page.users


def dialogs() -> list[AccessDialog]:
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, AccessDialog))
    return [one for one in shown if one.isVisible()]


def dialog() -> AccessDialog:
    (found,) = dialogs()
    return found


def done(qtbot: QtBot, users: UsersSection, shown: AccessDialog) -> None:
    with qtbot.waitSignal(users.notice):
        shown.forward()
    qtbot.waitUntil(lambda: not users._desk.tasks.is_busy)


def add(qtbot: QtBot, users: UsersSection) -> None:
    users.add_button.click()
    shown = dialog()
    shown.mine.line.setText(PASSWORD)
    shown.owner.name.setText(OTHER)
    shown.owner.new.first.line.setText(NEW)
    shown.owner.new.second.line.setText(NEW)
    done(qtbot, users, shown)


def test_one_is_added_once_a_password_was_given_again(
    qtbot: QtBot, users: UsersSection, folder: Path
) -> None:
    users.add_button.click()
    shown = dialog()
    shown.mine.line.setText("faux")
    shown.owner.name.setText(OTHER)
    shown.owner.new.first.line.setText(NEW)
    shown.owner.new.second.line.setText(NEW)
    shown.forward()
    qtbot.waitUntil(lambda: shown.mine.is_refused)
    assert Access(folder).users() == (USER,)
    shown.mine.line.setText(PASSWORD)
    done(qtbot, users, shown)
    assert Access(folder).users() == (USER, OTHER)
    assert Access(folder).unlock(NEW, OTHER).key == KEY


def test_the_last_one_cannot_be_removed(users: UsersSection) -> None:
    words = [one.accessibleName() for one in users.findChildren(QPushButton) if one.isVisible()]
    assert any(one.startswith("Renommer") for one in words)
    assert not any(one.startswith("Retirer") for one in words)


def test_one_is_removed_and_what_their_password_still_opens_is_said(
    qtbot: QtBot, users: UsersSection, folder: Path
) -> None:
    add(qtbot, users)
    backup = users._desk.office.backups.make().folder
    users.doors.remove(OTHER)
    said = dialog().about.text()
    assert "n’ouvrira plus ces données ici" in said
    assert "sauvegardes et les copies faites jusqu’à maintenant" in said
    dialog().mine.line.setText(PASSWORD)
    done(qtbot, users, dialog())
    assert Access(folder).users() == (USER,)
    with pytest.raises(UserError, match="user-unknown"):
        Access(folder).unlock(NEW, OTHER)
    assert Access(folder, keys=backup).unlock(NEW, OTHER).key == KEY


def test_a_name_and_a_password_change(qtbot: QtBot, users: UsersSection, folder: Path) -> None:
    users.doors.rename(USER)
    shown = dialog()
    shown.new_name.setText("Odile  Bernard")
    shown.mine.line.setText(PASSWORD)
    done(qtbot, users, shown)
    users.doors.change("Odile Bernard")
    shown = dialog()
    shown.mine.line.setText(PASSWORD)
    shown.new.first.line.setText(NEW)
    shown.new.second.line.setText(NEW)
    done(qtbot, users, shown)
    assert Access(folder).unlock(NEW, "Odile Bernard").key == KEY
    with pytest.raises(UserError, match="password-wrong"):
        Access(folder).unlock(PASSWORD, "Odile Bernard")


def draw(qtbot: QtBot, users: UsersSection) -> tuple[AccessDialog, RecoveryCode]:
    users.sheet_button.click()
    shown = dialog()
    shown.mine.line.setText(PASSWORD)
    shown.forward()
    qtbot.waitUntil(lambda: shown._drawn)
    return shown, shown.sheet._code


def test_a_new_sheet_opens_once_it_was_tried_and_then_the_old_one_does_not(
    qtbot: QtBot, users: UsersSection, folder: Path
) -> None:
    shown, first = draw(qtbot, users)
    shown.forward()
    shown.sheet.field.line.setText(first.text)
    done(qtbot, users, shown)
    assert dialogs() == []
    assert (shown._code, shown.sheet._code) == (None, None)
    assert Access(folder).unlock_by_code(first.text).key == KEY
    shown, second = draw(qtbot, users)
    shown.forward()
    shown.sheet.field.line.setText(second.text)
    done(qtbot, users, shown)
    with pytest.raises(UserError, match="recovery-code-wrong"):
        Access(folder).unlock_by_code(first.text)
    assert Access(folder).unlock_by_code(second.text).key == KEY


def test_a_sheet_that_was_given_up_leaves_the_old_one_good(
    qtbot: QtBot, users: UsersSection, code: RecoveryCode, folder: Path
) -> None:
    shown, drawn = draw(qtbot, users)
    shown.reject()
    assert shown.isVisible()
    assert "l’ancienne reste bonne" in shown.error.text()
    shown.reject()
    assert not shown.isVisible()
    assert Access(folder).unlock_by_code(code.text).key == KEY
    with pytest.raises(UserError, match="recovery-code-wrong"):
        Access(folder).unlock_by_code(drawn.text)


def test_a_lock_before_the_sheet_was_tried_leaves_the_old_one_good(
    qtbot: QtBot, shell: Shell, users: UsersSection, code: RecoveryCode, folder: Path
) -> None:
    draw(qtbot, users)
    shell.lock()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, UnlockPage))
    assert shell.window is None
    assert Access(folder).unlock_by_code(code.text).key == KEY


def test_no_word_is_cut_at_twice_the_letters(
    qtbot: QtBot, qapp: QApplication, folder: Path, enter: Callable[[Path], MainWindow]
) -> None:
    usual, large = qapp.font(), qapp.font()
    large.setPointSizeF(2 * usual.pointSizeF())
    qapp.setFont(large)
    try:
        page = enter(folder).show_page(PageKey.SETTINGS)
        page.show_part("utilisateurs")
        qtbot.waitUntil(lambda: page.users._shown is not None)
        doors = page.users.doors
        for ask in (
            page.users.add_button.click,
            lambda: doors.change(USER),
            lambda: doors.rename(USER),
            lambda: doors.remove(USER),
        ):
            ask()
            shown = dialog()
            assert cut(shown) == []
            shown.reject()
        shown, _ = draw(qtbot, page.users)
        shown.sheet.show_sheet(shown.door.profile, WIDEST_CODE, (USER,), shown.desk.today())
        shown.reject()
        qtbot.waitUntil(lambda: cut(shown) == [])
        qtbot.waitUntil(lambda: shown.column.totalHeightForWidth(shown.width()) <= shown.height())
        assert shown.column.totalHeightForWidth(SMALL_SCREEN[0] - 32) <= SMALL_SCREEN[1] - 32
        shown.reject()
    finally:
        qapp.setFont(usual)


def cut(shown: AccessDialog) -> list[str]:
    labels = [one for one in shown.findChildren(QLabel) if one.isVisible() and one.text()]
    return [
        one.text()
        for one in labels
        if one.height() < (one.heightForWidth(one.width()) if one.wordWrap() else 0)
        or (not one.wordWrap() and one.width() < one.sizeHint().width())
    ]
