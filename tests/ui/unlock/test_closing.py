"""A backup that fails when the vault is closed or locked: told, and tried again where one can."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ctg_desktop.db.backup_files import DATABASE, FOLDER_NAME
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.closing import ClosingDialog, closing_backup
from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.shell import Shell
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.usecases.office import open_office
from ctg_desktop.usecases.recovery import Recovery
from tests.keys_for_tests import KEY

# The display of the tests cannot put a window in front of another.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PAGE = 4096
Enter = Callable[[Path], MainWindow]
Answer = Callable[[Callable[[ClosingDialog], None]], list[str]]


@pytest.fixture
def in_the_way(folder: Path) -> Path:
    """Return a file that stands where the folder of the backups should be made."""
    file = folder / FOLDER_NAME
    shutil.rmtree(file, ignore_errors=True)
    file.write_text("")
    return file


@pytest.fixture
def answer(qapp: QApplication) -> Iterator[Answer]:
    """Answer each question as it comes; return what was said."""
    said: list[str] = []
    timer = QTimer(qapp)
    timer.setInterval(20)

    def answering(act: Callable[[ClosingDialog], None]) -> list[str]:
        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ClosingDialog):
                said.append(f"{dialog.reason.text()} {dialog.kept.text()}")
                act(dialog)

        timer.timeout.connect(look)
        timer.start()
        return said

    yield answering
    timer.stop()
    timer.deleteLater()


@pytest.mark.expects_log
def test_one_may_try_again_and_the_backup_is_there(
    shell: Shell,
    folder: Path,
    enter: Enter,
    in_the_way: Path,
    answer: Answer,
) -> None:
    enter(folder)._desk.office.directory.save(Listing(name="Boulangerie"))

    def act(dialog: ClosingDialog) -> None:
        if len(said) == 2:
            in_the_way.unlink()
        dialog.retry_button.click()

    said = answer(act)
    assert shell.window is not None
    shell.window.close()
    assert len(said) == 2
    assert "gardé dans le coffre" in said[0]
    assert "aucune sauvegarde vérifiée" in said[0]
    assert Recovery(folder).newest_whole(KEY) is not None
    assert shell.window is None


@pytest.mark.expects_log
def test_one_may_close_all_the_same(
    shell: Shell,
    folder: Path,
    enter: Enter,
    in_the_way: Path,
    answer: Answer,
) -> None:
    enter(folder)
    said = answer(lambda dialog: dialog.close_button.click())
    shell.close()
    assert len(said) == 1
    assert in_the_way.is_file()
    assert shell.window is None


@pytest.mark.expects_log
def test_the_lock_waits_for_nobody_and_says_it_before_the_password(
    shell: Shell, folder: Path, enter: Enter, in_the_way: Path, asked: Callable[[], UnlockPage]
) -> None:
    enter(folder)
    shell.lock()
    asked()
    assert in_the_way.is_file()
    assert shell.window is None
    assert "n’a pas pu être faite" in shell.gate.banner.text()


@pytest.mark.expects_log
def test_a_copy_that_failed_is_said_and_a_stick_that_is_away_is_not(
    folder: Path, enter: Enter, tmp_path: Path
) -> None:
    office = enter(folder)._desk.office
    stick = tmp_path / "clé"
    stick.mkdir()
    office.backups.set_second_place(stick)
    assert closing_backup(office) is None
    (copies,) = stick.iterdir()
    shutil.rmtree(copies)
    copies.write_text("")
    office.directory.save(Listing(name="Boulangerie"))
    failure = closing_backup(office)
    assert failure is not None
    assert failure.copy_only
    assert "pas sa copie ailleurs" in failure.said
    shutil.rmtree(stick)
    assert closing_backup(office) is None


@pytest.mark.expects_log
def test_of_a_damaged_vault_the_good_backups_are_kept_and_the_way_to_them_is_said(
    folder: Path,
) -> None:
    with open_office(folder, "", KEY) as office:
        for number in range(60):
            office.directory.save(Listing(name=f"Fiche {number}", description="Un mot. " * 300))
        office.backups.make()
    good = [one.name for one in Recovery(folder).backups()]
    database = folder / DATABASE
    content = bytearray(database.read_bytes())
    content[-PAGE * 20 + 100] ^= 1
    database.write_bytes(content)
    with open_office(folder, "", KEY) as office:
        office.directory.save(Listing(name="Boulangerie"))
        failure = closing_backup(office)
    assert failure is not None
    assert "Réglages, Sauvegardes" in failure.said
    assert "autres sauvegardes n’ont pas été touchées" in failure.said
    assert "Tout ce que vous avez enregistré est gardé" not in failure.said
    assert [one.name for one in Recovery(folder).backups()] == good
