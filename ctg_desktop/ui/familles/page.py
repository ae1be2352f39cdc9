"""The page of families: composes filters, list and detail, and connects them."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.listing import HouseholdFilter, HouseholdView
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.records_page import RecordsPage
from ctg_desktop.ui.familles.between_families import BetweenFamilies
from ctg_desktop.ui.familles.detail import HouseholdDetail
from ctg_desktop.ui.familles.empty import empty_families
from ctg_desktop.ui.familles.filters import FamilyFilters
from ctg_desktop.ui.familles.household_list import HouseholdList
from ctg_desktop.ui.familles.mailing import FamilyMailingMenu
from ctg_desktop.ui.familles.one_screen import OneScreen
from ctg_desktop.ui.familles.reading import Overview, read_overview
from ctg_desktop.ui.familles.right_side import RightSide
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.page_header import PageHeader

FAMILY_SETTING = "families"


class FamiliesPage(RecordsPage):
    """The families, titled "Familles"."""

    title = "Familles"
    entity = "household"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._latest = Latest(desk.tasks)
        self._started, self._counts_due, self._is_counted = False, False, False
        self._overview = Overview()
        self.filters = FamilyFilters(self)
        self.list = HouseholdList(desk, self.filters)
        self.mailing = FamilyMailingMenu(desk, self)
        self.refer_button = plain("Orienter un visiteur", self.refer_wanted.emit)
        self.refer_button.setToolTip("Ctrl+R")
        self.figures_button = plain("Chiffres", self.show_figures)
        new = primary("Nouvelle famille", self.new_, Icon.ADD)
        self.header = PageHeader(
            "Familles", (self.mailing.button, self.figures_button, self.refer_button, new)
        )
        self._empty = empty_families(self.new_, self.refer_wanted.emit)
        keep_out(desk, new, self.refer_button, self._empty)
        self._right = RightSide(desk)
        self._lay_out()
        self._connect()

    @property
    def detail(self) -> HouseholdDetail:
        """One household, its form and what happened with it; made once the list is painted."""
        return self._right.detail

    @property
    def editor(self) -> RecordEditor[Household]:
        """What opens, saves and closes a household."""
        return self.detail.editor

    @cached_property
    def one_screen(self) -> OneScreen:
        """Gives a new family the whole page."""
        return OneScreen(self._right.begun_detail(), (self.header, self.filters.chips, self.list))

    @property
    def record_id(self) -> str:
        """The household that is open."""
        return self._right.record_id

    def activated(self) -> None:
        """Read what the page shows; the first time, also what was typed and not saved."""
        self._reload()
        if not self._started:
            self._started = True
            drafts = self.desk.office.drafts
            self.desk.tasks.run(lambda: drafts.keys("household:"), self.take_up)
            self._right.make_soon()

    def focus_list(self) -> None:
        """Put the focus into the list."""
        self.list.table.setFocus()

    def show_record(self, record_id: str) -> None:
        """Show one household, selected in the list if the list holds it."""
        self.list.table.clearSelection()
        self.list.table.go_to(record_id)
        self.editor.open(record_id)

    def show_filter(self, wanted: object) -> None:
        """Show the list with a filter."""
        if isinstance(wanted, HouseholdFilter):
            self.filters.show_filter(wanted)
            self._reload()

    def new_(self) -> None:
        """Begin a household that arrives today, in the commune."""
        if self.one_screen.is_aside:
            self.one_screen.begin()
            self.detail.focus_first()
            return
        if not self._is_counted:
            self._begin_when_counted()
            return
        self.one_screen.begin()
        blank = Household(arrival_date=self.desk.today(), address=self._overview.home)
        self.list.table.clearSelection()
        self.editor.start_new(self.detail.focus_first, blank)

    def show_figures(self) -> None:
        """Show the figures of a year, without names."""
        from ctg_desktop.ui.familles.figures_dialog import FiguresDialog

        dialog = FiguresDialog(self.desk, self)
        dialog.notice.connect(self.notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def focus_search(self) -> None:
        """Go to the line that filters the list."""
        self.filters.line.setFocus()
        self.filters.line.selectAll()

    def flush(self) -> None:
        """Save what is typed, or keep its draft."""
        self._right.flush()

    def _lay_out(self) -> None:
        self.lay_out_filtered(self.header, self.filters.chips, self.list, self._right)
        self._right.fill()

    def _connect(self) -> None:
        self.desk.bus.changed.connect(self._note)
        self._right.made.connect(self._connect_detail)
        self.filters.changed.connect(self._show_list)
        self.list.loaded.connect(self._list_loaded)
        self.list.all_wanted.connect(lambda: self.show_filter(HouseholdFilter(HouseholdView.ALL)))
        table = self.list.table
        table.current_changed.connect(self._open_current)
        table.edit_wanted.connect(self._focus_first)
        self.mailing.notice.connect(self.notice)

    def _connect_detail(self, detail: HouseholdDetail) -> None:
        detail.back_wanted.connect(self._show_list_again)
        detail.draft_line.taken_up.connect(self.one_screen.begin)
        detail.editor.opened.connect(self._show_right)
        detail.editor.closed.connect(self._show_right)
        detail.editor.stored.connect(lambda _changes: self.saved.emit())
        detail.history_wanted.connect(self.show_history)
        detail.notice.connect(self.notice)
        between = BetweenFamilies(self.desk, detail, self.one_screen)
        between.show_wanted.connect(self.show_record)
        between.forgotten.connect(self.focus_list)
        between.notice.connect(self.notice)

    def _reload(self) -> None:
        self._counts_due = True
        self._show_list(self.filters.wanted)

    def _begin_when_counted(self) -> None:
        """Begin a family once it is known where the commune is."""
        office, today = self.desk.office, self.desk.today()

        def begin(overview: Overview) -> None:
            self._show_overview(overview)
            self.new_()

        self.desk.tasks.run(lambda: read_overview(office, today), begin)

    def _read_overview(self) -> None:
        office, today = self.desk.office, self.desk.today()
        self._latest.run_after_paint(lambda: read_overview(office, today), self._show_overview)

    def _show_list(self, wanted: HouseholdFilter) -> None:
        self.mailing.show_list(wanted)
        self.list.show_filter(wanted)

    def _note(self, changes: Changes) -> None:
        if not self._started:
            return
        families = changes.households or changes.notes or changes.referrals
        if families or FAMILY_SETTING in changes.settings or changes.listings:
            self._reload()
        if not self.record_id:
            return
        if self.record_id in changes.households:
            self.editor.reload()
        elif changes.notes or changes.referrals:
            self.detail.reload_dealings()

    def _show_overview(self, overview: Overview) -> None:
        self._overview, self._is_counted = overview, True
        self.header.set_summary(overview.words())
        self.filters.show_counts(overview.counts)
        self._right.set_settings(overview.settings)
        self._show_body()

    def _show_body(self) -> None:
        empty = self._overview.is_empty and not self._right.is_open
        self.show_body(empty=empty, begins=self.list.table.hasFocus())

    def _show_list_again(self) -> None:
        self.one_screen.step_aside()
        self.list.table.setFocus()

    def _show_right(self) -> None:
        self.one_screen.follow()
        self._right.show_open()
        self._show_body()

    def _open_current(self, household_id: str) -> None:
        if household_id != self.record_id:
            self.editor.open(household_id)

    def _focus_first(self) -> None:
        self.detail.focus_first()

    def _list_loaded(self) -> None:
        if self.record_id:
            self.list.table.go_to(self.record_id)
        if self._counts_due:
            self._counts_due = False
            self._read_overview()
