"""The themes, across chapters: subjects of leaflets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain.category import Theme
from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.reglages.ordered_list import OrderedList
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.office import Office
from ctg_desktop.usecases.settings import code_for

_NEW = "Nouveau thème"
_WHAT_FOR = (
    "Un thème rassemble des fiches de plusieurs rubriques : tout ce qui concerne la jeunesse, par "
    "exemple. Un thème donné à une fiche ne peut pas être supprimé."
)


class ThemesSection(Section[tuple[Theme, ...]]):
    """The list of themes, and the one that is edited."""

    key, word, kind = "themes", "Thèmes", tuple[Theme, ...]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.items = OrderedList("Thèmes", _look, _make, movable=False)
        self.name, self.name_en = LineInput(), LineInput()
        self._name_field = LabelledField("Nom", self.name)
        self._lay_out()
        self.items.edited.connect(self.touched)
        self.items.current_changed.connect(self._show_current)
        for one in (self.name, self.name_en):
            one.edited.connect(self._take_current)

    def fetch(self, office: Office) -> tuple[Theme, ...]:
        """Read the themes."""
        return tuple(office.settings.themes())

    def store(self, office: Office, value: tuple[Theme, ...]) -> Changes:
        """Save the themes."""
        return office.settings.save_themes(value)

    def show_value(self, value: tuple[Theme, ...]) -> None:
        """Show the themes."""
        self.items.set_items(value)

    def value(self) -> tuple[Theme, ...]:
        """Return the themes as they stand."""
        return self.items.items()

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside the name of the theme concerned."""
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
        """Tell whether a theme was changed."""
        return bool(changes.themes)

    def _lay_out(self) -> None:
        form = Card("Le thème choisi")
        form.body.addWidget(self._name_field)
        form.body.addWidget(LabelledField("Nom en anglais", self.name_en, optional=True))
        form.body.addWidget(Text(_WHAT_FOR, wrap=True, quiet=True))
        form.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.items.remove_button)
        form.body.addLayout(foot)
        listed = Card("Les thèmes")
        listed.body.addWidget(self.items)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(listed, 1)
        row.addWidget(form, 1)
        self.column.addLayout(row)

    def _show_current(self) -> None:
        current = self.items.current()
        for one in (self.name, self.name_en):
            one.setEnabled(current is not None)
        if current is not None:
            self.name.set_value(current.label)
            self.name_en.set_value(current.label_en)

    def _take_current(self) -> None:
        current = self.items.current()
        if current is not None:
            self.items.replace_current(
                replace(current, label=self.name.value(), label_en=self.name_en.value())
            )
            self.touched()


def _look(theme: Theme) -> tuple[str, QIcon | None]:
    return theme.label, None


def _make(existing: Sequence[Theme]) -> Theme:
    return Theme(code_for(_NEW, [one.code for one in existing]), _NEW)
