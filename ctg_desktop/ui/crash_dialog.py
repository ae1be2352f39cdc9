"""What is said when the program made a mistake: calm, and with nothing lost."""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop import crash
from ctg_desktop.errors import CtgError
from ctg_desktop.logs import LOGGER
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.text import IconText, Text, section_title

_KEPT = (
    "Ce que vous aviez enregistré est en sécurité, et ce que vous tapiez est gardé en brouillon. "
    "Vous pouvez continuer ; si cela recommence, fermez le programme et rouvrez-le."
)


class CrashDialog(QDialog):
    """Says that something went wrong, and shows the report before anyone sends it."""

    def __init__(self, text: str, place: str, parent: QWidget | None = None) -> None:
        """Prepare the dialog.

        Args:
            text: The report, whole.
            place: Where it was written; empty when it could not be.
            parent: The window it stands on.
        """
        super().__init__(parent)
        self.setWindowTitle("Un incident dans le programme")
        self.setMinimumWidth(560)
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Rapport d’incident")
        self.report.setMinimumHeight(240)
        self.report.hide()
        self.show_button = plain("Lire le rapport", self._show_report, Icon.FILE)
        close = primary("Continuer", self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT)
        column.addWidget(section_title("Quelque chose n’a pas marché"))
        column.addWidget(IconText(Icon.CHECKED, _KEPT, Tone.GOOD, coloured=False))
        if place:
            written = f"Un rapport sans donnée personnelle est écrit ici : {place}"
            column.addWidget(Text(written, wrap=True, quiet=True))
        column.addWidget(self.report, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)
        close.setFocus()

    def _show_report(self) -> None:
        self.report.show()
        self.show_button.setEnabled(False)
        self.report.setFocus()


class CrashReporter(QObject):
    """Takes every exception that nobody expected: logs it, writes a report, says it calmly."""

    fault = Signal(str)
    """A fault that is not a bug, as a French sentence, for the window's banner."""
    _raised_elsewhere = Signal(object)

    def __init__(self, reports: Path, parent: QObject | None = None) -> None:
        """Prepare a reporter.

        Args:
            reports: Folder of the reports.
            parent: Owner.
        """
        super().__init__(parent)
        self._reports = reports
        self._open: CrashDialog | None = None
        self._raised_elsewhere.connect(self.report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take what reaches the top of the interpreter, on any thread."""
        sys.excepthook = self._hook
        threading.excepthook = lambda found: self._hook(
            found.exc_type, found.exc_value, found.exc_traceback
        )

    def report(self, error: BaseException) -> None:
        """Say a failure. Called on the GUI thread."""
        if isinstance(error, CtgError):
            LOGGER.warning("fault %s", error.code)
            self.fault.emit(sentence(error))
            return
        LOGGER.error("bug", exc_info=error)
        if self._open is None:
            self._say(error)

    def _say(self, error: BaseException) -> None:
        at = datetime.now()  # noqa: DTZ005 - the local time is meant
        try:
            place = str(crash.write_report(self._reports, error, at))
        except OSError:
            LOGGER.warning("the report could not be written")
            place = ""
        dialog = CrashDialog(crash.report(error, at), place, QApplication.activeWindow())
        dialog.finished.connect(self._closed)
        self._open = dialog
        dialog.open()

    def _closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if QThread.currentThread() is self.thread():
            self.report(error)
        else:
            self._raised_elsewhere.emit(error)
