"""A household is erased: what goes, what stays, then a certificate without a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.erasure import Erasure, ErasureReason
from ctg_desktop.domain.families.household import Household
from ctg_desktop.errors import CtgError
from ctg_desktop.messages.families import ERASURE_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.ask_dialog import AskDialog
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import label_font
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text, announce

_GOES = (
    (
        "Tout ce qui est noté de cette famille\u00a0: adresse, téléphones, courriels, personnes, "
        "besoins, accords"
    ),
    "Les échanges, et son nom dans les orientations",
    "Son nom dans l’historique, les saisies en cours et la recherche",
)
_STAYS = (
    (
        "Les comptes sans nom\u00a0: une arrivée, ses besoins, ses langues, pour les chiffres de "
        "l’année"
    ),
    "Une ligne sans nom au journal des accès, qui dit qu’une famille a été effacée",
)
_BACKUPS = (
    "Les sauvegardes déjà faites la contiennent encore, chiffrées\u00a0: si l’une est restaurée, "
    "la famille y est effacée de nouveau."
)

_REWRITING = "Effacement… Le fichier du coffre est réécrit en entier\u00a0: quelques secondes."


class EraseDialog(AskDialog):
    """Says plainly what will happen; there is no way back."""

    erased = Signal(object)
    """The :class:`Erasure`."""

    def __init__(
        self, desk: Desk, household: Household, parent: QWidget, *, reason: ErasureReason
    ) -> None:
        """Prepare the last question.

        Args:
            desk: Tools.
            household: Who is erased.
            parent: Owner.
            reason: The one that comes to mind; another can be chosen.
        """
        super().__init__(
            desk,
            f"Effacer {household.name}\u202f?",
            "Cela ne peut pas être annulé.",
            "Effacer",
            parent,
        )
        self._household = household
        self.button.set_icon(Icon.DELETE)
        self._say("Ce qui est effacé", _GOES, Icon.DELETE, Tone.ERROR)
        self._say("Ce qui reste", _STAYS, Icon.CHECK, Tone.GOOD)
        self.body.addWidget(IconText(Icon.INFORMATION, _BACKUPS, Tone.INFORMATION, coloured=False))
        self.reason = ChoiceInput([(one.value, ERASURE_LABELS[one]) for one in ErasureReason])
        self.reason.set_value(reason.value)
        self.put("reason", LabelledField("Pourquoi", self.reason))
        self.progress = IconText(Icon.CLOCK, _REWRITING, Tone.INFORMATION)
        self.progress.hide()
        self.body.addWidget(self.progress)

    def forward(self) -> None:
        """Erase it."""
        rights, record_id = self.desk.office.family_rights, self._household.id
        reason, today = ErasureReason(self.reason.value()), self.desk.today()
        self.progress.show()
        announce(self.progress, _REWRITING)
        self.run(lambda: rights.erase(record_id, reason, today), self.erased.emit)

    def refuse(self, error: CtgError) -> None:
        """Say what is wrong; nothing is being written any more."""
        self.progress.hide()
        super().refuse(error)

    def _say(self, title: str, lines: Sequence[str], icon: Icon, tone: Tone) -> None:
        head = Text(title)
        head.setFont(label_font(head.font()))
        self.body.addWidget(head)
        for line in lines:
            self.body.addWidget(IconText(icon, line, tone, coloured=False))


def erased_words(erasure: Erasure) -> str:
    """Return what was done, without a name."""
    on = wording.day(erasure.on)
    return f"Famille effacée ({on}, ligne {erasure.number} du journal des accès)."
