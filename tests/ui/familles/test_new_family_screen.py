"""The screen of a new family: all of it is seen at once, and reached by keys in reading order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.ui.familles.page import FamiliesPage
from tests.ui.familles.keyboard import ALT, NewFamily
from tests.ui.opened import Opened, nameless, out_of_order, tab_order

Key = Qt.Key


def test_tab_visits_the_form_as_the_eye_does_and_everything_has_a_name(
    qtbot: QtBot, opened: Opened, new: NewFamily, page: FamiliesPage
) -> None:
    opened.window.resize(1366, 768)
    new.begin()
    form = page.detail.form
    assert nameless(page) == []
    qtbot.waitUntil(lambda: form.width() > 1000)
    assert down_the_columns(tab_order(page), form.counter) == []
    new.press(Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible)
    form.details.set_open(True)
    QApplication.processEvents()
    assert out_of_order(page, form.content) == []
    assert nameless(page) == []


def test_tab_stops_at_every_need_and_goes_on_from_the_first(new: NewFamily) -> None:
    new.begin()
    new.press(Key.Key_B, ALT)
    assert new.said() == NEEDS[0].label
    visited = []
    for _ in NEEDS:
        visited.append(new.said())
        new.tab()
    assert visited == [need.label for need in NEEDS]
    assert new.said().startswith("Isolée")
    new.press(Key.Key_P, ALT)
    new.tab(3)
    assert new.said() == NEEDS[0].label


def down_the_columns(visited: list[QWidget], holder: QWidget) -> list[tuple[str, str]]:
    """Return neighbours that go back, where the form has three columns."""

    def place(one: QWidget) -> tuple[int, ...]:
        at = one.mapTo(holder, QPoint(0, one.height() // 2))
        return (at.x() * 3 // holder.width(), at.y() // 12, at.x())

    within = [one for one in visited if holder.isAncestorOf(one)]
    assert len(within) > 15
    return [
        (one.accessibleName(), two.accessibleName())
        for one, two in pairwise(within)
        if place(one) >= place(two)
    ]


@pytest.mark.parametrize("size", [(1366, 768), (1366, 700)])
def test_everything_asked_at_the_counter_is_seen_at_once(
    opened: Opened, new: NewFamily, page: FamiliesPage, size: tuple[int, int]
) -> None:
    opened.window.resize(*size)
    new.begin()
    new.type_name("Famille Lemoine")
    new.type_phone("0639980303")
    new.tab()
    new.press(Key.Key_Space)
    new.press(Key.Key_P, ALT)
    for first in ("Ana", "Rui", "Zoé"):
        new.type_(first)
        new.press(Key.Key_Return)
    asked = ("name", "arrival_date", "known_through", "address_lines", "city", "phones", "emails")
    for name in (*asked, "persons", "needs", "informed_on"):
        field = new.field(name)
        shown = field.visibleRegion().boundingRect()
        assert shown.height() == field.height(), name
    assert page.detail.save_button.isVisible()
    assert page.detail.form.verticalScrollBar().value() == 0


def test_letters_of_alt_are_each_given_once(new: NewFamily, page: FamiliesPage) -> None:
    new.begin()
    assert new.target().isVisible()
    shown = [one for one in page.window().findChildren(QWidget) if one.isVisible()]
    words = [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton)]
    keys = [QKeySequence.mnemonic(one).toString() for one in words]
    given = Counter(one for one in keys if one)
    assert len(given) > 10
    assert [key for key, times in given.items() if times > 1] == []
