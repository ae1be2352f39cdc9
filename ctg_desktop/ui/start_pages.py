"""The pages of a first start, while they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ctg_desktop.ui.crash_dialog import CrashReporter
from ctg_desktop.ui.opening import Opening

if TYPE_CHECKING:
    from ctg_desktop.ui.start.window import StartWindow


class StartPages(QObject):
    """Shows one window of them, made when it is first needed, and lets it go."""

    vault_ready = Signal(object)
    """The ``VaultWanted`` to open."""
    given_up = Signal()
    """A person closed them."""

    def __init__(self, opening: Opening, reporter: CrashReporter, parent: QObject) -> None:
        super().__init__(parent)
        self._opening, self._reporter = opening, reporter
        self.window: StartWindow | None = None

    def show(self, why: str = "") -> None:
        """Show them, with a sentence to begin with, e.g. why a vault could not be opened."""
        from ctg_desktop.ui.start.window import StartWindow

        if self.window is None:
            opening = self._opening
            self.window = StartWindow(opening.start, opening.today, self._reporter.report)
            self.window.vault_ready.connect(self.vault_ready)
            self.window.closed.connect(self._closed)
        self.window.say(why)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Let them go, if they are shown."""
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
            window.deleteLater()

    def _closed(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
            self.given_up.emit()
