"""What the page of listings shows, and what is stored of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ctg_desktop.domain.directory import ListingFilter, ListingSort
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.livret.page import DirectoryPage
from tests.ui.opened import TODAY, Opened


def names(page: DirectoryPage) -> list[str]:
    model = page.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def stored(opened: Opened, name: str) -> Listing:
    directory = opened.office.directory
    ids = directory.index(ListingFilter(), ListingSort(), TODAY)
    return next(one for one in map(directory.get, ids) if one.name == name)


def line(page: DirectoryPage, name: str) -> QLineEdit:
    field = page.detail.form.fields.field(name)
    assert field is not None
    assert isinstance(field.target, QLineEdit)
    return field.target


def settle(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not opened.desk.tasks.is_busy)
