"""The cover of the booklet: its words, its picture, its colour; saved as one edits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.booklet import BookletSettings
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.consulting import hold_still
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.impressions.booklet.cover_picture import CoverInput
from ctg_desktop.ui.impressions.booklet.store import DRAFTS, BookletStore
from ctg_desktop.ui.impressions.saved_typing import SavedTyping
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.reglages.colours import ColourList
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

DRAFT = f"{DRAFTS}cover"


class CoverCard(Card):
    """What the first page says and shows."""

    notice = Signal(object)
    """Something to say in the banner."""

    def __init__(self, desk: Desk, store: BookletStore, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._store = store
        self.details = FoldedDetails("Couverture")
        self.heading, self.subtitle, self.subtitle_en = LineInput(), LineInput(), LineInput()
        self.cover = CoverInput(desk)
        self.colour = ColourList(first=("", "Celle de la commune"))
        self.typing = SavedTyping(desk, DRAFT, self._typed, self._save_typed, self)
        self.fields = self._make_fields()
        self.body.setContentsMargins(MARGIN, UNIT, MARGIN, UNIT)
        self.body.addWidget(self.details)
        for field in self.fields.values():
            self.details.body.addWidget(field)
        for one in (self.heading, self.subtitle, self.subtitle_en, self.cover.described):
            one.edited.connect(self._note_typing)
        self.cover.edited.connect(self._save_picture)
        hold_still(desk, self)
        self.colour.edited.connect(lambda: store.save_settings(cover_colour=self.colour.value()))

    def show_state(self, draft: dict[str, Any] | None) -> None:
        """Show what was read, with the typing that was not saved then."""
        self._show(self._store.settings)
        if draft is None:
            return
        for name, line in self._lines().items():
            line.set_value(str(draft["changes"].get(name, line.value())))
        if self._typed() == _words(self._store.settings):
            self.typing.drop()
            return
        self.details.set_open(True)
        self.notice.emit(Notice("Couverture\u00a0: votre saisie non enregistrée a été retrouvée."))
        self._note_typing()

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its field; tell whether there is one."""
        field = self.fields.get(error.field)
        if field is None:
            return False
        self.details.set_open(True)
        field.refuse(sentence(error))
        return True

    def _show(self, settings: BookletSettings) -> None:
        self.heading.set_value(settings.title)
        self.subtitle.set_value(settings.subtitle)
        self.subtitle_en.set_value(settings.subtitle_en)
        self.cover.show_cover(settings.cover_picture, settings.cover_picture_alt)
        self._show_described()
        self.colour.set_value(settings.cover_colour)
        for field in self.fields.values():
            field.accept()

    def _make_fields(self) -> dict[str, LabelledField]:
        return {
            "title": LabelledField("Titre", self.heading),
            "subtitle": LabelledField("Sous-titre", self.subtitle, optional=True),
            "subtitle_en": LabelledField("Sous-titre en anglais", self.subtitle_en, optional=True),
            "cover_picture": LabelledField(
                "Image ou blason", self.cover, optional=True, focus=self.cover.choose_button
            ),
            "cover_picture_alt": LabelledField(
                "Description de l’image",
                self.cover.described,
                optional=True,
                hint="Pour qui ne voit pas l’image\u00a0: «\u202fL’église et la halle\u202f».",
            ),
            "cover_colour": LabelledField("Couleur", self.colour),
        }

    def _lines(self) -> dict[str, LineInput]:
        return {
            "title": self.heading,
            "subtitle": self.subtitle,
            "subtitle_en": self.subtitle_en,
            "cover_picture_alt": self.cover.described,
        }

    def _typed(self) -> dict[str, Any]:
        return {name: line.value() for name, line in self._lines().items()}

    def _note_typing(self) -> None:
        for field in self.fields.values():
            field.accept()
        self.typing.note()

    def _save_typed(self) -> None:
        self._store.save_settings(**self._typed())

    def _save_picture(self) -> None:
        self._show_described()
        self._store.save_settings(cover_picture=self.cover.value()[0])

    def _show_described(self) -> None:
        self.fields["cover_picture_alt"].setVisible(bool(self.cover.value()[0]))


def _words(settings: BookletSettings) -> dict[str, Any]:
    names = ("title", "subtitle", "subtitle_en", "cover_picture_alt")
    return {name: getattr(settings, name) for name in names}
