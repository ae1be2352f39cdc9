"""An input has its label, and what is wrong with it stands beside it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ctg_desktop.errors import UserError
from ctg_desktop.ui.editing.inputs import TickInput
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.field import LabelledField
from tests.ui.keys import type_text

pytestmark = pytest.mark.usefixtures("theme")
TODAY = date(2026, 11, 23)


@pytest.fixture
def field(qtbot: QtBot) -> LabelledField:
    field = LabelledField("Téléphone", QLineEdit(), hint="Avec ou sans espaces.")
    qtbot.addWidget(field)
    field.show()
    return field


def test_an_error_stands_beside_its_field_until_it_is_corrected(field: LabelledField) -> None:
    height = field.sizeHint().height()
    field.refuse("Il manque deux chiffres.")
    assert field.error.isVisible()
    assert field.sizeHint().height() > height
    assert field.target.accessibleDescription() == "Il manque deux chiffres."
    assert field.target.property("refused") is True
    field.accept()
    assert not field.error.isVisible()
    assert field.target.accessibleDescription() == "Avec ou sans espaces."


def test_a_label_is_the_buddy_of_its_input(field: LabelledField) -> None:
    assert field.label.buddy() is field.target
    interface = QAccessible.queryAccessibleInterface(field.target)
    assert interface.text(QAccessible.Text.Name) == "Téléphone"


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField("Vérifiée le", lambda: TODAY, past=True)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("3/9", date(2026, 9, 3)), ("hier", date(2026, 11, 22)), ("1er mai", date(2026, 5, 1))],
)
def test_a_day_is_typed_as_people_do(day: DateField, typed: str, meant: date) -> None:
    type_text(day.line, typed)
    assert day.value() == meant
    assert str(meant.year) in day.hint.text()
    day.line.editingFinished.emit()
    assert day.value() == meant


def test_what_is_no_day_is_said_beside_the_field(day: DateField) -> None:
    type_text(day.line, "trente et un février")
    day.line.editingFinished.emit()
    assert day.is_refused
    with pytest.raises(UserError):
        day.value()


def test_an_empty_day_is_a_mistake_only_where_it_is_asked(qtbot: QtBot, day: DateField) -> None:
    with pytest.raises(UserError):
        day.value()
    optional = DateField("Fermée jusqu’au", lambda: TODAY, optional=True)
    qtbot.addWidget(optional)
    assert optional.value() is None


def test_a_tick_breaks_its_words_where_there_is_no_room(qtbot: QtBot) -> None:
    tick = TickInput("R & D\u00a0: une très longue phrase à cocher")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    one_line = tick.heightForWidth(tick.sizeHint().width())
    narrow = tick.minimumSizeHint().width()
    assert one_line == tick.sizeHint().height()
    assert tick.heightForWidth(narrow) > one_line
    before = tick.grab().toImage()
    tick.resize(narrow, tick.heightForWidth(narrow))
    tick.show()
    assert tick.grab().toImage() != before
    assert tick.text() == "R && D\u00a0: une très longue phrase à cocher"
    assert narrow < tick.sizeHint().width()
