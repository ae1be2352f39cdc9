"""Where a household was sent, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dealings import Referral, ReferralOutcome
from ctg_desktop.messages.families import OUTCOME_LABELS
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.familles.columns import needs_words
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import IconButton, plain
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.text import Text

_OUTCOMES = [(one.value, OUTCOME_LABELS[one]) for one in ReferralOutcome]
_NONE = (
    "Aucune orientation notée. Orienter, c’est donner la bonne adresse\u00a0: un service, une "
    "association, une personne ressource du livret."
)


class _ReferralRow(QWidget):
    saved = Signal(object)
    delete_wanted = Signal()

    def __init__(self, referral: Referral) -> None:
        super().__init__()
        self._referral = referral
        what = f"{needs_words((referral.need,))}, {referral.listing_name}"
        place = Text(referral.listing_name, wrap=True)
        when = wording.day(referral.on)
        head = Text(f"{when} · {needs_words((referral.need,))}", quiet=True, wrap=True)
        self.outcome = ChoiceInput(_OUTCOMES)
        self.outcome.set_value(referral.outcome.value)
        self.outcome.setAccessibleName(f"Suite donnée\u00a0: {what}")
        self.outcome.edited.connect(self._say)
        remove = IconButton(Icon.DELETE, f"Supprimer\u00a0: {what}", self.delete_wanted.emit)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.outcome, 1)
        foot.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 4)
        column.addWidget(head)
        column.addWidget(place)
        column.addLayout(foot)

    def _say(self) -> None:
        outcome = ReferralOutcome(self.outcome.value())
        self.saved.emit(replace(self._referral, outcome=outcome))


class ReferralsPanel(Scrolled):
    """The referrals of one household, newest first."""

    refer_wanted = Signal()
    saved = Signal(object)
    """A :class:`Referral` whose outcome was chosen."""
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Referral] | None = None
        self._rows: list[QWidget] = []
        self.column.setContentsMargins(0, UNIT, 0, MARGIN)
        self.refer_button = plain("Orienter cette famille…", self.refer_wanted.emit, Icon.RIGHT)
        self._none = Text(_NONE, wrap=True, quiet=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(MARGIN)
        self.column.addWidget(self.refer_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._none)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    @property
    def rows(self) -> Sequence[QWidget]:
        """One a referral."""
        return self._rows

    def show_referrals(self, referrals: Sequence[Referral]) -> None:
        """Show referrals, newest first."""
        if referrals == self._shown:
            return
        self._shown = referrals
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in referrals]
        for row in self._rows:
            self._list.addWidget(row)
        self._none.setVisible(not referrals)

    def _row(self, referral: Referral) -> QWidget:
        row = _ReferralRow(referral)
        row.saved.connect(self.saved)
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(referral.id))
        return row
