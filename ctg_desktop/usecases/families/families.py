"""Keep the households of new families: list, save, note contacts, take consents back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ctg_desktop.db.vault import Repositories, UnitOfWork, Vault
from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.consents import with_withdrawals
from ctg_desktop.domain.families.dealing_rules import checked_note
from ctg_desktop.domain.families.dealings import ContactNote
from ctg_desktop.domain.families.household import Channel, Household, Purpose
from ctg_desktop.domain.families.listing import (
    FamilyCounts,
    HouseholdFilter,
    HouseholdRow,
    HouseholdSort,
    SimilarHousehold,
)
from ctg_desktop.domain.families.rules import (
    address_of,
    checked_filter,
    checked_household,
    number_of,
)
from ctg_desktop.domain.families.settings import FamilySettings, checked_settings
from ctg_desktop.domain.families.steps import came_back, contacted, gone, silent, withdrawn
from ctg_desktop.domain.meanwhile import with_typed_over
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.access_log import AccessLog

HOUSEHOLD = "household"
LIST = "household-list"
NOTES_LIMIT = 200
SIMILAR_LIMIT = 5

Step = Callable[[Household], Household]


@dataclass(frozen=True, slots=True)
class SavedHousehold:
    """A household as it was stored, and what storing it changed."""

    household: Household
    changes: Changes


class Families:
    """The households of a vault.

    Args:
        vault: An open vault.
        actor: Who works, for the journals.
    """

    def __init__(self, vault: Vault, actor: str = "") -> None:
        self._vault = vault
        self._actor = actor
        self._log = AccessLog(vault, actor)
        self._opened: set[tuple[str, date]] = set()

    def index(self, wanted: HouseholdFilter, sort: HouseholdSort, today: date) -> tuple[str, ...]:
        """Return the ids of the households that a list shows, in its order.

        Raises:
            UserError: ``need-unknown``, ``language-unknown``.
        """
        ready = checked_filter(wanted)
        with self._vault.reading() as stored:
            return tuple(stored.households.ids(ready, sort, today, _months(stored)))

    def rows(self, ids: Sequence[str], today: date) -> list[HouseholdRow]:
        """Return one page of a list; ids that were erased meanwhile are left out."""
        with self._vault.reading() as stored:
            return stored.households.rows(ids, today, _months(stored))

    def look(self, ids: Sequence[str], today: date) -> list[HouseholdRow]:
        """Return rows that leave the program, e.g. by a command; the journal of access tells it.

        Raises:
            UserError: ``consultation-personal`` where it cannot be noted.
        """
        self._log.require_noting()
        rows = self.rows(ids, today)
        if rows:
            self._log.note(AccessKind.CONSULTED, LIST, HOUSEHOLD, [row.id for row in rows])
        return rows

    def counts(self, today: date) -> FamilyCounts:
        """Return how many households each view holds."""
        with self._vault.reading() as stored:
            return FamilyCounts(stored.households.counts(today, _months(stored)))

    def get(self, household_id: str) -> Household:
        """Return one household.

        Raises:
            UserError: ``household-unknown``.
        """
        with self._vault.reading() as stored:
            return stored.households.get(household_id)

    def open(self, household_id: str) -> Household:
        """Return one household to be looked at; the journal of access tells it once a day.

        Raises:
            UserError: ``household-unknown``; ``consultation-personal`` where it cannot be noted.
        """
        household = self.get(household_id)
        self._log.require_noting()
        day = self._vault.now().date()
        if (household_id, day) not in self._opened:
            if not self._was_opened(household_id, day):
                self._log.note(AccessKind.CONSULTED, HOUSEHOLD, HOUSEHOLD, [household_id])
            self._opened.add((household_id, day))
        return household

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the names of households by id; unknown ids are left out."""
        with self._vault.reading() as stored:
            return stored.households.names(ids)

    def similar(self, household: Household, limit: int = SIMILAR_LIMIT) -> list[SimilarHousehold]:
        """Return households that may be the one being typed, also those that left."""
        with self._vault.reading() as stored:
            return stored.households.similar(household, limit)

    def save(
        self, household: Household, today: date, shown: Household | None = None
    ) -> SavedHousehold:
        """Check and store a household, new (without id) or changed.

        Args:
            household: As it was typed.
            today: The day.
            shown: As it was when typing began: what was not typed since stays as it is stored by
                now. ``None`` stores all of it.

        Raises:
            UserError: A rule of ``domain.families.rules``, ``household-unknown``.
        """
        label = "household-saved" if household.id else "household-added"
        with self._vault.writing(label, actor=self._actor) as work:
            stored = _stored(work, household, shown, today)
        return SavedHousehold(stored, work.changes)

    def come_back(self, household_id: str, on: date) -> SavedHousehold:
        """Note that a household that had left lives here again.

        Raises:
            UserError: ``household-unknown``, ``date-in-future``.
        """
        self._check_past(on, "left_on")
        return self._step("household-returned", household_id, lambda one: came_back(one, on))

    def notes(self, household_id: str, limit: int = NOTES_LIMIT) -> list[ContactNote]:
        """Return the notes of a household, newest first."""
        with self._vault.reading() as stored:
            return stored.notes.of(household_id, limit)

    def add_note(self, note: ContactNote, today: date) -> Changes:
        """Note a contact; the time of the household runs from it.

        Raises:
            UserError: A rule of ``domain.families.dealing_rules``, ``household-unknown``.
        """
        ready = checked_note(note, today)
        ready = replace(ready, author=ready.author or self._actor)
        with self._vault.writing("note-added", actor=self._actor) as work:
            note_contact(work, ready.household, ready.on)
            work.notes.add(ready)
        return work.changes

    def save_note(self, note: ContactNote) -> Changes:
        """Correct a note; it stays its household's.

        Raises:
            UserError: A rule of ``domain.families.dealing_rules``, ``note-unknown``.
        """
        ready = checked_note(note, self._today())
        with self._vault.writing("note-saved", actor=self._actor) as work:
            known = work.notes.get(ready.id)
            note_contact(work, known.household, ready.on)
            work.notes.save(replace(ready, household=known.household, author=known.author))
        return work.changes

    def delete_note(self, note_id: str) -> Changes:
        """Delete a note; undo brings it back.

        Raises:
            UserError: ``note-unknown``.
        """
        with self._vault.writing("note-deleted", actor=self._actor) as work:
            work.notes.delete(note_id)
        return work.changes

    def call_back(self, household_id: str, on: date | None) -> Changes:
        """Promise to call a household on a day, or note that it was done.

        Raises:
            UserError: ``household-unknown``.
        """

        def step(household: Household) -> Household:
            return replace(household, call_back_on=on)

        return self._step("household-call-back", household_id, step).changes

    def leave(self, household_id: str, on: date) -> Changes:
        """Note that a household moved away.

        Raises:
            UserError: ``household-unknown``, ``date-in-future``.
        """
        self._check_past(on, "left_on")
        return self._step("household-left", household_id, lambda one: gone(one, on)).changes

    def object(self, household_id: str, on: date) -> Changes:
        """Note that a household asked not to be contacted any more.

        Raises:
            UserError: ``household-unknown``, ``date-in-future``.
        """
        self._check_past(on, "objected_on")
        return self._step("household-objected", household_id, lambda one: silent(one, on)).changes

    def withdraw(
        self, household_id: str, channel: Channel, purpose: Purpose | None, on: date
    ) -> Changes:
        """Take back the consents of a channel: for one purpose, or for all.

        Raises:
            UserError: ``consent-not-by-post``, ``household-unknown``, ``date-in-future``.
        """
        if channel is Channel.POST:
            raise UserError("consent-not-by-post")
        self._check_past(on, "withdrawn_on")

        def step(household: Household) -> Household:
            return withdrawn(household, channel, purpose, on)

        return self._step("consents-withdrawn", household_id, step).changes

    def settings(self) -> FamilySettings:
        """Return what the town hall decided about families."""
        with self._vault.reading() as stored:
            return stored.settings.families()

    def save_settings(self, settings: FamilySettings) -> Changes:
        """Change what the town hall decided about families.

        Raises:
            UserError: ``retention-out-of-range``, ``mask-out-of-range``, ``text-too-long``.
        """
        ready = checked_settings(settings)
        with self._vault.writing("family-settings-saved", actor=self._actor) as work:
            work.settings.set_families(ready)
        return work.changes

    def _step(self, label: str, household_id: str, step: Step) -> SavedHousehold:
        with self._vault.writing(label, actor=self._actor) as work:
            stored = work.households.save(step(work.households.get(household_id)))
        return SavedHousehold(stored, work.changes)

    def _was_opened(self, household_id: str, day: date) -> bool:
        found = self._vault.access_log.since(day - timedelta(days=1))
        return any(
            row.access.kind is AccessKind.CONSULTED
            and row.access.entity == HOUSEHOLD
            and row.access.actor == self._actor
            and household_id in row.access.ids
            and row.access.at.startswith(day.isoformat())
            for row in found
        )

    def _check_past(self, day: date, field: str) -> None:
        if day > self._today():
            raise UserError("date-in-future", field=field)

    def _today(self) -> date:
        return self._vault.now().date()


def note_contact(work: UnitOfWork, household_id: str, on: date) -> None:
    """Let the time of a household run from a contact.

    Raises:
        UserError: ``household-unknown``.
    """
    known = work.households.get(household_id)
    if contacted(known, on) != known:
        work.households.save(contacted(known, on))


def _stored(work: UnitOfWork, typed: Household, shown: Household | None, today: date) -> Household:
    """Store what was typed; a contact or a withdrawal that was noted meanwhile still counts."""
    if not typed.id:
        return work.households.add(checked_household(typed, today))
    known = work.households.get(typed.id)
    ready = typed if shown is None else with_typed_over(known, shown, typed)
    ready = checked_household(replace(ready, id=known.id), today, known)
    phones = with_withdrawals(known.phones, ready.phones, number_of)
    emails = with_withdrawals(known.emails, ready.emails, address_of)
    ready = checked_household(replace(ready, phones=phones, emails=emails), today, known)
    last = known.last_contact
    return work.households.save(contacted(ready, last) if last and last <= today else ready)


def _months(stored: Repositories) -> int:
    return stored.settings.families().retention_months
