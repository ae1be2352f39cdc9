"""The window: composes the band, the rail, the pages and the bottom line, and connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile
from ctg_desktop.logs import LOGGER
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.papers import PAPERS
from ctg_desktop.ui.page import Notice, Page
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
from ctg_desktop.ui.widgets.rail import Rail, RailItem
from ctg_desktop.ui.widgets.search_palette import Command, SearchPalette

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the window.

    Attributes:
        record: Id of the record that is open; empty for none.
    """

    page: PageKey = PageKey.HOME
    record: str = ""


PROFILE_SETTING = "profile"
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
        self._specs = {spec.key: spec for spec in PAGES}
        self._pages: dict[PageKey, Page] = {}
        self._handed_over, self._warned = False, False
        self.band = Band()
        self.band.set_choices(choices)
        self.rail = Rail([_rail_item(place, spec) for place, spec in enumerate(PAGES, start=1)])
        self.banner = Banner()
        self.status = StatusLine()
        self._stack = QStackedWidget()
        self._undoing = Undoing(desk, self)
        self._text_undo = TextUndo(theme.application, self)
        self._lay_out()
        self.palette_list = SearchPalette(desk, self.band.search, self._commands(), self)
        self._connect()
        self._bind_keys()
        self.show_profile(profile)

    def place(self) -> Place:
        """Return where the person is: ids, no data."""
        page = self.current
        key = next((key for key, one in self._pages.items() if one is page), PageKey.HOME)
        return Place(key, page.record_id if page else "")

    def go_to(self, place: Place) -> None:
        """Show a page and the record that was open in it, once its drafts were looked through."""
        page = self.show_page(place.page)
        if place.record:
            self._desk.tasks.run(_nothing, lambda _none: page.show_record(place.record))

    @property
    def current(self) -> Page | None:
        """The page that is shown; ``None`` before the first one."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def page(self, key: PageKey) -> Page:
        """Return a page, made when it is first asked for."""
        if key not in self._pages:
            page = self._specs[key].load()(self._desk)
            self._pages[key] = page
            page.setAccessibleName(page.title)
            self._connect_page(page)
            self._stack.addWidget(page)
        return self._pages[key]

    def show_page(self, key: PageKey | str) -> Page:
        """Bring a page to the front and return it."""
        key = PageKey(key)
        page, before = self.page(key), self.current
        self._stack.setCurrentWidget(page)
        self.rail.set_current(key)
        page.activated()
        if page is not before or not page.isAncestorOf(self.focusWidget()):
            page.take_focus()
        return page

    def show_profile(self, profile: Profile) -> None:
        """Take the name and the colour of the vault's owner."""
        self.band.show_vault(profile.name, practice=self._practice)
        mark = f"{PRACTICE} – " if self._practice else ""
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

    def come_forward(self) -> None:
        """Put the window in front of the others."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

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
        for page in self._pages.values():
            page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out in a narrow window."""
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < NARROW_WINDOW)
        self.palette_list.close_list()

    def bring_in(self) -> None:
        """Bring listings in from a file."""
        self.show_page(PageKey.DIRECTORY).import_()

    def take_out(self) -> None:
        """Write the directory into a file."""
        self.show_page(PageKey.DIRECTORY).export_()

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
        column.addLayout(body, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.band.vault_chosen.connect(self.vault_wanted)
        self.band.other_vault_wanted.connect(self.start_wanted)
        self.band.lock_wanted.connect(self.lock_wanted)
        self.palette_list.record_chosen.connect(self._open_record)
        self._undoing.notice.connect(self.say)
        self._desk.bus.changed.connect(self._note_change)
        self._theme.changed.connect(self._paint_band)

    def _connect_page(self, page: Page) -> None:
        page.open_listing.connect(partial(self._open_record, "listing"))
        page.open_event.connect(partial(self._open_record, "event"))
        page.open_listings.connect(self._open_listings)
        page.open_page.connect(self.show_page)
        page.new_record.connect(self._new)
        page.print_wanted.connect(self._print)
        page.import_wanted.connect(self.bring_in)
        page.notice.connect(self.say)
        page.saved.connect(self._note_saved)
        page.lock_minutes.connect(self.lock_minutes)
        page.restore_wanted.connect(self.restore_wanted)

    def _bind_keys(self) -> None:
        pages = {
            f"Ctrl+{place}": partial(self.show_page, spec.key)
            for place, spec in enumerate(PAGES, start=1)
        }
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": partial(self._on_page, methodcaller("new_")),
            "Ctrl+S": partial(self._on_page, methodcaller("save_")),
            "Ctrl+F": partial(self._on_page, methodcaller("focus_search")),
            "Ctrl+P": partial(self._on_page, methodcaller("print_")),
            "Ctrl+Z": self._undoing.undo,
            "Ctrl+Shift+Z": self._undoing.redo,
            "Ctrl+Y": self._undoing.redo,
            "Ctrl+K": self._focus_search,
            "Ctrl+L": self.lock_wanted.emit,
            "F1": self.show_help,
            **pages,
        }
        for sequence, action in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(action)

    def _commands(self) -> tuple[Command, ...]:
        pages = (
            Command(spec.word, spec.icon, partial(self.show_page, spec.key), f"page {spec.key}")
            for spec in PAGES
        )
        return (
            *pages,
            Command("Nouvelle fiche", Icon.ADD, partial(self._new, PageKey.DIRECTORY), "ajouter"),
            Command(
                "Nouvelle manifestation", Icon.ADD, partial(self._new, PageKey.CALENDAR), "ajouter"
            ),
            Command(
                "Importer un fichier", Icon.IMPORT, self.bring_in, "tableur rna dila excel csv"
            ),
            Command(
                "Exporter le livret", Icon.EXPORT, self.take_out, "excel csv tableur vcard agenda"
            ),
            *(
                Command(one.command, one.icon, partial(self._print, one.key), one.summary)
                for one in PAPERS
            ),
            Command("Annuler la dernière action", Icon.UNDO, self._undoing.undo, "défaire retour"),
            Command(
                "Rétablir ce qui vient d’être annulé", Icon.REDO, self._undoing.redo, "refaire"
            ),
            Command("Changer de commune", Icon.COMMUNE, self.start_wanted.emit, "coffre ouvrir"),
            Command("Verrouiller", Icon.LOCK, self.lock_wanted.emit, "fermer quitter mot de passe"),
            Command("Aide", Icon.HELP, self.show_help, "clavier raccourcis"),
        )

    def _on_page(self, action: Callable[[Page], object]) -> None:
        page = self.current
        if page is not None:
            action(page)

    def _new(self, key: PageKey | str) -> None:
        self.show_page(key).new_()

    def _focus_search(self) -> None:
        self.band.search.setFocus()
        self.band.search.selectAll()

    def _open_record(self, entity: str, record_id: str) -> None:
        key = PageKey.DIRECTORY if entity == "listing" else PageKey.CALENDAR
        self.show_page(key).show_record(record_id)

    def _open_listings(self, wanted: object) -> None:
        self.show_page(PageKey.DIRECTORY).show_filter(wanted)

    def _print(self, paper: str, wanted: object = None) -> None:
        page = self.show_page(PageKey.PRINTS)
        page.show_paper(paper, wanted)

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
