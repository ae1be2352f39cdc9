"""The form of a household, in one column, from the name to the note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.form_fields import FormFields
from ctg_desktop.ui.familles.form import sections
from ctg_desktop.ui.familles.form.household_binding import ALIASES
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.details import FoldedDetails

DETAILS = ("call_back_on", "objected_on", "left_on", "delegated_commune", "insee_code")
"""What is folded away and counted."""


class HouseholdForm(Scrolled):
    """All inputs of a household."""

    edited = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        today = desk.today
        self.fields = FormFields(ALIASES, self)
        self.details = FoldedDetails()
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        for part in (
            sections.who(self.fields, today),
            sections.channels(self.fields, today),
            sections.persons(self.fields, today),
            sections.needs(self.fields, today),
            sections.follow_up(self.fields, today),
        ):
            self.column.addWidget(part)
        self.column.addWidget(self.details)
        self.column.addStretch(1)
        self.details.body.addWidget(sections.more(self.fields, today))
        self._referents = QStringListModel(self)
        referent = self.fields.field("referent")
        if referent is not None and isinstance(referent.target, QLineEdit):
            completer = QCompleter(self._referents, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            referent.target.setCompleter(completer)
        self.fields.edited.connect(self._follow)
        self.fields.edited.connect(self.edited)

    def set_referents(self, names: Sequence[str]) -> None:
        """Propose who may follow a family, while it is typed."""
        self._referents.setStringList(list(names))

    def describe(self) -> None:
        """Say what follows from what is typed: what is folded away, who says they are alone."""
        values = self.fields.values()
        self.details.set_filled(sum(1 for name in DETAILS if values[name]))
        self._follow("isolated")

    def _follow(self, name: str) -> None:
        through = self.fields.field("isolated_through")
        if name == "isolated" and through is not None:
            through.setVisible(self.fields.value("isolated"))
