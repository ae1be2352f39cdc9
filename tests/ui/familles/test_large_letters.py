"""With letters of twice the size, in the smallest window, nothing of a family is cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.widgets.card import Scrolled
from tests.ui.familles.known import Show
from tests.ui.opened import Opened


@pytest.mark.usefixtures("large_letters")
def test_every_part_of_a_family_is_shown_whole_in_its_width(
    qtbot: QtBot, opened: Opened, show: Show
) -> None:
    opened.window.resize(1024, 700)
    detail = show("Famille Martin-Dubois")
    assert opened.window.width() == 1024
    for part in ("suivi", "orientations", "fiche"):
        detail.show_part(part)
        qtbot.waitUntil(lambda: detail.parts.currentWidget().isVisible())
        QApplication.processEvents()
        column = detail.parts.currentWidget()
        assert isinstance(column, Scrolled)
        assert column.content.width() <= column.viewport().width(), part
    history, rights = detail.of_stored
    assert abs(history.geometry().center().y() - rights.geometry().center().y()) < 8
