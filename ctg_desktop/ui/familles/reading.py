"""What the page needs to know at once, read in one go on the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ctg_desktop.domain import wording
from ctg_desktop.domain.contact import Address
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.listing import FamilyCounts, HouseholdState, HouseholdView
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.ui.editing.draft_keeper import read_draft
from ctg_desktop.ui.editing.home_address import home_address

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office

NOTE = "household-note"


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts as of a day, what was decided, and where new families live."""

    counts: FamilyCounts = field(default_factory=FamilyCounts)
    settings: FamilySettings = field(default_factory=FamilySettings)
    home: Address = field(default_factory=Address)

    @property
    def is_empty(self) -> bool:
        """Whether no family was ever noted."""
        return not self.counts.by_view.get(HouseholdView.ALL, 0)

    def words(self) -> str:
        """Return "12 familles, 3 à accueillir"."""
        by_view = self.counts.by_view
        present = by_view.get(HouseholdView.CURRENT, 0)
        waiting = by_view.get(HouseholdView.TO_WELCOME, 0)
        said = wording.plural(present, "famille présente", "familles présentes")
        return f"{said}, {wording.number(waiting)} à accueillir" if waiting else said


@dataclass(frozen=True, slots=True)
class Dealings:
    """Where one household stands and what happened with it, newest first.

    Attributes:
        typed_note: What was being typed of a contact and not noted yet.
    """

    state: HouseholdState | None = None
    notes: Sequence[ContactNote] = ()
    referrals: Sequence[Referral] = ()
    typed_note: Mapping[str, str] = field(default_factory=dict)


def read_overview(office: Office, today: date) -> Overview:
    """Read what the page shows beside its list."""
    return Overview(
        office.families.counts(today), office.families.settings(), home_address(office, today)
    )


def read_dealings(office: Office, household_id: str, today: date) -> Dealings:
    """Read where a household stands and what happened with it."""
    draft = read_draft(office.drafts.get(note_key(household_id)))
    return Dealings(
        next((row.state for row in office.families.rows([household_id], today)), None),
        office.families.notes(household_id),
        office.referrals.of(household_id),
        {} if draft is None else draft.changes,
    )


def note_key(household_id: str) -> str:
    """Return the key of the draft of a note."""
    return f"{NOTE}:{household_id}"
