"""The piece of the booklet that is chosen in its list: names, colour, a text of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.booklet import (
    BACK_COVER,
    CALENDAR,
    CONTENTS,
    INDEX,
    MAYOR_WORD,
    BookletPart,
)
from ctg_desktop.domain.booklet_order import Piece
from ctg_desktop.domain.booklet_outline import is_own_text
from ctg_desktop.domain.category import Category
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.number_inputs import CountInput
from ctg_desktop.ui.reglages.colours import ColourList
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_PAUSE_MS = 600
_MONTHS = (1, 24)
_SENTENCES = {
    CONTENTS: "La liste des rubriques et leurs pages.",
    MAYOR_WORD: "Le texte et sa signature s’écrivent dans Réglages.",
    CALENDAR: "Les manifestations publiées, à compter de la date de l’édition.",
    INDEX: "Toutes les fiches par ordre alphabétique, puis par thème.",
    BACK_COVER: "La mairie et les numéros d’urgence\u202f; toujours la dernière page.",
}


class PieceEditor(QWidget):
    """Edits one chapter or part; what is typed is announced, not saved, here."""

    typed = Signal()
    """A person typed in a field."""
    picked = Signal()
    """A person chose something that is saved at once."""
    months_picked = Signal(int)
    """The length of the calendar."""
    settings_wanted = Signal()
    """The long texts are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: Piece | None = None
        self.name, self.name_en, self.colour = LineInput(), LineInput(), ColourList()
        self.title, self.title_en = LineInput(), LineInput()
        self.text, self.text_en = AreaInput(4, 14), AreaInput(3, 14)
        self.months = CountInput(*_MONTHS, suffix="\u00a0mois")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(lambda: self.months_picked.emit(self.months.value()))
        self.sentence = Text(wrap=True, quiet=True)
        self.settings_link = link("Écrire le mot du maire", self.settings_wanted.emit, Icon.EDIT)
        self.fields = self._make_fields()
        self.english = FoldedDetails("En anglais")
        self._chapter, self._own, self._calendar = (_Group() for _ in range(3))
        self._lay_out()
        self._connect()

    def show_piece(self, piece: Piece | None, months: int) -> None:
        """Show a chapter or part without announcing it."""
        if piece is not None and (self._piece is None or self._piece.code != piece.code):
            self.accept()
        self._piece = piece
        own = piece is not None and is_own_text(piece)
        self._chapter.setVisible(isinstance(piece, Category))
        self._own.setVisible(own)
        self._calendar.setVisible(piece is not None and piece.code == CALENDAR)
        self.settings_link.setVisible(piece is not None and piece.code == MAYOR_WORD)
        self.sentence.setText(_SENTENCES.get(piece.code, "") if piece else "")
        self.sentence.setVisible(bool(self.sentence.text()))
        self._show_months(months)
        if isinstance(piece, Category):
            self.name.set_value(piece.label)
            self.name_en.set_value(piece.label_en)
            self.colour.set_value(piece.colour)
        elif piece is not None and own:
            self.title.set_value(piece.title)
            self.text.set_value(piece.text)
            self.title_en.set_value(piece.title_en)
            self.text_en.set_value(piece.text_en)
            self.english.set_filled(sum(map(bool, (piece.title_en, piece.text_en))))

    def piece(self) -> Piece | None:
        """Return the piece as it stands in the fields."""
        piece = self._piece
        if isinstance(piece, Category):
            return replace(
                piece,
                label=self.name.value(),
                label_en=self.name_en.value(),
                colour=self.colour.value(),
            )
        if isinstance(piece, BookletPart) and is_own_text(piece):
            return replace(
                piece,
                title=self.title.value(),
                text=self.text.value(),
                title_en=self.title_en.value(),
                text_en=self.text_en.value(),
            )
        return piece

    def take_focus(self) -> None:
        """Go to the first field, its words selected: a new piece is named first."""
        line = self.title if self._piece and is_own_text(self._piece) else self.name
        line.setFocus()
        line.selectAll()

    def refuse(self, name: str, sentence: str) -> bool:
        """Stand an error beside a field of the piece shown; tell whether there is one."""
        field = self.fields.get(name)
        if field is None or field.isHidden():
            return False
        if self.english.isAncestorOf(field):
            self.english.set_open(True)
        field.refuse(sentence)
        return True

    def accept(self) -> None:
        """Take the errors away."""
        for field in self.fields.values():
            field.accept()

    def _make_fields(self) -> Mapping[str, LabelledField]:
        return {
            "label": LabelledField("Nom de la rubrique", self.name),
            "label_en": LabelledField("Nom en anglais", self.name_en, optional=True),
            "colour": LabelledField("Couleur", self.colour),
            "title": LabelledField("Titre", self.title),
            "text": LabelledField(
                "Texte", self.text, hint="Une ligne vide sépare deux paragraphes."
            ),
            "title_en": LabelledField("Titre en anglais", self.title_en, optional=True),
            "text_en": LabelledField("Texte en anglais", self.text_en, optional=True),
            "calendar_months": LabelledField("Durée", self.months),
        }

    def _lay_out(self) -> None:
        groups = (
            (self._chapter, ("label", "label_en", "colour")),
            (self._own, ("title", "text")),
            (self._calendar, ("calendar_months",)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.sentence)
        column.addWidget(self.settings_link)
        for group, names in groups:
            for name in names:
                group.column.addWidget(self.fields[name])
            column.addWidget(group)
        for name in ("title_en", "text_en"):
            self.english.body.addWidget(self.fields[name])
        self._own.column.addWidget(self.english)

    def _connect(self) -> None:
        for one in (self.name, self.name_en, self.title, self.title_en, self.text, self.text_en):
            one.edited.connect(self._typed)
        self.colour.edited.connect(self.picked)
        self.months.edited.connect(self._timer.start)

    def _typed(self) -> None:
        self.accept()
        self.typed.emit()

    def _show_months(self, months: int) -> None:
        if not self._timer.isActive():
            self.months.set_value(months)


class _Group(QWidget):
    """Fields that are shown together."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT)
