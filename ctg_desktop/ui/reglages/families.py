"""What the town hall decided about families: how long, for what, who sees and follows them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.retention import MONTHS_ALLOWED
from ctg_desktop.domain.families.settings import MASK_ALLOWED, TEXT_LIMIT, FamilySettings
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput
from ctg_desktop.ui.impressions.number_inputs import CountInput
from ctg_desktop.ui.reglages.section import Section
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.office import Office

_PROPOSED = "Laissez vide pour le texte proposé, en gris\u202f; il est imprimé sur la notice."
_MONTHS = (
    "Après le dernier échange. Passé ce délai, une personne décide\u00a0: rien ne s’efface seul."
)
_MASK = (
    "Les chiffres qui sortent de la mairie ne disent pas les nombres plus petits, pour que "
    "personne n’y soit reconnu."
)
_ENTRY = (
    "La mairie tient un registre de ce qu’elle fait des données des personnes (RGPD, article "
    "30). Cette fiche y décrit l’accueil des familles, d’après ce qui est réglé ici."
)
_LINES = 4
"""What the texts that are proposed take."""
_ENTRY_NAME = "Registre des traitements"


class FamiliesSection(Section[FamilySettings]):
    """Durations, texts, referents, and the entry of the register of processing."""

    key, word, kind = "familles", "Familles", FamilySettings

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.months = CountInput(MONTHS_ALLOWED[0], MONTHS_ALLOWED[-1], suffix=" mois")
        self.threshold = CountInput(MASK_ALLOWED[0], MASK_ALLOWED[-1])
        self.texts = {
            name: AreaInput(_LINES, limit=TEXT_LIMIT)
            for name in ("purposes", "durations", "recipients")
        }
        self.referents = AreaInput(3)
        labels = {
            "purposes": "Pourquoi les familles sont notées",
            "durations": "Combien de temps, en mots",
            "recipients": "Qui voit ces données",
        }
        self._fields = {
            "retention_months": LabelledField("Durée de conservation", self.months, hint=_MONTHS),
            "mask_under": LabelledField("Masquer les nombres sous", self.threshold, hint=_MASK),
            **{
                name: LabelledField(labels[name], self.texts[name], hint=_PROPOSED)
                for name in labels
            },
            "referents": LabelledField(
                "Référents, un par ligne",
                self.referents,
                hint="Proposés quand vous notez qui suit une famille.",
            ),
        }
        self._lay_out()
        self.months.valueChanged.connect(self._propose)
        for count in (self.months, self.threshold):
            count.edited.connect(self.touched)
        for area in (self.referents, *self.texts.values()):
            area.edited.connect(self.touched)

    def fetch(self, office: Office) -> FamilySettings:
        """Read the settings."""
        return office.families.settings()

    def store(self, office: Office, value: FamilySettings) -> Changes:
        """Save the settings."""
        return office.families.save_settings(value)

    def show_value(self, value: FamilySettings) -> None:
        """Show settings."""
        self.months.set_value(value.retention_months)
        self.threshold.set_value(value.mask_under)
        for name, area in self.texts.items():
            area.set_value(getattr(value, name))
        self.referents.set_value("\n".join(value.referents))
        self._propose()

    def value(self) -> FamilySettings:
        """Return the settings as typed."""
        names = (line.strip() for line in self.referents.value().split("\n"))
        return FamilySettings(
            retention_months=self.months.value(),
            mask_under=self.threshold.value(),
            referents=tuple(filter(None, names)),
            **{name: area.value() for name, area in self.texts.items()},
        )

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the settings were changed."""
        return "families" in changes.settings

    def show_entry(self) -> None:
        """Show the entry of the register of processing, to be printed or kept."""
        from ctg_desktop.ui.impressions.paper_dialog import show_paper

        rights, today = self.desk.office.family_rights, self.desk.today()
        show_paper(
            self.desk, _ENTRY_NAME, lambda: rights.processing_entry(today), self, self.notice.emit
        )

    def _propose(self) -> None:
        proposed = self.desk.office.family_rights.proposed_texts(self.months.value())
        for name, area in self.texts.items():
            area.setPlaceholderText(getattr(proposed, name))

    def _lay_out(self) -> None:
        kept, told = Card("Durées et seuils"), Card("Ce que dit la notice")
        who, entry = Card("Qui suit les familles"), Card("Registre des traitements")
        for name, field in self._fields.items():
            card = {"retention_months": kept, "mask_under": kept, "referents": who}.get(name, told)
            card.body.addWidget(field)
        entry.body.addWidget(Text(_ENTRY, wrap=True, quiet=True))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(plain("Voir la fiche…", self.show_entry, Icon.PRINT))
        row.addStretch(1)
        entry.body.addLayout(row)
        for card in (kept, told, who, entry):
            self.column.addWidget(self.limit_width(card))
        self.column.setSpacing(MARGIN)
        self.column.addStretch(1)
