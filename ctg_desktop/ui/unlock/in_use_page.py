"""A vault that another program has open: who, on which machine, since when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import consultation
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.framed_page import FramedPage
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.text import IconText, Text

_WHY = "Deux programmes qui écrivent ensemble dans les mêmes données les abîmeraient."
_WHAT = (
    "Demandez de fermer le programme là-bas, puis réessayez. Si personne ne l’a ouvert, redémarrez "
    "cet ordinateur-là."
)
_READING = (
    "En attendant, vous pouvez lire et chercher\u00a0: une copie chiffrée de cet instant s’ouvre, "
    "et rien n’est changé là-bas."
)


class InUsePage(FramedPage):
    """Names who has it, and tries again."""

    retry_wanted = Signal()
    reading_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ces données sont déjà ouvertes", _WHY, parent)
        self.holder = IconText(Icon.PERSON, "", Tone.NEUTRAL, coloured=False)
        self.retry_button = primary("Réessayer", self.retry_wanted.emit, Icon.REFRESH)
        self.read_button = plain("Ouvrir en lecture seule", self.reading_wanted.emit)
        self.reading = Text(_READING, wrap=True, quiet=True)
        self.body.addWidget(self.holder)
        self.body.addWidget(Text(_WHAT, wrap=True))
        self.body.addWidget(self.reading)
        self.body.addStretch(1)
        self.foot.addWidget(plain("Une autre commune…", self.other_wanted.emit))
        self.foot.addStretch(1)
        self.foot.addWidget(self.read_button)
        self.foot.addWidget(self.retry_button)

    def show_fault(self, fault: CtgError, today: date, *, can_read: bool) -> None:
        """Say who has the vault.

        Args:
            fault: A ``vault-in-use``.
            today: The day it is.
            can_read: Offer to open it for reading alone.
        """
        self.set_readable(readable=can_read)
        said = {name: str(value or "") for name, value in fault.params.items()}
        self.holder.show_text(holder_words(said, today))

    def set_readable(self, *, readable: bool) -> None:
        """Offer to open it for reading alone, or no longer."""
        self.read_button.setVisible(readable)
        self.reading.setVisible(readable)

    def take_focus(self) -> None:
        """Offer to try again."""
        self.retry_button.setFocus()


def holder_words(said: dict[str, str], today: date) -> str:
    """Return who has a vault, where and since when, as far as it is known."""
    host, since = said.get("host", "?"), said.get("since", "?")
    return f"Ouvertes {consultation.holder_words(said.get('user', ''), host, since, today)}."
