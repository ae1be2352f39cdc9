"""The long texts of the booklet: the mayor’s word, team, first steps, rules; English too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.booklet import BookletSettings, TeamMember
from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.editing.rows import Column, RowsInput
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.office import Office

_ONE_A_LINE = "Un point par ligne."
_LINE_BY_LINE = "Ligne pour ligne, dans le même ordre qu’en français."


class BookletSection(Section[BookletSettings]):
    """What the booklet says before and after its chapters."""

    key, word, kind = "livret", "Textes du livret", BookletSettings

    prints_wanted = Signal()
    """The rest of the booklet is wanted: it is set beside its preview."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.mayor_word, self.mayor_name = AreaInput(6, 20), LineInput()
        self.team = RowsInput(
            (Column("name", "Prénom et nom"), Column("role", "Fonction")),
            "Équipe",
            "Ajouter une personne",
        )
        self.first_steps, self.rules = AreaInput(4, 20), AreaInput(4, 20)
        self.mayor_word_en = AreaInput(4, 20)
        self.first_steps_en, self.rules_en = AreaInput(4, 20), AreaInput(4, 20)
        self.english = FoldedDetails("En anglais")
        self._fields = self._make_fields()
        self._lay_out()
        for one in (
            *(self.mayor_word, self.mayor_name, self.team, self.first_steps, self.rules),
            *(self.mayor_word_en, self.first_steps_en, self.rules_en),
        ):
            one.edited.connect(self.touched)

    def fetch(self, office: Office) -> BookletSettings:
        """Read the texts."""
        return office.settings.booklet()

    def store(self, office: Office, value: BookletSettings) -> Changes:
        """Save the texts; what else the booklet is stays as it is now."""
        return office.settings.save_booklet(replace(office.settings.booklet(), **_texts(value)))

    def show_value(self, value: BookletSettings) -> None:
        """Show the texts."""
        self.mayor_word.set_value(value.mayor_word)
        self.mayor_name.set_value(value.mayor_name)
        self.team.set_value([{"name": one.name, "role": one.role} for one in value.team])
        self.first_steps.set_value("\n".join(value.first_steps))
        self.rules.set_value("\n".join(value.neighbourhood_rules))
        self.mayor_word_en.set_value(value.mayor_word_en)
        self.first_steps_en.set_value("\n".join(value.first_steps_en))
        self.rules_en.set_value("\n".join(value.neighbourhood_rules_en))
        english = (value.mayor_word_en, value.first_steps_en, value.neighbourhood_rules_en)
        self.english.set_filled(sum(map(bool, english)))

    def value(self) -> BookletSettings:
        """Return the texts as typed."""
        return replace(
            self.stored or BookletSettings(),
            mayor_word=self.mayor_word.value(),
            mayor_name=self.mayor_name.value(),
            team=tuple(TeamMember(row["name"], row["role"]) for row in self.team.value()),
            first_steps=_lines(self.first_steps.value()),
            neighbourhood_rules=_lines(self.rules.value()),
            mayor_word_en=self.mayor_word_en.value(),
            first_steps_en=_lines(self.first_steps_en.value()),
            neighbourhood_rules_en=_lines(self.rules_en.value()),
        )

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its field, which is folded away where it is English."""
        field = self._fields.get(error.field)
        if field is not None and self.english.isAncestorOf(field):
            self.english.set_open(True)
        return super().refuse(error)

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the texts were changed."""
        return "booklet" in changes.settings

    def _make_fields(self) -> dict[str, LabelledField]:
        paragraphs = "Une ligne vide sépare deux paragraphes."
        return {
            "mayor_word": LabelledField(
                "Le mot du maire", self.mayor_word, hint=paragraphs, optional=True
            ),
            "mayor_name": LabelledField("Signature", self.mayor_name, optional=True),
            "team": LabelledField(
                "L’équipe",
                self.team,
                hint="Élus et agents, dans l’ordre où ils sont imprimés.",
                optional=True,
                focus=self.team.first,
            ),
            "first_steps": LabelledField(
                "Premiers pas dans la commune",
                self.first_steps,
                hint=f"{_ONE_A_LINE} Les nouveaux arrivants les cochent un à un.",
                optional=True,
            ),
            "neighbourhood_rules": LabelledField(
                "Règles de bon voisinage", self.rules, hint=_ONE_A_LINE, optional=True
            ),
            "mayor_word_en": LabelledField(
                "Le mot du maire, en anglais", self.mayor_word_en, hint=paragraphs, optional=True
            ),
            "first_steps_en": LabelledField(
                "Premiers pas, en anglais", self.first_steps_en, hint=_LINE_BY_LINE, optional=True
            ),
            "neighbourhood_rules_en": LabelledField(
                "Règles de bon voisinage, en anglais",
                self.rules_en,
                hint=_LINE_BY_LINE,
                optional=True,
            ),
        }

    def _lay_out(self) -> None:
        elsewhere = Card()
        elsewhere.body.addWidget(
            Text(
                "Les rubriques, leur ordre et leurs couleurs, la couverture et vos propres textes "
                "se règlent à côté de l’aperçu du livret.",
                wrap=True,
            )
        )
        self.prints_link = link("Ouvrir le livret dans Impressions", self._leave, Icon.PRINT)
        elsewhere.body.addWidget(self.prints_link)
        self.column.addWidget(self.limit_width(elsewhere))
        for title, names in (
            ("La mairie", ("mayor_word", "mayor_name", "team")),
            ("Vivre ici", ("first_steps", "neighbourhood_rules")),
        ):
            card = Card(title)
            for name in names:
                card.body.addWidget(self._fields[name])
            self.column.addWidget(self.limit_width(card))
        english = Card()
        english.body.addWidget(self.english)
        for name in ("mayor_word_en", "first_steps_en", "neighbourhood_rules_en"):
            self.english.body.addWidget(self._fields[name])
        self.column.addWidget(self.limit_width(english))
        self.column.addStretch(1)

    def _leave(self) -> None:
        self.prints_wanted.emit()


_TEXTS = (
    *("mayor_word", "mayor_name", "team", "first_steps", "neighbourhood_rules"),
    *("mayor_word_en", "first_steps_en", "neighbourhood_rules_en"),
)


def _texts(value: BookletSettings) -> dict[str, Any]:
    return {name: getattr(value, name) for name in _TEXTS}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
