"""Before the window: password, delay, code, practice, conversion, place, another program."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.db.vault import FILE_NAME
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.code_page import CodePage
from ctg_desktop.ui.unlock.convert_page import ConvertPage
from ctg_desktop.ui.unlock.in_use_page import InUsePage, holder_words
from ctg_desktop.ui.unlock.place_page import PlacePage
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.ui.widgets.band import PRACTICE
from ctg_desktop.usecases.access import Access, RecoveryCode
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.data.make_vault_sample import sample
from tests.keys_for_tests import KEY, PASSWORD, USER, make_locked, make_practice
from tests.ui.keys import press_enter, type_text

Asked = Callable[[], UnlockPage]

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def try_password(qtbot: QtBot, page: UnlockPage, password: str) -> None:
    page.password.line.setText(password)
    page.try_it()
    qtbot.waitUntil(lambda: not page._trying)


def test_the_last_vault_asks_its_last_user(shell: Shell, folder: Path, asked: Asked) -> None:
    assert shell.begin()
    page = asked()
    assert shell.window is None
    assert page.title.text() == "Civray"
    assert page.user.currentText() == USER
    assert folder.name not in page.title.text()


@pytest.mark.usefixtures("folder")
def test_a_wrong_password_is_said_beside_the_field_and_the_right_one_opens(
    qtbot: QtBot, shell: Shell, asked: Asked
) -> None:
    shell.begin()
    page = asked()
    try_password(qtbot, page, "Croissant-82-Lavoir")
    assert "bon mot de passe" in page.password.error.text()
    type_text(page.password.line, PASSWORD)  # what was wrong is selected: it goes
    assert page.password.text() == PASSWORD
    press_enter(page.password.line)
    qtbot.waitUntil(lambda: shell.window is not None)
    assert shell.window.band.name.text() == "Civray"
    assert shell.window._desk.office.access.users() == (USER,)
    assert shell.idle.is_watching


@pytest.mark.usefixtures("folder")
def test_no_accessible_text_of_the_gate_holds_what_is_typed(shell: Shell, asked: Asked) -> None:
    shell.begin()
    page = asked()
    type_text(page.password.line, PASSWORD)
    for widget in (shell.gate, *shell.gate.findChildren(QWidget)):
        said = widget.accessibleName() + widget.accessibleDescription() + widget.toolTip()
        assert PASSWORD not in said


def test_after_many_wrong_ones_one_waits_and_a_restart_does_not_help(
    qtbot: QtBot, shell: Shell, folder: Path, asked: Asked
) -> None:
    shell.begin()
    page = asked()
    while not page.wait.is_waiting:
        try_password(qtbot, page, "faux")
        qtbot.waitUntil(lambda: not shell.open.tasks.is_busy)
    assert page.wait.text().startswith("Nouvel essai possible dans")
    assert not page.button.isEnabled()
    assert Access(folder).wait() > timedelta(0)
    shell.close()
    shell.open_vault(VaultWanted(folder))
    again = asked()
    assert again.wait.is_waiting
    again.password.line.setText(PASSWORD)
    again.try_it()
    assert not again._trying


def test_the_printed_code_gives_a_new_password(
    qtbot: QtBot, shell: Shell, start: Start, tmp_path: Path, asked: Asked
) -> None:
    folder = tmp_path / "blanzay"
    code = make_locked(folder, Profile(Role.COMMUNE, "86029", "Blanzay"))
    start.remember(folder, "Blanzay")
    shell.begin()
    asked().forgotten.emit()
    page = shell.gate.page
    assert isinstance(page, CodePage)
    type_text(page.code.line, "abc")
    page.forward()
    assert "signes au lieu de" in page.code.error.text()
    page.code.line.setText(code.text.lower().replace("-", " "))
    page.forward()
    qtbot.waitUntil(lambda: page._steps.currentIndex() == 1)
    new = "Lavoir-82-Croissant!"
    page.new.first.line.setText("Blanzay2026")
    page.forward()
    assert page.new.first.is_refused
    page.new.first.line.setText(new)
    page.new.second.line.setText(new)
    page.forward()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert Access(folder).unlock(new, USER).key == KEY


@pytest.mark.usefixtures("folder")
def test_a_key_that_the_code_proved_is_forgotten_on_the_way_back(
    qtbot: QtBot, shell: Shell, code: RecoveryCode, asked: Asked
) -> None:
    shell.begin()
    asked().forgotten.emit()
    page = shell.gate.page
    assert isinstance(page, CodePage)
    page.code.line.setText(code.text)
    page.forward()
    qtbot.waitUntil(lambda: page._steps.currentIndex() == 1)
    page.back_button.click()
    asked()
    assert shell.gate._unlocking._asking._proved is None


def test_a_practice_vault_opens_at_once_and_cannot_be_mistaken(
    qtbot: QtBot, shell: Shell, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "démo"
    make_practice(folder, Profile(Role.COMMUNE, "86999", "Valmoulin-sur-Clain"))
    start.remember(folder)
    shell.begin()
    qtbot.waitUntil(lambda: shell.window is not None)
    window = shell.window
    assert window.windowTitle().startswith(PRACTICE)
    assert window.band.mark.isVisible()
    assert window.band.property("practice") is True
    assert not window.band.lock_button.isVisible()
    colour = window.band.grab().toImage().pixelColor(window.band.width() // 2, 2)
    assert colour == window._theme.roles.practice
    shell.lock()
    assert shell.window is window
    assert "sans mot de passe" in window.banner.text()
    assert not shell.idle.is_watching


def test_another_commune_asks_its_own_password(
    shell: Shell,
    folder: Path,
    tmp_path: Path,
    asked: Asked,
    enter: Callable[[Path], MainWindow],
) -> None:
    other = tmp_path / "blanzay"
    make_locked(other, Profile(Role.COMMUNE, "86029", "Blanzay"), "Léon Vidal")
    window = enter(folder)
    window.band.vault_chosen.emit(other)
    page = asked()
    assert page.user.currentText() == "Léon Vidal"
    assert shell.window is None


def test_a_network_or_cloud_folder_is_moved_by_a_button(
    qtbot: QtBot, shell: Shell, start: Start, tmp_path: Path, asked: Asked
) -> None:
    folder = tmp_path / "Dropbox" / "civray"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    start.remember(folder, "Civray")
    shell.begin()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, PlacePage))
    page = shell.gate.page
    assert "Dropbox" in page.said.text()
    target = start.proposed_folder("Civray")
    page.move_button.click()
    asked()
    assert not folder.exists()
    assert Access(target).unlock(PASSWORD, USER).key == KEY


def test_one_may_open_it_there_all_the_same(
    qtbot: QtBot, shell: Shell, start: Start, tmp_path: Path, asked: Asked
) -> None:
    folder = tmp_path / "Dropbox" / "civray"
    make_locked(folder, Profile(Role.COMMUNE, "86078", "Civray"))
    start.remember(folder, "Civray")
    shell.begin()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, PlacePage))
    shell.gate.page.anyway_button.click()
    asked()
    assert folder.exists()


def test_who_has_the_vault_is_said_and_one_can_try_again(
    qtbot: QtBot, shell: Shell, folder: Path, asked: Asked
) -> None:
    with open_office(folder, "Léon Vidal", KEY):
        shell.begin()
        if shell.window is None:
            qtbot.waitUntil(lambda: shell.gate is not None and shell.gate.isVisible())
        if isinstance(shell.gate.page, UnlockPage):
            shell.gate.page.password.line.setText(PASSWORD)
            shell.gate.page.try_it()
        qtbot.waitUntil(lambda: isinstance(shell.gate.page, InUsePage))
        page = shell.gate.page
        assert "par Léon Vidal sur l’ordinateur" in page.holder.text()
    page.retry_button.click()
    asked()


def test_who_where_and_since_when_in_words() -> None:
    said = {"host": "mairie-pc2", "since": "2026-11-23T09:05:00+01:00", "user": "Léon Vidal"}
    day = date(2026, 11, 23)
    words = holder_words(said, day).replace("\u00a0", " ").replace("\u202f", " ")
    assert words == "Ouvertes par Léon Vidal sur l’ordinateur « mairie-pc2 » depuis 9 h 05."
    assert "lundi 23" in holder_words(said, date(2026, 11, 24)).replace("\u00a0", " ")
    assert holder_words({}, day) == "Ouvertes sur un autre ordinateur."


def test_a_plain_vault_is_explained_and_converted(
    qtbot: QtBot, shell: Shell, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "ancien"
    folder.mkdir()
    shutil.copy(sample("0001"), folder / FILE_NAME)
    start.remember(folder, "Civray")
    shell.begin()
    qtbot.waitUntil(lambda: shell.gate is not None and isinstance(shell.gate.page, ConvertPage))
    form = shell.gate.page.keys
    type_text(form.owner.name, USER)
    form.owner.new.first.line.setText(PASSWORD)
    form.owner.new.second.line.setText(PASSWORD)
    form.forward()
    qtbot.waitUntil(lambda: form.is_at_sheet)
    with closing(sqlite3.connect(folder / FILE_NAME)) as still_plain:
        assert still_plain.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    form.forward()
    form.sheet.field.line.setText(form._keys.code.text)
    form.forward()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert not (folder / FILE_NAME).read_bytes().startswith(b"SQLite format 3")
    assert Access(folder).unlock(PASSWORD, USER)


def test_cryptography_is_not_loaded_before_the_first_page_of_a_locked_vault(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import date;"
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from ctg_desktop.ui.unlock.gate import Gate;"
        "from ctg_desktop.ui.unlock.gate_means import GateMeans;"
        "from ctg_desktop.ui.unlock.unlock_page import UnlockPage;"
        "from ctg_desktop.ui.tasks import TaskRunner;"
        "tasks = TaskRunner(print, app);"
        "means = GateMeans(tasks, date.today, print, Path);"
        "gate = Gate(Path(sys.argv[1]), 'Civray', means); gate.begin();"
        "\nwhile not isinstance(gate.page, UnlockPage): app.processEvents()\n"
        "late = ('cryptography', 'reportlab');"
        "print([name for name in sys.modules if name.startswith(late)]);"
        "tasks.shutdown()"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == "[]"
