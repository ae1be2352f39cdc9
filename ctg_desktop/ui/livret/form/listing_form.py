"""The form of a listing: essentials first, then how to reach it, the rest folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.listing import Listing
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.field_column import FieldColumn
from ctg_desktop.ui.editing.form_fields import FormFields
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.livret.form import sections
from ctg_desktop.ui.livret.form.consents_input import ConsentsInput
from ctg_desktop.ui.livret.form.listing_binding import ALIASES
from ctg_desktop.ui.livret.form.printed_words import needs_consent, printed_words
from ctg_desktop.ui.livret.form.themes_input import ThemesInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

DETAILS = (
    "description",
    "description_en",
    "audience",
    "price",
    "conditions",
    "accessibility",
    "themes",
    "contact_persons",
    "organisers",
    "picture",
    "closed_until",
    "source",
    "delegated_commune",
    "insee_code",
    "rna",
    "siret",
    "dila",
)
"""What is folded away and counted."""


class ListingForm(Scrolled):
    """All inputs of a listing; what they mean together is said by :meth:`describe`."""

    edited = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        today = desk.today
        self.fields = FormFields(ALIASES, self)
        self._themes = ThemesInput()
        self.details = FoldedDetails()
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        self.column.addWidget(sections.essentials(self.fields, today))
        self.column.addWidget(sections.contact(self.fields, today))
        self._agreements = self._consents(desk)
        self.column.addWidget(self._agreements)
        self.column.addWidget(self.details)
        self.column.addStretch(1)
        for part in (
            sections.texts(self.fields, today),
            sections.public(self.fields, today),
            sections.people(self.fields, today, desk),
            sections.picture(self.fields, today, desk),
            sections.themes(self.fields, today, self._themes),
            sections.follow_up(self.fields, today),
        ):
            self.details.body.addWidget(part)
        self.fields.edited.connect(self.edited)

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer the chapters of the booklet that are not hidden."""
        field = self.fields.field("category")
        if field is not None and isinstance(field.editor, ChoiceInput):
            field.editor.set_choices(
                [(one.code, one.label) for one in categories if not one.hidden]
            )

    def set_themes(self, themes: Sequence[Theme]) -> None:
        """Offer the subjects of leaflets."""
        self._themes.set_themes(themes)

    def describe(self, typed: Listing) -> None:
        """Say what follows from what is typed: what is printed, how much is folded away.

        Args:
            typed: The listing as it stands in the inputs.
        """
        values = self.fields.values()
        self.details.set_filled(sum(1 for name in DETAILS if values[name]))
        self._agreements.setVisible(needs_consent(typed) or bool(typed.consents))
        field = self.fields.field("consents")
        if field is not None:
            field.set_hint(printed_words(typed), Icon.PRINT)

    def _consents(self, desk: Desk) -> FieldColumn:
        column = FieldColumn(self.fields, desk.today, "Accords de la personne")
        boxes = ConsentsInput(desk.today)
        field = LabelledField("La personne accepte que soient imprimés", boxes, focus=boxes.first)
        self.fields.add("consents", boxes, field)
        column.put(field)
        return column
