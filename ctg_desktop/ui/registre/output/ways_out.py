"""The papers of the open register, each seen before it leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.paper_dialog import PaperDialog, show_paper
from ctg_desktop.ui.registre.output.register_log import RegisterLog
from ctg_desktop.usecases.papers import RenderedPaper
from ctg_desktop.usecases.register.open_register import OpenRegister

_BLANK = "Demande d’inscription"


class WaysOut(QObject):
    """Opens the preview of a paper."""

    notice = Signal(object)

    def __init__(self, desk: Desk, register: OpenRegister, window: QWidget) -> None:
        """Prepare the ways out.

        Args:
            desk: Tools.
            register: Open.
            window: Owner of the previews.
        """
        super().__init__(window)
        self._desk, self._register, self._window = desk, register, window
        self._log = RegisterLog(register)

    def receipt(self, entry_id: str, over: QWidget) -> PaperDialog:
        """Show the receipt of a request, over the window that asked for it."""
        papers, today = self._register.papers, self._desk.today()
        return self._show(
            "Accusé de réception", lambda: papers.acknowledgement(entry_id, today), over
        )

    def access(self, entry_id: str) -> PaperDialog:
        """Show the letter that tells a person all that is noted of them."""
        papers, today = self._register.papers, self._desk.today()
        return self._show(
            "Données de la personne", lambda: papers.access(entry_id, today), self._window
        )

    def yearly(self) -> PaperDialog:
        """Show the letters to those who are still to be confirmed this year."""
        papers, today = self._register.papers, self._desk.today()
        return self._show("Appel annuel", lambda: papers.yearly(today), self._window)

    def call_sheet(self, alert_id: str) -> PaperDialog:
        """Show the sheet of calls of an alert."""
        papers, today = self._register.papers, self._desk.today()
        return self._show(
            "Feuille d’appels", lambda: papers.call_sheet(alert_id, today), self._window
        )

    def prefect(self, alert_id: str | None) -> PaperDialog:
        """Show what the prefect is given."""
        papers, today = self._register.papers, self._desk.today()
        return self._show(
            "Registre pour le préfet", lambda: papers.prefect(today, alert_id), self._window
        )

    def blank_form(self) -> None:
        """Show the blank form of a request."""
        show_blank_form(self._desk, self._window, self.notice.emit)

    def _show(
        self, title: str, make: Callable[[], RenderedPaper | None], over: QWidget
    ) -> PaperDialog:
        return show_paper(self._desk, title, make, over, self.notice.emit, self._log)


def show_blank_form(desk: Desk, window: QWidget, say: Callable[[object], object]) -> PaperDialog:
    """Show the blank form of a request; the register may be closed."""
    register, today = desk.office.register, desk.today()
    return show_paper(desk, _BLANK, lambda: register.request_form(today), window, say)
