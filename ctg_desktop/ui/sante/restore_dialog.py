"""The last question before a backup takes the place of what is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot
from ctg_desktop.ui.widgets.roomy_dialog import RoomyDialog
from ctg_desktop.ui.widgets.text import Text, section_title

_NARROWEST, _LETTERS = 480, 68
_KEPT = (
    "Ce qui a été fait depuis ne sera plus à l’écran, mais rien n’est perdu\u00a0: une sauvegarde "
    "de maintenant est faite d’abord, et vous pourrez y revenir de la même façon. Les personnes "
    "effacées depuis le restent, et les mots de passe ne changent pas."
)


class RestoreDialog(RoomyDialog):
    """Restores when it is accepted."""

    def __init__(self, backup: str, parent: QWidget) -> None:
        """Prepare the question.

        Args:
            backup: Which one, in words.
            parent: Owner.
        """
        super().__init__(_NARROWEST, _LETTERS, parent)
        self.setWindowTitle("Restaurer une sauvegarde")
        self.restore_button = primary("Restaurer", self.accept, Icon.HISTORY)
        self.cancel_button = plain("Annuler", self.reject)
        column = self.column
        column.addWidget(section_title("Revenir à cette sauvegarde\u202f?"))
        column.addWidget(Text(backup, wrap=True))
        column.addWidget(Text(_KEPT, wrap=True, quiet=True))
        column.addSpacing(UNIT)
        column.addLayout(foot((), (self.cancel_button, self.restore_button)))
        self.cancel_button.setFocus()
