"""What the frame asks of a page, and what a page asks of the frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say on top of the page until it is dismissed or replaced.

    Attributes:
        text: One French sentence, e.g. "3 fiches supprimées."
        action_label: Word on the button; empty for none.
        action: What the button does.
    """

    text: str
    action_label: str = ""
    action: Callable[[], None] | None = None


class Page(QWidget):
    """A page of the window. Those it does not concern do nothing."""

    title = ""

    open_listing = Signal(str)
    """Ask the frame to show a listing, by id."""
    open_listings = Signal(object)
    """Ask the frame for the list of listings with a ``ListingFilter``."""
    open_event = Signal(str)
    """Ask the frame to show an event, by id."""
    open_household = Signal(str)
    """Ask the frame to show a household, by id."""
    open_households = Signal(object)
    """Ask the frame for the list of households with a ``HouseholdFilter``."""
    refer_wanted = Signal()
    """Ask the frame where a visitor without a name is sent."""
    open_page = Signal(str)
    """Ask the frame for a page, by its key (:class:`~ctg_desktop.ui.pages.PageKey`)."""
    open_part = Signal(str, str)
    """Ask the frame for a part of a page, by both their keys."""
    new_record = Signal(str)
    """Ask the frame for a new record on a page, by the page's key."""
    print_wanted = Signal(str, object)
    """Ask the frame for a paper, by its key, and say what is to be printed on it
    (:mod:`ctg_desktop.ui.impressions.requests`); ``None`` for nothing in particular."""
    import_wanted = Signal()
    """Ask the frame to bring listings in from a file."""
    restore_wanted = Signal(object)
    """Ask the frame to close the vault for a confirmed ``Restoration``."""
    notice = Signal(object)
    """Show a :class:`Notice` in the frame's banner."""
    lock_minutes = Signal(int)
    """The vault is to lock itself after so many minutes without a key."""
    backed_up = Signal()
    """A backup was made: the frame's bottom line says when the last one was."""
    saved = Signal()
    """Something was saved just now: the frame's bottom line says when."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    @property
    def record_id(self) -> str:
        """The record that is open in it; empty for none, and for a new one."""
        return ""

    def activated(self) -> None:
        """The page comes to the front: reload what changed meanwhile, put the focus right."""

    def take_focus(self) -> None:
        """The person came to this page: put the focus where its work begins."""
        self.setFocus()

    def show_record(self, record_id: str) -> None:
        """Show one record of this page, by id."""

    def show_filter(self, wanted: object) -> None:
        """Show the list with a filter (``ListingFilter`` for the directory)."""

    def show_part(self, key: str) -> None:
        """Show one part of this page, by its key."""

    def show_paper(self, key: str, wanted: object = None) -> None:
        """Take a paper in hand (the page of prints), with what is to be printed on it."""

    def new_(self) -> None:
        """Ctrl+N."""

    def save_(self) -> None:
        """Ctrl+S."""

    def import_(self) -> None:
        """Bring records in from a file."""

    def export_(self) -> None:
        """Write the records of this page into a file."""

    def print_(self) -> None:
        """Ctrl+P; a page that prints nothing asks for the page of prints."""
        self.open_page.emit("impressions")

    def focus_search(self) -> None:
        """Ctrl+F."""

    def flush(self) -> None:
        """The window closes or the commune changes: hand what is typed to the worker now."""
