"""The window before the one of a vault: a password, a code, a conversion, a better place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.backup import Backup
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.domain.import_plan import Progress
from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, WINDOW_MIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.busy_page import BusyPage
from ctg_desktop.ui.unlock.code_page import CodePage
from ctg_desktop.ui.unlock.convert_page import ConvertPage
from ctg_desktop.ui.unlock.damaged_page import DamagedPage
from ctg_desktop.ui.unlock.gate_means import GateMeans, Seen, look
from ctg_desktop.ui.unlock.in_use_page import InUsePage
from ctg_desktop.ui.unlock.late_stack import LateStack
from ctg_desktop.ui.unlock.old_keys_notice import old_keys_notice
from ctg_desktop.ui.unlock.place_page import PlacePage
from ctg_desktop.ui.unlock.unlock_page import UnlockPage
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import section_title
from ctg_desktop.usecases.access import Access, OpenAccess, Opened, VaultState
from ctg_desktop.usecases.new_keys import NewKeys
from ctg_desktop.usecases.old_keys import OldAccess
from ctg_desktop.usecases.passwords import RecoveryCode
from ctg_desktop.usecases.places import move
from ctg_desktop.usecases.recovery import Recovery

_WIDEST, _HIGHEST, _LETTERS = 680, 720, 96
_CONVERTING = "Protection de la commune d’entraînement"
_OPENING = "Ouverture de {name}"
_CLOSING = "{name} est verrouillée"
_WAITING = "Un travail se termine\u202f; les données se ferment juste après."


class Gate(QWidget):
    """Shows itself only when a person is needed."""

    opened = Signal(object)
    """What opened the vault (:class:`Opened`)."""
    moved = Signal(object)
    """The vault is in another folder (``Path``) now: begin there."""
    refused = Signal(object)
    """It cannot be opened: the exception."""
    other_wanted = Signal()
    closed = Signal()

    def __init__(self, folder: Path, name: str, means: GateMeans, *, last_user: str = "") -> None:
        """Prepare the gate of one vault; nothing is read before :meth:`begin`.

        Args:
            folder: Of the vault.
            name: Whose it is, as far as it is known.
            means: What it works with.
            last_user: Who opened it last here.
        """
        super().__init__()
        self.setMinimumSize(*WINDOW_MIN)
        self.setWindowTitle(f"{name} – CTG Desktop")
        self._folder, self._name, self._means = folder, name, means
        self._last, self._locked = last_user, False
        self._access = Access(folder)
        self._accepted = False
        self._proved: Opened | None = None
        self.banner = Banner()
        self.busy = BusyPage()
        self._pages = LateStack()
        self._pages.show_page(self.busy)
        self._lay_out()

    @property
    def page(self) -> QWidget | None:
        """What is shown."""
        return self._pages.currentWidget()

    def use(self, means: GateMeans) -> None:
        """Go on with another worker, before any page was made."""
        self._means = means

    def begin(self, *, locked: bool = False) -> None:
        """Look at what stands before the vault; a practice vault opens by itself.

        Args:
            locked: It was open until a moment ago.
        """
        self._locked = locked
        self._run(partial(look, self._folder, self._access, self._accepted), self._looked)

    def show_closing(self) -> None:
        """Cover the window at once, while the vault is being closed."""
        self.busy.say(_CLOSING.format(name=self._name), _WAITING)
        self._pages.show_page(self.busy)
        self.show()

    def show_in_use(self, fault: CtgError) -> None:
        """Say who has the vault."""
        page = self._pages.page("in-use", self._make_in_use)
        page.show_fault(fault, self._means.today())
        self._turn_to(page)

    def show_work(self, title: str, said: str) -> None:
        """Cover the window while something is being done."""
        self.busy.say(title, said)
        self._turn_to(self.busy)

    def show_damage(self, opened: Opened) -> None:
        """Propose the newest good backup of a vault that is damaged, once its key is proved."""
        recovery = Recovery(self._folder)

        def show(backup: Backup | None) -> None:
            page = self._pages.page("damaged", partial(self._make_damaged, opened))
            page.show_damage(self._name, backup)
            self._turn_to(page)

        self._run(partial(recovery.newest_verified, opened.key), show)

    def say(self, text: str) -> None:
        """Say something that went wrong."""
        self.banner.say(text, icon=Icon.ERROR, tone=Tone.ERROR)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the person gives up."""
        super().closeEvent(event)
        self.closed.emit()

    def _looked(self, seen: Seen) -> None:
        if seen.trouble is not None:
            page = self._pages.page("place", self._make_place)
            page.show_trouble(seen.trouble, self._means.proposed_folder(self._name))
            self._turn_to(page)
            return
        if seen.old_keys is not None:
            self._access = OldAccess(self._folder, seen.old_keys)
            self.banner.say(old_keys_notice(seen.old_keys), icon=Icon.WARNING, tone=Tone.WARNING)
        after: dict[VaultState, Callable[[], None]] = {
            VaultState.PRACTICE: self._open_practice,
            VaultState.PLAIN_PRACTICE: self._convert_practice,
            VaultState.PLAIN: self._show_convert,
            VaultState.LOCKED: partial(self._show_unlock, seen),
        }
        after[seen.state]()

    def _open_practice(self) -> None:
        self._run(self._access.unlock_practice, self._open)

    def _open(self, opened: Opened) -> None:
        self.opened.emit(opened)

    def _convert_practice(self) -> None:
        self.busy.say(_CONVERTING, "")
        self._turn_to(self.busy)
        self._run(self._access.convert, lambda _none: self._open_practice())

    # Password and code

    def _show_unlock(self, seen: Seen) -> None:
        page = self._pages.page("unlock", self._make_unlock)
        page.show_vault(self._name, seen.users, self._last, locked=self._locked)
        page.show_wait(seen.wait)
        self._turn_to(page)

    def _try(self, user: str, password: str) -> None:
        page = self._pages.page("unlock", self._make_unlock)
        self._run(partial(self._access.unlock, password, user), self._open, partial(self._no, page))

    def _show_code(self) -> None:
        unlock = self._pages.page("unlock", self._make_unlock)
        page = self._pages.page("code", self._make_code)
        page.begin(self._name, unlock.users(), unlock.user.currentText())
        unlock.forget()
        self._pages.show_page(page)
        self._ask_wait(page)

    def _try_code(self, code: RecoveryCode) -> None:
        page = self._pages.page("code", self._make_code)
        self._run(
            partial(self._access.unlock_by_code, code.text),
            self._proved_by_code,
            partial(self._no, page),
        )

    def _proved_by_code(self, opened: Opened) -> None:
        self._proved = opened
        self._pages.page("code", self._make_code).ask_password()

    def _set_password(self, user: str, password: str) -> None:
        page, proved = self._pages.page("code", self._make_code), self._proved
        if proved is None:
            return
        doors = OpenAccess(self._folder, proved.key, (self._name,))

        def done(_none: None) -> None:
            self._proved = None
            page.forget()
            self.opened.emit(Opened(proved.key, user))

        self._run(partial(doors.reset_password, user, password), done, partial(self._no, page))

    def _no(self, page: UnlockPage | CodePage, error: Exception) -> None:
        if not isinstance(error, UserError):
            page.rest()
            self._fail(error)
        elif error.code == "too-many-tries":
            page.rest()
            self._ask_wait(page)
        else:
            page.refuse(error)
            self._ask_wait(page)

    def _ask_wait(self, page: UnlockPage | CodePage) -> None:
        self._run(self._access.wait, page.show_wait)

    # Conversion

    def _show_convert(self) -> None:
        page = self._pages.page("convert", self._make_convert)
        page.begin(Profile(Role.COMMUNE, "", self._name))
        self._turn_to(page)

    def _convert(self, keys: NewKeys) -> None:
        page = self._pages.page("convert", self._make_convert)
        user = keys.keyring.users[0]

        def work(progress: Progress) -> None:
            self._access.convert(keys, progress)

        task = self._means.tasks.run_long(
            work,
            lambda _none: self.opened.emit(Opened(keys.key, user)),
            failed=partial(self._say_on, page),
        )
        task.progressed.connect(page.show_progress)

    # Place

    def _move(self, target: Path) -> None:
        page = self._pages.page("place", self._make_place)

        def work(progress: Progress) -> bool:
            return move(self._folder, target, progress)

        task = self._means.tasks.run_long(
            work, lambda _emptied: self.moved.emit(target), failed=partial(self._say_on, page)
        )
        task.progressed.connect(page.show_progress)

    def _accept(self) -> None:
        self._accepted = True
        self.begin(locked=self._locked)

    # Pages, each made when it is first needed

    def _make_unlock(self) -> UnlockPage:
        page = UnlockPage()
        page.wanted.connect(self._try)
        page.forgotten.connect(self._show_code)
        page.other_wanted.connect(self.other_wanted)
        return page

    def _make_code(self) -> CodePage:
        page = CodePage()
        page.code_wanted.connect(self._try_code)
        page.password_wanted.connect(self._set_password)
        page.left.connect(lambda: self.begin(locked=self._locked))
        return page

    def _make_convert(self) -> ConvertPage:
        means = self._means
        page = ConvertPage(means.tasks, means.today, means.report)
        page.convert_wanted.connect(self._convert)
        page.other_wanted.connect(self.other_wanted)
        return page

    def _make_place(self) -> PlacePage:
        page = PlacePage()
        page.move_wanted.connect(self._move)
        page.accepted.connect(self._accept)
        page.other_wanted.connect(self.other_wanted)
        return page

    def _make_in_use(self) -> InUsePage:
        page = InUsePage()
        page.retry_wanted.connect(lambda: self.begin(locked=self._locked))
        page.other_wanted.connect(self.other_wanted)
        return page

    def _make_damaged(self, opened: Opened) -> DamagedPage:
        page, recovery = DamagedPage(), Recovery(self._folder)

        def restore(backup: Backup) -> None:
            folder = recovery.folder_of(backup)
            self._run(
                lambda: recovery.restore(folder, opened.key, opened.user),
                lambda _restored: self._open(opened),
                partial(self._say_on, page),
            )

        page.restore_wanted.connect(restore)
        page.retry_wanted.connect(lambda: self._open(opened))
        page.other_wanted.connect(self.other_wanted)
        return page

    def _turn_to(
        self, page: UnlockPage | ConvertPage | PlacePage | InUsePage | BusyPage | DamagedPage
    ) -> None:
        self._pages.show_page(page)
        self.show()
        page.take_focus()

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._means.tasks.run(work, done, failed=failed or self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "vault-in-use":
            self.show_in_use(error)
        else:
            self.refused.emit(error)

    def _say_on(self, page: ConvertPage | PlacePage | DamagedPage, error: Exception) -> None:
        if isinstance(error, CtgError):
            page.refuse(sentence(error))
        else:
            page.refuse("")
            self._means.report(error)

    def _lay_out(self) -> None:
        card = Card()
        letter = self.fontMetrics().averageCharWidth()  # whoever reads large gets a larger card
        card.setMaximumWidth(max(_WIDEST, _LETTERS * letter))
        card.setMaximumHeight(max(_HIGHEST, _LETTERS * letter))
        card.body.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        card.body.addWidget(self.banner)
        card.body.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(section_title("CTG Desktop"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        column.addLayout(row, 100)
        column.addStretch(2)
