"""What stands at the top of letters, where it is not what the directory says of the town hall."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.letter import Sender
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.saved_card import SavedCard
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.letter_settings import SenderText

DRAFT = "letters:sender"


class LetterheadCard(SavedCard[SenderText]):
    """Sender, place, address for answers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, DRAFT, SenderText(), parent=parent)
        self.text, self.place, self.email = AreaInput(4, 8), LineInput(), LineInput()
        self.inputs = {"text": self.text, "place": self.place, "email": self.email}
        self.fields = {
            "sender.text": LabelledField(
                "Expéditeur",
                self.text,
                optional=True,
                hint="La première ligne est le nom. Vide, c’est la fiche de la mairie.",
            ),
            "sender.place": LabelledField("Lieu, avant la date", self.place, optional=True),
            "sender.email": LabelledField("Courriel des réponses", self.email, optional=True),
        }
        self.details = FoldedDetails("En-tête des lettres")
        for field in self.fields.values():
            self.details.body.addWidget(field)
        self.body.addWidget(self.details)
        self.begin()

    def show_sender(
        self, stored: SenderText, known: Sender, draft: dict[str, Any] | None = None
    ) -> None:
        """Show what was chosen; what stands there otherwise is shown pale."""
        shown = self.show_value(stored, draft)
        self.text.setPlaceholderText("\n".join((known.name, *known.lines)))
        self.place.setPlaceholderText(known.place)
        self.email.setPlaceholderText(known.email)
        self.details.set_filled(sum(map(bool, (shown.text, shown.place, shown.email))))

    def storing(self, value: SenderText) -> Callable[[], tuple[Changes, SenderText]]:
        """Return what stores the letterhead."""
        settings = self.desk.office.letter_settings
        return lambda: (settings.save_sender_text(value), value)
