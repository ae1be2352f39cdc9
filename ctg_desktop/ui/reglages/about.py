"""Where the files are, what the program is, and the licences of what it is made with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ctg_desktop import __version__
from ctg_desktop.paths import asset
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import card_width
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text, breakable

_WHAT = (
    "Le livret ressources de la commune, hors ligne. Logiciel libre, licence EUPL-1.2 : vous "
    "pouvez l’utiliser, l’étudier, le modifier et le partager."
)


class AboutSection(QWidget):
    """Files and licences."""

    key, word = "fichiers", "Fichiers et licences"

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Prepare the section.

        Args:
            folder: The vault's folder.
            parent: Owner.
        """
        super().__init__(parent)
        self._folder = folder
        scrolled = Scrolled()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)
        for card in (self._files(), self._program()):
            card.setMaximumWidth(card_width(self.fontMetrics()))
            scrolled.column.addWidget(card)
        scrolled.column.addStretch(1)

    def _files(self) -> Card:
        card = Card("Où sont vos fichiers")
        card.body.addWidget(
            IconText(Icon.FOLDER, breakable(self._folder), Tone.NEUTRAL, coloured=False)
        )
        card.body.addWidget(
            Text(
                "Ne déplacez ni ne renommez ce dossier pendant que le programme est ouvert.",
                wrap=True,
                quiet=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(plain("Ouvrir le dossier", self._open, Icon.FOLDER))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _program(self) -> Card:
        card = Card(f"CTG Desktop {__version__}")
        card.body.addWidget(Text(_WHAT, wrap=True))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(240)
        self.text.setTabChangesFocus(True)
        self.choice = QComboBox()
        for file in sorted(asset("licences").glob("*.txt")):
            self.choice.addItem(file.stem, file)
        self.choice.currentIndexChanged.connect(lambda _index: self._show())
        card.body.addWidget(LabelledField("Licence de", self.choice))
        card.body.addWidget(LabelledField("Texte de la licence", self.text))
        self._show()
        return card

    def _show(self) -> None:
        file = self.choice.currentData()
        if isinstance(file, Path):
            self.text.setPlainText(file.read_text(encoding="utf-8"))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
