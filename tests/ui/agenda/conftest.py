from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.event import Event
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.agenda.page import CalendarPage
from ctg_desktop.usecases.office import open_office
from tests.keys_for_tests import KEY
from tests.ui.opened import Opened, at

EVENTS = (
    Event(title="Conseil municipal", start=at(2026, 11, 26, 20, 30), place="Mairie"),
    Event(
        title="Café des parents",
        start=at(2026, 9, 5, 9, 30),
        end=at(2026, 9, 5, 11, 30),
        recurrence="FREQ=MONTHLY;BYDAY=1SA",
    ),
    Event(title="Marché de Noël", start=date(2026, 12, 12), end=date(2026, 12, 13)),
    Event(title="Vœux", start=at(2027, 1, 9, 18), published=False),
    Event(title="Loto <b>géant</b>", start=at(2026, 11, 28, 14), cancelled=True),
    Event(title="Fête passée", start=date(2026, 6, 21)),
)


@pytest.fixture
def filled_folder(vault_folder: Path) -> Path:
    with open_office(vault_folder, "", KEY) as office:
        office.directory.save(Listing(name="Salle des fêtes"))
        for event in EVENTS:
            office.calendar.save(event)
    return vault_folder


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> CalendarPage:
    shown = opened.show("agenda")
    assert isinstance(shown, CalendarPage)
    qtbot.waitUntil(lambda: bool(shown.list.model.rows))
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    return shown
