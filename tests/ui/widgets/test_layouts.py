"""What has no room beside something goes below it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.empty_page import EmptyPage
from ctg_desktop.ui.widgets.flow import ApartLayout

pytestmark = pytest.mark.usefixtures("theme")


def test_the_actions_of_an_empty_page_stand_below_one_another_where_it_is_narrow(
    qtbot: QtBot,
) -> None:
    first, second = plain("Importer un fichier…"), plain("Nouvelle fiche")
    holder = QWidget()
    qtbot.addWidget(holder)
    page = EmptyPage(Icon.PRINT, "Rien", "Il n’y a rien.", (first, second), holder)
    page.resize(700, 500)
    holder.resize(700, 500)
    holder.show()
    QApplication.processEvents()
    assert first.y() == second.y()
    page.resize(page.minimumSizeHint().width(), 500)
    qtbot.waitUntil(lambda: first.geometry().bottom() < second.y())
    assert page.rect().contains(first.mapTo(page, first.rect().bottomRight()))


def test_what_destroys_stands_apart_and_goes_to_a_line_of_its_own_where_there_is_no_room(
    qtbot: QtBot,
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = ApartLayout(holder)
    first, second, apart = (
        QPushButton(one) for one in ("Vérifiée aujourd’hui", "Historique", "Supprimer")
    )
    layout.first_apart = 2
    for button in (first, second, apart):
        layout.addWidget(button)
    holder.resize(layout.one_line() + 100, 200)
    holder.show()
    assert first.y() == second.y() == apart.y()
    assert apart.geometry().right() + 1 == holder.width()
    for width in (layout.one_line() - 1, first.sizeHint().width()):
        holder.resize(width, 200)
        assert apart.y() > second.y()
        assert apart.geometry().right() + 1 == width
        assert layout.heightForWidth(width) == apart.geometry().bottom() + 1
        assert all(one.width() == one.sizeHint().width() for one in (first, second, apart))
    assert second.y() > first.y()
    first.hide()
    second.hide()
    assert layout.heightForWidth(holder.width()) == apart.sizeHint().height()
    apart.hide()
    assert layout.heightForWidth(holder.width()) == layout.one_line() == 0


def test_a_column_ends_at_the_same_edge_whether_it_scrolls_or_not(qtbot: QtBot) -> None:
    column = Scrolled()
    qtbot.addWidget(column)
    column.keep_room_for_bar()
    tall = QWidget()
    tall.setFixedHeight(100)
    column.column.addWidget(tall)
    column.resize(300, 200)
    column.show()
    edge = column.viewport().geometry().right()
    assert not column.verticalScrollBar().isVisible()
    tall.setFixedHeight(1000)
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    assert column.viewport().geometry().right() == edge
    tall.setFixedHeight(100)
    qtbot.waitUntil(lambda: not column.verticalScrollBar().isVisible())
    assert column.viewport().geometry().right() == edge
