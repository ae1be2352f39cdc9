"""The way into the register: by password, by code, by setting it up; at once for practice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.registre.door.closed_page import ClosedPage
from ctg_desktop.ui.registre.door.code_card import CodeCard
from ctg_desktop.ui.registre.door.seen import Before, look
from ctg_desktop.ui.registre.door.set_up_page import SetUpPage
from ctg_desktop.ui.unlock.asking import Asking, Failed
from ctg_desktop.ui.unlock.late_stack import LateStack
from ctg_desktop.usecases.new_keys import NewKeys
from ctg_desktop.usecases.register.open_register import OpenRegister


class WayIn(LateStack):
    """What is shown while the register is closed."""

    opened = Signal(object)
    """The :class:`OpenRegister`."""
    notice = Signal(object)
    form_wanted = Signal()
    """The blank form of a request is to be printed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._register = desk, desk.office.register
        self._before: Before | None = None
        self._latest = Latest(desk.tasks)
        self._opening = False
        self.closed = ClosedPage()
        self._asking = Asking[OpenRegister](self._register, self._run, self._fail, self)
        self._asking.opened.connect(self._let_in)
        self._asking.follow(self.closed.form)
        self.closed.form.forgotten.connect(self._show_code)
        self.closed.practice_wanted.connect(self.open_practice)
        self.closed.set_up_wanted.connect(self._show_set_up)
        self.closed.form_wanted.connect(self.form_wanted)
        self.show_page(self.closed)

    def begin(self, *, was_open: bool = False) -> None:
        """Look at the door; the register of the practice commune opens at once.

        Args:
            was_open: It was closed a moment ago: it stays closed.
        """
        if self.currentWidget() is not self.closed or self._opening:
            return
        office = self._desk.office
        self._latest.run(lambda: look(office), partial(self._show, was_open=was_open))

    def take_focus(self) -> None:
        """Begin where something is asked."""
        shown = self.currentWidget()
        if shown is self.closed:
            self.closed.take_focus()
        elif shown is not None:
            shown.setFocus()

    def open_practice(self) -> None:
        """Open the register of the practice commune."""
        self._opening = True
        self._desk.tasks.run(self._register.open_practice, self._let_in, failed=self._fail)

    def _show(self, before: Before, *, was_open: bool) -> None:
        first, self._before = self._before is None, before
        may_open = self._desk.may_change
        had_focus = self.closed.isAncestorOf(self.window().focusWidget())
        self.closed.show_door(before, may_open=may_open, was_open=was_open)
        if may_open and before.is_practice and not was_open:
            self.open_practice()
        elif self.isVisible() and (first or not had_focus):
            self.take_focus()

    def _let_in(self, register: OpenRegister) -> None:
        self._opening = False
        self.closed.form.forget()
        self.show_page(self.closed)
        self.opened.emit(register)

    def _show_code(self) -> None:
        page = self.page("code", self._make_code)
        form, before = self.closed.form, self._before
        commune = before.profile.name if before else ""
        page.form.begin(commune, form.users(), form.user.currentText())
        form.forget()
        self.show_page(page)
        page.form.code.line.setFocus()
        self._asking.ask_wait(page.form)

    def _show_set_up(self) -> None:
        if self._before is not None:
            page = self.page("set-up", self._make_set_up)
            self.show_page(page)
            page.begin(self._before.profile)

    def _set_up(self, keys: NewKeys, typed: str) -> None:
        def done(register: OpenRegister) -> None:
            self.page("set-up", self._make_set_up).forget()
            self._let_in(register)
            self.notice.emit(Notice("Le registre est créé. Sa feuille de secours va au coffre."))

        self._run(partial(self._register.confirm, keys, typed), done, None)

    def _back(self) -> None:
        opened = self._asking.forget()
        if opened is not None:
            self._desk.tasks.run(opened.close, lambda _none: None)
        self.show_page(self.closed)
        self.begin()
        self.take_focus()

    def _run(
        self, work: Callable[[], Any], done: Callable[..., None], failed: Failed | None
    ) -> None:
        self._desk.tasks.run(work, done, failed=failed or self._fail)

    def _fail(self, error: Exception) -> None:
        self._opening = False
        if isinstance(error, CtgError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)

    def _make_code(self) -> CodeCard:
        page = CodeCard()
        self._asking.follow_code(page.form, _reset)
        page.form.left.connect(self._back)
        return page

    def _make_set_up(self) -> SetUpPage:
        page = SetUpPage(self._desk)
        page.ready.connect(self._set_up)
        page.left.connect(self._back)
        return page


def _reset(opened: OpenRegister, user: str, password: str) -> OpenRegister:
    opened.locks.reset_password(user, password)
    return opened
