from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.listing import Listing, ListingKind
from ctg_desktop.ui.livret.page import DirectoryPage
from ctg_desktop.usecases.office import open_office
from tests.keys_for_tests import KEY
from tests.ui.livret.looking import names
from tests.ui.opened import TODAY, Opened

LISTINGS = (
    Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        name="Foyer rural et bibliothèque",
        summary="Livres et jeux pour tous.",
        opening_hours="We 14:00-18:00; Sa 10:00-12:00",
        address=Address(("2, place de la Halle",), "86400", "Valmoulin"),
        phones=(Phone("+33549009876"),),
        verified_on=TODAY,
    ),
    Listing(
        kind=ListingKind.ASSOCIATION,
        category="associations",
        name="Amicale des œuvres scolaires",
        phones=(Phone("+33639983456"),),
        verified_on=TODAY - timedelta(days=200),
    ),
    Listing(kind=ListingKind.HEALTH, category="health", name="Cabinet médical"),
    Listing(
        kind=ListingKind.PLACE,
        category="town-hall",
        name="Étang communal",
        closed_until=date(2026, 12, 30),
        verified_on=TODAY,
    ),
    Listing(
        kind=ListingKind.BUSINESS,
        category="businesses",
        name="Boulangerie <b>Martin</b> & fils",
        published=False,
    ),
)


@pytest.fixture
def filled_folder(vault_folder: Path) -> Path:
    with open_office(vault_folder, "", KEY) as office:
        for listing in LISTINGS:
            office.directory.save(listing)
    return vault_folder


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> DirectoryPage:
    shown = opened.show("livret")
    assert isinstance(shown, DirectoryPage)
    qtbot.waitUntil(lambda: len(shown.list.ids) == len(LISTINGS))
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
    return shown


@pytest.fixture
def open_(qtbot: QtBot, page: DirectoryPage) -> Callable[[str], None]:
    def choose(name: str) -> None:
        qtbot.waitUntil(lambda: name in names(page))
        page.list.table.selectRow(names(page).index(name))
        qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.name == name)

    return choose
