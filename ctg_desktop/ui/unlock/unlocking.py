"""The way into a vault by a password or by the printed code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ctg_desktop.ui.unlock.asking import Asking
from ctg_desktop.ui.unlock.gate_means import Seen
from ctg_desktop.ui.unlock.stage import Stage
from ctg_desktop.usecases.access import Access, OpenAccess, Opened

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.code_page import CodePage
    from ctg_desktop.ui.unlock.unlock_page import UnlockPage

_RESTORED = "La sauvegarde est en place. Choisissez votre nouveau mot de passe."


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
        self._access, self._owed = Access(folder), False
        self._asking = Asking[Opened](self._access, stage.run, stage.fail, self)
        self._asking.opened.connect(self.opened)

    def begin(self, access: Access, seen: Seen, *, locked: bool) -> None:
        """Ask for a password.

        Args:
            access: The door.
            seen: What stands before it.
            locked: It was open until a moment ago.
        """
        self._access, self._owed = access, False
        self._asking.forget()
        self._asking.use(access)
        page = self._unlock_page()
        page.show_vault(self._name, seen.users, self._last, locked=locked)
        page.show_wait(seen.wait)
        self._stage.turn_to(page)

    @property
    def has_locks(self) -> bool:
        """Whether the locks tried last are the vault's own."""
        return self._access.has_locks

    def is_owed_a_password(self, opened: Opened) -> bool:
        """Tell whether a code was right where there was no lock to set a password in."""
        return self._owed and not opened.user

    def choose_password(self, opened: Opened) -> None:
        """Have one of the users choose a password: the vault has its locks again.

        Args:
            opened: What the code gave.
        """
        self._access, self._owed = Access(self._folder), False

        def ask(users: tuple[str, ...]) -> None:
            page = self._code_page()
            page.begin(self._name, users, self._last)
            self._asking.choose_password(page, opened)
            page.said.setText(_RESTORED)
            self._stage.pages.show_page(page)
            page.new.first.line.setFocus()

        self._stage.run(self._access.users, ask)

    def _may_reset(self) -> bool:
        self._owed = not self._access.has_locks
        return self._access.has_locks

    def _show_code(self) -> None:
        unlock, page = self._unlock_page(), self._code_page()
        page.begin(self._name, unlock.users(), unlock.user.currentText())
        unlock.forget()
        self._stage.pages.show_page(page)
        self._asking.ask_wait(page)

    def _reset(self, proved: Opened, user: str, password: str) -> Opened:
        OpenAccess(self._folder, proved.key, (self._name,)).reset_password(user, password)
        return Opened(proved.key, user)

    def _unlock_page(self) -> UnlockPage:
        return self._stage.pages.page("unlock", self._make_unlock)

    def _code_page(self) -> CodePage:
        return self._stage.pages.page("code", self._make_code)

    def _make_unlock(self) -> UnlockPage:
        from ctg_desktop.ui.unlock.unlock_page import UnlockPage

        page = UnlockPage()
        self._asking.follow(page)
        page.forgotten.connect(self._show_code)
        page.other_wanted.connect(self._stage.other_wanted)
        return page

    def _make_code(self) -> CodePage:
        from ctg_desktop.ui.unlock.code_page import CodePage

        page = CodePage()
        self._asking.follow_code(page, self._reset, self._may_reset)
        page.left.connect(self.left)
        return page
