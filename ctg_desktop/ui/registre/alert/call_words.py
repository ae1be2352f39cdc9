"""A person to call, in words: what is known before the call, what the last one gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.calls import REACHED, CallRow
from ctg_desktop.domain.register.entry import Call, CallResult, RegisterContact
from ctg_desktop.domain.register.rules import age_on
from ctg_desktop.messages.register import CALL_RESULT_LABELS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import Badge

KEYS: dict[str, CallResult] = {
    "1": CallResult.WELL,
    "2": CallResult.NO_ANSWER,
    "3": CallResult.CALL_AGAIN,
    "4": CallResult.HELP_SENT,
}
"""The digit that notes a result."""

BUTTON_WORDS: dict[CallResult, str] = {
    CallResult.WELL: "Jointe, va bien",
    CallResult.NO_ANSWER: "Pas de réponse",
    CallResult.CALL_AGAIN: "À rappeler",
    CallResult.HELP_SENT: "Secours envoyé",
}

BRIEF: dict[CallResult, str] = {
    CallResult.WELL: "va bien",
    CallResult.NO_ANSWER: "absente",
    CallResult.CALL_AGAIN: "à rappeler",
    CallResult.HELP_SENT: "secours",
}

_LOOKS: dict[CallResult, tuple[Icon, Tone]] = {
    CallResult.WELL: (Icon.CHECKED, Tone.GOOD),
    CallResult.NO_ANSWER: (Icon.WARNING, Tone.LATE),
    CallResult.CALL_AGAIN: (Icon.CLOCK, Tone.WARNING),
    CallResult.HELP_SENT: (Icon.PEOPLE, Tone.INFORMATION),
}
ALONE = "Seule\u00a0: ni proche à prévenir, ni service à domicile"
ALONE_SHORT = "Seule\u00a0: ni proche, ni service"


def progress_words(rows: Sequence[CallRow], *, brief: bool = False) -> str:
    """Return "12 sur 40 jointes aujourd’hui", or the numbers alone."""
    reached = reached_count(rows)
    many = f"{wording.number(reached)} sur {wording.number(len(rows))}"
    return many if brief else f"{many} {'jointes' if reached >= 2 else 'jointe'} aujourd’hui"


def reached_count(rows: Sequence[CallRow]) -> int:
    """Return of how many persons somebody knows today how they are."""
    return sum(row.reached_today for row in rows)


def result_badge(row: CallRow, today: date, *, brief: bool = False) -> Badge:
    """Return what the last call of today gave; before it, that there is one to make.

    Args:
        row: A person to call.
        today: The day it is.
        brief: In the fewest words, without the time.
    """
    last = row.last
    if last is None or last.at.date() != today:
        return Badge(Icon.PHONE, Tone.NEUTRAL, "à appeler")
    icon, tone = _LOOKS[last.result]
    if brief:
        return Badge(icon, tone, BRIEF[last.result])
    word = f"{CALL_RESULT_LABELS[last.result]}, {wording.time(last.at)}"
    if last.result not in REACHED and row.tries_today > 1:
        word += f" ({wording.number(row.tries_today)} essais)"
    return Badge(icon, tone, word)


def unanswered(row: CallRow, today: date) -> bool:
    """Tell whether the last call of today was not answered."""
    last = row.last
    return last is not None and last.at.date() == today and last.result is CallResult.NO_ANSWER


def second_line(row: CallRow, today: date) -> str:
    """Return what stands under a name: whom to warn when nobody answers, else where they live."""
    if unanswered(row, today) and row.to_warn:
        return f"Prévenir {contact_words(row.to_warn[0])}"
    if row.is_alone:
        return ALONE_SHORT
    return ", ".join(row.address)


def contact_words(contact: RegisterContact) -> str:
    """Return "Claire Aubrun (fille) 06 39 98 02 11"."""
    quality = f"({contact.quality})" if contact.quality else ""
    return " ".join(filter(None, (contact.name, quality, wording.phone(contact.phone))))


def person_words(row: CallRow, today: date) -> Iterator[str]:
    """Yield the lines of a person: age, then address."""
    if row.birth_date is not None:
        yield wording.plural(age_on(row.birth_date, today), "an", "ans")
    yield from row.address


def call_words(call: Call) -> str:
    """Return "10 h 42 : pas de réponse"."""
    return f"{wording.moment(call.at)}\u00a0: {CALL_RESULT_LABELS[call.result]}"
