"""The small windows of an alert: its end, its erasure, what the prefect is given."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import Alert, Call, CallResult
from ctg_desktop.domain.wording import parse_time
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.ask_dialog import AskDialog
from ctg_desktop.ui.editing.inputs import ChoiceInput, LineInput
from ctg_desktop.ui.registre.alert.begin_page import past_words
from ctg_desktop.ui.registre.alert.call_words import BUTTON_WORDS
from ctg_desktop.ui.registre.people.step_dialogs import TO_CHOOSE, StepDialog
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.register.open_register import OpenRegister
from ctg_desktop.usecases.register.papers import TableFormat

PDF = "pdf"
_FORMATS = (
    (PDF, "PDF, à imprimer ou à envoyer"),
    (TableFormat.XLSX.value, "Classeur Excel (.xlsx)"),
    (TableFormat.ODS.value, "Classeur LibreOffice (.ods)"),
    (TableFormat.CSV.value, "Texte séparé (.csv)"),
)


def end_dialog(desk: Desk, register: OpenRegister, alert: Alert, parent: QWidget) -> StepDialog:
    """Return the window that ends an alert."""
    dialog = StepDialog(
        desk,
        "Terminer l’alerte",
        "Les appels restent notés sur chaque fiche, jusqu’à ce que vous effaciez l’alerte.",
        "Terminer",
        parent,
    )
    dialog.ask("ended_on", "Terminée le", lambda on: register.end_alert(alert.id, on, desk.today()))
    return dialog


class ForgetDialog(AskDialog):
    """An alert that is over is erased with its calls."""

    removed = Signal()

    def __init__(self, desk: Desk, register: OpenRegister, alert: Alert, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Effacer l’alerte\u202f?",
            f"{past_words(alert)}\u00a0: ses appels sont effacés de toutes les fiches. Cela ne "
            "peut pas être annulé.",
            "Effacer",
            parent,
        )
        self._register, self._alert = register, alert
        self.button.set_icon(Icon.DELETE)

    def forward(self) -> None:
        """Erase it."""
        register, alert = self._register, self._alert
        self.run(lambda: register.remove_alert(alert.id), lambda _none: self.removed.emit())


class EarlierCallDialog(AskDialog):
    """A call that was noted on the sheet, with the time at which it was made."""

    noted = Signal(object)
    """The :class:`Call`, as it is stored."""

    def __init__(
        self, desk: Desk, register: OpenRegister, alert: Alert, row: CallRow, parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            "Noter un appel déjà fait",
            "Reportez l’heure et le résultat d’après la feuille d’appels.",
            "Noter l’appel",
            parent,
        )
        self._register, self._alert, self._id = register, alert, row.id
        self.body.addWidget(Text(row.name, wrap=True))
        today = desk.today()
        self.on = self.day("on", "Appelée le", min(alert.ended_on or today, today), past=True)
        self.time, self.by = LineInput("10 h 42"), LineInput()
        self.gave = ChoiceInput(
            [("", TO_CHOOSE), *((one.value, BUTTON_WORDS[one]) for one in CallResult)]
        )
        self.by.set_value(register.user)
        self.put("at", LabelledField("Heure", self.time))
        self.put("result", LabelledField("Résultat", self.gave))
        self.put("by", LabelledField("Par", self.by))

    def forward(self) -> None:
        """Note it."""
        on = self.read(self.on, "on")
        if on is None:
            return
        try:
            at = datetime.combine(on, parse_time(self.time.value(), field="at"))
        except UserError as error:
            self.refuse(error)
            return
        if not self.gave.value():
            self.refuse(UserError("register-result-missing", field="result"))
            return
        call = Call(at, CallResult(self.gave.value()), self.by.value(), self._alert.id)
        self.run(partial(self._note, call), self.noted.emit)

    def _note(self, call: Call) -> Call:
        entry = self._register.note_call(self._id, call, self.desk.today())
        return next(
            one for one in reversed(entry.calls) if (one.at, one.result) == (call.at, call.result)
        )


class PrefectDialog(AskDialog):
    """What the prefect is given, on demand; nobody else is."""

    format_chosen = Signal(str)
    """The ending of the file: :data:`PDF`, or a :class:`TableFormat`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Communiquer au préfet",
            "Le registre est communiqué au préfet, à sa demande, quand le plan d’alerte est "
            "déclenché. Cette communication est notée au journal des accès, avec votre nom.",
            "Continuer",
            parent,
        )
        self.format = ChoiceInput(_FORMATS)
        self.put("format", LabelledField("Sous quelle forme", self.format))

    def forward(self) -> None:
        """Go on with the form chosen."""
        self.accept()
        self.format_chosen.emit(self.format.value())
