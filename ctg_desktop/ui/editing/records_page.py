"""What pages of records have in common: a list, one of its records beside it, how to begin."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.detail_frame import list_and_detail
from ctg_desktop.ui.editing.history_dialog import HistoryDialog
from ctg_desktop.ui.editing.left_unsaved import LeftUnsaved, left_notice
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.page import Page
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.empty_page import EmptyPage

_SPACING = UNIT + UNIT // 2


class RecordsPage(Page):
    """A header above records, or above what a page says that has none yet.

    Subclasses say what an empty page shows, tell their ``editor``, and begin their layout with
    ``lay_out`` or ``lay_out_filtered``.
    """

    entity = ""
    """Kind of its records, as drafts and histories call it."""
    _empty: EmptyPage
    """Shown before the first record; made by a subclass, whose actions it offers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._body = QStackedWidget()

    @property
    def editor(self) -> RecordEditor[Any]:
        """What opens, saves and closes a record."""
        raise NotImplementedError

    @property
    def record_id(self) -> str:
        """The record that is open."""
        return self.editor.record_id

    def take_focus(self) -> None:
        """Begin with the records, or with what an empty page offers."""
        if self._body.currentWidget() is self._empty:
            self._empty.take_focus()
        else:
            self.focus_list()

    def focus_list(self) -> None:
        """Put the focus where a record is chosen."""
        raise NotImplementedError

    def save_(self) -> None:
        """Save what is typed."""
        self.editor.save()

    def lay_out(self, header: QWidget, filled: QWidget) -> None:
        """Put the header above the records; from the outside in.

        A widget is dressed anew each time what holds it moves: what stands in ``filled`` is put
        there afterwards.
        """
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(header)
        column.addWidget(self._body, 1)
        self._body.addWidget(filled)
        self._body.addWidget(self._empty)

    def lay_out_filtered(
        self, header: QWidget, chips: QWidget, left: QWidget, right: QWidget
    ) -> None:
        """Put the header above the chips, and these above a list and what stands beside it."""
        filled = QWidget()
        self.lay_out(header, filled)
        inner = QVBoxLayout(filled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(_SPACING)
        inner.addWidget(chips)
        inner.addWidget(list_and_detail(left, right), 1)

    def show_body(self, *, empty: bool, begins: bool) -> None:
        """Show the records, or how to begin.

        Args:
            empty: There are none, and none is being typed.
            begins: The focus stands where work begins, and goes along.
        """
        self._body.setCurrentIndex(1 if empty else 0)
        if begins and empty:
            self._empty.take_focus()

    def take_up(self, drafts: list[str]) -> None:
        """Show what was typed last and not saved, unless something is open by now.

        Args:
            drafts: Keys, the newest last.
        """
        if drafts and not self.editor.is_open:
            record_id = drafts[-1].partition(":")[2]
            if record_id == "new":
                self.editor.start_new()
            else:
                self.show_record(record_id)

    def show_history(self, record_id: str, name: str) -> None:
        """Show what was done to a record."""
        dialog = HistoryDialog(self.desk, self.entity, record_id, name, self)
        dialog.notice.connect(self.notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tell_left(self, left: LeftUnsaved) -> None:
        """Say that a record was left and could not be saved, and lead back to it."""
        back = self.editor.open if left.id else lambda _id: self.editor.start_new()
        self.notice.emit(left_notice(left, lambda: back(left.id)))
