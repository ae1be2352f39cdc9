"""The open register: persons, alert, keepers.

It is made at each opening and gone when the register closes: no name stays behind the door.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.contact import Address
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.home_address import home_address
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.registre.alert.part import AlertPart
from ctg_desktop.ui.registre.keepers import KeepersPart
from ctg_desktop.ui.registre.output.ways_out import WaysOut
from ctg_desktop.ui.registre.people.part import PeoplePart
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.chips import Choice, FilterChips
from ctg_desktop.ui.widgets.page_header import PageHeader
from ctg_desktop.usecases.register.open_register import OpenRegister

PEOPLE, ALERT, KEEPERS = "personnes", "alerte", "designees"


class RegisterBook(QWidget):
    """Three parts under one header."""

    notice = Signal(object)
    close_wanted = Signal()
    journal_wanted = Signal()
    changed = Signal(object)
    """The :class:`Changes` of a step; those of the form are announced already."""

    def __init__(self, desk: Desk, register: OpenRegister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.register = register
        self.papers = WaysOut(desk, register, self)
        self.people = PeoplePart(desk, register, self.papers)
        self._alert: AlertPart | None = None
        self._keepers: KeepersPart | None = None
        self.chips = FilterChips("Parties du registre")
        self.close_button = plain("Fermer le registre", self.close_wanted.emit, Icon.LOCK)
        new = primary("Nouvelle demande", self.new_, Icon.ADD)
        self.header = PageHeader("Registre", (self.close_button, new))
        self._stack = QStackedWidget()
        self._progress = ""
        self._lay_out()
        self._connect()

    @property
    def alert(self) -> AlertPart:
        """The alert; made now if it is not yet."""
        if self._alert is None:
            self._alert = AlertPart(self._desk, self.register, self.papers)
            self._alert.told.connect(self._tell_progress)
            self._alert.called.connect(self._follow_call)
            self._take_in(self._alert)
            self._alert.reload()
        return self._alert

    @property
    def keepers(self) -> KeepersPart:
        """Who keeps the register; made now if it is not yet."""
        if self._keepers is None:
            self._keepers = KeepersPart(self._desk, self.register)
            self._keepers.journal_wanted.connect(self.journal_wanted)
            self._take_in(self._keepers)
            self._keepers.load()
        return self._keepers

    def begin(self) -> None:
        """Read the list, then make what is beside and behind it."""
        office, today = self._desk.office, self._desk.today()
        self._desk.tasks.run(lambda: home_address(office, today), self._begin)

    def show_part(self, key: str) -> None:
        """Show one of the parts."""
        self.chips.choose(key)
        self._stack.setCurrentWidget(self._part(key))
        self.take_focus()

    def take_focus(self) -> None:
        """Begin in the part that is shown."""
        shown = self._stack.currentWidget()
        if isinstance(shown, PeoplePart | AlertPart):
            shown.take_focus()
        else:
            self.chips.take_focus()

    def new_(self) -> None:
        """Begin a request."""
        self.show_part(PEOPLE)
        self.people.new_()

    def save_(self) -> None:
        """Save what is typed."""
        if self._stack.currentWidget() is self._keepers:
            self.keepers.save()
        else:
            self.people.editor.save()

    def print_(self) -> None:
        """Print what the part is for: the sheet of calls, or the blank form."""
        if self._stack.currentWidget() is self._alert and self.alert.alert is not None:
            self.alert.print_()
        else:
            self.papers.blank_form()

    def focus_search(self) -> None:
        """Go to the line that filters the list."""
        self.show_part(PEOPLE)
        self.people.focus_search()

    def keep(self) -> None:
        """Keep the draft of what is typed; nothing is stored that nobody decided on."""
        self.people.keep()

    def give_up_dialogs(self) -> None:
        """Close what stands over the register."""
        for dialog in self.findChildren(QDialog):
            dialog.reject()

    def _begin(self, home: Address) -> None:
        self.people.begin(home)
        QTimer.singleShot(0, self, self._make_more)

    def _make_more(self) -> None:
        """Make one part more, and let the window breathe before the next."""
        if not self.register.is_open:
            return
        if self.people.grow() or self.alert.grow():
            QTimer.singleShot(0, self, self._make_more)
        else:
            follow_layout(self)

    def _part(self, key: str) -> QWidget:
        if key == ALERT:
            return self.alert
        return self.keepers if key == KEEPERS else self.people

    def _take_in(self, part: AlertPart | KeepersPart) -> None:
        part.notice.connect(self.notice)
        self._stack.addWidget(part)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT + UNIT // 2)
        column.addWidget(self.header)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.people)
        self._name_parts()

    def _connect(self) -> None:
        self.chips.chosen.connect(self.show_part)
        for part in (self.people, self.papers):
            part.notice.connect(self.notice)
        self.people.changed.connect(self._follow)
        self.people.stored.connect(self._reload_alert)

    def _tell_progress(self, words: str) -> None:
        self._progress = words
        self._name_parts()

    def _name_parts(self) -> None:
        alert = f"Alerte\u00a0: {self._progress}" if self._progress else "Alerte canicule"
        self.chips.set_choices(
            (
                Choice(PEOPLE, "Personnes"),
                Choice(ALERT, alert),
                Choice(KEEPERS, "Personnes désignées"),
            )
        )

    def _follow(self, changes: Changes) -> None:
        self._reload_alert()
        self.changed.emit(changes)

    def _reload_alert(self) -> None:
        if self._alert is not None:
            self._alert.reload()

    def _follow_call(self, entry_id: str) -> None:
        if self.people.record_id == entry_id:
            self.people.editor.reload()
