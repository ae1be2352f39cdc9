"""Who the vault belongs to: name, code, colour."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.commune import Profile, Role
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.reglages.colours import ColourChoice
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.office import Office

_CODE_LABELS = {Role.COMMUNE: "Code INSEE", Role.COMMUNITY: "Numéro SIREN"}
_NAME_LABELS = {Role.COMMUNE: "Nom de la commune", Role.COMMUNITY: "Nom de la communauté"}


class IdentitySection(Section[Profile]):
    """The commune or the community."""

    key, word, kind = "identite", "Commune", Profile

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.name, self.code = LineInput(), LineInput()
        self.accent = ColourChoice("Couleur de la commune")
        self._fields = {
            "name": LabelledField("Nom", self.name, hint="Il est imprimé sur la couverture."),
            "code": LabelledField("Code", self.code),
            "accent": LabelledField(
                "Couleur",
                self.accent,
                hint="Celle du bandeau et de la couverture. Toutes se lisent bien.",
            ),
        }
        card = Card("Qui sommes-nous ?")
        for field in self._fields.values():
            card.body.addWidget(field)
        self.column.addWidget(self.limit_width(card))
        self.column.addStretch(1)
        for one in (self.name, self.code, self.accent):
            one.edited.connect(self.touched)

    def fetch(self, office: Office) -> Profile:
        """Read the profile."""
        return office.settings.profile()

    def store(self, office: Office, value: Profile) -> Changes:
        """Save the profile."""
        return office.settings.save_profile(value)

    def show_value(self, value: Profile) -> None:
        """Show a profile."""
        self._fields["name"].label.setText(_NAME_LABELS[value.role])
        self._fields["code"].label.setText(_CODE_LABELS[value.role])
        self.code.setAccessibleName(_CODE_LABELS[value.role])
        self.name.setAccessibleName(_NAME_LABELS[value.role])
        self.name.set_value(value.name)
        self.code.set_value(value.code)
        self.accent.set_value(value.accent)

    def value(self) -> Profile:
        """Return the profile as typed."""
        stored = self.stored or Profile(Role.COMMUNE, "", "")
        return replace(
            stored, name=self.name.value(), code=self.code.value(), accent=self.accent.value()
        )

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the profile was changed."""
        return "profile" in changes.settings
