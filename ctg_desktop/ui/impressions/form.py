"""What is chosen before a booklet is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_PAUSE_MS = 600
_MONTHS = (1, 24)


class BookletForm(Card):
    """Edition date and length of the calendar."""

    edition_changed = Signal()
    months_changed = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Le livret", parent)
        self.edition = DateField("Date de l’édition", today)
        self.edition.set_value(today())
        self.months = QSpinBox()
        self.months.setRange(*_MONTHS)
        self.months.setSuffix(" mois")
        self.months.lineEdit().setTextMargins(UNIT, 0, UNIT, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(lambda: self.months_changed.emit(self.months.value()))
        self.body.addWidget(self.edition)
        self.body.addWidget(
            LabelledField(
                "Calendrier des manifestations",
                self.months,
                hint="À compter de la date de l’édition.",
            )
        )
        self.body.addWidget(
            Text(
                "Pages A5. Les textes d’accueil, l’équipe et l’image de couverture se règlent dans "
                "Réglages.",
                wrap=True,
                quiet=True,
            )
        )
        self.edition.changed.connect(self._check)
        self.months.valueChanged.connect(lambda _months: self._timer.start())

    def show_months(self, months: int) -> None:
        """Show the length of the calendar without announcing it."""
        blocked = self.months.blockSignals(True)
        self.months.setValue(months)
        self.months.blockSignals(blocked)

    def date_of_edition(self) -> date | None:
        """Return the date; ``None``, with the reason beside the field, when it is no date."""
        try:
            return self.edition.value()
        except UserError as error:
            self.edition.refuse(sentence(error))
            return None

    def _check(self) -> None:
        try:
            self.edition.value()
        except UserError:
            return
        self.edition_changed.emit()
