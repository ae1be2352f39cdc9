"""Where a registration stands, in words: what was done, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.clock import due_on, to_confirm
from ctg_desktop.domain.register.entry import EntryState, RegisterEntry
from ctg_desktop.domain.register.steps import takes_effect_at_once
from ctg_desktop.messages.register import ASKED_BY_LABELS, CALL_RESULT_LABELS
from ctg_desktop.ui.registre.people.columns import due_badge
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import Badge


def next_badge(entry: RegisterEntry, today: date) -> Badge:
    """Return where an entry stands: how long is left for its receipt, or its state."""
    due = due_on(entry)
    if due is not None:
        left = due_badge(due, today)
        word = (
            f"Accusé de réception à envoyer au plus tard le {wording.day(due)}\u00a0: {left.word}."
        )
        return Badge(left.icon, left.tone, word)
    if entry.state is EntryState.AWAITING:
        return Badge(Icon.EMAIL, Tone.INFORMATION, "Accusé de réception envoyé.")
    if to_confirm(entry, today):
        return Badge(Icon.PHONE, Tone.INFORMATION, "Inscrite, à confirmer cette année.")
    return Badge(Icon.CHECKED, Tone.GOOD, "Inscrite.")


def next_words(entry: RegisterEntry, today: date) -> str:
    """Return what comes next, and why; empty when nothing does."""
    at_once = takes_effect_at_once(entry)
    if entry.state is EntryState.TO_ACKNOWLEDGE and not at_once:
        return "Il lui dit qu’elle peut s’opposer. Quand il sera parti, inscrivez-la."
    if entry.state is EntryState.TO_ACKNOWLEDGE:
        return "Sa demande prend effet tout de suite\u00a0: vous pouvez déjà l’inscrire."
    if entry.state is EntryState.AWAITING:
        return "Elle ne s’est pas opposée\u202f? Inscrivez-la."
    if to_confirm(entry, today):
        return "Appelez-la ou écrivez-lui, vérifiez sa fiche, puis confirmez."
    return ""


def past_lines(entry: RegisterEntry) -> Iterator[str]:
    """Yield what was done, the oldest first."""
    asked = entry.request
    if asked.on != date.min:
        yield f"Demande du {wording.day(asked.on)}, par {ASKED_BY_LABELS[asked.by]}"
    if entry.acknowledged_on is not None:
        yield f"Accusé de réception envoyé le {wording.day(entry.acknowledged_on)}"
    if entry.registered_on is not None:
        yield f"Inscrite le {wording.day(entry.registered_on)}"
    if entry.confirmed_on is not None:
        yield f"Confirmée le {wording.day(entry.confirmed_on)}"


def call_lines(entry: RegisterEntry) -> Iterator[str]:
    """Yield what the calls of alerts gave, the newest first."""
    for call in reversed(entry.calls):
        by = f" ({call.by})" if call.by else ""
        yield f"{wording.moment(call.at)}\u00a0: {CALL_RESULT_LABELS[call.result]}{by}"
