"""A vault on the network or in a synchronised folder is not opened, but moved by a button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.framed_page import FramedPage
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.text import IconText, Text, breakable
from ctg_desktop.usecases.places import PlaceTrouble, Trouble

_WHY = {
    Trouble.NETWORK: (
        "Le dossier de ces données est sur le réseau ({name}). Une coupure pendant l’écriture les "
        "abîmerait, et deux ordinateurs pourraient y écrire ensemble."
    ),
    Trouble.CLOUD: (
        "Le dossier de ces données est recopié sur internet par {name}. Le fichier serait copié "
        "pendant qu’il est écrit, et vous pourriez en avoir deux versions."
    ),
}
_HOW = (
    "Le coffre est copié, relu et comparé avant que l’ancien dossier soit vidé\u00a0: rien ne peut "
    "se perdre. Pour travailler sur un autre ordinateur, servez-vous d’une sauvegarde sur clé."
)


class PlacePage(FramedPage):
    """Says why, proposes where."""

    move_wanted = Signal(object)
    """Folder (``Path``) to move the vault to."""
    accepted = Signal()
    """Open it where it is, this once."""
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ce dossier n’est pas sûr", "", parent)
        self._target = Path()
        self.target = Text(wrap=True)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Déplacement du coffre")
        self.progress.hide()
        self.move_button = primary("Déplacer le coffre", self._move)
        self.anyway_button = link("Ouvrir quand même", self.accepted.emit)
        self.other_button = plain("Une autre commune…", self.other_wanted.emit)
        self.body.addWidget(Text("Nouvelle place proposée, sur cet ordinateur\u00a0:"))
        self.body.addWidget(self.target)
        self.body.addWidget(Text(_HOW, wrap=True, quiet=True))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.foot.addWidget(self.other_button)
        self.foot.addWidget(self.anyway_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.move_button)

    def show_trouble(self, trouble: PlaceTrouble, target: Path) -> None:
        """Show why the place is refused, and the one that is proposed."""
        self.said.setText(_WHY[trouble.trouble].format(name=trouble.name or "sans nom"))
        self._target = target
        self.target.setText(breakable(target))
        self.error.hide()
        self._rest()

    def take_focus(self) -> None:
        """Offer the move."""
        self.move_button.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the move is, in bytes."""
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(1000 * done // total if total else 0)

    def refuse(self, said: str) -> None:
        """Say why the move failed; the vault is where it was."""
        self._rest()
        self.error.show_text(said)
        self.error.show()

    def _move(self) -> None:
        self.progress.setRange(0, 0)
        self.progress.show()
        for button in (self.move_button, self.anyway_button, self.other_button):
            button.setEnabled(False)
        self.move_wanted.emit(self._target)

    def _rest(self) -> None:
        self.progress.hide()
        for button in (self.move_button, self.anyway_button, self.other_button):
            button.setEnabled(True)
