"""What the commune says in a leaflet: title, introduction, colour, what is good to know."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.leaflet import (
    INTRODUCTION_LIMIT,
    LINES_LIMIT,
    TITLE_LIMIT,
    LeafletOrder,
    LeafletTexts,
)
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.consulting import hold_still
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, ChoiceInput, LineInput
from ctg_desktop.ui.livret.form.organisers_input import OrganisersInput
from ctg_desktop.ui.reglages.colours import ColourList
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

_ORDERS = (
    (LeafletOrder.CHAPTERS, "Par rubrique"),
    (LeafletOrder.NAMES, "Par nom, sans rubrique"),
)
_DETAILS = frozenset({"lines", "notes_title", "order", "first"})


class LeafletTextsCard(Card):
    """Edits the texts of one subject."""

    edited = Signal()
    """A person typed or chose something."""
    reset_wanted = Signal()
    """The texts of the model are wanted back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Les textes", parent)
        self.heading = LineInput()
        self.heading.setMaxLength(TITLE_LIMIT)
        self.introduction = AreaInput(4, 12, INTRODUCTION_LIMIT)
        self.colour = ColourList()
        self.lines, self.notes_title = AreaInput(3, LINES_LIMIT), LineInput()
        self.notes_title.setMaxLength(TITLE_LIMIT)
        self.order = ChoiceInput([(str(code), words) for code, words in _ORDERS])
        self.first = OrganisersInput(desk)
        self.first.picker.setAccessibleName("Ajouter une fiche à mettre en premier")
        self.details = FoldedDetails()
        self.reset_button = link("Revenir au modèle", self.reset_wanted.emit, Icon.UNDO)
        self._fields = self._make_fields()
        self._lay_out()
        for name, one in self._inputs():
            one.edited.connect(partial(self._edit, name))
        hold_still(desk, self)

    def value(self) -> LeafletTexts:
        """Return the texts as typed."""
        return LeafletTexts(
            title=self.heading.value(),
            introduction=self.introduction.value(),
            colour=self.colour.value(),
            lines=tuple(self.lines.value().split("\n")),
            notes_title=self.notes_title.value(),
            order=LeafletOrder(self.order.value()),
            first=tuple(self.first.value()),
        )

    def show_texts(self, texts: LeafletTexts) -> None:
        """Show texts without announcing them."""
        self.heading.set_value(texts.title)
        self.introduction.set_value(texts.introduction)
        self.colour.set_value(texts.colour)
        self.lines.set_value("\n".join(texts.lines))
        self.notes_title.set_value(texts.notes_title)
        self.order.set_value(str(texts.order))
        self.first.set_value(list(texts.first))
        self.accept()
        self._count()

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its field; tell whether there is one."""
        field = self._fields.get(error.field)
        if field is None:
            return False
        if error.field in _DETAILS:
            self.details.set_open(True)
        field.refuse(sentence(error))
        return True

    def accept(self) -> None:
        """Take the errors away."""
        for field in self._fields.values():
            field.accept()

    def _inputs(
        self,
    ) -> tuple[tuple[str, LineInput | AreaInput | ColourList | ChoiceInput | OrganisersInput], ...]:
        return (
            ("title", self.heading),
            ("introduction", self.introduction),
            ("colour", self.colour),
            ("lines", self.lines),
            ("notes_title", self.notes_title),
            ("order", self.order),
            ("first", self.first),
        )

    def _edit(self, name: str) -> None:
        self._fields[name].accept()
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        held = (self.lines.value().strip(), self.notes_title.value(), self.first.value())
        self.details.set_filled(sum(map(bool, held)))

    def _make_fields(self) -> dict[str, LabelledField]:
        return {
            "title": LabelledField("Titre", self.heading),
            "introduction": LabelledField(
                "Introduction",
                self.introduction,
                optional=True,
                hint="Deux ou trois phrases. Une ligne vide sépare deux paragraphes.",
            ),
            "colour": LabelledField("Couleur", self.colour),
            "lines": LabelledField(
                "Bon à savoir",
                self.lines,
                optional=True,
                hint="Un numéro ou un site par ligne, le numéro d’abord\u00a0: "
                "«\u202f3646 Assurance maladie\u202f».",
            ),
            "notes_title": LabelledField(
                "Titre des notes",
                self.notes_title,
                optional=True,
                hint="Au-dessus des lignes pour écrire.",
            ),
            "order": LabelledField("Ordre des fiches", self.order),
            "first": LabelledField(
                "Fiches d’abord",
                self.first,
                optional=True,
                focus=self.first.picker,
                hint="Celles qui restent aussi quand la place manque.",
            ),
        }

    def _lay_out(self) -> None:
        for name, field in self._fields.items():
            (self.details.body if name in _DETAILS else self.body).addWidget(field)
        self.body.addWidget(self.details)
        self.body.addWidget(self.reset_button)
