"""The window that the pages before a vault stand in, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, WINDOW_MIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.busy_page import BusyPage
from ctg_desktop.ui.unlock.gate_means import GateMeans
from ctg_desktop.ui.unlock.late_stack import LateStack
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import section_title

if TYPE_CHECKING:
    from ctg_desktop.ui.unlock.convert_page import ConvertPage
    from ctg_desktop.ui.unlock.damaged_page import DamagedPage
    from ctg_desktop.ui.unlock.framed_page import FramedPage
    from ctg_desktop.ui.unlock.place_page import PlacePage
    from ctg_desktop.ui.unlock.unlock_page import UnlockPage

_WIDEST, _HIGHEST, _LETTERS = 680, 720, 96


class Stage(QWidget):
    """Shows itself only when a page is turned to.

    Attributes:
        pages: Each made when it is first needed.
        means: What all of them work with.
    """

    in_use = Signal(object)
    """Another program has the vault: the ``vault-in-use``."""
    refused = Signal(object)
    """It cannot be opened: the exception."""
    other_wanted = Signal()
    """Another commune instead."""
    closed = Signal()
    """The person gives up."""

    def __init__(self, name: str, means: GateMeans) -> None:
        """Prepare an empty stage.

        Args:
            name: Whose vault is behind it, as far as it is known.
            means: What it works with.
        """
        super().__init__()
        self.setMinimumSize(*WINDOW_MIN)
        self.setWindowTitle(f"{name} – CTG Desktop")
        self.means = means
        self.banner = Banner()
        self.busy = BusyPage()
        self.pages = LateStack()
        self.pages.show_page(self.busy)
        self._lay_out()

    @property
    def page(self) -> QWidget | None:
        """What is shown."""
        return self.pages.currentWidget()

    def use(self, means: GateMeans) -> None:
        """Go on with another worker, before any page was made."""
        self.means = means

    def turn_to(self, page: FramedPage | UnlockPage) -> None:
        """Show a page, and the window with it."""
        self.pages.show_page(page)
        self.show()
        page.take_focus()

    def run(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do short work on the worker."""
        self.means.tasks.run(work, done, failed=failed or self.fail)

    def fail(self, error: Exception) -> None:
        """Say who has the vault, or give up."""
        if isinstance(error, UserError) and error.code == "vault-in-use":
            self.in_use.emit(error)
        else:
            self.refused.emit(error)

    def say(self, text: str) -> None:
        """Say something that went wrong."""
        self.banner.say(text, icon=Icon.ERROR, tone=Tone.ERROR)

    def say_on(self, page: ConvertPage | PlacePage | DamagedPage, error: Exception) -> None:
        """Say on a page what went wrong, or report it when nobody foresaw it."""
        if isinstance(error, CtgError):
            page.refuse(sentence(error))
        else:
            page.refuse("")
            self.means.report(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the person gives up."""
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        card = Card()
        letter = self.fontMetrics().averageCharWidth()  # whoever reads large gets a larger card
        card.setMaximumWidth(max(_WIDEST, _LETTERS * letter))
        card.setMaximumHeight(max(_HIGHEST, _LETTERS * letter))
        card.body.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        card.body.addWidget(self.banner)
        card.body.addWidget(self.pages, 1)
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
