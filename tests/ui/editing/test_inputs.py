from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QMimeData, QPoint
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput, LineInput, TickInput
from ctg_desktop.ui.editing.rows import Column, RowsInput
from ctg_desktop.ui.editing.ticked_day import TickedDay
from ctg_desktop.ui.theme.theme import Theme
from tests.ui.keys import turn_wheel, type_text
from tests.ui.opened import tab_order

COLUMNS = (Column("number", "numéro"), Column("private", "privé", tick=True))
HOSTILE = "<b>l'œuvre</b> & Cie\xa0: «\u202f100\xa0%\u202f» e\u0301"


def test_only_a_person_edits(qtbot: QtBot) -> None:
    line, area, tick = LineInput(), AreaInput(), TickInput("privé")
    choice = ChoiceInput([("a", "A"), ("b", "B")])
    for widget, value in ((line, "x"), (area, "x"), (choice, "b"), (tick, True)):
        qtbot.addWidget(widget)
        with qtbot.assertNotEmitted(widget.edited):
            widget.set_value(value)  # type: ignore[arg-type]  # each its own value
        assert widget.value() == value
    for text in (line, area):
        with qtbot.waitSignal(text.edited):
            type_text(text, "é")
    with qtbot.waitSignal(tick.edited):
        tick.click()


def test_texts_come_back_as_they_went_in(qtbot: QtBot) -> None:
    line, area = LineInput(), AreaInput()
    for widget in (line, area):
        qtbot.addWidget(widget)
        widget.set_value(HOSTILE)
        assert widget.value() == HOSTILE
    area.set_value("un\ndeux\n\ntrois")
    assert area.value() == "un\ndeux\n\ntrois"


def test_an_area_grows_with_what_is_typed(qtbot: QtBot) -> None:
    area = AreaInput(lines=1, most=4)
    qtbot.addWidget(area)
    area.resize(300, area.height())
    area.show()
    low = area.height()
    area.setPlainText("\n" * 2)
    middle = area.height()
    area.setPlainText("\n" * 50)
    assert low < middle < area.height() <= low + 4 * area.fontMetrics().lineSpacing()


def test_a_million_letters_are_cut_where_they_enter(qtbot: QtBot) -> None:
    area = AreaInput(limit=1000)
    qtbot.addWidget(area)
    area.show()
    area.set_value("avant ")
    area.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setText("é" * 1_000_000)
    with qtbot.waitSignal(area.shortened) as told:
        area.insertFromMimeData(data)
    assert told.args == [1000]
    assert len(area.value()) == 1000
    area.selectAll()
    data.setText("court")
    with qtbot.assertNotEmitted(area.shortened):
        area.insertFromMimeData(data)
    assert area.value() == "court"


def test_the_wheel_never_changes_a_choice(qtbot: QtBot) -> None:
    choice = ChoiceInput([("a", "A"), ("b", "B")])
    qtbot.addWidget(choice)
    choice.show()
    turn_wheel(choice)
    assert choice.value() == "a"


def test_a_code_that_is_not_offered_is_kept(qtbot: QtBot) -> None:
    choice = ChoiceInput([("a", "A")])
    qtbot.addWidget(choice)
    choice.set_value("hidden-chapter")
    choice.set_choices([("a", "A"), ("b", "B")])
    assert choice.value() == "hidden-chapter"


def test_rows_grow_shrink_and_point_at_their_errors(qtbot: QtBot) -> None:
    rows = RowsInput(COLUMNS, "Téléphone", "Ajouter un téléphone")
    qtbot.addWidget(rows)
    rows.show()
    assert rows.value() == []
    rows.set_value([{"number": "1", "private": False}, {"number": "2", "private": True}])
    rows.add_button.click()
    assert len(rows.value()) == 2
    assert rows.add_button.isHidden()  # one is there to type in
    type_text(rows.rows[2].stops()[0], "3")
    assert rows.add_button.isVisible()
    names = [one.accessibleName() for one in tab_order(rows)]
    assert names[-1] == "Ajouter un téléphone"
    assert "Téléphone 3, numéro" in names
    second = rows.input_at(["1", "number"])
    assert second is not None
    assert second.accessibleName() == "Téléphone 2, numéro"
    with qtbot.waitSignal(rows.edited):
        rows._rows[0].remove.click()
    assert rows.value() == [{"number": "2", "private": True}, {"number": "3", "private": False}]
    assert rows.input_at(["5", "number"]) is None
    rows.set_value([])
    assert rows.value() == []
    assert len(rows._rows) == 1


def test_a_day_that_something_was_done_on_is_never_cut(qtbot: QtBot, theme: Theme) -> None:
    assert theme.application is not None
    line = TickedDay("Invitée à une rencontre", lambda: date(2026, 9, 30))
    qtbot.addWidget(line)
    font = line.font()
    font.setPointSizeF(2 * font.pointSizeF())
    line.setFont(font)
    line.set_value("sam. 30\u00a0sept. 2026")
    line.resize(line.minimumSizeHint())
    line.show()
    margins = line.day.textMargins()
    room = line.day.contentsRect().width() - margins.left() - margins.right()
    assert line.day.fontMetrics().horizontalAdvance(line.day.text()) <= room


def test_a_narrow_choice_tells_its_whole_words_where_the_pointer_rests(qtbot: QtBot) -> None:
    choice = ChoiceInput([("a", "Toutes les langues de la commune & de l’école")])
    qtbot.addWidget(choice)
    choice.resize(90, 30)
    choice.show()
    point = QPoint(5, 5)
    asked = QHelpEvent(QEvent.Type.ToolTip, point, choice.mapToGlobal(point))
    QApplication.sendEvent(choice, asked)
    assert "de la commune &amp; de l’école" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    choice.resize(900, 30)
    QApplication.sendEvent(choice, asked)
    assert not QToolTip.isVisible()
