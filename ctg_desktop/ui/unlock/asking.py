"""Tries passwords and the printed code at a door, and waits after wrong ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ctg_desktop.errors import UserError

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.code_page import CodePage
    from ctg_desktop.ui.unlock.password_form import PasswordForm
    from ctg_desktop.usecases.passwords import RecoveryCode

T = TypeVar("T")
OpenedT_co = TypeVar("OpenedT_co", covariant=True)

Failed = Callable[[Exception], None]
Run = Callable[[Callable[[], Any], Callable[..., None], Failed | None], object]
"""Does work on the worker: the work, what receives its result, what receives its failure."""


def _always() -> bool:
    """There is one."""
    return True


class DoorAsked(Protocol[OpenedT_co]):
    """The door of the vault, or of the register inside."""

    def unlock(self, password: str, user: str | None = None) -> OpenedT_co:
        """Open with a password."""
        ...

    def unlock_by_code(self, typed: str) -> OpenedT_co:
        """Open with the printed code."""
        ...

    def wait(self) -> timedelta:
        """Return how long to wait before the next try."""
        ...


class Asking(QObject, Generic[T]):
    """What happens between the pages before a door and the door itself."""

    opened = Signal(object)
    """What the door gave."""

    def __init__(self, door: DoorAsked[T], run: Run, fail: Failed, parent: QObject) -> None:
        """Prepare to ask.

        Args:
            door: Until :meth:`use` names another one.
            run: Does work on the worker.
            fail: Says what is not a mistake of the person's.
            parent: Owner.
        """
        super().__init__(parent)
        self._door, self._run, self._fail = door, run, fail
        self._proved: T | None = None

    def use(self, door: DoorAsked[T]) -> None:
        """Ask at another door."""
        self._door = door

    def follow(self, page: PasswordForm) -> None:
        """Try what is typed on a page for passwords."""
        page.wanted.connect(partial(self._try, page))

    def follow_code(
        self,
        page: CodePage,
        reset: Callable[[T, str, str], T],
        may_reset: Callable[[], bool] = _always,
    ) -> None:
        """Try what is typed on a page for the code, and let a password be set after it.

        Args:
            page: Where it is typed.
            reset: Gives a user another password behind the open door; returns what opens it.
            may_reset: Whether there is a lock by now in which one can be set; else the door is
                opened without.
        """
        page.code_wanted.connect(partial(self._try_code, page, may_reset))
        page.password_wanted.connect(partial(self._set_password, page, reset))

    def ask_wait(self, page: PasswordForm | CodePage) -> None:
        """Have a page count down before the next attempt."""
        self._run(self._door.wait, page.show_wait, None)

    def forget(self) -> T | None:
        """Give up what the code opened, and return it."""
        proved, self._proved = self._proved, None
        return proved

    def _try(self, page: PasswordForm, user: str, password: str) -> None:
        work = partial(self._door.unlock, password, user)
        self._run(work, self.opened.emit, partial(self._no, page))

    def choose_password(self, page: CodePage, opened: T) -> None:
        """Have a password set behind a door that the code has opened before."""
        self._proved = opened
        page.ask_password()

    def _try_code(self, page: CodePage, may_reset: Callable[[], bool], code: RecoveryCode) -> None:
        def proved(opened: T) -> None:
            if may_reset():
                self.choose_password(page, opened)
            else:
                page.forget()
                self.opened.emit(opened)

        work = partial(self._door.unlock_by_code, code.text)
        self._run(work, proved, partial(self._no, page))

    def _set_password(
        self, page: CodePage, reset: Callable[[T, str, str], T], user: str, password: str
    ) -> None:
        if self._proved is None:
            return

        def done(opened: T) -> None:
            self._proved = None
            page.forget()
            self.opened.emit(opened)

        self._run(partial(reset, self._proved, user, password), done, partial(self._no, page))

    def _no(self, page: PasswordForm | CodePage, error: Exception) -> None:
        if not isinstance(error, UserError):
            page.rest()
            self._fail(error)
        elif error.code == "too-many-tries":
            page.rest()
            self.ask_wait(page)
        else:
            page.refuse(error)
            self.ask_wait(page)
