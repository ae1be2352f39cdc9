"""What happened to one record, and taking a part of it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain import wording
from ctg_desktop.domain.history import ChangeSet, Operation, UndoReport
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.labels import label_of
from ctg_desktop.messages.values import Names, field_words, value_words
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.text import ElidedText, IconText, Text, section_title

_SIZE = QSize(860, 520)
_LIST_WIDTH = 300
_WHOLE = {
    Operation.CREATED: "L’entrée a été créée.",
    Operation.DELETED: "L’entrée a été supprimée.",
}


class HistoryDialog(QDialog):
    """Change sets on the left, what the chosen one did on the right."""

    notice = Signal(object)

    def __init__(
        self, desk: Desk, entity: str, record_id: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._entity, self._id = desk, entity, record_id
        self._sets: list[ChangeSet] = []
        self._names: Names = {}
        self.setWindowTitle("Historique")
        self.resize(_SIZE)
        self._title = ElidedText(f"Historique de « {name} »")
        self._title.setFont(section_title("").font())
        self.list = QListWidget()
        self.list.setAccessibleName("Modifications")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setSpacing(UNIT // 4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._show)
        self.whole = Text(wrap=True)
        self.table = _fields_table()
        self.message = IconText(Icon.INFORMATION, "", Tone.INFORMATION)
        self.message.hide()
        self.undo_button = plain("Annuler cette modification", self._undo, Icon.UNDO)
        self.undo_button.setEnabled(False)
        keep_out(desk, self.undo_button)
        self._lay_out()
        self._read()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(UNIT)
        right.addWidget(self.whole)
        right.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        column = framed_column(self, spacing=MARGIN)
        column.addWidget(self._title)
        column.addLayout(middle, 1)
        column.addWidget(self.message)
        column.addLayout(foot((self.undo_button,), (plain("Fermer", self.accept),)))

    def _read(self) -> None:
        office = self._desk.office

        def work() -> tuple[list[ChangeSet], Names]:
            names = {one.code: one.label for one in office.settings.categories()}
            names |= {one.code: one.label for one in office.settings.themes()}
            sets = office.journal.history(self._entity, self._id)
            return sets, names | office.directory.names(_referred(sets))

        self._desk.tasks.run(work, self._fill, failed=self._refuse)

    def _fill(self, found: tuple[list[ChangeSet], Names]) -> None:
        self._sets, self._names = found
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for one in self._sets:
            self.list.addItem(_words(one))
        if self._sets:
            self.list.setCurrentRow(min(row, len(self._sets) - 1))
            self.list.setFocus()
        else:
            self.whole.setText("Aucune modification n’est enregistrée.")

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._sets):
            return
        chosen = self._sets[row]
        self.undo_button.setEnabled(not chosen.undone)
        mine = [one for one in chosen.changes if one.id == self._id]
        operations = {one.operation for one in mine}
        said = [words for operation, words in _WHOLE.items() if operation in operations]
        if chosen.undone:
            said.append("Cette modification a été annulée.")
        if chosen.size > 1:
            said.append(f"Elle a touché {wording.plural(chosen.size, 'entrée', 'entrées')}.")
        self.whole.setText(" ".join(said))
        self.whole.setVisible(bool(said))
        self._show_fields([(name, *pair) for one in mine for name, pair in one.fields.items()])

    def _show_fields(self, fields: Sequence[tuple[str, object, object]]) -> None:
        self.table.setRowCount(len(fields))
        for row, (name, old, new) in enumerate(fields):
            for column, words in enumerate(
                (
                    field_words(name),
                    value_words(name, old, self._names),
                    value_words(name, new, self._names),
                )
            ):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.setVisible(bool(fields))
        self.table.resizeRowsToContents()
        for row in range(len(fields)):
            self.table.setRowHeight(row, self.table.rowHeight(row) + UNIT)

    def _undo(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._sets):
            journal, change_set = self._desk.office.journal, self._sets[row].id
            self._desk.tasks.run(
                lambda: journal.undo(change_set), self._undone, failed=self._refuse
            )

    def _undone(self, report: UndoReport) -> None:
        self._desk.bus.changed.emit(report.changes)
        words = "Modification annulée."
        if report.kept:
            fields = wording.joined([field_words(one.field).lower() for one in report.kept])
            words += f" Gardé, car modifié depuis\u00a0: {fields}."
        self.message.show_text(words, Icon.CHECKED, Tone.GOOD)
        self.message.show()
        self.notice.emit(Notice(words))
        self._read()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self.message.show_text(sentence(error), Icon.ERROR, Tone.ERROR)
            self.message.show()
        else:
            self._desk.report(error)


def _fields_table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName("Champs modifiés")
    table.setHorizontalHeaderLabels(["Champ", "Avant", "Après"])
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _words(change: ChangeSet) -> str:
    who = f" · {change.actor}" if change.actor else ""
    return f"{label_of(change)}\n{wording.moment(change.at)}{who}"


def _referred(sets: Sequence[ChangeSet]) -> list[str]:
    """Return what may be ids of listings among old and new values: places and organisers."""
    found: set[str] = set()
    for one in (change for set_ in sets for change in set_.changes):
        for field in ("place", "organiser", "organisers"):
            for value in one.fields.get(field, ()):
                values = value if isinstance(value, list) else [value]
                found |= {text for text in values if isinstance(text, str) and text}
    return sorted(found)
