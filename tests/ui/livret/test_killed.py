from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.ui.livret.page import DirectoryPage
from ctg_desktop.usecases.office import open_office
from tests.keys_for_tests import KEY
from tests.ui.opened import TODAY, opened_window

ROOT = Path(__file__).parents[3]
TYPED = "Écrit à la hâte, l'œil ailleurs"


def type_and_kill(folder: Path, which: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.livret.typing_until_killed", str(folder), which],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        process.send_signal(signal.SIGKILL)


@pytest.mark.parametrize("which", ["stored", "new"])
def test_typing_comes_back_after_a_killed_process(
    qtbot: QtBot, qapp: QApplication, filled_folder: Path, which: str
) -> None:
    assert qapp is not None
    with open_office(filled_folder, "", KEY) as office:
        ids = office.directory.index(ListingFilter(), ListingSort(), TODAY)
        record_id = ids[0]
        before = office.directory.get(record_id)
    type_and_kill(filled_folder, record_id if which == "stored" else "new")
    with opened_window(filled_folder) as opened:
        page = opened.show("livret")
        assert isinstance(page, DirectoryPage)
        qtbot.waitUntil(page.detail.draft_line.isVisible)
        assert page.detail.draft_line.message.text().startswith("Brouillon retrouvé du ")
        assert page.editor.values()["summary"].startswith(TYPED)
        if which == "stored":
            assert opened.office.directory.get(record_id) == before
        page.detail.draft_line.take_up_button.click()
        assert not page.detail.draft_line.isVisible()
        assert page.editor.is_dirty
        if which == "stored":
            with qtbot.waitSignal(page.saved):
                page.save_()
            assert opened.office.directory.get(record_id).summary.startswith(TYPED)
        else:
            assert page.detail.title.text() == "Nouvelle fiche"
    assert opened.faults == []
