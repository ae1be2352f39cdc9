from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop import crash
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.errors import EnvironmentFault
from ctg_desktop.ui.app import speak_french
from ctg_desktop.ui.crash_dialog import CrashDialog, CrashReporter
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.shell import Opening, Shell
from ctg_desktop.ui.single_instance import SingleInstance
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.start import Start
from tests.keys_for_tests import KEY, make_practice
from tests.ui.conftest import TODAY
from tests.ui.keys import type_text

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SECRET = "Madame Secret, 05 49 00 12 34"  # noqa: S105 - what must not be written down


@pytest.fixture
def reporter(qapp: QApplication, tmp_path: Path) -> Iterator[CrashReporter]:
    reporter = CrashReporter(tmp_path / "journaux", qapp)
    yield reporter
    reporter.deleteLater()


@pytest.fixture
def vaults(start: Start, tmp_path: Path) -> tuple[Path, Path]:
    folders = tmp_path / "blanzay", tmp_path / "éloi"
    for number, (folder, name) in enumerate(zip(folders, ("Blanzay", "Saint-Éloi"), strict=True)):
        make_practice(folder, Profile(Role.COMMUNE, f"8600{number}", name))
        start.remember(folder, name)
    return folders


@pytest.fixture
def shell(theme: Theme, start: Start, reporter: CrashReporter, tmp_path: Path) -> Iterator[Shell]:
    opening = Opening(start, None, open_office, lambda: TODAY, tmp_path / "journaux")
    shell = Shell(opening, theme, reporter)
    yield shell
    shell.start_pages.close()
    shell.close()


def test_a_first_start_asks_who_we_are(shell: Shell) -> None:
    assert shell.begin()
    assert shell.window is None
    assert shell.start_pages.window is not None
    assert shell.start_pages.window.wizard.isVisible()


@pytest.mark.usefixtures("vaults")
def test_the_last_vault_is_opened(qtbot: QtBot, shell: Shell) -> None:
    assert shell.begin()
    qtbot.waitUntil(lambda: shell.window is not None)
    assert shell.window.band.name.text() == "Saint-Éloi"
    assert [choice.name for choice in shell.window.band._choices] == ["Blanzay"]


def test_one_changes_commune_and_nothing_typed_is_lost(
    qtbot: QtBot, shell: Shell, vaults: tuple[Path, Path]
) -> None:
    shell.begin()
    qtbot.waitUntil(lambda: shell.window is not None)
    window = shell.window
    settings = window.show_page(PageKey.SETTINGS)
    qtbot.waitUntil(lambda: settings.sections[0].stored is not None)
    type_text(settings.sections[0].name, "X")
    window.band.vault_chosen.emit(vaults[0])
    qtbot.waitUntil(lambda: shell.window not in {None, window})
    assert shell.window.band.name.text() == "Blanzay"
    with open_office(vaults[1], "", KEY) as office:
        assert office.drafts.keys("settings:") == ["settings:identite"]


def test_a_vault_that_cannot_be_opened_is_said_and_another_offered(
    qtbot: QtBot, shell: Shell, vaults: tuple[Path, Path]
) -> None:
    for file in vaults[1].iterdir():
        if file.is_file():
            file.write_bytes(b"nonsense" * 1000)
    shell.begin()
    qtbot.waitUntil(lambda: shell.start_pages.window is not None)
    assert "pas été touché" in shell.start_pages.window.banner.text()
    assert shell.start_pages.window.chooser.isVisible()


def test_a_second_window_brings_the_first_forward(
    qtbot: QtBot, shell: Shell, vaults: tuple[Path, Path]
) -> None:
    shell.begin()
    qtbot.waitUntil(lambda: shell.window is not None)
    other = SingleInstance(vaults[1])
    with qtbot.waitSignal(shell.findChild(SingleInstance).raised):
        assert not other.claim()
    assert SingleInstance(vaults[0]).claim()


def test_the_name_of_a_killed_window_is_taken_over(tmp_path: Path) -> None:
    code = (
        "import sys, os; from pathlib import Path;"
        "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from ctg_desktop.ui.single_instance import SingleInstance;"
        "assert SingleInstance(Path(sys.argv[1])).claim(); os._exit(9)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
        timeout=60,
    )
    assert done.returncode == 9
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    assert isinstance(instance._server, QLocalServer)
    assert instance._server.isListening()


def raise_with_secret() -> None:
    name = SECRET
    raise ValueError(f"could not read {name!r}")


@pytest.fixture
def bug() -> Exception:
    try:
        raise_with_secret()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_never_what(tmp_path: Path, bug: Exception) -> None:
    from datetime import datetime

    file = crash.write_report(tmp_path / "journaux", bug, datetime(2026, 11, 23, 10, 42))  # noqa: DTZ001 - local time
    text = file.read_text(encoding="utf-8")
    assert file.name == "incident-2026-11-23-104200.txt"
    assert "builtins.ValueError" in text
    assert "raise_with_secret" in text
    assert "Secret" not in text
    assert str(Path.home()) not in text


@pytest.mark.expects_log
def test_a_bug_is_said_calmly_once_and_can_be_read(
    reporter: CrashReporter, bug: Exception, tmp_path: Path
) -> None:
    reporter.report(bug)
    reporter.report(bug)
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]
    assert len(dialogs) == 1
    (dialog,) = dialogs
    dialog.show_button.click()
    assert dialog.report.isVisible()
    assert "Secret" not in dialog.report.toPlainText()
    assert len(list((tmp_path / "journaux").iterdir())) == 1
    dialog.accept()
    assert reporter._open is None


@pytest.mark.expects_log
def test_a_fault_of_the_machine_is_a_sentence_and_no_dialog(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    with qtbot.waitSignal(reporter.fault) as said:
        reporter.report(EnvironmentFault("disk-full"))
    assert said.args[0].startswith("Le disque est plein")


@pytest.mark.expects_log
def test_an_exception_in_a_slot_is_taken_and_the_program_goes_on(
    qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.captureExceptions():
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        reporter.install()
        QTimer.singleShot(0, raise_with_secret)
        qtbot.waitUntil(lambda: reporter._open is not None)
        reporter._open.accept()


def test_qt_speaks_french(qapp: QApplication) -> None:
    assert speak_french(qapp)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_the_log_is_quiet_about_people(
    bug: Exception,
) -> None:
    from ctg_desktop.logs import LOGGER, BareFormatter

    record = LOGGER.makeRecord(
        LOGGER.name, logging.ERROR, "f", 1, "bug", (), (type(bug), bug, bug.__traceback__)
    )
    assert "Secret" not in BareFormatter("%(message)s").format(record)
