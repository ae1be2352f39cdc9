"""The form of a household, from the name to the note: one column beside the list, more without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.binding import ADDRESS_ALIASES
from ctg_desktop.ui.editing.form_fields import FormFields
from ctg_desktop.ui.editing.parts_in_columns import PartsInColumns
from ctg_desktop.ui.familles.form import sections
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.details import FoldedDetails

DETAILS = ("call_back_on", "objected_on", "left_on", "delegated_commune", "insee_code")
"""What is folded away and counted."""
_COLUMN = 44
"""Letters that a column has room for."""
_MOST = 3


class HouseholdForm(Scrolled):
    """All inputs of a household, once they are grown."""

    edited = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._today = desk.today
        self.fields = FormFields(ADDRESS_ALIASES, self)
        self.details = FoldedDetails()
        self._wide = False
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        self.counter = PartsInColumns({2: (0, 0, 1, 1), 3: (0, 1, 2, 2)})
        self._kept = PartsInColumns({2: (0, 1), 3: (0, 1)})
        for block in (self.counter, self._kept):
            self.column.addWidget(block)
        self.column.addWidget(self.details)
        self.column.addStretch(1)
        self._referents = QStringListModel(self)
        self.fields.edited.connect(self._follow)
        self.fields.edited.connect(self.edited)

    def growing(self) -> Iterator[None]:
        """Make the inputs, a part at each step: all of them at once would hold the window."""
        fields, today = self.fields, self._today
        for part in (sections.who, sections.channels, sections.persons, sections.needs):
            self.counter.add(part(fields, today))
            yield
        for part in (sections.referent, sections.note):
            self._kept.add(part(fields, today))
        self._complete_referents()
        yield
        self.details.body.addWidget(sections.more(fields, today))

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 - the state itself
        """Use as many columns as there is room for (``True``), or one (``False``)."""
        self._wide = wide
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use another number of columns where there is more room, or less."""
        super().resizeEvent(event)
        self._place()

    def set_referents(self, names: Sequence[str]) -> None:
        """Propose who may follow a family, while it is typed."""
        self._referents.setStringList(list(names))

    def describe(self) -> None:
        """Say what follows from what is typed: what is folded away, who says they are alone."""
        values = self.fields.values()
        self.details.set_filled(sum(1 for name in DETAILS if values[name]))
        self._follow("isolated")

    def _complete_referents(self) -> None:
        referent = self.fields.field("referent")
        if referent is not None and isinstance(referent.target, QLineEdit):
            completer = QCompleter(self._referents, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            referent.target.setCompleter(completer)

    def _place(self) -> None:
        room = self.width() // (_COLUMN * self.fontMetrics().averageCharWidth())
        for block in (self.counter, self._kept):
            block.show_columns(min(max(room, 1), _MOST) if self._wide else 1)

    def _follow(self, name: str) -> None:
        through = self.fields.field("isolated_through")
        if name == "isolated" and through is not None:
            through.setVisible(self.fields.value("isolated"))
