"""The texts of the booklet: title, the mayor's word, team, first steps, rules, cover."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.booklet import BookletSettings, TeamMember
from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.editing.rows import Column, RowsInput
from ctg_desktop.ui.reglages.cover import CoverInput
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.office import Office

_ONE_A_LINE = "Un point par ligne."


class BookletSection(Section[BookletSettings]):
    """What the booklet says before and after its chapters."""

    key, word, kind = "livret", "Textes du livret", BookletSettings

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading, self.subtitle = LineInput(), LineInput()
        self.mayor_word, self.mayor_name = AreaInput(6, 20), LineInput()
        self.team = RowsInput(
            (Column("name", "Prénom et nom"), Column("role", "Fonction")),
            "Équipe",
            "Ajouter une personne",
        )
        self.first_steps, self.rules = AreaInput(4, 20), AreaInput(4, 20)
        self.cover = CoverInput(desk)
        self._fields = self._make_fields()
        self._lay_out()
        for one in (
            *(self.heading, self.subtitle, self.mayor_word, self.mayor_name, self.team),
            *(self.first_steps, self.rules, self.cover),
        ):
            one.edited.connect(self.touched)

    def fetch(self, office: Office) -> BookletSettings:
        """Read the texts."""
        return office.settings.booklet()

    def store(self, office: Office, value: BookletSettings) -> Changes:
        """Save the texts."""
        return office.settings.save_booklet(value)

    def show_value(self, value: BookletSettings) -> None:
        """Show the texts."""
        self.heading.set_value(value.title)
        self.subtitle.set_value(value.subtitle)
        self.mayor_word.set_value(value.mayor_word)
        self.mayor_name.set_value(value.mayor_name)
        self.team.set_value([{"name": one.name, "role": one.role} for one in value.team])
        self.first_steps.set_value("\n".join(value.first_steps))
        self.rules.set_value("\n".join(value.neighbourhood_rules))
        self.cover.show_cover(value.cover_picture, value.cover_picture_alt)

    def value(self) -> BookletSettings:
        """Return the texts as typed."""
        picture, described = self.cover.value()
        return replace(
            self.stored or BookletSettings(),
            title=self.heading.value(),
            subtitle=self.subtitle.value(),
            mayor_word=self.mayor_word.value(),
            mayor_name=self.mayor_name.value(),
            team=tuple(TeamMember(row["name"], row["role"]) for row in self.team.value()),
            first_steps=_lines(self.first_steps.value()),
            neighbourhood_rules=_lines(self.rules.value()),
            cover_picture=picture,
            cover_picture_alt=described,
        )

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its field."""
        field = self._fields.get(error.field)
        if field is not None:
            field.refuse(sentence(error))
            field.target.setFocus()
        return field is not None

    def accept(self) -> None:
        """Take the errors away."""
        for field in self._fields.values():
            field.accept()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the texts were changed."""
        return "booklet" in changes.settings

    def _make_fields(self) -> dict[str, LabelledField]:
        return {
            "title": LabelledField("Titre", self.heading),
            "subtitle": LabelledField("Sous-titre", self.subtitle, optional=True),
            "cover": LabelledField(
                "Image de couverture", self.cover, optional=True, focus=self.cover.choose_button
            ),
            "cover_picture_alt": LabelledField(
                "Description de l’image",
                self.cover.described,
                optional=True,
                hint="Pour les personnes qui ne voient pas l’image : « L’église et la halle ».",
            ),
            "mayor_word": LabelledField(
                "Le mot du maire",
                self.mayor_word,
                hint="Une ligne vide sépare deux paragraphes.",
                optional=True,
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
        }

    def _lay_out(self) -> None:
        for title, names in (
            ("La couverture", ("title", "subtitle", "cover", "cover_picture_alt")),
            ("La mairie", ("mayor_word", "mayor_name", "team")),
            ("Vivre ici", ("first_steps", "neighbourhood_rules")),
        ):
            card = Card(title)
            for name in names:
                card.body.addWidget(self._fields[name])
            self.column.addWidget(self.limit_width(card))
        self.column.addStretch(1)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
