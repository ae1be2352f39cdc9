"""What one phone or e-mail may be used for: purpose by purpose, with a date and a proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.household import Purpose
from ctg_desktop.domain.families.sensitive import sensitive_words
from ctg_desktop.domain.families.warnings import WarningKind
from ctg_desktop.messages.families import PURPOSE_LABELS, PURPOSE_SENTENCES
from ctg_desktop.messages.family_warnings import WARNING_SENTENCES
from ctg_desktop.ui.editing.inputs import LineInput, TickInput
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText, Text, tooltip

Row = dict[str, Any]
_LONGEST_DAY = "mer. 30 sept. 2026"
_JUST = "just"
"""Marks an agreement that is taken back in the form and not in the vault yet."""
_OF_PAST = frozenset(("withdrawn_on", _JUST))


class _SharedLine(QWidget):
    """Date and proof of the agreements that were given together."""

    edited = Signal()

    def __init__(self, consents: list[Row], what: str) -> None:
        super().__init__()
        self._consents = consents
        self.day, self.proof = (
            LineInput("date"),
            LineInput("preuve\u00a0: bulletin signé, classeur…"),
        )
        longest = self.day.fontMetrics().horizontalAdvance(_LONGEST_DAY)
        self.day.setMinimumWidth(longest + 4 * UNIT)
        self.day.set_value(consents[0]["given_on"])
        self.proof.set_value(consents[0]["proof"])
        self.day.edited.connect(lambda: self._take("given_on", self.day))
        self.proof.edited.connect(lambda: self._take("proof", self.proof))
        self._words = Text(quiet=True, wrap=True)
        self.warning = IconText(
            Icon.WARNING, WARNING_SENTENCES[WarningKind.SENSITIVE_WORDS], Tone.WARNING
        )
        self.proof.edited.connect(self._remind)
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        row.addWidget(self.day, 2)
        row.addWidget(self.proof, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 4)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addWidget(self.warning)
        self.name(what)
        self._remind()

    def name(self, what: str) -> None:
        """Say which agreements these are, and of what."""
        purposes = [PURPOSE_LABELS[Purpose(one["purpose"])] for one in self._consents]
        words = f"Accord pour\u00a0: {', '.join(purposes)}"
        self._words.setText(words)
        self.day.setAccessibleName(f"{what}, {words}, date")
        self.proof.setAccessibleName(f"{what}, {words}, preuve")

    def show_words(self, shown: bool) -> None:  # noqa: FBT001 - the state itself
        """Say in words which agreements these are, where the ticks above do not tell."""
        self._words.setVisible(shown)

    def holds(self, consent: Row) -> bool:
        """Tell whether an agreement is one of this line."""
        return any(one is consent for one in self._consents)

    def _remind(self) -> None:
        self.warning.setVisible(bool(sensitive_words(self.proof.value())))

    def _take(self, key: str, line: LineInput) -> None:
        for consent in self._consents:
            consent[key] = line.value()
        self.edited.emit()


class ConsentTicks(QWidget):
    """A tick for each purpose; agreements that were taken back are kept and told."""

    edited = Signal()

    def __init__(
        self, accepts: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Prepare the ticks.

        Args:
            accepts: Before them, e.g. "Accepte d’être appelée pour".
            today: The day of an agreement that is ticked.
            parent: Owner.
        """
        super().__init__(parent)
        self._accepts, self._today, self._what = accepts, today, ""
        self._consents: list[Row] = []
        self._past: list[Row] = []
        self.lines: list[_SharedLine] = []
        self.ticks = {purpose: TickInput(words) for purpose, words in PURPOSE_LABELS.items()}
        holder = QWidget()
        flow = FlowLayout(holder)
        for purpose, tick in self.ticks.items():
            tick.setToolTip(tooltip(PURPOSE_SENTENCES[purpose].capitalize()))
            tick.edited.connect(lambda purpose=purpose: self._toggled(purpose))
            flow.addWidget(tick)
        self._withdrawn = Text(quiet=True, wrap=True)
        self._shared = QVBoxLayout()
        self._shared.setSpacing(UNIT // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(Text(f"{accepts}\u00a0:", quiet=True, wrap=True))
        column.addWidget(holder)
        column.addLayout(self._shared)
        column.addWidget(self._withdrawn)
        self._show()

    def name(self, what: str) -> None:
        """Tell screen readers which phone or e-mail this is about."""
        self._what = what
        for purpose, tick in self.ticks.items():
            tick.setAccessibleName(f"{what}, {self._accepts}\u00a0: {PURPOSE_LABELS[purpose]}")
        for line in self.lines:
            line.name(what)

    def values(self) -> Row:
        """Return the agreements that hold and those that were taken back."""
        return {"consents": list(map(dict, self._consents)), "past": list(map(dict, self._past))}

    def show_values(self, row: Row) -> None:
        """Show agreements."""
        self._consents = [dict(one) for one in row.get("consents", ())]
        self._past = [dict(one) for one in row.get("past", ())]
        self._show()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits."""
        lines = [one for line in self.lines for one in (line.day, line.proof)]
        return [*self.ticks.values(), *lines]

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the input of an agreement, e.g. for ``["0", "given_on"]``."""
        if not path or not path[0].isdigit() or int(path[0]) >= len(self._consents):
            return None
        consent = self._consents[int(path[0])]
        line = next(one for one in self.lines if one.holds(consent))
        return line.proof if path[1:] == ["proof"] else line.day

    def _toggled(self, purpose: Purpose) -> None:
        held = [one for one in self._consents if one["purpose"] == purpose.value]
        if held:
            self._consents = [one for one in self._consents if one not in held]
            self._past += [self._taken_back(one) for one in held if not self._is_of_today(one)]
        else:
            self._consents += self._just_unticked(purpose) or [self._given(purpose)]
        self._show()
        self.edited.emit()

    def _just_unticked(self, purpose: Purpose) -> list[Row]:
        """Take what was taken back and not stored yet out again: the tick had gone by mistake."""
        back = [one for one in self._past if _JUST in one and one["purpose"] == purpose.value]
        self._past = [one for one in self._past if one not in back]
        return [{key: one[key] for key in one if key not in _OF_PAST} for one in back]

    def _given(self, purpose: Purpose) -> Row:
        """Return an agreement of today, with the proof of those given today already."""
        today = [one for one in self._consents if self._is_of_today(one)]
        proof = today[-1]["proof"] if today else ""
        return {"purpose": purpose.value, "given_on": self._today_text(), "proof": proof}

    def _taken_back(self, consent: Row) -> Row:
        return {**consent, "withdrawn_on": self._today_text(), _JUST: True}

    def _is_of_today(self, consent: Row) -> bool:
        return bool(consent["given_on"] == self._today_text())

    def _today_text(self) -> str:
        return wording.day(self._today())

    def _show(self) -> None:
        held = {one["purpose"] for one in self._consents}
        for purpose, tick in self.ticks.items():
            tick.set_value(purpose.value in held)
        for line in self.lines:
            self._shared.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [_SharedLine(group, self._what) for group in _together(self._consents)]
        for line in self.lines:
            line.show_words(len(self.lines) > 1)
            line.edited.connect(self.edited)
            self._shared.addWidget(line)
            line.show()
        words = [
            f"{PURPOSE_LABELS[Purpose(one['purpose'])]}, retiré le {one['withdrawn_on']}"
            for one in self._past
        ]
        self._withdrawn.setText("\n".join(words))
        self._withdrawn.setVisible(bool(words))


def _together(consents: list[Row]) -> list[list[Row]]:
    """Return the agreements in groups of one date and one proof."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for one in consents:
        groups.setdefault((one["given_on"], one["proof"]), []).append(one)
    return list(groups.values())
