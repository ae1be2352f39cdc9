"""The way into a vault by a password or by the printed code."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ctg_desktop.errors import UserError
from ctg_desktop.ui.unlock.gate_means import Seen
from ctg_desktop.ui.unlock.stage import Stage
from ctg_desktop.usecases.access import Access, OpenAccess, Opened

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.code_page import CodePage
    from ctg_desktop.ui.unlock.unlock_page import UnlockPage
    from ctg_desktop.usecases.passwords import RecoveryCode


class Unlocking(QObject):
    """Asks, waits after wrong tries, and lets a new password be set by the code."""

    opened = Signal(object)
    """What opened the vault (:class:`Opened`)."""
    left = Signal()
    """Back to the beginning, from the page of the code."""

    def __init__(self, stage: Stage, folder: Path, name: str, last_user: str) -> None:
        """Prepare the way into one vault.

        Args:
            stage: Where its pages stand.
            folder: Of the vault.
            name: Whose it is.
            last_user: Who opened it last here.
        """
        super().__init__(stage)
        self._stage, self._folder, self._name, self._last = stage, folder, name, last_user
        self._access = Access(folder)
        self._proved: Opened | None = None

    def begin(self, access: Access, seen: Seen, *, locked: bool) -> None:
        """Ask for a password.

        Args:
            access: The door.
            seen: What stands before it.
            locked: It was open until a moment ago.
        """
        self._access = access
        page = self._unlock_page()
        page.show_vault(self._name, seen.users, self._last, locked=locked)
        page.show_wait(seen.wait)
        self._stage.turn_to(page)

    def _try(self, user: str, password: str) -> None:
        page = self._unlock_page()
        work = partial(self._access.unlock, password, user)
        self._stage.run(work, self.opened.emit, partial(self._no, page))

    def _show_code(self) -> None:
        unlock, page = self._unlock_page(), self._code_page()
        page.begin(self._name, unlock.users(), unlock.user.currentText())
        unlock.forget()
        self._stage.pages.show_page(page)
        self._ask_wait(page)

    def _try_code(self, code: RecoveryCode) -> None:
        work = partial(self._access.unlock_by_code, code.text)
        self._stage.run(work, self._proved_by_code, partial(self._no, self._code_page()))

    def _proved_by_code(self, opened: Opened) -> None:
        self._proved = opened
        self._code_page().ask_password()

    def _set_password(self, user: str, password: str) -> None:
        page, proved = self._code_page(), self._proved
        if proved is None:
            return
        doors = OpenAccess(self._folder, proved.key, (self._name,))

        def done(_none: None) -> None:
            self._proved = None
            page.forget()
            self.opened.emit(Opened(proved.key, user))

        self._stage.run(
            partial(doors.reset_password, user, password), done, partial(self._no, page)
        )

    def _no(self, page: UnlockPage | CodePage, error: Exception) -> None:
        if not isinstance(error, UserError):
            page.rest()
            self._stage.fail(error)
        elif error.code == "too-many-tries":
            page.rest()
            self._ask_wait(page)
        else:
            page.refuse(error)
            self._ask_wait(page)

    def _ask_wait(self, page: UnlockPage | CodePage) -> None:
        self._stage.run(self._access.wait, page.show_wait)

    def _unlock_page(self) -> UnlockPage:
        return self._stage.pages.page("unlock", self._make_unlock)

    def _code_page(self) -> CodePage:
        return self._stage.pages.page("code", self._make_code)

    def _make_unlock(self) -> UnlockPage:
        from ctg_desktop.ui.unlock.unlock_page import UnlockPage

        page = UnlockPage()
        page.wanted.connect(self._try)
        page.forgotten.connect(self._show_code)
        page.other_wanted.connect(self._stage.other_wanted)
        return page

    def _make_code(self) -> CodePage:
        from ctg_desktop.ui.unlock.code_page import CodePage

        page = CodePage()
        page.code_wanted.connect(self._try_code)
        page.password_wanted.connect(self._set_password)
        page.left.connect(self.left)
        return page
