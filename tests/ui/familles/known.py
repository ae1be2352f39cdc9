"""The families of the vault, as they are stored and shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdSort, HouseholdView
from ctg_desktop.ui.familles.detail import HouseholdDetail
from tests.ui.opened import TODAY, Opened

Show = Callable[[str], HouseholdDetail]
"""Shows a family, by its name."""
D = TypeVar("D", bound=QWidget)


def everybody(opened: Opened) -> list[Household]:
    families = opened.office.families
    ids = families.index(HouseholdFilter(HouseholdView.ALL), HouseholdSort(), TODAY)
    return list(map(families.get, ids))


def stored(opened: Opened, name: str) -> Household:
    return next(one for one in everybody(opened) if one.name == name)


def settle(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)


def dialog_of(detail: HouseholdDetail, kind: type[D]) -> D:
    found = detail.findChild(kind)
    assert isinstance(found, kind)
    return found
