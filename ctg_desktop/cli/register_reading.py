"""A person of the register as somebody reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.register.clock import due_on
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.register.letters import contact_words, known
from ctg_desktop.domain.wording import day, moment
from ctg_desktop.messages.register import (
    ASKED_BY_LABELS,
    CALL_RESULT_LABELS,
    ENTRY_STATE_LABELS,
    QUALITY_LABELS,
)


def entry_lines(entry: RegisterEntry, today: date) -> Iterator[str]:
    """Yield what is noted of a person, where their registration stands, and what was done."""
    asked = entry.request
    yield f"Identifiant{NBSP}: {entry.id}"
    yield from known(entry)
    yield f"Qualité{NBSP}: {QUALITY_LABELS[entry.quality]}"
    yield f"Demande{NBSP}: {day(asked.on)}, par {ASKED_BY_LABELS[asked.by]}"
    who = contact_words(asked.third_party)
    if who:
        yield f"Qui demande{NBSP}: {who}"
    if asked.proof:
        yield f"Où est rangé l’écrit{NBSP}: {asked.proof}"
    yield f"État{NBSP}: {ENTRY_STATE_LABELS[entry.state]}{_still_due(entry, today)}"
    for label, done in (
        ("Accusé de réception", entry.acknowledged_on),
        ("Inscription", entry.registered_on),
        ("Confirmation", entry.confirmed_on),
    ):
        if done is not None:
            yield f"{label}{NBSP}: {day(done)}"
    for call in entry.calls:
        by = f" ({call.by})" if call.by else ""
        yield f"Appel{NBSP}: {moment(call.at)}, {CALL_RESULT_LABELS[call.result]}{by}"


def until_words(last: date, today: date) -> str:
    """Return by when a receipt must leave; that day is still in time."""
    until = f"au plus tard le {day(last)}"
    return f"en retard ({until})" if last < today else until


def _still_due(entry: RegisterEntry, today: date) -> str:
    last = due_on(entry)
    return "" if last is None else f", accusé de réception {until_words(last, today)}"
