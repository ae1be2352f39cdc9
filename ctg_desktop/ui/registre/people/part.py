"""The persons of the register: views, list and detail, and what connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.register.entry import EntryState, RegisterEntry, Removal, Request
from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.domain.register.views import RegisterView, shown_rows, view_counts
from ctg_desktop.messages.register import VIEW_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.detail_frame import list_and_detail
from ctg_desktop.ui.editing.left_unsaved import LeftUnsaved, left_notice
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.registre.output.ways_out import WaysOut
from ctg_desktop.ui.registre.people.detail import EntryDetail
from ctg_desktop.ui.registre.people.empty import nobody_chosen, nobody_found, nobody_yet
from ctg_desktop.ui.registre.people.entry_table import EntryTable, EntryTableModel
from ctg_desktop.ui.registre.people.list_head import ListHead
from ctg_desktop.ui.registre.people.refusal_card import RefusalCard
from ctg_desktop.ui.registre.people.step_actions import StepActions
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.chips import Choice
from ctg_desktop.ui.widgets.folding_chips import FoldingChips
from ctg_desktop.usecases.register.open_register import OpenRegister

DRAFTS = "entry:"


class PeoplePart(QWidget):
    """List and detail."""

    notice = Signal(object)
    changed = Signal(object)
    """The :class:`Changes` of the register."""
    stored = Signal()
    """What was typed is stored."""

    def __init__(
        self, desk: Desk, register: OpenRegister, papers: WaysOut, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._register = desk, register
        self._latest = Latest(desk.tasks)
        self._papers = papers
        self._rows: Sequence[EntryRow] = ()
        self._home = Address()
        self.view = RegisterView.ALL
        self.chips = FoldingChips("Quelles personnes")
        self.head = ListHead(papers.blank_form)
        self.line = self.head.line
        self.letters_button = plain("Lettres de l’appel annuel…", papers.yearly, Icon.PRINT)
        self.model = EntryTableModel(desk.today)
        self.table = EntryTable(self.model)
        self._detail: EntryDetail | None = None
        self.refusal = RefusalCard()
        self.acts = StepActions(desk, register, papers, self)
        self._yet = nobody_yet(self.new_, papers.blank_form)
        self._none, self._nothing = nobody_found(), nobody_chosen()
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._show_counts()
        self._connect()

    @property
    def detail(self) -> EntryDetail:
        """The person that is shown; made now if it is not yet."""
        made = self._made_detail()
        made.growing.finish()
        return made

    @property
    def editor(self) -> RecordEditor[RegisterEntry]:
        """Of the person that is shown."""
        return self.detail.editor

    @property
    def record_id(self) -> str:
        """The person that is shown; empty for none."""
        return self._detail.editor.record_id if self._detail else ""

    @property
    def is_open(self) -> bool:
        """Whether somebody is shown, or is being entered."""
        return self._detail is not None and self._detail.editor.is_open

    def grow(self) -> bool:
        """Make a part of what is beside the list; tell whether there was one left."""
        if self._detail is None:
            self._made_detail()
            return True
        return self._detail.growing.grow()

    def keep(self) -> None:
        """Keep the draft of what is typed."""
        if self._detail is not None:
            self._detail.editor.keep()

    def begin(self, home: Address) -> None:
        """Read the list, then what was typed and not saved.

        Args:
            home: Where most persons live, proposed for a new one.
        """
        self._home = home
        self.reload()
        drafts = self._register.drafts
        self._desk.tasks.run(lambda: drafts.keys(DRAFTS), self._take_up, failed=self._desk.report)

    def reload(self) -> None:
        """Read the list anew."""
        register, today = self._register, self._desk.today()
        self._latest.run(lambda: register.entries(today), self._show, failed=self._desk.report)

    def take_focus(self) -> None:
        """Begin in the list, or with the first request."""
        if self._left.currentWidget() is self._yet:
            self._yet.take_focus()
        else:
            self.table.enter()

    def new_(self) -> None:
        """Begin a request that came today."""
        home = self._home
        blank = RegisterEntry(
            request=Request(self._desk.today()), postal_code=home.postal_code, city=home.city
        )
        self.table.clearSelection()
        self.editor.start_new(self.detail.focus_first, blank)

    def focus_search(self) -> None:
        """Go to the line that filters the list."""
        self.line.setFocus()
        self.line.selectAll()

    def show_view(self, view: str) -> None:
        """Show another view."""
        self.view = RegisterView(view)
        self.chips.choose(view)
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT + UNIT // 2)
        column.addWidget(self.chips)
        left = QWidget()
        column.addWidget(list_and_detail(left, self._right), 1)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(UNIT)
        inner.addWidget(self.head)
        inner.addWidget(self._left, 1)
        inner.addWidget(self.letters_button, 0, Qt.AlignmentFlag.AlignLeft)
        for shown in (self.table, self._none, self._yet):
            self._left.addWidget(shown)
        for beside in (self._nothing, self.refusal):
            self._right.addWidget(beside)

    def _connect(self) -> None:
        self.chips.chosen.connect(self.show_view)
        self.line.settled.connect(lambda _text: self._fill())
        self.line.leave_down.connect(self.table.enter)
        self.table.current_changed.connect(self._open_row)
        self.table.delete_wanted.connect(self._remove)
        self.refusal.remove_wanted.connect(self._remove_refusal)
        self.acts.stepped.connect(self._after_step)
        self.acts.gone.connect(self._after_end)

    def _made_detail(self) -> EntryDetail:
        if self._detail is None:
            self._detail = EntryDetail(self._desk, self._register)
            self._right.addWidget(self._detail)
            self._connect_detail(self._detail)
        return self._detail

    def _connect_detail(self, detail: EntryDetail) -> None:
        editor, steps, do = detail.editor, detail.steps, self.acts
        detail.form.oral.form_wanted.connect(self._papers.blank_form)
        do.refused.connect(detail.refuse_error)
        self.table.edit_wanted.connect(detail.focus_first)
        detail.back_wanted.connect(self.table.setFocus)
        detail.delete_wanted.connect(lambda _id: self._remove())
        detail.notice.connect(self.notice)
        editor.opened.connect(self._show_right)
        editor.closed.connect(self._show_right)
        editor.stored.connect(self._stored)
        editor.left_unsaved.connect(self._tell_left)
        for asked, action in (
            (steps.acknowledge_wanted, do.acknowledge),
            (steps.enrol_wanted, do.enrol),
            (steps.confirm_wanted, do.confirm),
            (steps.object_wanted, do.object),
            (detail.access_wanted, lambda entry: self._papers.access(entry.id)),
            (detail.trail.receipt_mistaken, do.take_receipt_back),
            (detail.trail.entry_mistaken, do.take_entry_back),
            (detail.trail.confirmation_mistaken, do.take_confirmation_back),
        ):
            asked.connect(lambda action=action: self._with_entry(action))

    def _with_entry(self, action: Callable[[RegisterEntry], None]) -> None:
        """Do a step for the person that is shown, once what is typed of them is stored."""
        base = self.editor.base
        if base is not None and base.id:
            self.editor.save()
            action(base)

    def _remove(self) -> None:
        self._with_entry(self.acts.remove)

    def _remove_refusal(self, refusal_id: str) -> None:
        register = self._register
        self._desk.tasks.run(
            lambda: register.remove(refusal_id, Removal.ERROR),
            lambda _none: self._after_end(refusal_id, "Opposition retirée."),
            failed=self._desk.report,
        )

    def _after_step(self, entry_id: str, said: str) -> None:
        self.editor.reload()
        self._after(entry_id, said)

    def _after_end(self, entry_id: str, said: str) -> None:
        if self.record_id == entry_id:
            self.editor.drop()
        # At once: the focus that comes back to the list must find nobody who is gone.
        self._show([row for row in self._rows if row.id != entry_id])
        self._right.setCurrentWidget(self._nothing)
        self._after(entry_id, said)
        self.table.setFocus()

    def _after(self, entry_id: str, said: str) -> None:
        self.notice.emit(Notice(said))
        self.reload()
        self.changed.emit(Changes(register=frozenset({entry_id})))

    def _stored(self, _changes: Changes) -> None:
        self.reload()
        self.stored.emit()

    def _take_up(self, drafts: list[str]) -> None:
        if drafts and not self.is_open:
            entry_id = drafts[-1].removeprefix(DRAFTS)
            if entry_id == "new":
                self.new_()
            else:
                self.editor.open(entry_id)

    def _show(self, rows: list[EntryRow]) -> None:
        self._rows = rows
        self._show_counts()
        self._fill()

    def _show_counts(self) -> None:
        counts = view_counts(self._rows)
        self.chips.set_choices(
            [Choice(view, VIEW_LABELS[view], counts[view]) for view in RegisterView]
        )
        self.chips.choose(self.view)

    def _fill(self) -> None:
        rows = shown_rows(self._rows, self.view, self.line.text())
        self.table.show_rows(rows)
        if self.record_id and not self.table.current_id():
            self.table.go_to(self.record_id)
        empty = self._none if self._rows else self._yet
        self._left.setCurrentWidget(self.table if rows else empty)
        self.letters_button.setVisible(self.view is RegisterView.TO_CONFIRM and bool(rows))
        gone = self.refusal.record_id not in {row.id for row in rows}
        if self._right.currentWidget() is self.refusal and gone:
            self._right.setCurrentWidget(self._nothing)
        self._make_room()

    def _make_room(self) -> None:
        """An empty register needs no place for whoever is chosen."""
        self.head.setVisible(bool(self._rows))
        self._right.setVisible(bool(self._rows) or self.is_open)

    def _open_row(self, row: EntryRow) -> None:
        if row.state is EntryState.REFUSED:
            if self.is_open:
                self.editor.close()
            self.refusal.show_refusal(row)
            self._right.setCurrentWidget(self.refusal)
        elif row.id != self.record_id:
            self.editor.open(row.id)

    def _show_right(self) -> None:
        self._right.setCurrentWidget(self.detail if self.is_open else self._nothing)
        self._make_room()

    def _tell_left(self, left: LeftUnsaved) -> None:
        back = self.editor.open if left.id else lambda _id: self.editor.start_new()
        self.notice.emit(left_notice(left, lambda: back(left.id)))
