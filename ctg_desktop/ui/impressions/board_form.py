"""What the forms of the notice board have in common: they remember, and say what found no room."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.wording import plural
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.paper_form import PaperForm
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.notice_board import BoardPaper
from ctg_desktop.usecases.papers import RenderedPaper


class BoardForm(PaperForm):
    """A form in one card, whose choices are kept as a habit of this vault."""

    preference = ""
    """Key under which the choices are kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._loaded = False
        self.card = Card()
        self.left_out = IconText(Icon.WARNING, tone=Tone.WARNING)
        self.left_out.hide()
        self.column.addWidget(self.card)

    def load(self) -> None:
        """Read what was chosen last, the first time only."""
        settings, key = self.desk.office.settings, self.preference
        if self._loaded:
            self.changed.emit()
        else:
            self.desk.tasks.run(lambda: settings.preference(key, {}), self._show_kept)

    def shown(self, paper: RenderedPaper) -> None:
        """Say how much found no room."""
        count = paper.left_out if isinstance(paper, BoardPaper) else 0
        others = plural(count, "rendez-vous n’a", "rendez-vous n’ont")
        self.left_out.show_text(f"{others} pas trouvé place\u202f; le papier le dit.")
        self.left_out.setVisible(count > 0)

    def kept(self) -> dict[str, Any]:
        """Return the choices to remember, JSON-able."""
        raise NotImplementedError

    def show_kept(self, kept: dict[str, Any]) -> None:
        """Show choices that were remembered; what is missing keeps its first value."""
        raise NotImplementedError

    def edit(self) -> None:
        """A person chose something else: remember it and print anew."""
        settings, key, kept = self.desk.office.settings, self.preference, self.kept()
        self.desk.tasks.run(lambda: settings.set_preference(key, kept), lambda _none: None)
        self.changed.emit()

    def _show_kept(self, kept: Any) -> None:
        if not self._loaded:
            self._loaded = True
            self.show_kept(kept if isinstance(kept, dict) else {})
        self.changed.emit()
