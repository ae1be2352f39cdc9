"""How a registration goes on: acknowledged, entered, confirmed each year.

A person's own request, or that of a legal representative, takes effect at once; the receipt is due
all the same. On the request of a third party nobody is entered before the receipt has left, since
that is how the person learns that they may object (CASF, R121-4).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ctg_desktop.domain.register.entry import AskedBy, EntryState, RegisterEntry
from ctg_desktop.domain.register.rules import past_day
from ctg_desktop.errors import UserError


def acknowledged(entry: RegisterEntry, on: date | None, today: date) -> RegisterEntry:
    """Return an entry whose receipt left on a day; ``None`` takes a mistaken day back.

    Raises:
        UserError: ``register-refused``; ``register-day-to-come``, ``register-day-too-early``;
            ``register-entered-already``: a third party's request was entered on that receipt;
            ``register-day-too-late``: it was entered before that day.
    """
    _require_standing(entry)
    entered = None if takes_effect_at_once(entry) else entry.registered_on
    if on is None:
        if entered is not None:
            raise UserError("register-entered-already")
        return replace(entry, acknowledged_on=None)
    day = past_day(on, "acknowledged_on", today, earliest=entry.request.on)
    if entered is not None and day > entered:
        raise UserError("register-day-too-late", field="acknowledged_on", latest=_said(entered))
    return replace(entry, acknowledged_on=day)


def enrolled(entry: RegisterEntry, on: date | None, today: date) -> RegisterEntry:
    """Return an entry that is in the register from a day on; ``None`` takes a mistake back.

    Whoever is not in the register has confirmed nothing, either.

    Raises:
        UserError: ``register-refused``; ``register-not-acknowledged``: a third party asked, and no
            receipt has left; ``register-day-to-come``, ``register-day-too-early``.
    """
    _require_standing(entry)
    if on is None:
        return replace(entry, registered_on=None, confirmed_on=None)
    earliest = entry.request.on
    if not takes_effect_at_once(entry):
        if entry.acknowledged_on is None:
            raise UserError("register-not-acknowledged")
        earliest = max(earliest, entry.acknowledged_on)
    day = past_day(on, "registered_on", today, earliest=earliest)
    return replace(entry, registered_on=day)


def confirmed(entry: RegisterEntry, on: date | None, today: date) -> RegisterEntry:
    """Return an entry that its person confirmed at the yearly call; ``None`` takes that back.

    Raises:
        UserError: ``register-not-entered``; ``register-day-to-come``, ``register-day-too-early``.
    """
    if entry.state is not EntryState.REGISTERED:
        raise UserError("register-not-entered")
    if on is None:
        return replace(entry, confirmed_on=None)
    day = past_day(on, "confirmed_on", today, earliest=entry.request.on)
    return replace(entry, confirmed_on=day)


def with_steps_of(stored: RegisterEntry, typed: RegisterEntry) -> RegisterEntry:
    """Return what was typed with the steps and calls that are stored: no form changes those.

    Raises:
        UserError: ``register-day-too-late``: a step was taken before the day now typed for the
            request; ``register-entered-unasked``: what is now a third party's request was entered
            before any receipt left.
    """
    entry = replace(
        typed,
        acknowledged_on=stored.acknowledged_on,
        registered_on=stored.registered_on,
        objected_on=stored.objected_on,
        confirmed_on=stored.confirmed_on,
        calls=stored.calls,
    )
    _require_request_first(entry)
    return entry


def takes_effect_at_once(entry: RegisterEntry) -> bool:
    """Tell whether the person asked, or whoever represents them by law."""
    return entry.request.by is not AskedBy.THIRD_PARTY


def is_called(entry: RegisterEntry) -> bool:
    """Tell whether somebody is called in an alert."""
    if entry.state is EntryState.REFUSED:
        return False
    return entry.state is EntryState.REGISTERED or takes_effect_at_once(entry)


def _require_standing(entry: RegisterEntry) -> None:
    if entry.state is EntryState.REFUSED:
        raise UserError("register-refused")


def _require_request_first(entry: RegisterEntry) -> None:
    taken = (entry.acknowledged_on, entry.registered_on, entry.confirmed_on)
    first = min((day for day in taken if day is not None), default=None)
    if first is not None and entry.request.on > first:
        raise UserError("register-day-too-late", field="request.on", latest=_said(first))
    entered, told = entry.registered_on, entry.acknowledged_on
    if entered is None or takes_effect_at_once(entry):
        return
    if told is None or told > entered:
        raise UserError("register-entered-unasked", field="request.by")


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"
