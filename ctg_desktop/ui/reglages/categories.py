"""The chapters of the booklet: renamed, reordered, hidden, added, removed, coloured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain.category import Category
from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.reglages.colours import COLOURS, ColourList, swatch
from ctg_desktop.ui.reglages.ordered_list import OrderedList
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.settings import code_for

_NEW = "Nouvelle rubrique"


class CategoriesSection(Section[tuple[Category, ...]]):
    """The list of chapters, and the one that is edited."""

    key, word, kind = "rubriques", "Rubriques", tuple[Category, ...]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.items = OrderedList("Rubriques, dans l’ordre du livret", _look, _make, movable=True)
        self.name, self.name_en = LineInput(), LineInput()
        self.colour = ColourList()
        self.hidden = TickInput("Ne pas montrer ni imprimer cette rubrique")
        self._name_field = LabelledField("Nom", self.name)
        self._lay_out()
        self.items.edited.connect(self.touched)
        self.items.current_changed.connect(self._show_current)
        for one in (self.name, self.name_en, self.colour, self.hidden):
            one.edited.connect(self._take_current)

    def fetch(self, office: Office) -> tuple[Category, ...]:
        """Read the chapters."""
        return tuple(office.settings.categories())

    def store(self, office: Office, value: tuple[Category, ...]) -> Changes:
        """Save the chapters in this order."""
        return office.settings.save_categories(value)

    def show_value(self, value: tuple[Category, ...]) -> None:
        """Show the chapters."""
        self.items.set_items(value)

    def value(self) -> tuple[Category, ...]:
        """Return the chapters as they stand, numbered in their order."""
        return tuple(replace(one, position=at) for at, one in enumerate(self.items.items()))

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside the name of the chapter concerned."""
        _, _, rest = error.field.partition(".")
        place = rest.partition(".")[0]
        if place.isdigit():
            self.items.select(int(place))
        self._name_field.refuse(sentence(error))
        return True

    def accept(self) -> None:
        """Take the error away."""
        self._name_field.accept()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a chapter was changed."""
        return bool(changes.categories)

    def _lay_out(self) -> None:
        form = Card("La rubrique choisie")
        form.body.addWidget(self._name_field)
        form.body.addWidget(LabelledField("Nom en anglais", self.name_en, optional=True))
        form.body.addWidget(
            LabelledField("Couleur", self.colour, hint="Celle des pages de la rubrique.")
        )
        form.body.addWidget(self.hidden)
        form.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.items.remove_button)
        form.body.addLayout(foot)
        order = Card("L’ordre du livret")
        order.body.addWidget(self.items)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(order, 1)
        row.addWidget(form, 1)
        self.column.addLayout(row)

    def _show_current(self) -> None:
        current = self.items.current()
        for one in (self.name, self.name_en, self.colour, self.hidden):
            one.setEnabled(current is not None)
        if current is not None:
            self.name.set_value(current.label)
            self.name_en.set_value(current.label_en)
            self.colour.set_value(current.colour)
            self.hidden.set_value(current.hidden)

    def _take_current(self) -> None:
        current = self.items.current()
        if current is None:
            return
        self.items.replace_current(
            replace(
                current,
                label=self.name.value(),
                label_en=self.name_en.value(),
                colour=self.colour.value(),
                hidden=self.hidden.value(),
            )
        )
        self.touched()


def _look(category: Category) -> tuple[str, QIcon | None]:
    words = f"{category.label} (masquée)" if category.hidden else category.label
    return words, swatch(category.colour)


def _make(existing: Sequence[Category]) -> Category:
    code = code_for(_NEW, [one.code for one in existing])
    return Category(code, _NEW, "", len(existing), COLOURS[0][0])
