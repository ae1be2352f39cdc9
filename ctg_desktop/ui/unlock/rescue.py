"""From a vault that is damaged or gone to its newest good backup, once its key is proved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ctg_desktop.ui.unlock.stage import Stage
from ctg_desktop.ui.unlock.unlocking import Unlocking
from ctg_desktop.usecases.access import Access, Opened

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.damaged_page import DamagedPage
    from ctg_desktop.usecases.recovery import Found

_SAME = "Vos mots de passe ne changent pas."
_OF_THEN = "Les mots de passe seront ceux de cette sauvegarde. Vérifiez-les ensuite dans Réglages."
_CHOSEN = "Vous choisirez ensuite votre nouveau mot de passe."


class Rescue(QObject):
    """Proposes a backup, puts it in place, has a password chosen where only a code was known."""

    opened = Signal(object)
    """What opens the vault that is there again (:class:`Opened`)."""
    again = Signal()
    """To be begun from the start: something may be there by now."""

    def __init__(self, stage: Stage, folder: Path, name: str, unlocking: Unlocking) -> None:
        """Prepare the way out.

        Args:
            stage: Where its page stands.
            folder: Of the vault.
            name: Whose it is.
            unlocking: Has a password chosen.
        """
        super().__init__(stage)
        self._stage, self._folder, self._name = stage, folder, name
        self._unlocking = unlocking
        self._proved: Opened | None = None
        self._found: Found | None = None

    def begin(self, opened: Opened) -> None:
        """Propose the newest good backup.

        Args:
            opened: The key that was proved; nobody's, where it was the printed code.
        """
        from ctg_desktop.usecases.recovery import Recovery

        self._proved = opened
        recovery, access = Recovery(self._folder), Access(self._folder)

        def look() -> tuple[Found | None, bool]:
            return recovery.newest_whole(opened.key), access.is_lost

        def show(seen: tuple[Found | None, bool]) -> None:
            page = self._stage.pages.page("damaged", self._make_page)
            self._propose(page, seen[0], is_lost=seen[1])
            page.passwords.setText(self._passwords(opened))
            self._stage.banner.dismiss()
            self._stage.turn_to(page)

        self._stage.run(look, show)

    def _propose(self, page: DamagedPage, found: Found | None, *, is_lost: bool) -> None:
        self._found = found
        page.show_damage(self._name, found.backup if found else None, is_lost=is_lost)

    def _look_on(self, page: DamagedPage, chosen: Path) -> None:
        """Propose a backup that is kept elsewhere."""
        from ctg_desktop.usecases.recovery import Recovery

        opened, recovery, access = self._proved, Recovery(self._folder), Access(self._folder)
        if opened is None:
            return

        def look() -> tuple[Found, bool]:
            return recovery.pointed_at(chosen, opened.key), access.is_lost

        def show(seen: tuple[Found, bool]) -> None:
            self._propose(page, seen[0], is_lost=seen[1])
            page.take_focus()

        self._stage.run(look, show, partial(self._stage.say_on, page))

    def _passwords(self, opened: Opened) -> str:
        """Return which passwords will open what is restored."""
        if self._unlocking.is_owed_a_password(opened):
            return _CHOSEN
        return _SAME if self._unlocking.has_locks else _OF_THEN

    def _restore(self, page: DamagedPage) -> None:
        from ctg_desktop.usecases.recovery import Recovery

        opened, found = self._proved, self._found
        if opened is None or found is None:
            return
        work = partial(Recovery(self._folder).restore, found.folder, opened.key, opened.user)
        self._stage.run(
            work, lambda _restored: self._go_on(opened), partial(self._stage.say_on, page)
        )

    def _go_on(self, opened: Opened) -> None:
        self._proved = None
        if self._unlocking.is_owed_a_password(opened):
            self._unlocking.choose_password(opened)
        else:
            self.opened.emit(opened)

    def _retry(self) -> None:
        opened, self._proved = self._proved, None
        if opened is None or self._unlocking.is_owed_a_password(opened):
            self.again.emit()
        else:
            self.opened.emit(opened)

    def _make_page(self) -> DamagedPage:
        from ctg_desktop.ui.unlock.damaged_page import DamagedPage

        page = DamagedPage()
        page.restore_wanted.connect(partial(self._restore, page))
        page.other_place.connect(partial(self._look_on, page))
        page.retry_wanted.connect(self._retry)
        page.other_wanted.connect(self._stage.other_wanted)
        return page
