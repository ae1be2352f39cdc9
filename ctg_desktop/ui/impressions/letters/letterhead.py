"""What stands at the top of letters, where it is not what the directory says of the town hall."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.letter import Sender
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.booklet.saved_typing import SavedTyping
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.letter_settings import SenderText

DRAFT = "letters:sender"


class LetterheadCard(Card):
    """Sender, place, address for answers: saved by themselves a moment after the last key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._stored = SenderText()
        self.text, self.place, self.email = AreaInput(4, 8), LineInput(), LineInput()
        self._fields = {
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
        for field in self._fields.values():
            self.details.body.addWidget(field)
        self.body.addWidget(self.details)
        self.typing = SavedTyping(desk, DRAFT, self._collect, self._save, self)
        for one in (self.text, self.place, self.email):
            one.edited.connect(self._edit)

    def show_sender(
        self, stored: SenderText, known: Sender, draft: dict[str, Any] | None = None
    ) -> None:
        """Show what was chosen; what stands there otherwise is shown pale."""
        self._stored = stored
        shown = _drafted(draft) or stored
        if not self.typing.is_kept:
            self.text.set_value(shown.text)
            self.place.set_value(shown.place)
            self.email.set_value(shown.email)
        self.text.setPlaceholderText("\n".join((known.name, *known.lines)))
        self.place.setPlaceholderText(known.place)
        self.email.setPlaceholderText(known.email)
        self.details.set_filled(sum(map(bool, (shown.text, shown.place, shown.email))))
        if shown != stored:
            self._edit()

    def _value(self) -> SenderText:
        return SenderText(self.text.value(), self.place.value(), self.email.value())

    def _collect(self) -> dict[str, Any]:
        return {"value": msgspec.to_builtins(self._value())}

    def _edit(self) -> None:
        for field in self._fields.values():
            field.accept()
        self.typing.note()

    def _save(self) -> None:
        value = self._value()
        if value == self._stored:
            self.typing.done()
            return
        settings = self._desk.office.letter_settings
        self._desk.tasks.run(
            lambda: settings.save_sender_text(value),
            partial(self._saved, value),
            failed=self._refused,
        )

    def _saved(self, value: SenderText, changes: Changes) -> None:
        self._stored = value
        self.typing.done()
        if changes:
            self._desk.bus.changed.emit(changes)

    def _refused(self, error: Exception) -> None:
        field = self._fields.get(error.field) if isinstance(error, UserError) else None
        if field is not None and isinstance(error, UserError):
            field.refuse(sentence(error))
        else:
            self._desk.report(error)


def _drafted(draft: dict[str, Any] | None) -> SenderText | None:
    if draft is None:
        return None
    try:
        return msgspec.convert(draft["changes"]["value"], SenderText)
    except (msgspec.ValidationError, KeyError, TypeError):
        return None
