from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactKind, ContactNote
from ctg_desktop.domain.families.household import (
    ChannelConsent,
    Household,
    Person,
    Purpose,
    ReachableEmail,
    ReachablePhone,
    Role,
    WelcomeChecklist,
)
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.page import FamiliesPage
from ctg_desktop.usecases.office import Office, open_office
from tests.keys_for_tests import KEY
from tests.ui.familles.keyboard import NewFamily
from tests.ui.familles.known import Show, settle, stored
from tests.ui.opened import TODAY, Opened

TOWN = Address(("2, place de la Mairie",), "86400", "Valmoulin")
AGREED = ChannelConsent(Purpose.WELCOME, date(2026, 10, 1), "bulletin signé")
LISTINGS = (
    Listing(category="town-hall", name="Mairie", address=TOWN),
    Listing(name="Micro-crèche Les Lutins", summary="Garde d’enfants de 3 mois à 3 ans"),
    Listing(name="École primaire", category="childhood-school"),
    Listing(name="Relais petite enfance", summary="Assistantes maternelles"),
)
FAMILIES = (
    Household(
        name="Famille Martin-Dubois",
        arrival_date=date(2026, 10, 1),
        address=replace(TOWN, lines=("12, rue du Moulin",)),
        phones=(ReachablePhone("+33639980101", (AGREED,)),),
        emails=(ReachableEmail("martin.dubois@valmoulin.example", (AGREED,)),),
        persons=(
            Person("Claire", "Martin"),
            Person("Hugo", "Dubois"),
            Person("Lou", "Martin-Dubois", Role.CHILD, 2021),
        ),
        needs=("childcare", "school"),
        languages=("fr", "en"),
        referent="Jeanne Roux",
    ),
    Household(
        name="Famille Okafor",
        arrival_date=date(2026, 9, 12),
        isolated=True,
        isolated_through="l’école",
        languages=("en",),
        needs=("meeting-people",),
        informed_on=date(2026, 9, 15),
        welcome=WelcomeChecklist(booklet_on=date(2026, 9, 20)),
        call_back_on=TODAY,
    ),
    Household(
        name="Famille Petit",
        arrival_date=date(2023, 5, 2),
        informed_on=date(2023, 5, 2),
        last_contact=date(2023, 6, 1),
        welcome=WelcomeChecklist(visit_on=date(2023, 5, 20)),
    ),
    Household(
        name="Famille Girard",
        arrival_date=date(2022, 3, 1),
        left_on=date(2026, 3, 15),
        informed_on=date(2022, 3, 2),
        phones=(ReachablePhone("+33639980202"),),
    ),
)
NOTE = "Souhaite une place en micro-crèche à partir de janvier."


def fill(office: Office) -> None:
    for listing in LISTINGS:
        office.directory.save(listing)
    for family in FAMILIES:
        saved = office.families.save(family, TODAY).household
        if family is FAMILIES[0]:
            note = ContactNote(
                household=saved.id,
                on=TODAY - timedelta(days=3),
                kind=ContactKind.PHONE,
                text=NOTE,
            )
            office.families.add_note(note, TODAY)


@pytest.fixture
def filled_folder(vault_folder: Path) -> Path:
    with open_office(vault_folder, "", KEY) as office:
        fill(office)
    return vault_folder


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> FamiliesPage:
    shown = opened.show("familles")
    assert isinstance(shown, FamiliesPage)
    qtbot.waitUntil(lambda: len(shown.list.ids) > 0)
    settle(qtbot, opened)
    return shown


@pytest.fixture
def show(qtbot: QtBot, opened: Opened, page: FamiliesPage) -> Show:
    def show_(name: str) -> HouseholdDetail:
        page.show_record(stored(opened, name).id)
        qtbot.waitUntil(lambda: page.editor.base is not None and page.editor.base.name == name)
        settle(qtbot, opened)
        return page.detail

    return show_


@pytest.fixture
def new(qtbot: QtBot, opened: Opened, page: FamiliesPage) -> NewFamily:
    assert page.isVisible()
    return NewFamily(qtbot, opened, page)
