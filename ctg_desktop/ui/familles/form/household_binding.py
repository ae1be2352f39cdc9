"""How households are stored from their form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.household import Household
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.familles.form.typed import to_household, typed_from
from ctg_desktop.usecases.families.families import Families


class HouseholdBinding:
    """Joins the form of a household to the families of the vault."""

    entity = "household"

    def __init__(self, families: Families, today: Callable[[], date]) -> None:
        self._families, self._today = families, today

    def blank(self) -> Household:
        """Return a new household, which arrives today."""
        return Household(arrival_date=self._today())

    def id_of(self, record: Household) -> str:
        """Return the id of a household."""
        return record.id

    def with_id(self, record: Household, record_id: str) -> Household:
        """Return the household with another id."""
        return replace(record, id=record_id)

    def load(self, record_id: str) -> Household:
        """Read a household; the journal of access notes who looked.

        Raises:
            UserError: ``household-unknown``.
        """
        return self._families.open(record_id)

    def store(self, record: Household, shown: Household, /) -> tuple[Household, Changes]:
        """Check and store a household.

        Args:
            record: As it was typed.
            shown: As it was when typing began.

        Raises:
            UserError: A field is refused.
        """
        saved = self._families.save(record, self._today(), shown)
        return saved.household, saved.changes

    def values(self, record: Household) -> Values:
        """Return what the form shows of a household."""
        return typed_from(record)

    def record(self, values: Values, base: Household) -> Household:
        """Return the household that was typed.

        Raises:
            UserError: A day, a year or a language is none.
        """
        return to_household(values, base, self._today())

    def name(self, values: Values) -> str:
        """Return the name of a household, for a sentence."""
        return str(values["name"]).strip() or "famille sans nom"
