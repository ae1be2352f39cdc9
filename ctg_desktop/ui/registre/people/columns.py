"""The columns of the list: what a row shows in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.entry import EntryState
from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.messages.register import ENTRY_STATE_LABELS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import Badge

NOTHING = "—"
LONGEST_STATE = "retard de 99\u00a0jours"


class EntryColumn(StrEnum):
    """What a list may show of a person."""

    NAME = "name"
    STATE = "state"
    PHONE = "phone"
    ASKED = "asked"
    PLACE = "place"


HEADERS = {
    EntryColumn.NAME: "Nom",
    EntryColumn.STATE: "État",
    EntryColumn.PHONE: "Téléphone",
    EntryColumn.ASKED: "Demande du",
    EntryColumn.PLACE: "Adresse",
}
COLUMNS = tuple(EntryColumn)


def cell(row: EntryRow, column: EntryColumn, today: date) -> str:
    """Return the words of one cell."""
    if column is EntryColumn.STATE:
        return row_badge(row, today).word
    return _CELLS[column](row) or NOTHING


def row_badge(row: EntryRow, today: date) -> Badge:
    """Return where a person stands; first of all whether a receipt is due."""
    if row.due_on is not None:
        return due_badge(row.due_on, today)
    if row.to_confirm:
        return Badge(Icon.PHONE, Tone.INFORMATION, "à confirmer")
    icon, tone = _LOOKS[row.state]
    return Badge(icon, tone, ENTRY_STATE_LABELS[row.state])


def due_badge(due_on: date, today: date) -> Badge:
    """Return how long there is for a receipt: an icon, words and a colour."""
    left = (due_on - today).days
    if left < 0:
        late = wording.plural(-left, "jour", "jours")
        return Badge(Icon.WARNING, Tone.LATE, f"retard de {late}")
    if left == 0:
        return Badge(Icon.CLOCK, Tone.LATE, "dernier jour")
    return Badge(Icon.CLOCK, Tone.WARNING, f"reste {wording.plural(left, 'jour', 'jours')}")


_LOOKS: dict[EntryState, tuple[Icon, Tone]] = {
    EntryState.TO_ACKNOWLEDGE: (Icon.CLOCK, Tone.WARNING),
    EntryState.AWAITING: (Icon.EMAIL, Tone.INFORMATION),
    EntryState.REGISTERED: (Icon.CHECKED, Tone.GOOD),
    EntryState.REFUSED: (Icon.CLOSED, Tone.NEUTRAL),
}

_CELLS: dict[EntryColumn, Callable[[EntryRow], str]] = {
    EntryColumn.NAME: lambda row: row.name or _refused_words(row),
    EntryColumn.PHONE: lambda row: wording.phone(row.phone),
    EntryColumn.ASKED: lambda row: "" if row.objected_on else wording.day(row.asked_on),
    EntryColumn.PLACE: lambda row: row.place,
}


def _refused_words(row: EntryRow) -> str:
    on = wording.day(row.objected_on) if row.objected_on else ""
    return f"Le {on}" if on else "Sans nom"
