"""All that is noted of a person of the register, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from ctg_desktop.domain.calendar_words import NBSP
from ctg_desktop.domain.register.entry import RegisterEntry
from ctg_desktop.domain.register.letters import contact_words, known
from ctg_desktop.domain.wording import day, moment
from ctg_desktop.messages.register import ASKED_BY_LABELS, CALL_RESULT_LABELS, QUALITY_LABELS


def about_lines(entry: RegisterEntry) -> Iterator[str]:
    """Yield who they are, and who asked for their registration."""
    asked = entry.request
    yield from known(entry)
    yield f"Qualité{NBSP}: {QUALITY_LABELS[entry.quality]}"
    yield f"Demande{NBSP}: {day(asked.on)}, par {ASKED_BY_LABELS[asked.by]}"
    who = contact_words(asked.third_party)
    if who:
        yield f"Qui demande{NBSP}: {who}"
    if asked.proof:
        yield f"Où est rangé l’écrit{NBSP}: {asked.proof}"


def done_lines(entry: RegisterEntry) -> Iterator[str]:
    """Yield the steps that were taken, then the calls."""
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
