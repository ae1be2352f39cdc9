"""The window: composes the band, the rail, the pages and the bottom line, and connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.logs import LOGGER
from ctg_desktop.messages import sentence
from ctg_desktop.messages.consultation import TITLE
from ctg_desktop.ui.consulting import refusal
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice, Page
from ctg_desktop.ui.page_stack import PageStack
from ctg_desktop.ui.pages import PAGES, PageKey, PageSpec
from ctg_desktop.ui.status_line import StatusLine
from ctg_desktop.ui.text_undo import TextUndo
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import (
    MARGIN,
    NARROW_WINDOW,
    UNIT,
    WINDOW_FIRST,
    WINDOW_MIN,
)
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.theme.theme import Theme
from ctg_desktop.ui.undoing import Undoing
from ctg_desktop.ui.widgets.band import PRACTICE, Band, VaultChoice
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.consulting_band import ConsultingBand
from ctg_desktop.ui.widgets.rail import Rail, RailItem
from ctg_desktop.ui.widgets.search_palette import SearchPalette
from ctg_desktop.ui.window_commands import commands_of, keys_of


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
GEOMETRY = "window-geometry"


_NOT_WRITTEN = (
    "Ce que vous tapiez n’a pas pu être écrit sur le disque : la fenêtre reste ouverte. Copiez "
    "votre texte ailleurs ou libérez de la place. Fermer encore une fois l’abandonne."
)


class MainWindow(QWidget):
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
        super().__init__()
        self._practice = practice
        self.setMinimumSize(*WINDOW_MIN)
        self.resize(*WINDOW_FIRST)
        self._desk, self._theme = desk, theme
        self._handed_over, self._warned = False, False
        self.band = Band()
        self.band.set_choices(choices)
        reading = desk.office.consultation
        self.consulting = ConsultingBand(reading, desk.today()) if reading is not None else None
        self.rail = Rail([_rail_item(place, spec) for place, spec in enumerate(PAGES, start=1)])
        self.banner = Banner()
        self.status = StatusLine()
        self._stack = PageStack(desk)
        self._stack.made.connect(self._connect_page)
        self._undoing = Undoing(desk, self)
        self._text_undo = TextUndo(theme.application, self)
        self._lay_out()
        self.palette_list = SearchPalette(desk, self.band.search, commands_of(self), self)
        self._connect()
        self._bind_keys()
        self.show_profile(profile)

    def place(self) -> Place:
        """Return where the person is: ids, no data."""
        page = self.current
        return Place(self._stack.current_key, page.record_id if page else "")

    def go_to(self, place: Place) -> None:
        """Show a page and the record that was open in it, once its drafts were looked through."""
        page = self.show_page(place.page)
        if place.record:
            self._desk.tasks.run(_nothing, lambda _none: page.show_record(place.record))

    @property
    def current(self) -> Page | None:
        """The page that is shown; ``None`` before the first one."""
        return self._stack.current

    def page(self, key: PageKey) -> Page:
        """Return a page, made when it is first asked for."""
        return self._stack.page(key)

    def show_page(self, key: PageKey | str) -> Page:
        """Bring a page to the front and return it."""
        key = PageKey(key)
        self.rail.set_current(key)
        return self._stack.turn_to(key)

    def show_profile(self, profile: Profile) -> None:
        """Take the name and the colour of the vault's owner."""
        self.band.show_vault(profile.name, practice=self._practice)
        mark = f"{PRACTICE} – " if self._practice else ""
        mark += "" if self._desk.may_change else f"{TITLE} – "
        self.setWindowTitle(f"{mark}{profile.name} – CTG Desktop")
        self._theme.set_accent(profile.accent)
        self._paint_band()

    def say(self, notice: Notice) -> None:
        """Show a notice until it is dismissed or replaced."""
        self.banner.say(notice.text, notice.action_label, notice.action)

    def say_fault(self, text: str) -> None:
        """Show a fault until it is dismissed or replaced."""
        self.banner.say(text, icon=Icon.ERROR, tone=Tone.ERROR)

    def say_information(self, text: str) -> None:
        """Show something to know until it is dismissed or replaced."""
        self.banner.say(text, icon=Icon.INFORMATION, tone=Tone.INFORMATION)

    def restore_state(self, state: object) -> None:
        """Take the size and place the window had; nonsense is left aside."""
        if isinstance(state, str):
            self.restoreGeometry(QByteArray.fromBase64(state.encode("ascii", "ignore")))

    def keep_typing(self) -> None:
        """Hand what is typed to the worker; the window goes on."""
        self._flush()

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
        self._flush()
        self._desk.tasks.drain()
        if self._desk.tasks.failures > failures and not self._warned:
            self._warned = True
            self.say_fault(_NOT_WRITTEN)
            event.ignore()
            return
        self.hand_over()
        super().closeEvent(event)
        self.closed.emit()

    def _flush(self) -> None:
        for page in self._stack.pages():
            page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out in a narrow window."""
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < NARROW_WINDOW)
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

    def refuses_change(self) -> bool:
        """Say why nothing can be changed, if the vault is only consulted; tell whether it is."""
        said = refusal(self._desk)
        if said:
            self.banner.say(said, icon=Icon.WARNING, tone=Tone.WARNING)
        return bool(said)

    def say_still_read(self, error: Exception) -> None:
        """Say why a vault that is consulted cannot be opened in the ordinary way yet."""
        if isinstance(error, CtgError):
            said = sentence(error)
            self.banner.say(said, icon=Icon.WARNING, tone=Tone.WARNING)
        else:
            self._desk.report(error)

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

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(MARGIN + UNIT, MARGIN, MARGIN + UNIT, MARGIN)
        middle.setSpacing(UNIT + UNIT // 2)
        middle.addWidget(self.banner)
        middle.addWidget(self._stack, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        if self.consulting is not None:
            column.addWidget(self.consulting)
        column.addLayout(body, 1)
        column.addWidget(self.status)

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
        self._theme.changed.connect(self._paint_band)

    def _connect_page(self, page: Page) -> None:
        page.open_listing.connect(partial(self._open_record, "listing"))
        page.open_event.connect(partial(self._open_record, "event"))
        page.open_household.connect(partial(self._open_record, "household"))
        page.open_listings.connect(partial(self._open_list, PageKey.DIRECTORY))
        page.open_households.connect(partial(self._open_list, PageKey.FAMILIES))
        page.refer_wanted.connect(self.refer)
        page.open_page.connect(self.show_page)
        page.new_record.connect(self.new_record)
        page.print_wanted.connect(self.print_paper)
        page.import_wanted.connect(self.bring_in)
        page.notice.connect(self.say)
        page.saved.connect(self._note_saved)
        page.lock_minutes.connect(self.lock_minutes)
        page.restore_wanted.connect(self.restore_wanted)

    def _bind_keys(self) -> None:
        for sequence, action in keys_of(self).items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(action)

    def _open_record(self, entity: str, record_id: str) -> None:
        self.show_page(_PAGE_OF[entity]).show_record(record_id)

    def _open_list(self, key: PageKey, wanted: object) -> None:
        self.show_page(key).show_filter(wanted)

    def _note_change(self, changes: Changes) -> None:
        self._note_saved()
        if PROFILE_SETTING in changes.settings:
            self._desk.tasks.run(self._desk.office.settings.profile, self.show_profile)

    def _paint_band(self) -> None:
        roles = self._theme.roles
        self.band.set_ink(roles.on_practice if self._practice else roles.on_band)

    def _note_saved(self) -> None:
        self.status.show_saved(datetime.now())  # noqa: DTZ005 - the local time is meant


def _rail_item(place: int, spec: PageSpec) -> RailItem:
    return RailItem(spec.key, spec.word, spec.icon, f"Ctrl+{place}", at_bottom=spec.at_bottom)


def _note_failure(error: Exception) -> None:
    LOGGER.info("the place of the window was not kept", exc_info=error)


def _nothing() -> None:
    """Wait for what was ordered before."""


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
