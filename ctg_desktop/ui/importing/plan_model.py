"""The rows of a plan as Qt's views read them."""

from __future__ import annotations

from collections.abc import Callable

from ctg_desktop.domain import wording
from ctg_desktop.domain.import_plan import PlannedRow, Verdict
from ctg_desktop.messages.labels import VERDICT_LABELS
from ctg_desktop.messages.sentences import reason
from ctg_desktop.messages.values import field_words
from ctg_desktop.ui.editing.table_model import RowsModel
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.state_badge import Badge

_LOOKS: dict[Verdict, tuple[Icon, Tone]] = {
    Verdict.ADD: (Icon.ADD, Tone.GOOD),
    Verdict.UPDATE: (Icon.EDIT, Tone.INFORMATION),
    Verdict.CONFLICT: (Icon.WARNING, Tone.WARNING),
    Verdict.DISSOLVED: (Icon.CLOSED, Tone.LATE),
    Verdict.REFUSE: (Icon.ERROR, Tone.ERROR),
    Verdict.SAME: (Icon.CHECK, Tone.NEUTRAL),
    Verdict.SKIP: (Icon.RIGHT, Tone.NEUTRAL),
}
_HEADERS = ("Ligne", "Nom", "Décision", "Ce qui change")
VERDICT_COLUMN = 2


class PlanModel(RowsModel[PlannedRow]):
    """The rows of one verdict, or all."""

    def headers(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _HEADERS

    def words(self, row: PlannedRow, section: int) -> str:
        """Return the words of a cell."""
        return _WORDS[section](row)

    def badge(self, row: PlannedRow, section: int) -> Badge | None:
        """Return the badge of the verdict."""
        return verdict_badge(row.verdict) if section == VERDICT_COLUMN else None


def verdict_badge(verdict: Verdict) -> Badge:
    """Return what a verdict looks like."""
    icon, tone = _LOOKS[verdict]
    return Badge(icon, tone, VERDICT_LABELS[verdict])


def _what_changes(row: PlannedRow) -> str:
    if row.reason and not row.changes and not row.conflicts:
        return reason(row.reason)
    if row.verdict is Verdict.ADD and not row.kept_as_text:
        return "nouvelle fiche"
    changed = wording.joined(list(dict.fromkeys(field_words(one.field) for one in row.changes)))
    kept = wording.joined(list(dict.fromkeys(field_words(one.field) for one in row.conflicts)))
    text = wording.joined(list(dict.fromkeys(field_words(one) for one in row.kept_as_text)))
    parts = [
        changed,
        f"à départager\u00a0: {kept}" if kept else "",
        f"gardé comme texte\u00a0: {text}" if text else "",
    ]
    return " · ".join(filter(None, parts))


_WORDS: tuple[Callable[[PlannedRow], str], ...] = (
    lambda row: wording.number(row.row),
    lambda row: row.name or "(sans nom)",
    lambda row: VERDICT_LABELS[row.verdict],
    _what_changes,
)
