"""Somebody who said no: a day, no name, and the way out of a mistake."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.listing import EntryRow
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN, UNIT
from ctg_desktop.ui.widgets.buttons import link
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import Text, section_title

_KEPT = (
    "Aucun nom n’est gardé\u00a0: une empreinte fait reconnaître une nouvelle demande d’un tiers "
    "au sujet de la même personne. Sa propre demande lèvera l’opposition d’elle-même."
)


class RefusalCard(Card):
    """What is left of an objection."""

    remove_wanted = Signal(str)
    """The objection was entered by mistake: its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._id = ""
        self.setMinimumWidth(DETAIL_MIN)
        self.setMaximumWidth(DETAIL_MAX)
        self.title = section_title("")
        self.title.setWordWrap(True)
        self.remove_button = link(
            "Saisie par erreur\u00a0: la retirer",
            lambda: self.remove_wanted.emit(self._id),
            Icon.DELETE,
        )
        self.body.addWidget(self.title)
        self.body.addSpacing(UNIT)
        self.body.addWidget(Text(_KEPT, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    @property
    def record_id(self) -> str:
        """The id of the objection that is shown."""
        return self._id

    def show_refusal(self, row: EntryRow) -> None:
        """Show one objection."""
        self._id = row.id
        on = f" du {wording.day(row.objected_on)}" if row.objected_on else ""
        self.title.setText(f"Opposition{on}")
