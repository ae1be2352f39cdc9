"""The columns of the list: what a row shows in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.listing import HouseholdColumn, HouseholdRow, HouseholdState
from ctg_desktop.domain.needs import NEEDS
from ctg_desktop.messages.families import HOUSEHOLD_COLUMN_LABELS, HOUSEHOLD_STATE_LABELS
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import Badge

COLUMNS: tuple[HouseholdColumn, ...] = (
    HouseholdColumn.NAME,
    HouseholdColumn.ARRIVAL,
    HouseholdColumn.STATE,
    HouseholdColumn.LAST_CONTACT,
    HouseholdColumn.PLACE,
    HouseholdColumn.PERSONS,
    HouseholdColumn.NEEDS,
    HouseholdColumn.REFERENT,
)
HEADERS = tuple(HOUSEHOLD_COLUMN_LABELS[one] for one in COLUMNS)
NOTHING = "—"

_NEED_LABELS = {need.code: need.label for need in NEEDS}
_LOOKS: dict[HouseholdState, tuple[Icon, Tone]] = {
    HouseholdState.OBJECTED: (Icon.CLOSED, Tone.NEUTRAL),
    HouseholdState.LEFT: (Icon.EXPORT, Tone.NEUTRAL),
    HouseholdState.TO_REVIEW: (Icon.CLOCK, Tone.LATE),
    HouseholdState.TO_CALL_BACK: (Icon.PHONE, Tone.WARNING),
    HouseholdState.TO_WELCOME: (Icon.PEOPLE, Tone.INFORMATION),
    HouseholdState.WELCOMED: (Icon.CHECKED, Tone.GOOD),
}


def state_badge(state: HouseholdState) -> Badge:
    """Return the badge of a household's state."""
    icon, tone = _LOOKS[state]
    return Badge(icon, tone, HOUSEHOLD_STATE_LABELS[state])


def cell(row: HouseholdRow, column: HouseholdColumn) -> str:
    """Return the words of one cell."""
    return _CELLS[column](row) or NOTHING


def persons_words(persons: int, children: int) -> str:
    """Return "4, dont 2 enfants"."""
    if not persons:
        return ""
    if not children:
        return wording.number(persons)
    return f"{wording.number(persons)}, dont {wording.plural(children, 'enfant', 'enfants')}"


def needs_words(needs: tuple[str, ...]) -> str:
    """Return the labels of needs, in one line."""
    return ", ".join(_NEED_LABELS.get(one, one) for one in needs)


def _day(value: date | None) -> str:
    return "" if value is None else wording.day(value)


_CELLS: dict[HouseholdColumn, Callable[[HouseholdRow], str]] = {
    HouseholdColumn.NAME: lambda row: row.name,
    HouseholdColumn.ARRIVAL: lambda row: _day(row.arrival_date),
    HouseholdColumn.STATE: lambda row: HOUSEHOLD_STATE_LABELS[row.state],
    HouseholdColumn.LAST_CONTACT: lambda row: _day(row.last_contact),
    HouseholdColumn.PLACE: lambda row: row.place,
    HouseholdColumn.PERSONS: lambda row: persons_words(row.persons, row.children),
    HouseholdColumn.NEEDS: lambda row: needs_words(row.needs),
    HouseholdColumn.REFERENT: lambda row: row.referent,
}
