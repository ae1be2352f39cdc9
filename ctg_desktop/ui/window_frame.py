"""The frame of the window: band, rail, banner, bottom line, and the room for the pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.consultation import TITLE
from ctg_desktop.ui.consulting import refusal
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice, Page
from ctg_desktop.ui.page_stack import PageStack
from ctg_desktop.ui.pages import PAGES, PageKey, PageSpec
from ctg_desktop.ui.status_line import StatusLine
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
from ctg_desktop.ui.vault_choice import VaultChoice
from ctg_desktop.ui.widgets.band import PRACTICE, Band
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.consulting_band import ConsultingBand
from ctg_desktop.ui.widgets.rail import Rail, RailItem


class WindowFrame(QWidget):
    """Whose vault it is, what may be done with it, what happened last, and a page.

    Attributes:
        consulting: The strip of a vault that is only consulted; ``None`` for any other.
    """

    def __init__(
        self, desk: Desk, theme: Theme, choices: Sequence[VaultChoice], *, practice: bool
    ) -> None:
        """Compose the frame.

        Args:
            desk: Tools for the pages.
            theme: Look of the application; takes the accent of the profile.
            choices: Other vaults to switch to.
            practice: The vault opens without a password: its data is invented, and shown as such.
        """
        super().__init__()
        self._practice = practice
        self.setMinimumSize(*WINDOW_MIN)
        self.resize(*WINDOW_FIRST)
        self._desk, self._theme = desk, theme
        self.band = Band()
        self.band.set_choices(choices)
        reading = desk.office.consultation
        self.consulting = ConsultingBand(reading, desk.today()) if reading is not None else None
        self.rail = Rail([_rail_item(place, spec) for place, spec in enumerate(PAGES, start=1)])
        self.banner = Banner()
        self.status = StatusLine()
        self._stack = PageStack(desk)
        self._lay_out()
        theme.changed.connect(self._paint_band)

    def show_profile(self, profile: Profile) -> None:
        """Take the name and the colour of the vault's owner."""
        self.band.show_vault(profile.name, practice=self._practice)
        mark = f"{PRACTICE} – " if self._practice else ""
        mark += "" if self._desk.may_change else f"{TITLE} – "
        self.setWindowTitle(f"{mark}{profile.name} – CTG Desktop")
        self._theme.set_accent(profile.accent)
        self._paint_band()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out in a narrow window."""
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < NARROW_WINDOW)

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

    def _paint_band(self) -> None:
        roles = self._theme.roles
        self.band.set_ink(roles.on_practice if self._practice else roles.on_band)

    def _note_saved(self) -> None:
        self.status.show_saved(datetime.now())  # noqa: DTZ005 - the local time is meant


def _rail_item(place: int, spec: PageSpec) -> RailItem:
    return RailItem(spec.key, spec.word, spec.icon, f"Ctrl+{place}", at_bottom=spec.at_bottom)
