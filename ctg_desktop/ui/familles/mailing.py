"""Letters and labels for the families to welcome: those who may be written to, and no others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ctg_desktop.domain.families.household import Channel, Purpose
from ctg_desktop.domain.families.listing import HouseholdView
from ctg_desktop.domain.letter import LetterOptions
from ctg_desktop.domain.wording import joined, plural
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.familles.saving import Saving
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind
from ctg_desktop.usecases.families.recipients import HouseholdRecipients
from ctg_desktop.usecases.families.welcome_papers import LETTER_MODEL
from ctg_desktop.usecases.papers import RenderedPaper, file_name

_LETTERS, _LABELS = "Lettres d’accueil", "Étiquettes d’accueil"


class WelcomeMailing(QObject):
    """A button with its menu, shown beside the list of the families to welcome."""

    notice = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Prepare the menu.

        Args:
            desk: Tools.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk = desk
        self.output = Saving(desk, window)
        self.output.notice.connect(self.notice)
        self.button = Button("Lettres et étiquettes", kind=ButtonKind.MENU)
        menu = QMenu(self.button)
        menu.addAction("Lettres d’accueil (PDF)…").triggered.connect(self.save_letters)
        menu.addAction("Étiquettes (PDF)…").triggered.connect(self.save_labels)
        self.button.setMenu(menu)
        self.button.hide()

    def show_view(self, view: HouseholdView) -> None:
        """Offer the papers beside the view that they are for."""
        self.button.setVisible(view is HouseholdView.TO_WELCOME)

    def save_letters(self) -> None:
        """Ask where the letters go, and write them."""
        self.output.paper(file_name(_LETTERS, self._desk.today()), self.letters, self.left_out)

    def save_labels(self) -> None:
        """Ask where the labels go, and write them."""
        self.output.paper(file_name(_LABELS, self._desk.today()), self.labels, self.left_out)

    def letters(self) -> RenderedPaper:
        """Return a letter of welcome to each family that may be written to. On the worker.

        Raises:
            UserError: ``families-none-agreed``.
        """
        office, options = self._desk.office, LetterOptions(self._desk.today())
        model = office.letter_settings.model(LETTER_MODEL)
        prepared = office.letters.prepare(model, self._source(), options)
        made = office.letters.render(prepared, options)
        if made is None:
            raise UserError("families-none-agreed")
        return made

    def labels(self) -> RenderedPaper:
        """Return a label for each family that may be written to. On the worker.

        Raises:
            UserError: ``families-none-agreed``.
        """
        office, today = self._desk.office, self._desk.today()
        made = office.labels.render(self._source(), office.labels.choices(), today)
        if made is None:
            raise UserError("families-none-agreed")
        return made

    def left_out(self) -> str:
        """Return who was not written to, by name; nobody is dropped in silence. On the worker."""
        gathered = self._source().gather(self._desk.today())
        names = [*gathered.withheld, *(one.name for one in gathered.unaddressed)]
        if not names:
            return ""
        few = plural(len(names), "famille laissée", "familles laissées")
        why = "notice non remise, opposition ou pas d’adresse"
        return f"{few} de côté ({why})\u00a0: {joined(names)}."

    def _source(self) -> HouseholdRecipients:
        return self._desk.office.welcome.recipients_of_view(
            HouseholdView.TO_WELCOME, Purpose.WELCOME, Channel.POST, self._desk.today()
        )
