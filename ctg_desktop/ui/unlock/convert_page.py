"""A vault of the first version, which anybody can read, is closed with a password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.domain.wording import of_place
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.framed_page import FramedPage
from ctg_desktop.ui.unlock.keys_form import KeysForm
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.new_keys import NewKeys

_WHY = (
    "Jusqu’ici, qui prenait cet ordinateur pouvait lire les données {of_name}. Elles vont être "
    "chiffrées\u00a0: choisissez un mot de passe et imprimez la feuille de secours. Rien ne se "
    "perd."
)
_SHEET = "La feuille de secours ouvre vos données quand le mot de passe est oublié."
_DOING = "Chiffrement des données, puis vérification fiche par fiche. N’éteignez pas l’ordinateur."


class ConvertPage(FramedPage):
    """Explains, asks, prints, converts."""

    convert_wanted = Signal(object)
    """With these :class:`NewKeys`."""
    other_wanted = Signal()

    def __init__(
        self,
        tasks: TaskRunner,
        today: Callable[[], date],
        report: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Protéger vos données", "", parent)
        self._why = ""
        self.keys = KeysForm(tasks, today, report)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Chiffrement des données")
        self.progress.hide()
        self.back_button = plain("Retour", self._back)
        self.button = primary("Continuer", self.keys.forward)
        self.body.addWidget(self.keys, 1)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.error)
        self.foot.addWidget(self.back_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.button)
        self.keys.changed.connect(self._show_state)
        self.keys.ready.connect(self._convert)

    def begin(self, profile: Profile) -> None:
        """Ask for the vault of a commune."""
        self._why = _WHY.format(of_name=of_place(profile.name))
        self.keys.set_profile(profile)
        self.error.hide()
        self.progress.hide()
        self.keys.setEnabled(True)
        self._show_state()

    def take_focus(self) -> None:
        """Begin with the name."""
        self.keys.take_focus()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the conversion is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def refuse(self, said: str) -> None:
        """Say why nothing was converted; the same sheet serves again."""
        self.progress.hide()
        self.keys.setEnabled(True)
        self.error.show_text(said)
        self.error.show()
        self._show_state()

    def _convert(self, keys: NewKeys) -> None:
        self.keys.setEnabled(False)
        self.error.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.said.setText(_DOING)
        self.button.setEnabled(False)
        self.back_button.setEnabled(False)
        self.convert_wanted.emit(keys)

    def _back(self) -> None:
        if not self.keys.back():
            self.other_wanted.emit()

    def _show_state(self) -> None:
        at_sheet = self.keys.is_at_sheet
        self.said.setText(_SHEET if at_sheet else self._why)
        self.back_button.set_words("Retour" if at_sheet else "Une autre commune…")
        self.back_button.setEnabled(not self.keys.is_busy)
        self.button.setEnabled(not self.keys.is_busy)
        trying = at_sheet and self.keys.sheet.is_trying
        self.button.set_words("Protéger les données" if trying else "Continuer")
