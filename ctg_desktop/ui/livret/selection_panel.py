"""What can be done with several listings at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.category import Category
from ctg_desktop.ui.impressions.papers import PAPERS
from ctg_desktop.ui.impressions.requests import PaperKey
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN, MARGIN
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind, link, plain
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import Text, on_button, section_title

_PAPERS = {
    PaperKey.BOOKLET: "Un livret où elles viennent d’abord",
    PaperKey.LEAFLET: "Un dépliant",
    PaperKey.LETTERS: "Un courrier à chacune",
    PaperKey.CONFIRMATIONS: "Une demande de confirmation à chacune",
    PaperKey.LABELS: "Des étiquettes",
    PaperKey.NOTICE: "Une notice et un accord à signer",
}


class SelectionPanel(Card):
    """Takes the place of the form while several rows are selected."""

    verify = Signal()
    move_to = Signal(str)
    publish = Signal(bool)
    print_on = Signal(str)
    """The key of the paper to print them on."""
    delete = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setMinimumWidth(DETAIL_MIN)
        self.setMaximumWidth(DETAIL_MAX)
        self.title = section_title("")
        self.verify_button = plain("Vérifiées aujourd’hui", self.verify.emit, Icon.CHECKED)
        self.move_button = Button("Changer de rubrique", icon=Icon.TAG, kind=ButtonKind.MENU)
        self._menu = QMenu(self.move_button)
        self.move_button.setMenu(self._menu)
        self.publish_button = plain("Publier", lambda: self.publish.emit(True), Icon.SHOWN)
        self.hide_button = plain("Dépublier", lambda: self.publish.emit(False), Icon.HIDDEN)
        self.print_button = Button("Imprimer", icon=Icon.PRINT, kind=ButtonKind.MENU)
        self.print_button.setMenu(self._papers())
        self.delete_button = link("Supprimer", self.delete.emit, Icon.DELETE)
        self.changing = (
            *(self.verify_button, self.move_button, self.publish_button, self.hide_button),
            self.delete_button,
        )
        """What changes the listings."""
        self.body.addWidget(self.title)
        self.body.addWidget(
            Text("Ce que vous choisissez ici vaut pour toutes à la fois.", wrap=True, quiet=True)
        )
        self.body.addSpacing(MARGIN)
        for button in (
            self.verify_button,
            self.move_button,
            self.publish_button,
            self.hide_button,
            self.print_button,
        ):
            self.body.addWidget(button)
        self.body.addStretch(1)
        self.body.addWidget(self.delete_button)

    def show_count(self, count: int) -> None:
        """Say how many listings are selected."""
        self.title.setText(wording.plural(count, "fiche sélectionnée", "fiches sélectionnées"))

    def set_categories(self, categories: Sequence[Category]) -> None:
        """Offer the chapters to move to."""
        self._menu.clear()
        for category in categories:
            action = self._menu.addAction(on_button(category.label))
            action.triggered.connect(lambda _on=False, code=category.code: self.move_to.emit(code))

    def _papers(self) -> QMenu:
        menu = QMenu(self.print_button)
        offered = {str(paper.key) for paper in PAPERS}
        for key, words in _PAPERS.items():
            if key in offered:
                action = menu.addAction(words)
                action.triggered.connect(lambda _on=False, key=key: self.print_on.emit(str(key)))
        return menu
