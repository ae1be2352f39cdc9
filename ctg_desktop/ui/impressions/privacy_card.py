"""Who answers for personal data in this commune, saved a moment after the last key."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.information_notice import TEXT_LIMIT, PrivacySettings
from ctg_desktop.domain.phone_wording import national
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.booklet.saved_typing import SavedTyping
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

DRAFT = "privacy"


class PrivacyCard(Card):
    """The data protection officer, how long data are kept, and two texts of one's own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Protection des données", parent)
        self._desk = desk
        self._stored = PrivacySettings()
        self.inputs: dict[str, LineInput | AreaInput] = {
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
        self.typing = SavedTyping(desk, DRAFT, self._collect, self._save, self)
        for one in self.inputs.values():
            one.edited.connect(self._edit)

    def show_settings(self, stored: PrivacySettings, draft: dict[str, Any] | None = None) -> None:
        """Show what is kept, or what was typed last and not kept."""
        self._stored = stored
        shown = _drafted(draft) or stored
        if not self.typing.is_kept:
            for name, one in self.inputs.items():
                value = getattr(shown, name)
                one.set_value(national(value) if name == "dpo_phone" and value else value)
        self.details.set_filled(sum(map(bool, (shown.purposes, shown.recipients))))
        if shown != stored:
            self._edit()

    def _value(self) -> PrivacySettings:
        return PrivacySettings(**{name: one.value() for name, one in self.inputs.items()})

    def _collect(self) -> dict[str, Any]:
        return {"value": msgspec.to_builtins(self._value())}

    def _edit(self) -> None:
        for field in self.fields.values():
            field.accept()
        self.typing.note()

    def _save(self) -> None:
        value, notices = self._value(), self._desk.office.notices
        self._desk.tasks.run(
            lambda: (notices.save_settings(value), notices.settings()),
            self._saved,
            failed=self._refused,
        )

    def _saved(self, done: tuple[Changes, PrivacySettings]) -> None:
        changes, self._stored = done
        self.typing.done()
        if changes:
            self._desk.bus.changed.emit(changes)

    def _refused(self, error: Exception) -> None:
        field = self.fields.get(error.field) if isinstance(error, UserError) else None
        if field is not None and isinstance(error, UserError):
            field.refuse(sentence(error))
        else:
            self._desk.report(error)


def _drafted(draft: dict[str, Any] | None) -> PrivacySettings | None:
    if draft is None:
        return None
    try:
        return msgspec.convert(draft["changes"]["value"], PrivacySettings)
    except (msgspec.ValidationError, KeyError, TypeError):
        return None
