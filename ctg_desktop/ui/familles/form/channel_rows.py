"""Phones and e-mails of a household, each with what it may be used for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ctg_desktop.ui.editing.growing_rows import GrowingRow, GrowingRows, Row
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.familles.form.consent_ticks import ConsentTicks
from ctg_desktop.ui.theme.measures import UNIT


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """A way to reach somebody, in words.

    Attributes:
        key: Name of the number or the address in a row.
        what: What a row is.
        add: On the link that adds one.
        example: Shown while nothing is typed.
        accepts: What the family may agree to.
    """

    key: str
    what: str
    add: str
    example: str
    accepts: str


PHONE = ChannelWords(
    "number", "Téléphone", "Ajouter un téléphone", "05 49 87 67 88", "Accepte d’être appelée pour"
)
EMAIL = ChannelWords(
    "address", "Courriel", "Ajouter un courriel", "nom@exemple.fr", "Accepte qu’on écrive pour"
)


class ChannelRow(GrowingRow):
    """A number or an address; once it is typed, ticks say what was agreed to."""

    def __init__(self, words: ChannelWords, today: Callable[[], date]) -> None:
        super().__init__(words.what)
        self._key = words.key
        self.line = LineInput(words.example)
        self.consents = ConsentTicks(words.accepts, today)
        self.line.edited.connect(self._typed)
        self.consents.edited.connect(self._ticked)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(UNIT // 2)
        grid.addWidget(self.line, 0, 0)
        grid.addWidget(self.remove, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.consents, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._show_consents()

    def name(self, number: int) -> None:
        """Tell screen readers which row it is."""
        self.line.setAccessibleName(f"{self.what} {number}")
        self.consents.name(f"{self.what} {number}")
        self.remove.setAccessibleName(f"Retirer\u00a0: {self.what} {number}")

    def values(self) -> Row:
        """Return what stands in the row."""
        return {self._key: self.line.value(), **self.consents.values()}

    def show_values(self, row: Row) -> None:
        """Show a row."""
        self.line.set_value(str(row.get(self._key) or ""))
        self.consents.show_values(row)
        self._show_consents()

    def stops(self) -> list[QWidget]:
        """Return the line and the ticks."""
        return [self.line, *self.consents.stops()]

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the line, or the input of an agreement."""
        found = self.consents.input_at(path[1:]) if path[:1] == ["consents"] else None
        return found or self.line

    def _typed(self) -> None:
        self._show_consents()
        self.edited.emit()

    def _ticked(self) -> None:
        follow_layout(self)
        self.edited.emit()

    def _show_consents(self) -> None:
        self.consents.setVisible(bool(self.line.value().strip()))


class ChannelRows(GrowingRows):
    """The phones, or the e-mails, of a household."""

    def __init__(self, words: ChannelWords, today: Callable[[], date]) -> None:
        """Prepare the rows.

        Args:
            words: Which way to reach them.
            today: The day of an agreement that is ticked.
        """
        super().__init__(lambda: ChannelRow(words, today), words.add)
