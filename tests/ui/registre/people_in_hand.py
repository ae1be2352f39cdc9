"""Persons of the register, in the hands of a test."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.domain.register.entry import AskedBy, RegisterEntry
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.registre.book import RegisterBook
from tests.ui.keys import retype

from .conftest import TODAY

Settle = Callable[[], None]


def target(book: RegisterBook, name: str) -> QWidget:
    field = book.people.detail.form.fields.field(name)
    assert field is not None
    return field.target


def shown(book: RegisterBook) -> RegisterEntry:
    base = book.people.editor.base
    assert base is not None
    return base


def open_person(book: RegisterBook, settle: Settle, last_name: str) -> RegisterEntry:
    names = [row.name for row in book.people.model.rows]
    place = next(at for at, name in enumerate(names) if name.startswith(last_name))
    book.people.table.selectRow(place)
    settle()
    book.people.editor.open(book.people.model.rows[place].id)
    settle()
    return shown(book)


def stored(book: RegisterBook, last_name: str) -> list[RegisterEntry]:
    rows = book.register.entries(TODAY)
    return [book.register.get(row.id) for row in rows if row.name.startswith(last_name)]


def ask_for_another(book: RegisterBook, settle: Settle, last_name: str) -> None:
    book.new_()
    settle()
    by = target(book, "asked_by")
    assert isinstance(by, ChoiceInput)
    by.set_value(AskedBy.THIRD_PARTY)
    by.edited.emit()
    for name, words in (
        ("last_name", last_name),
        ("first_names", "Paulette"),
        ("third_name", "Yvonne Lafleur"),
        ("third_quality", "voisine"),
    ):
        line = target(book, name)
        assert isinstance(line, QLineEdit)
        retype(line, words)
