"""The window before the one of a vault: a password, a code, a conversion, a better place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.progress import Progress
from ctg_desktop.errors import CtgError
from ctg_desktop.ui.loading import load_window
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.gate_means import GateMeans, Seen, look
from ctg_desktop.ui.unlock.stage import Stage
from ctg_desktop.ui.unlock.unlocking import Unlocking
from ctg_desktop.usecases.access import Access, Opened, VaultState
from ctg_desktop.usecases.places import move

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.convert_page import ConvertPage
    from ctg_desktop.ui.unlock.in_use_page import InUsePage
    from ctg_desktop.ui.unlock.place_page import PlacePage
    from ctg_desktop.ui.unlock.rescue import Rescue
    from ctg_desktop.usecases.new_keys import NewKeys
    from ctg_desktop.usecases.old_keys import OldKeys

_PROOF_MS = 120_000
_PAINTED_MS = 100  # by then the page is on the screen: its first paint is not held up
_CONVERTING = "Protection de la commune d’entraînement"
_CLOSING = "{name} est verrouillée"
_WAITING = "Un travail se termine\u202f; les données se ferment juste après."


class Gate(Stage):
    """Finds out what stands before a vault, and leads a person through it.

    What few starts need is loaded when it is needed: a password is asked for at most of them.
    """

    opened = Signal(object)
    """What opened the vault (:class:`Opened`)."""
    reading_wanted = Signal(object)
    """Likewise, and it is to be opened for reading alone."""
    moved = Signal(object)
    """The vault is in another folder (``Path``) now: begin there."""

    def __init__(self, folder: Path, name: str, means: GateMeans, *, last_user: str = "") -> None:
        """Prepare the gate of one vault; nothing is read before :meth:`begin`.

        Args:
            folder: Of the vault.
            name: Whose it is, as far as it is known.
            means: What it works with.
            last_user: Who opened it last here.
        """
        super().__init__(name, means)
        self._folder, self._name = folder, name
        self._locked, self._accepted = False, False
        self._access = Access(folder)
        self._reader: Opened | None = None
        self._rescue: Rescue | None = None
        self._unlocking = Unlocking(self, folder, name, last_user)
        self._unlocking.opened.connect(self.opened)
        self._unlocking.left.connect(self._begin_anew)
        self.in_use.connect(self.show_in_use)

    def begin(self, *, locked: bool = False) -> None:
        """Look at what stands before the vault; a practice vault opens by itself.

        Args:
            locked: It was open until a moment ago.
        """
        self._locked = locked
        self.run(partial(look, self._folder, self._access, self._accepted), self._looked)

    def show_closing(self) -> None:
        """Cover the window at once, while the vault is being closed."""
        self.busy.say(_CLOSING.format(name=self._name), _WAITING)
        self.pages.show_page(self.busy)
        self.show()

    def show_work(self, title: str, said: str) -> None:
        """Cover the window while something is being done."""
        self.busy.say(title, said)
        self.turn_to(self.busy)

    def show_in_use(self, fault: CtgError, opened: Opened | None = None) -> None:
        """Say who has the vault; who proved its key a moment ago may read it.

        Args:
            fault: A ``vault-in-use``.
            opened: What opens it, forgotten after two minutes.
        """
        self._reader = opened
        page = self.pages.page("in-use", self._make_in_use)
        page.show_fault(fault, self.means.today(), can_read=opened is not None)
        if opened is not None:
            QTimer.singleShot(_PROOF_MS, self, partial(self._forget, opened))
        self.turn_to(page)

    def show_damage(self, opened: Opened) -> None:
        """Propose the newest good backup of a vault that is damaged, once its key is proved."""
        from ctg_desktop.ui.unlock.rescue import Rescue

        if self._rescue is None:
            self._rescue = Rescue(self, self._folder, self._name, self._unlocking)
            self._rescue.opened.connect(self.opened)
            self._rescue.again.connect(self._begin_anew)
        self._rescue.begin(opened)

    def _looked(self, seen: Seen) -> None:
        if seen.trouble is not None:
            page = self.pages.page("place", self._make_place)
            page.show_trouble(seen.trouble, self.means.proposed_folder(self._name))
            self.turn_to(page)
            return
        if seen.old_keys is not None:
            self._take(seen.old_keys, is_lost=seen.is_lost)
        after: dict[VaultState, Callable[[], None]] = {
            VaultState.PRACTICE: self._open_practice,
            VaultState.PLAIN_PRACTICE: self._convert_practice,
            VaultState.PLAIN: self._show_convert,
            VaultState.LOCKED: partial(self._ask, seen),
        }
        after[seen.state]()

    def _ask(self, seen: Seen) -> None:
        """Ask for a password; what comes after it is loaded meanwhile."""
        self._unlocking.begin(self._access, seen, locked=self._locked)
        QTimer.singleShot(_PAINTED_MS, self, self._load_ahead)

    def _load_ahead(self) -> None:
        if not self.means.tasks.is_over:
            self.means.tasks.run_long(load_window, _ignore)

    def _take(self, keys: OldKeys, *, is_lost: bool) -> None:
        """Let the locks of a backup serve, and say so."""
        from ctg_desktop.ui.unlock.old_keys_notice import old_keys_notice
        from ctg_desktop.usecases.old_keys import OldAccess

        self._access = OldAccess(self._folder, keys)
        said = old_keys_notice(keys, is_lost=is_lost)
        self.banner.say(said, icon=Icon.WARNING, tone=Tone.WARNING)

    def _begin_anew(self) -> None:
        """Look again at the vault's own locks, which may be there by now."""
        self._access = Access(self._folder)
        self.banner.dismiss()
        self._begin_again()

    def _begin_again(self) -> None:
        self.begin(locked=self._locked)

    def _open_practice(self) -> None:
        self.run(self._access.unlock_practice, self.opened.emit)

    # Conversion

    def _convert_practice(self) -> None:
        self.show_work(_CONVERTING, "")
        self.run(self._access.convert, lambda _none: self._open_practice())

    def _show_convert(self) -> None:
        page = self.pages.page("convert", self._make_convert)
        page.begin(Profile(Role.COMMUNE, "", self._name))
        self.turn_to(page)

    def _convert(self, keys: NewKeys) -> None:
        page = self.pages.page("convert", self._make_convert)
        user = keys.keyring.users[0]

        def work(progress: Progress) -> None:
            self._access.convert(keys, progress)

        task = self.means.tasks.run_long(
            work,
            lambda _none: self.opened.emit(Opened(keys.key, user)),
            failed=partial(self.say_on, page),
        )
        task.progressed.connect(page.show_progress)

    def _make_convert(self) -> ConvertPage:
        from ctg_desktop.ui.unlock.convert_page import ConvertPage

        means = self.means
        page = ConvertPage(means.tasks, means.today, means.report)
        page.convert_wanted.connect(self._convert)
        page.other_wanted.connect(self.other_wanted)
        return page

    # Place

    def _move(self, target: Path) -> None:
        page = self.pages.page("place", self._make_place)

        def work(progress: Progress) -> bool:
            return move(self._folder, target, progress)

        task = self.means.tasks.run_long(
            work, lambda _emptied: self.moved.emit(target), failed=partial(self.say_on, page)
        )
        task.progressed.connect(page.show_progress)

    def _accept(self) -> None:
        self._accepted = True
        self._begin_again()

    def _make_place(self) -> PlacePage:
        from ctg_desktop.ui.unlock.place_page import PlacePage

        page = PlacePage()
        page.move_wanted.connect(self._move)
        page.accepted.connect(self._accept)
        page.other_wanted.connect(self.other_wanted)
        return page

    # Another program, damage

    def _make_in_use(self) -> InUsePage:
        from ctg_desktop.ui.unlock.in_use_page import InUsePage

        page = InUsePage()
        page.retry_wanted.connect(self._begin_again)
        page.reading_wanted.connect(self._read)
        page.other_wanted.connect(self.other_wanted)
        return page

    def _read(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            self.reading_wanted.emit(reader)

    def _forget(self, opened: Opened) -> None:
        """Forget a key that was proved; reading asks for the password again."""
        if self._reader is opened:
            self._reader = None
            self.pages.page("in-use", self._make_in_use).set_readable(readable=False)


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
