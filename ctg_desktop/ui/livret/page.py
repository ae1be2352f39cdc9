"""The page of the directory: composes filters, list and detail, and connects them."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.directory import ListingFilter, ListingState
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.records_page import RecordsPage
from ctg_desktop.ui.impressions.requests import ListingsWanted, PaperKey
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.livret.bulk import BulkActions
from ctg_desktop.ui.livret.detail import ListingDetail
from ctg_desktop.ui.livret.empty import empty_directory, no_listing_chosen
from ctg_desktop.ui.livret.filters import DirectoryFilters
from ctg_desktop.ui.livret.listing_list import PREFERENCE, ListingList
from ctg_desktop.ui.livret.reading import Overview, read_overview
from ctg_desktop.ui.livret.saved_searches import SavedSearches
from ctg_desktop.ui.livret.selection_panel import SelectionPanel
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.page_header import PageHeader


class DirectoryPage(RecordsPage):
    """The directory, titled "Livret"."""

    title = "Livret"
    entity = "listing"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._overview = Latest(desk.tasks)
        self._started = False
        self._after_removal: int | None = None
        self.filters = DirectoryFilters(self)
        self.searches = SavedSearches(desk)
        self.list = ListingList(desk, self.filters.line, self.searches)
        self.detail = ListingDetail(desk)
        self.selection = SelectionPanel()
        self.bulk = BulkActions(desk, self)
        bring_in = plain("Importer…", self.import_)
        new = primary("Nouvelle fiche", self.new_, Icon.ADD)
        self.header = PageHeader(
            "Livret",
            (bring_in, plain("Exporter…", self.export_), plain("Imprimer", self.print_), new),
        )
        self._nothing = no_listing_chosen()
        self._empty = empty_directory(self.import_, self.new_)
        keep_out(desk, bring_in, new, self._empty, *self.selection.changing)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def editor(self) -> RecordEditor[Listing]:
        """What opens, saves and closes a listing."""
        return self.detail.editor

    def activated(self) -> None:
        """Read what the page shows; the first time, also what was typed and not saved."""
        self._reload()
        if not self._started:
            self._started = True
            desk = self.desk
            self.desk.tasks.run(
                lambda: (
                    desk.office.settings.preference(PREFERENCE, {}),
                    desk.office.drafts.keys("listing:"),
                ),
                self._start,
            )

    def focus_list(self) -> None:
        """Put the focus into the list."""
        self.list.table.setFocus()

    def show_record(self, record_id: str) -> None:
        """Show one listing, selected in the list if the list holds it."""
        self.list.table.clearSelection()
        self.list.table.go_to(record_id)
        self.editor.open(record_id)

    def show_filter(self, wanted: object) -> None:
        """Show the list with a filter."""
        if isinstance(wanted, ListingFilter):
            self.filters.show_filter(wanted)
            self.searches.show_filter(wanted)
            self._reload()

    def new_(self) -> None:
        """Begin a listing, in the chapter that the list is filtered by."""
        category = self.filters.wanted.category or Listing().category
        blank = Listing(category=category, verified_on=self.desk.today())
        self.list.table.clearSelection()
        self.editor.start_new(self.detail.focus_first, blank)

    def print_(self) -> None:
        """Print the booklet."""
        self.print_wanted.emit(PaperKey.BOOKLET, None)

    def focus_search(self) -> None:
        """Go to the line that filters the list."""
        self.filters.line.setFocus()
        self.filters.line.selectAll()

    def flush(self) -> None:
        """Save what is typed, or keep its draft."""
        self.editor.leave()
        self.list.flush()

    def _lay_out(self) -> None:
        self.lay_out_filtered(self.header, self.filters.chips, self.list, self._right)
        for widget in (self._nothing, self.detail, self.selection):
            self._right.addWidget(widget)

    def _connect(self) -> None:
        self.desk.bus.changed.connect(self._note)
        self.filters.changed.connect(self.list.show_filter)
        self.filters.changed.connect(self.searches.show_filter)
        self.searches.chosen.connect(self.show_filter)
        self.searches.notice.connect(self.notice)
        self.list.loaded.connect(self._list_loaded)
        self.list.all_wanted.connect(lambda: self.show_filter(ListingFilter()))
        table = self.list.table
        table.current_changed.connect(self._open_current)
        table.selection_changed.connect(lambda _count: self._show_right())
        table.edit_wanted.connect(self.detail.focus_first)
        self.detail.back_wanted.connect(table.setFocus)
        table.delete_wanted.connect(lambda: self._delete(table.selected_ids()))
        self.editor.opened.connect(self._show_right)
        self.editor.closed.connect(self._show_right)
        self.editor.stored.connect(lambda _changes: self.saved.emit())
        self.editor.left_unsaved.connect(self.tell_left)
        self.detail.open_wanted.connect(self.show_record)
        self.detail.delete_wanted.connect(lambda record_id: self._delete([record_id]))
        self.detail.history_wanted.connect(self.show_history)
        self.detail.notice.connect(self.notice)
        self.bulk.notice.connect(self.notice)
        self._connect_selection()

    def _connect_selection(self) -> None:
        chosen, panel = self.list.table.selected_ids, self.selection
        panel.verify.connect(lambda: self.bulk.verify(chosen()))
        panel.move_to.connect(lambda category: self.bulk.move(chosen(), category))
        panel.publish.connect(lambda on: self.bulk.publish(chosen(), published=on))
        panel.print_on.connect(
            lambda paper: self.print_wanted.emit(paper, ListingsWanted(tuple(chosen())))
        )
        panel.delete.connect(lambda: self._delete(chosen()))

    def _start(self, found: tuple[dict[str, object], list[str]]) -> None:
        preference, drafts = found
        self.list.restore(preference)
        self.list.reload()
        self.take_up(drafts)

    def _reload(self) -> None:
        office, today = self.desk.office, self.desk.today()
        self._overview.run_after_paint(lambda: read_overview(office, today), self._show_overview)
        self.list.show_filter(self.filters.wanted)

    def _note(self, changes: Changes) -> None:
        if not self._started:
            return
        searched = "searches" in changes.settings
        if changes.listings or changes.categories or changes.themes or searched:
            self._reload()
        if self.editor.record_id in changes.listings:
            self.editor.reload()

    def _show_overview(self, overview: Overview) -> None:
        self.header.set_summary(overview.words())
        self.searches.set_choices(overview.searches, overview.themes, overview.categories)
        name = self.searches.name_of(self.filters.wanted)
        self.filters.show_counts(overview.categories, overview.counts, name)
        self.list.set_categories({one.code: one.label for one in overview.categories})
        closed = overview.counts.by_state.get(ListingState.CLOSED, 0) > 0
        self.list.table.set_some_closed(closed)
        self.detail.set_vocabulary(overview.categories, overview.themes)
        self.selection.set_categories(overview.categories)
        self._is_empty = overview.counts.total == 0
        self._show_body()

    _is_empty = False

    def _show_body(self) -> None:
        empty = self._is_empty and not self.editor.is_open
        self.show_body(empty=empty, begins=self.list.table.hasFocus())

    def _show_right(self) -> None:
        count = self.list.table.selected_count()
        if count > 1:
            self.selection.show_count(count)
            self._right.setCurrentWidget(self.selection)
        else:
            shown = self.detail if self.editor.is_open else self._nothing
            self._right.setCurrentWidget(shown)
        self._show_body()

    def _open_current(self, listing_id: str) -> None:
        if listing_id != self.editor.record_id:
            self.editor.open(listing_id)

    def _list_loaded(self) -> None:
        table, record_id = self.list.table, self.editor.record_id
        place, self._after_removal = self._after_removal, None
        if place is not None and self.list.ids:
            table.selectRow(min(place, len(self.list.ids) - 1))
        elif record_id and table.selected_count() <= 1:
            table.go_to(record_id)

    def _delete(self, ids: list[str]) -> None:
        if ids and self.desk.may_change:
            self.editor.close()
            self._after_removal = self.list.model.position_of(ids[0])
            self.bulk.delete(ids)

    def import_(self) -> None:
        """Open the import, which shows what it would do before it does it."""
        from ctg_desktop.ui.importing.dialog import ImportDialog

        dialog = ImportDialog(self.desk, self)
        dialog.notice.connect(self.notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_(self) -> None:
        """Open the export: the directory as a table, a calendar or an address book."""
        from ctg_desktop.ui.importing.export_dialog import ExportDialog

        dialog = ExportDialog(self.desk, self)
        dialog.notice.connect(self.notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
