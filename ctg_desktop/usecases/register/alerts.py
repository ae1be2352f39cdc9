"""Alerts of an open register – a heat wave, a cold spell – and the calls that they ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from ctg_desktop.db.clock import ZONE
from ctg_desktop.domain import text
from ctg_desktop.domain.register.calls import CallRow, call_rows
from ctg_desktop.domain.register.entry import Alert, Call, RegisterEntry
from ctg_desktop.domain.register.rules import past_day
from ctg_desktop.domain.register.steps import is_called
from ctg_desktop.errors import UserError
from ctg_desktop.usecases.register.looks import Looks
from ctg_desktop.usecases.register.shelf import RegisterShelf

NAME_LIMIT = 80


class RegisterAlerts:
    """Alerts and calls.

    Args:
        shelf: Of the open register.
        looks: What was looked at since it was opened.
    """

    def __init__(self, shelf: RegisterShelf, looks: Looks) -> None:
        self._shelf = shelf
        self._looks = looks

    def alerts(self) -> list[Alert]:
        """Return the alerts: those that last, then the others; the newest first.

        Raises:
            UserError: ``register-closed``.
        """
        found = self._shelf.all(Alert)
        newest = sorted(found, key=lambda one: (one.began_on, one.id), reverse=True)
        return sorted(newest, key=lambda one: one.ended_on is not None)

    def begin_alert(self, name: str, on: date, today: date) -> Alert:
        """Begin an alert.

        Raises:
            UserError: ``register-closed``; ``register-alert-name-missing``, ``text-too-long``;
                ``register-day-to-come``.
        """
        said = text.line(name, "name", limit=NAME_LIMIT)
        if not said:
            raise UserError("register-alert-name-missing", field="name")
        alert = Alert(name=said, began_on=past_day(on, "began_on", today))
        return self._shelf.store(alert, "register-alert-begun", new=True)

    def end_alert(self, alert_id: str, on: date | None, today: date) -> Alert:
        """End an alert; ``None`` lets it go on: its end was a mistake.

        Raises:
            UserError: ``register-alert-unknown``; ``register-day-to-come``,
                ``register-day-too-early``.
        """
        alert = self._alert(alert_id)
        if on is None:
            return self._shelf.store(replace(alert, ended_on=None), "register-alert-resumed")
        day = past_day(on, "ended_on", today, earliest=alert.began_on)
        return self._shelf.store(replace(alert, ended_on=day), "register-alert-ended")

    def remove_alert(self, alert_id: str) -> None:
        """Forget an alert and its calls.

        Raises:
            UserError: ``register-alert-unknown``.
        """
        self._alert(alert_id)
        called = [
            replace(one, calls=tuple(call for call in one.calls if call.alert != alert_id))
            for one in self._shelf.all(RegisterEntry)
            if any(call.alert == alert_id for call in one.calls)
        ]
        self._shelf.store_all(called, "register-calls-removed")
        self._shelf.remove(alert_id, "register-alert-removed")

    def forget_stray_calls(self) -> None:
        """Forget calls of alerts that are gone: a restored entry knows those of an erased one.

        Raises:
            UserError: ``register-closed``.
            EnvironmentFault: ``register-damaged``.
        """
        known = {one.id for one in self._shelf.all(Alert)}
        strayed = [
            replace(one, calls=tuple(call for call in one.calls if call.alert in known))
            for one in self._shelf.all(RegisterEntry)
            if any(call.alert not in known for call in one.calls)
        ]
        if strayed:
            self._shelf.store_all(strayed, "register-calls-removed")

    def now(self) -> datetime:
        """Return the local time, as calls are noted with it."""
        return _local(self._shelf.now())

    def call_list(self, alert_id: str, today: date) -> list[CallRow]:
        """Return whom to call in an alert, in order; see :func:`call_rows`.

        Raises:
            UserError: ``register-closed``; ``register-alert-unknown``.
        """
        self._alert(alert_id)
        rows = call_rows(self._shelf.all(RegisterEntry), alert_id, today)
        self._looks.note("register-calls", (row.id for row in rows))
        return rows

    def note_call(self, entry_id: str, call: Call, today: date) -> RegisterEntry:
        """Note what a call gave.

        Args:
            entry_id: Of the person.
            call: Without ``by``, it was whoever opened the register.
            today: The day it is.

        Raises:
            UserError: ``register-entry-unknown``, ``register-alert-unknown``;
                ``register-not-entered``; ``register-day-to-come``, ``register-day-too-early``,
                ``register-time-to-come``;
                ``register-alert-over``: it was over by then. What was called before may still be
                noted from the sheet.
        """
        alert = self._alert(call.alert)
        entry = self._entry(entry_id)
        if not is_called(entry):
            raise UserError("register-not-entered")
        at = _local(call.at)
        called = past_day(at.date(), "at", today, earliest=alert.began_on)
        now = self.now()
        if called == now.date() and at > now:
            raise UserError("register-time-to-come", field="at")
        if alert.ended_on is not None and called > alert.ended_on:
            raise UserError("register-alert-over")
        by = text.line(call.by, "by", limit=NAME_LIMIT) or self._shelf.user
        noted = replace(call, at=at, by=by)
        calls = sorted((*entry.calls, noted), key=lambda one: one.at)
        return self._shelf.store(replace(entry, calls=tuple(calls)), "register-call")

    def take_back_call(self, entry_id: str, call: Call) -> RegisterEntry:
        """Take back a call that was noted by mistake.

        Raises:
            UserError: ``register-entry-unknown``.
        """
        entry = self._entry(entry_id)
        calls = tuple(one for one in entry.calls if one != call)
        return self._shelf.store(replace(entry, calls=calls), "register-call-taken-back")

    def take_back_last_call(self, entry_id: str, alert_id: str) -> RegisterEntry:
        """Take back the last call to a person in an alert.

        Raises:
            UserError: ``register-entry-unknown``, ``register-alert-unknown``;
                ``register-call-unknown``: none is noted.
        """
        alert, entry = self._alert(alert_id), self._entry(entry_id)
        noted = [one for one in entry.calls if one.alert == alert.id]
        if not noted:
            raise UserError("register-call-unknown")
        return self.take_back_call(entry_id, noted[-1])

    def _alert(self, alert_id: str) -> Alert:
        found = self._shelf.get(alert_id, Alert)
        if found is None:
            raise UserError("register-alert-unknown")
        return found

    def _entry(self, entry_id: str) -> RegisterEntry:
        found = self._shelf.get(entry_id, RegisterEntry)
        if found is None:
            raise UserError("register-entry-unknown")
        return found


def _local(at: datetime) -> datetime:
    """Return a moment in local time, to the second, without a zone."""
    there = at if at.tzinfo is None else at.astimezone(ZONE)
    return there.replace(tzinfo=None, microsecond=0)
