"""The small windows of an alert: its end, its erasure, what the prefect is given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.register.entry import Alert
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.ask_dialog import AskDialog
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.registre.alert.begin_page import past_words
from ctg_desktop.ui.registre.people.step_dialogs import StepDialog
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.field import LabelledField
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


class PrefectDialog(AskDialog):
    """What the prefect is given, on demand; nobody else is."""

    format_chosen = Signal(str)
    """The ending of the file: :data:`PDF`, or a :class:`TableFormat`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Communiquer au préfet",
            "La loi ne permet cette communication qu’au préfet, à sa demande, quand le plan "
            "d’alerte est déclenché. Elle est notée au journal des accès, avec votre nom.",
            "Continuer",
            parent,
        )
        self.format = ChoiceInput(_FORMATS)
        self.put("format", LabelledField("Sous quelle forme", self.format))

    def forward(self) -> None:
        """Go on with the form chosen."""
        self.accept()
        self.format_chosen.emit(self.format.value())
