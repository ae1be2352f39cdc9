"""Who answers for personal data in this commune, saved a moment after the last key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.information_notice import TEXT_LIMIT, PrivacySettings
from ctg_desktop.domain.phone_wording import national
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.saved_card import SavedCard
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

DRAFT = "privacy"


class PrivacyCard(SavedCard[PrivacySettings]):
    """The data protection officer, how long data are kept, and two texts of one's own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, DRAFT, PrivacySettings(), "Protection des données", parent)
        self.inputs = {
            "dpo_name": LineInput("Nom, ou service qui en tient lieu"),
            "dpo_email": LineInput(),
            "dpo_phone": LineInput(),
            "retention": LineInput("Jusqu’au retrait de l’accord, et…"),
            "purposes": AreaInput(3, 8, TEXT_LIMIT),
            "recipients": AreaInput(3, 8, TEXT_LIMIT),
        }
        hint = "Vide, c’est le texte proposé."
        self.fields = {
            "dpo_name": LabelledField(
                "Délégué à la protection des données", self.inputs["dpo_name"]
            ),
            "dpo_email": LabelledField("Son courriel", self.inputs["dpo_email"]),
            "dpo_phone": LabelledField("Son téléphone", self.inputs["dpo_phone"], optional=True),
            "retention": LabelledField("Durée de conservation", self.inputs["retention"]),
            "purposes": LabelledField("Pourquoi", self.inputs["purposes"], hint=hint),
            "recipients": LabelledField("Qui les voit", self.inputs["recipients"], hint=hint),
        }
        self.details = FoldedDetails("Textes de la notice")
        for name, field in self.fields.items():
            place = self.details.body if name in ("purposes", "recipients") else self.body
            place.addWidget(field)
        self.body.addWidget(self.details)
        self.begin()

    def show_settings(self, stored: PrivacySettings, draft: dict[str, Any] | None = None) -> None:
        """Show what is kept, or what was typed last and not kept."""
        shown = self.show_value(stored, draft)
        self.details.set_filled(sum(map(bool, (shown.purposes, shown.recipients))))

    def words_of(self, name: str, value: PrivacySettings) -> str:
        """Return what an input shows, a number as it is dialled here."""
        words = super().words_of(name, value)
        return national(words) if name == "dpo_phone" and words else words

    def storing(self, value: PrivacySettings) -> Callable[[], tuple[Changes, PrivacySettings]]:
        """Return what stores the settings; a number is kept in its international form."""
        notices = self.desk.office.notices
        return lambda: (notices.save_settings(value), notices.settings())
