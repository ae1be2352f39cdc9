"""The page of the register: its door, and once that is open, its book; it closes by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.locking import IdleWatch
from ctg_desktop.ui.page import Notice, Page
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.registre.book import RegisterBook
from ctg_desktop.ui.registre.door.way_in import WayIn
from ctg_desktop.ui.registre.output.ways_out import show_blank_form
from ctg_desktop.usecases.register.open_register import OpenRegister

MINUTES = 5
"""After so many without a key or the mouse on this page, the register closes."""

_CLOSED = "Le registre est fermé. Ce qui était tapé est gardé, chiffré."
_CLOSED_BY_ITSELF = (
    "Le registre s’est fermé\u00a0: personne n’y a touché depuis cinq minutes. Ce qui était tapé "
    "est gardé, chiffré."
)
_HEALTH = "sante"


class RegisterPage(Page):
    """The register of vulnerable persons, titled "Registre"."""

    title = "Registre"

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Prepare the page, closed.

        Args:
            desk: Tools.
            parent: Owner.
            now: Seconds of the wall clock, for closing by itself.
        """
        super().__init__(desk, parent)
        self.book: RegisterBook | None = None
        self.door = WayIn(desk)
        application = cast("QApplication", QApplication.instance())
        self.idle = IdleWatch(application, self, now=now, heeds=self.isVisible)
        self.idle.set_minutes(MINUTES)
        self.idle.due.connect(lambda: self.close_register(_CLOSED_BY_ITSELF))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.door)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.door.opened.connect(self._open)
        self.door.notice.connect(self.notice)
        self.door.form_wanted.connect(self._show_blank_form)

    def activated(self) -> None:
        """Look at the door, or read the lists anew."""
        if self.book is None:
            self.door.begin()
        else:
            self.idle.note_life()
            self.book.people.reload()

    def take_focus(self) -> None:
        """Begin with the password, or in the list."""
        if self.book is None:
            self.door.take_focus()
        else:
            self.book.take_focus()

    def show_part(self, key: str) -> None:
        """Show a part of the open register."""
        if self.book is not None:
            self.book.show_part(key)

    def new_(self) -> None:
        """Begin a request; the closed register asks for the password."""
        self._in_book(RegisterBook.new_)

    def save_(self) -> None:
        """Save what is typed."""
        self._in_book(RegisterBook.save_)

    def focus_search(self) -> None:
        """Go to the line that filters the list."""
        self._in_book(RegisterBook.focus_search)

    def print_(self) -> None:
        """Print the sheet of calls, or the blank form, which the closed register has, too."""
        if self.book is None:
            self._show_blank_form()
        else:
            self.book.print_()

    def flush(self) -> None:
        """Keep the draft of what is typed, sealed."""
        if self.book is not None:
            self.book.keep()

    def close_register(self, said: str = _CLOSED) -> None:
        """Keep what is typed, forget the key, and take every name off the screen."""
        book = self.book
        if book is None:
            return
        self.idle.stop()
        self.book = None
        had_focus = book.isAncestorOf(self.window().focusWidget())
        book.give_up_dialogs()
        book.keep()
        # The book hears of a draft that could not be written, hence goes last.
        self.desk.tasks.run(book.register.close, lambda _none: book.deleteLater())
        self._stack.setCurrentWidget(self.door)
        self._stack.removeWidget(book)
        book.hide()
        self.notice.emit(Notice(said))
        self.door.begin(was_open=True)
        if had_focus:
            self.door.take_focus()

    def _open(self, register: OpenRegister) -> None:
        book = RegisterBook(replace(self.desk, report=self._report), register)
        self.book = book
        book.notice.connect(self.notice)
        book.close_wanted.connect(self.close_register)
        book.journal_wanted.connect(lambda: self.open_part.emit(PageKey.SETTINGS, _HEALTH))
        book.changed.connect(self._tell_others)
        self._stack.addWidget(book)
        self._stack.setCurrentWidget(book)
        self.idle.start()
        book.begin()
        if self.isVisible():
            book.take_focus()

    def _report(self, error: Exception) -> None:
        """Report a failure, unless it answers what was asked in the moment of closing."""
        if not isinstance(error, UserError) or error.code != "register-closed":
            self.desk.report(error)

    def _in_book(self, action: Callable[[RegisterBook], None]) -> None:
        if self.book is None:
            self.door.take_focus()
        else:
            action(self.book)

    def _tell_others(self, changes: Changes) -> None:
        self.saved.emit()
        self.desk.bus.changed.emit(changes)

    def _show_blank_form(self) -> None:
        show_blank_form(self.desk, self, self.notice.emit)
