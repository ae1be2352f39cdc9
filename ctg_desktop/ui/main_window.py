"""The window: what is done in it, and how its pages, keys and commands are connected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile
from ctg_desktop.logs import LOGGER
from ctg_desktop.messages.health import backup_words
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.opening import GEOMETRY
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.pages import PageKey
from ctg_desktop.ui.text_undo import TextUndo
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.undoing import Undoing
from ctg_desktop.ui.vault_choice import VaultChoice
from ctg_desktop.ui.widgets.search_palette import SearchPalette
from ctg_desktop.ui.window_commands import commands_of, keys_of
from ctg_desktop.ui.window_frame import WindowFrame


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the window.

    Attributes:
        record: Id of the record that is open; empty for none.
    """

    page: PageKey = PageKey.HOME
    record: str = ""


PROFILE_SETTING = "profile"
_PAGE_OF = {
    "listing": PageKey.DIRECTORY,
    "event": PageKey.CALENDAR,
    "household": PageKey.FAMILIES,
}
"""Kind of a record → the page that shows it."""


_NOT_WRITTEN = (
    "Ce que vous tapiez n’a pas pu être écrit sur le disque : la fenêtre reste ouverte. Copiez "
    "votre texte ailleurs ou libérez de la place. Fermer encore une fois l’abandonne."
)


class MainWindow(WindowFrame):
    """One vault on screen."""

    vault_wanted = Signal(object)
    """Folder (``Path``) of the vault to open instead."""
    start_wanted = Signal()
    """A new or another vault is wanted."""
    restore_wanted = Signal(object)
    """A confirmed ``Restoration``: the vault is to be closed for it."""
    lock_minutes = Signal(int)
    """Lock after so many minutes without a key from now on."""
    change_wanted = Signal()
    """The vault that is only consulted is to be opened in the ordinary way."""
    lock_wanted = Signal()
    """The person leaves the desk."""
    closed = Signal()
    """The window was closed; what was typed is in the worker's hands."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        profile: Profile,
        choices: Sequence[VaultChoice] = (),
        *,
        practice: bool = False,
    ) -> None:
        """Compose the window; pages are made when they are first shown.

        Args:
            desk: Tools for the pages.
            theme: Look of the application; takes the accent of the profile.
            profile: Who the vault belongs to.
            choices: Other vaults to switch to.
            practice: The vault opens without a password: its data is invented, and shown as such.
        """
        super().__init__(desk, theme, choices, practice=practice)
        self._handed_over, self._warned = False, False
        self._stack.made.connect(self._connect_page)
        self._undoing = Undoing(desk, self)
        self._text_undo = TextUndo(theme.application, self)
        self.palette_list = SearchPalette(desk, self.band.search, commands_of(self), self)
        self._connect()
        self._bind_keys()
        self.show_profile(profile)

    def place(self) -> Place:
        """Return where the person is: ids, no data."""
        page = self.current
        return Place(self._stack.current_key, page.record_id if page else "")

    def go_to(self, place: Place | None) -> None:
        """Show a page and the record that was open in it, once its drafts were looked through.

        Args:
            place: Where the person was; the first page by default.
        """
        place = place or Place()
        page = self.show_page(place.page)
        if place.record:
            self._desk.tasks.run(_nothing, lambda _none: page.show_record(place.record))
        self.show_backup()

    def show_backup(self) -> None:
        """Say in the bottom line when the last verified backup was made."""
        health = self._desk.office.health
        self._desk.tasks.run(
            health.backup, lambda check: self.status.show_backup(backup_words(check))
        )

    def keep_typing(self) -> bool:
        """Hand what is typed to the worker; the window goes on.

        Returns:
            Whether every page could.
        """
        return self._flush()

    def hand_over(self) -> None:
        """Hand what is typed, and the place of the window, to the worker; once."""
        if self._handed_over:
            return
        self._handed_over = True
        self._flush()
        state = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        settings = self._desk.office.settings
        self._desk.tasks.run(
            lambda: settings.set_preference(GEOMETRY, state), _ignore, failed=_note_failure
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is typed; stay open, once, when it could not be written."""
        failures = self._desk.tasks.failures
        handed_over = self._flush()
        self._desk.tasks.drain()
        if not (handed_over and self._desk.tasks.failures == failures) and not self._warned:
            self._warned = True
            self.say_fault(_NOT_WRITTEN)
            event.ignore()
            return
        self.hand_over()
        super().closeEvent(event)
        self.closed.emit()

    def _flush(self) -> bool:
        """Let every page hand over what is typed; one that fails keeps no other from it."""
        handed_over = True
        for page in self._stack.pages():
            try:
                page.flush()
            except Exception as error:  # noqa: BLE001 - reported, and the vault is to be closed
                self._desk.report(error)
                handed_over = False
        return handed_over

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close the list of the search box, which hangs on it."""
        super().resizeEvent(event)
        self.palette_list.close_list()

    def bring_in(self) -> None:
        """Bring listings in from a file."""
        if self.refuses_change():
            return
        self.show_page(PageKey.DIRECTORY).import_()

    def take_out(self) -> None:
        """Write the directory into a file."""
        self.show_page(PageKey.DIRECTORY).export_()

    def refer(self) -> None:
        """Ask where a visitor without a name is sent: need, where to, done."""
        if self.refuses_change():
            return
        from ctg_desktop.ui.familles.referral_dialog import ReferralDialog

        dialog = ReferralDialog(self._desk, self)
        dialog.notice.connect(self.say)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def new_record(self, key: PageKey | str) -> None:
        """Begin a new record on a page."""
        page = self.show_page(key)
        if not self.refuses_change():
            page.new_()

    def print_paper(self, paper: str, wanted: object = None) -> None:
        """Take a paper in hand, by its key, with what is to be printed on it."""
        self.show_page(PageKey.PRINTS).show_paper(paper, wanted)

    def on_page(self, action: Callable[[Page], object]) -> None:
        """Do something on the page that is shown."""
        page = self.current
        if page is not None:
            action(page)

    def change_page(self, action: Callable[[Page], object]) -> None:
        """Do something that changes the vault on the page that is shown."""
        if not self.refuses_change():
            self.on_page(action)

    def undo(self) -> None:
        """Take back what was done last."""
        if not self.refuses_change():
            self._undoing.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self.refuses_change():
            self._undoing.redo()

    def focus_search(self) -> None:
        """Go to the search box."""
        self.band.search.setFocus()
        self.band.search.selectAll()

    def show_help(self) -> None:
        """Open the help."""
        from ctg_desktop.ui.help_panel import HelpPanel

        panel = HelpPanel(self)
        panel.finished.connect(panel.deleteLater)
        panel.show()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.band.vault_chosen.connect(self.vault_wanted)
        self.band.other_vault_wanted.connect(self.start_wanted)
        self.band.lock_wanted.connect(self.lock_wanted)
        if self.consulting is not None:
            self.consulting.retry_wanted.connect(self.change_wanted)
        self.palette_list.record_chosen.connect(self._open_record)
        self._undoing.notice.connect(self.say)
        self._desk.bus.changed.connect(self._note_change)

    def _connect_page(self, page: Page) -> None:
        page.open_listing.connect(partial(self._open_record, "listing"))
        page.open_event.connect(partial(self._open_record, "event"))
        page.open_household.connect(partial(self._open_record, "household"))
        page.open_listings.connect(partial(self._open_list, PageKey.DIRECTORY))
        page.open_households.connect(partial(self._open_list, PageKey.FAMILIES))
        page.refer_wanted.connect(self.refer)
        page.open_page.connect(self.show_page)
        page.open_part.connect(self._open_part)
        page.new_record.connect(self.new_record)
        page.print_wanted.connect(self.print_paper)
        page.import_wanted.connect(self.bring_in)
        page.notice.connect(self.say)
        page.saved.connect(self._note_saved)
        page.backed_up.connect(self.show_backup)
        page.lock_minutes.connect(self.lock_minutes)
        page.restore_wanted.connect(self.restore_wanted)

    def _bind_keys(self) -> None:
        for sequence, action in keys_of(self).items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(action)

    def _open_record(self, entity: str, record_id: str) -> None:
        self.show_page(_PAGE_OF[entity]).show_record(record_id)

    def _open_part(self, key: str, part: str) -> None:
        self.show_page(key).show_part(part)

    def _open_list(self, key: PageKey, wanted: object) -> None:
        self.show_page(key).show_filter(wanted)

    def _note_change(self, changes: Changes) -> None:
        self._note_saved()
        if PROFILE_SETTING in changes.settings:
            self._desk.tasks.run(self._desk.office.settings.profile, self.show_profile)


def _note_failure(error: Exception) -> None:
    LOGGER.info("the place of the window was not kept", exc_info=error)


def _nothing() -> None:
    """Wait for what was ordered before."""


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
