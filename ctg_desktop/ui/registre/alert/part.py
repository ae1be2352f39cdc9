"""The alert: begun, called through, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import Alert, Call, CallResult, RegisterEntry
from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.register import CALL_RESULT_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.registre.alert.begin_page import BeginPage
from ctg_desktop.ui.registre.alert.call_words import progress_words
from ctg_desktop.ui.registre.alert.calls_page import CallsPage
from ctg_desktop.ui.registre.alert.dialogs import (
    PDF,
    EarlierCallDialog,
    ForgetDialog,
    PrefectDialog,
    end_dialog,
)
from ctg_desktop.ui.registre.output.table_file import ask_target
from ctg_desktop.ui.registre.output.ways_out import WaysOut
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.papers import PrefectTable, TableFormat


@dataclass(frozen=True, slots=True)
class _Read:
    """What the part shows: the alert that is on, whom to call in it, those that are over."""

    alert: Alert | None
    rows: list[CallRow]
    past: tuple[Alert, ...]


def _read(register: OpenRegister, today: date) -> _Read:
    alerts = register.alerts()
    alert = next((one for one in alerts if one.ended_on is None), None)
    rows = register.call_list(alert.id, today) if alert else []
    return _Read(alert, rows, tuple(one for one in alerts if one.ended_on is not None))


class AlertPart(QWidget):
    """Two faces: no alert, or the calls of the one that is on."""

    notice = Signal(object)
    told = Signal(str)
    """How far the calls are, in a word; empty without an alert."""
    called = Signal(str)
    """A call was noted on, or taken back from, the entry of this id."""

    def __init__(
        self, desk: Desk, register: OpenRegister, papers: WaysOut, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._register, self._papers = desk, register, papers
        self._latest = Latest(desk.tasks)
        self._alert: Alert | None = None
        self._noting = False
        self.begin_page = BeginPage(desk.today)
        self._calls: CallsPage | None = None
        self._faces = QStackedWidget()
        self._faces.addWidget(self.begin_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._faces)
        self._connect()

    @property
    def alert(self) -> Alert | None:
        """The alert that is on."""
        return self._alert

    @property
    def calls(self) -> CallsPage:
        """The calls of the alert; made when there is one."""
        return self._made_calls()

    def grow(self) -> bool:
        """Make the calls before there is an alert; tell whether they were still to be made."""
        is_due = self._calls is None
        self._made_calls()
        return is_due

    def reload(self, wanted: str = "") -> None:
        """Read the alerts anew; the cursor goes to a person, or to the first one to call."""
        register, today = self._register, self._desk.today()
        self._latest.run(
            lambda: _read(register, today),
            partial(self._show, wanted),
            failed=self._desk.report,
        )

    def take_focus(self) -> None:
        """Begin with the calls, or with the name of an alert."""
        if self._alert is None:
            self.begin_page.take_focus()
        else:
            self.calls.table.setFocus()

    def print_(self) -> None:
        """Show the sheet of calls."""
        if self._alert is not None:
            self._papers.call_sheet(self._alert.id)

    def note(self, result: CallResult) -> None:
        """Note what the call to the person under the cursor gave; the next one comes up.

        Until it did, a key is not heeded: it would be noted of the person before.
        """
        row, alert = self.calls.table.current(), self._alert
        if row is None or alert is None or self._noting:
            return
        self._noting = True
        register, today = self._register, self._desk.today()
        after = self.calls.table.next_to_call()

        def work() -> Call:
            at = register.now()
            entry = register.note_call(row.id, Call(at, result, alert=alert.id), today)
            return next(one for one in reversed(entry.calls) if one.result is result)

        self._desk.tasks.run(work, partial(self._noted, row.id, after), failed=self._not_noted)

    def _connect(self) -> None:
        self.begin_page.begin_wanted.connect(self._begin)
        self.begin_page.remove_wanted.connect(self._ask_remove)
        self.begin_page.resume_wanted.connect(self._resume)

    def _made_calls(self) -> CallsPage:
        if self._calls is None:
            self._calls = CallsPage(self._desk.today)
            self._faces.addWidget(self._calls)
            self._connect_calls(self._calls)
        return self._calls

    def _connect_calls(self, calls: CallsPage) -> None:
        calls.table.result_chosen.connect(self.note)
        calls.panel.result_chosen.connect(self.note)
        calls.panel.earlier_wanted.connect(self._ask_earlier)
        calls.panel.back_wanted.connect(self._take_last_back)
        calls.sheet_wanted.connect(self.print_)
        calls.prefect_wanted.connect(self._ask_prefect)
        calls.end_wanted.connect(self._ask_end)

    def _show(self, wanted: str, read: _Read) -> None:
        self._noting = False
        began = self._alert is None and read.alert is not None
        self._alert = read.alert
        if read.alert is None:
            self.begin_page.show_alerts(read.past)
            self._faces.setCurrentWidget(self.begin_page)
            self.told.emit("")
            return
        self._faces.setCurrentWidget(self.calls)
        self.calls.show_alert(read.alert, read.rows, wanted)
        self.told.emit(progress_words(read.rows, brief=True))
        if began and self.isVisible():
            self.take_focus()

    def _begin(self, name: str, on: date) -> None:
        register, today = self._register, self._desk.today()

        def refused(error: Exception) -> None:
            if isinstance(error, UserError) and error.field:
                self.begin_page.refuse(error)
            else:
                self._failed(error)

        self._desk.tasks.run(
            lambda: register.begin_alert(name, on, today),
            lambda _alert: self.reload(),
            failed=refused,
        )

    def _noted(self, entry_id: str, after: str, call: Call) -> None:
        said = f"Appel noté à {wording.time(call.at)}\u00a0: {CALL_RESULT_LABELS[call.result]}."
        undo = partial(self._take_back, entry_id, call)
        self.notice.emit(Notice(said, "Annuler", undo))
        self._follow_call(entry_id, after)

    def _not_noted(self, error: Exception) -> None:
        self._noting = False
        self._failed(error)

    def _ask_earlier(self) -> None:
        row, alert = self.calls.table.current(), self._alert
        if row is not None and alert is not None:
            dialog = EarlierCallDialog(self._desk, self._register, alert, row, self)
            dialog.noted.connect(partial(self._noted, row.id, row.id))
            _open(dialog)

    def _take_last_back(self) -> None:
        row = self.calls.table.current()
        if row is not None and row.last is not None:
            self._take_back(row.id, row.last)

    def _take_back(self, entry_id: str, call: Call) -> None:
        register = self._register

        def done(_entry: RegisterEntry) -> None:
            self.notice.emit(Notice("L’appel n’est plus noté."))
            self._follow_call(entry_id, entry_id)

        self._desk.tasks.run(
            lambda: register.take_back_call(entry_id, call), done, failed=self._failed
        )

    def _follow_call(self, entry_id: str, wanted: str) -> None:
        self.reload(wanted)
        self.called.emit(entry_id)

    def _ask_end(self) -> None:
        if self._alert is not None:
            dialog = end_dialog(self._desk, self._register, self._alert, self)
            dialog.stepped.connect(self.reload)
            _open(dialog)

    def _resume(self, alert: Alert) -> None:
        register, today = self._register, self._desk.today()

        def done(_alert: Alert) -> None:
            self.notice.emit(Notice("L’alerte continue."))
            self.reload()

        self._desk.tasks.run(
            lambda: register.end_alert(alert.id, None, today), done, failed=self._failed
        )

    def _ask_remove(self, alert: Alert) -> None:
        dialog = ForgetDialog(self._desk, self._register, alert, self)
        dialog.removed.connect(self.reload)
        _open(dialog)

    def _ask_prefect(self) -> None:
        dialog = PrefectDialog(self._desk, self)
        dialog.format_chosen.connect(self._give_prefect)
        _open(dialog)

    def _give_prefect(self, wanted: str) -> None:
        if wanted == PDF:
            self._papers.prefect(self._alert.id if self._alert else None)
            return
        ask_target(self, wanted, self._desk.today(), partial(self.write_prefect, wanted))

    def write_prefect(self, wanted: str, target: Path) -> None:
        """Write the table for the prefect into a file."""
        papers = self._register.papers

        def done(table: PrefectTable) -> None:
            many = wording.plural(table.persons, "personne", "personnes")
            said = f"{many} dans {table.path.name}. C’est noté au journal des accès."
            self.notice.emit(Notice(said))

        self._desk.tasks.run(
            lambda: papers.write_prefect(target, TableFormat(wanted)), done, failed=self._failed
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
