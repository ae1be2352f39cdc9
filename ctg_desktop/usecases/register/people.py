"""The persons of an open register, and the steps of a registration."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.register.clock import DueEntry, due_entries, to_confirm
from ctg_desktop.domain.register.entry import RegisterEntry, Removal
from ctg_desktop.domain.register.listing import EntryRow, entry_rows
from ctg_desktop.domain.register.refusal import Likeness, Prints, Refusal, prints_of
from ctg_desktop.domain.register.rules import (
    RegisterWarning,
    checked_entry,
    past_day,
    warnings_of,
)
from ctg_desktop.domain.register.steps import (
    acknowledged,
    confirmed,
    enrolled,
    is_called,
    takes_effect_at_once,
    with_steps_of,
)
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.register.looks import Looks
from ctg_desktop.usecases.register.shelf import RegisterShelf


class RegisterPeople:
    """Persons. Every look at one, and every change, is a line of the journal of access.

    Args:
        shelf: Of the open register.
        looks: What was looked at since it was opened.
    """

    def __init__(self, shelf: RegisterShelf, looks: Looks) -> None:
        self._shelf = shelf
        self._looks = looks

    def entries(self, today: date) -> list[EntryRow]:
        """Return the list by name; of those who objected there is a day, and no name.

        Raises:
            UserError: ``register-closed``.
            EnvironmentFault: ``register-damaged``.
        """
        refusals = (one.as_entry for one in self._shelf.all(Refusal))
        found = [*self._shelf.all(RegisterEntry), *refusals]
        self._looks.note("register-list", (one.id for one in found))
        return entry_rows(found, today)

    def get(self, entry_id: str) -> RegisterEntry:
        """Return an entry.

        Raises:
            UserError: ``register-closed``, ``register-entry-unknown``.
            EnvironmentFault: ``register-damaged``.
        """
        found = self._found(entry_id)
        self._looks.note("register-entry", [entry_id])
        return found

    def full(self, ids: Collection[str] | None = None) -> list[RegisterEntry]:
        """Return whole entries, for papers that are noted when they leave.

        Args:
            ids: Which; otherwise all that are called in an alert, in the order of the list.

        Raises:
            UserError: ``register-closed``.
        """
        found = {one.id: one for one in self._shelf.all(RegisterEntry)}
        if ids is not None:
            return [found[one] for one in ids if one in found]
        rows = entry_rows(filter(is_called, found.values()), date.min)
        return [found[row.id] for row in rows]

    def warnings(self, entry: RegisterEntry) -> tuple[RegisterWarning, ...]:
        """Return what only a person can judge, before an entry is kept.

        Raises:
            UserError: ``register-closed``.
        """
        return tuple(self._warnings(entry))

    def save(
        self, entry: RegisterEntry, today: date, *, although_objected: bool = False
    ) -> RegisterEntry:
        """Keep an entry, new or changed; steps and calls stay as they are stored.

        A request of the person's own lifts an objection of before.

        Args:
            entry: Its version is the one that was read.
            today: The day it is.
            although_objected: A person has made sure that the one who objected is another.

        Raises:
            UserError: ``register-closed``; those of :func:`checked_entry` and of
                :func:`with_steps_of`; ``register-objected``:
                a third party asks about somebody who said no, also when that is seen once the name
                or the birth date was corrected; ``register-changed``; ``register-entry-unknown``.
        """
        ready = checked_entry(entry, today)
        refusals = list(self._refusals_of(ready))
        at_once = takes_effect_at_once(ready)
        if refusals and not at_once and not although_objected and not self._is_known(ready):
            raise UserError("register-objected")
        kept = self._stored(ready)
        if at_once:
            for refusal, likeness in refusals:
                if likeness is Likeness.SAME:
                    self._shelf.remove(refusal.id, "register-objection-lifted")
        return kept

    def acknowledge(self, entry_id: str, on: date | None, today: date) -> RegisterEntry:
        """Note that the receipt left; ``None`` takes a mistaken day back.

        Raises:
            UserError: ``register-entry-unknown``; those of :func:`acknowledged`.
        """
        step = acknowledged(self._found(entry_id), on, today)
        return self._shelf.store(step, "register-acknowledged")

    def enrol(self, entry_id: str, on: date | None, today: date) -> RegisterEntry:
        """Enter a person for good; ``None`` takes a mistake back.

        Raises:
            UserError: ``register-entry-unknown``; those of :func:`enrolled`.
        """
        step = enrolled(self._found(entry_id), on, today)
        return self._shelf.store(step, "register-enrolled")

    def confirm(self, entry_id: str, on: date | None, today: date) -> RegisterEntry:
        """Note that a person confirmed their data at the yearly call; ``None`` takes it back.

        Raises:
            UserError: ``register-entry-unknown``; those of :func:`confirmed`.
        """
        step = confirmed(self._found(entry_id), on, today)
        return self._shelf.store(step, "register-confirmed")

    def object(self, entry_id: str, on: date, today: date) -> RegisterEntry:
        """Note that a person said no: all is taken out but what recognises them.

        Returns:
            What is left of it, under another id.

        Raises:
            UserError: ``register-entry-unknown``; ``register-day-to-come``,
                ``register-day-too-early``.
        """
        entry = self._found(entry_id)
        day = past_day(on, "objected_on", today, earliest=entry.request.on)
        refusal = Refusal(on=day, prints=self._prints(entry))
        return self._shelf.exchange(entry_id, refusal, "register-objection").as_entry

    def remove(self, entry_id: str, reason: Removal) -> None:
        """Take a person out, or an objection; neither comes back, not even with a backup.

        Raises:
            UserError: ``register-entry-unknown``.
        """
        if self._shelf.get(entry_id, Refusal) is None:
            self._found(entry_id)
        self._shelf.remove(entry_id, f"register-removed-{reason.value}")

    def due(self, today: date) -> list[DueEntry]:
        """Return the receipts that are still to be sent, the most urgent first.

        Raises:
            UserError: ``register-closed``.
        """
        found = due_entries(self._shelf.all(RegisterEntry), today)
        self._looks.note("register-due", (one.id for one in found))
        return found

    def yearly(self, today: date) -> list[EntryRow]:
        """Return who is still to be called this year, by name.

        Raises:
            UserError: ``register-closed``.
        """
        found = [one for one in self._shelf.all(RegisterEntry) if to_confirm(one, today)]
        self._looks.note("register-yearly", (one.id for one in found))
        return entry_rows(found, today)

    def note(self, kind: AccessKind, what: str, ids: Collection[str]) -> None:
        """Write a line of the journal of access in the name of whoever opened the register."""
        self._shelf.note(kind, what, ids)

    def _is_known(self, ready: RegisterEntry) -> bool:
        """Tell whether this very person's request, by a third party, is stored already."""
        stored = self._shelf.get(ready.id, RegisterEntry) if ready.id else None
        return (
            stored is not None
            and not takes_effect_at_once(stored)
            and self._prints(stored) == self._prints(ready)
        )

    def _stored(self, ready: RegisterEntry) -> RegisterEntry:
        if not ready.id:
            return self._shelf.store(
                with_steps_of(RegisterEntry(), ready), "register-added", new=True
            )
        return self._shelf.store(with_steps_of(self._found(ready.id), ready), "register-saved")

    def _found(self, entry_id: str) -> RegisterEntry:
        found = self._shelf.get(entry_id, RegisterEntry)
        if found is None:
            raise UserError("register-entry-unknown")
        return found

    def _warnings(self, entry: RegisterEntry) -> Iterator[RegisterWarning]:
        yield from warnings_of(entry)
        mine = self._prints(entry)
        others = (one for one in self._shelf.all(RegisterEntry) if one.id != entry.id)
        if any(mine.likeness(self._prints(one)) is not Likeness.NONE for one in others):
            yield RegisterWarning.REGISTERED_TWICE
        if any(self._refusals_of(entry)):
            yield RegisterWarning.OBJECTED_BEFORE

    def _refusals_of(self, entry: RegisterEntry) -> Iterator[tuple[Refusal, Likeness]]:
        mine = self._prints(entry)
        for one in self._shelf.all(Refusal):
            likeness = mine.likeness(one.prints)
            if likeness is not Likeness.NONE:
                yield one, likeness

    def _prints(self, entry: RegisterEntry) -> Prints:
        return prints_of(entry, self._shelf.sealer.fingerprint)
