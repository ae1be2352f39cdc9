from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.register.calls import call_rows
from ctg_desktop.domain.register.entry import Call, CallResult, RegisterEntry
from ctg_desktop.ui.registre.alert.call_table import CallModel, CallTable
from ctg_desktop.ui.theme.measures import ICON, UNIT
from ctg_desktop.ui.theme.theme import Theme

from .conftest import AUBRUN, TODAY, ago

_PHONE, _RESULT = 1, 2
_ALERT = "01a20b2d-fc48-7b69-b948-b2065535d9ec"
_TRIED = Call(
    datetime.combine(TODAY - timedelta(days=1), time(10, 42)), CallResult.NO_ANSWER, alert=_ALERT
)


@pytest.mark.parametrize("letters", [1, 2])
@pytest.mark.parametrize("width", [320, 420, 560, 680, 900])
def test_that_somebody_is_to_be_called_is_said_in_full_however_narrow_the_list(
    qtbot: QtBot, theme: Theme, width: int, letters: int
) -> None:
    assert theme.application is not None
    table = CallTable(CallModel(lambda: TODAY))
    qtbot.addWidget(table)
    font = QFont(table.font())
    font.setPointSizeF(letters * font.pointSizeF())
    table.setFont(font)
    table.show_rows(call_rows([_tried(AUBRUN)], _ALERT, TODAY))
    table.resize(width * letters, 300)
    table.show()
    words = table.model().index(0, _RESULT).data()
    assert words == "à appeler"
    needed = table.fontMetrics().horizontalAdvance(words) + ICON + 4 * UNIT
    assert table.columnWidth(_RESULT) >= needed
    shown = [one for one in range(3) if not table.isColumnHidden(one)]
    assert sum(map(table.columnWidth, shown)) == table.viewport().width()
    assert (_PHONE in shown) if width == 900 else True
    assert (_PHONE not in shown) if width == 320 else True


@pytest.mark.parametrize("result", list(CallResult))
@pytest.mark.parametrize(("width", "told"), [(320, False), (900, True)])
def test_what_a_call_gave_is_never_cut_and_its_time_is_left_to_where_there_is_room(
    qtbot: QtBot, theme: Theme, result: CallResult, width: int, told: bool
) -> None:
    assert theme.application is not None
    table = CallTable(CallModel(lambda: TODAY))
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    today = replace(_TRIED, at=datetime.combine(TODAY, time(10, 42)), result=result)
    called = replace(_tried(AUBRUN), calls=(today,))
    table.show_rows(call_rows([called], _ALERT, TODAY))
    words = table.model().index(0, _RESULT).data()
    assert ("10" in words) is told
    needed = table.fontMetrics().horizontalAdvance(words) + ICON + 4 * UNIT
    assert table.columnWidth(_RESULT) >= needed


def _tried(entry: RegisterEntry) -> RegisterEntry:
    return replace(entry, id="1", acknowledged_on=ago(400), registered_on=ago(400), calls=(_TRIED,))
