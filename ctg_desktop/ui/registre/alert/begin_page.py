"""No alert is on: how one is begun, and those that were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.entry import Alert
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import link, primary
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_WIDEST, _LETTERS = 640, 92
_ABOUT = (
    "Le préfet ou le maire déclare l’alerte. Le programme donne la liste des personnes à appeler, "
    "les plus isolées d’abord, et note l’heure de chaque appel."
)


class BeginPage(Scrolled):
    """A name, a day, one button."""

    begin_wanted = Signal(str, object)
    """The name, and the day (``date``)."""
    remove_wanted = Signal(object)
    """An :class:`Alert` that is over, with its calls."""
    resume_wanted = Signal(object)
    """An :class:`Alert` that is over, and goes on."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.name = LineInput("Canicule")
        self.name_field = LabelledField("Nom de l’alerte", self.name)
        self.on = DateField("Depuis le", today, past=True)
        self.button = primary("Déclencher l’alerte", self._begin, Icon.PHONE)
        self.past = Card("Alertes terminées")
        self._lines = QVBoxLayout()
        self.past.body.addLayout(self._lines)
        self.name.returnPressed.connect(self._begin)
        self.name.edited.connect(self.name_field.accept)
        self._lay_out()

    def show_alerts(self, past: Sequence[Alert]) -> None:
        """Show the alerts that are over."""
        self.on.set_value(self._today())
        while (item := self._lines.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for alert in past:
            self._lines.addWidget(self._line(alert))
        self.past.setVisible(bool(past))

    def refuse(self, error: UserError) -> None:
        """Say what is wrong beside its field."""
        if error.field == "name":
            self.name_field.refuse(sentence(error))
            self.name.setFocus()
        else:
            self.on.refuse(sentence(error))
            self.on.line.setFocus()

    def take_focus(self) -> None:
        """Begin with the name."""
        self.name.setFocus()

    def _begin(self) -> None:
        try:
            on = self.on.value()
        except UserError as error:
            self.refuse(error)
            return
        self.begin_wanted.emit(self.name.value(), on)

    def _line(self, alert: Alert) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(past_words(alert), wrap=True), 1)
        for word, wanted, icon in (
            ("Reprendre", self.resume_wanted, Icon.UNDO),
            ("Effacer…", self.remove_wanted, Icon.DELETE),
        ):
            button = link(word, partial(wanted.emit, alert), icon)
            button.setAccessibleName(f"{word.rstrip('…')}\u00a0: {past_words(alert)}")
            row.addWidget(button)
        return holder

    def _lay_out(self) -> None:
        card = Card("Aucune alerte en cours")
        card.body.addWidget(Text(_ABOUT, wrap=True))
        card.body.addSpacing(UNIT)
        card.body.addWidget(self.name_field)
        card.body.addWidget(self.on)
        card.body.addSpacing(UNIT)
        card.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        letter = self.fontMetrics().averageCharWidth()
        for one in (card, self.past):
            one.setMaximumWidth(max(_WIDEST, _LETTERS * letter))
            self.column.addWidget(one)
        self.column.addStretch(1)


def past_words(alert: Alert) -> str:
    """Return "Canicule d’août, du … au …"."""
    began = wording.day(alert.began_on)
    if alert.ended_on is None:
        return f"{alert.name}, depuis le {began}"
    return f"{alert.name}, du {began} au {wording.day(alert.ended_on)}"
