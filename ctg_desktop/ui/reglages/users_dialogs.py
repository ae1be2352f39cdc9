"""The small windows in which people come, go and change their passwords."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ctg_desktop.domain.commune import Profile
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.new_password import NewPassword
from ctg_desktop.ui.unlock.owner_form import NAME_LIMIT, OwnerForm
from ctg_desktop.ui.unlock.password_field import PasswordField
from ctg_desktop.ui.unlock.sheet_form import SheetForm
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text, section_title
from ctg_desktop.usecases.access import NewUser, OpenAccess
from ctg_desktop.usecases.passwords import RecoveryCode

_WIDTH = 560
_OF_THE_PASSWORD = {"password-wrong", "password-missing", "too-many-tries"}
_AGAIN = "Pour continuer, donnez de nouveau votre mot de passe."


class AccessDialog(QDialog):
    """Asks for a password again, does one thing, says in words what is wrong."""

    done_with = Signal(str)
    """What was done, as a sentence."""

    def __init__(self, desk: Desk, title: str, said: str, word: str, parent: QWidget) -> None:
        """Prepare the dialog.

        Args:
            desk: Tools.
            title: On top.
            said: What it is about.
            word: On the primary button.
            parent: Owner.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.desk = desk
        self.access: OpenAccess = desk.office.access
        self.password: PasswordField | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(UNIT)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.button = primary(word, self.forward)
        self.cancel_button = plain("Annuler", self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        column.setSpacing(UNIT)
        column.addWidget(section_title(title))
        column.addWidget(Text(said, wrap=True, quiet=True))
        column.addSpacing(UNIT)
        column.addLayout(self.body)
        column.addWidget(self.error)
        column.addStretch(1)
        column.addSpacing(UNIT)
        column.addLayout(foot)

    def forward(self) -> None:
        """Do it."""
        raise NotImplementedError

    def ask_password(self, label: str = "Votre mot de passe") -> PasswordField:
        """Add a line for a password that exists."""
        field = PasswordField(label)
        field.line.returnPressed.connect(self.forward)
        self.body.addWidget(field)
        self.password = field
        return field

    def run(self, work: Callable[[], object], said: str) -> None:
        """Do something on the worker, then say it and close."""
        self._rest(busy=True)
        self.desk.tasks.run(work, partial(self._finish, said), failed=self._failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first line."""
        super().showEvent(event)
        first = next((one for one in self.findChildren(QLineEdit) if one.isVisible()), None)
        if first is not None:
            first.setFocus()

    def refuse(self, error: CtgError) -> None:
        """Say what is wrong, beside the password where it is the password."""
        if self.password is not None and error.code in _OF_THE_PASSWORD:
            self.password.refuse(sentence(error))
            self.password.line.setFocus()
            return
        self.error.show_text(sentence(error))
        self.error.show()

    def _finish(self, said: str, _result: object) -> None:
        self._rest(busy=False)
        self.done_with.emit(said)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._rest(busy=False)
        if isinstance(error, CtgError):
            self.refuse(error)
        else:
            self.desk.report(error)

    def _rest(self, *, busy: bool) -> None:
        self.error.hide()
        self.button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)


class AddDialog(AccessDialog):
    """One more person."""

    def __init__(self, desk: Desk, commune: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Ajouter une personne",
            "Elle ouvrira les données avec son propre mot de passe\u00a0: laissez-la le taper.",
            "Ajouter",
            parent,
        )
        self.mine = self.ask_password()
        self.owner = OwnerForm("Prénom et nom de la nouvelle personne")
        self.owner.set_forbidden((commune,))
        self.owner.confirmed.connect(self.forward)
        self.body.addWidget(self.owner)

    def forward(self) -> None:
        """Add her."""
        owner = self.owner.answer()
        if owner is None:
            return
        mine, access = self.mine.text(), self.access

        def work() -> None:
            access.unlock(mine)
            access.add_user(NewUser(owner.name, owner.password))

        self.run(work, f"{owner.name} peut maintenant ouvrir les données.")


class ChangeDialog(AccessDialog):
    """Another password for oneself."""

    def __init__(self, desk: Desk, name: str, commune: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Changer de mot de passe",
            f"Celui de {name}. Les données ne sont pas réécrites\u00a0: c’est immédiat.",
            "Changer",
            parent,
        )
        self._name = name
        self.mine = self.ask_password("Mot de passe actuel")
        self.new = NewPassword("Nouveau mot de passe")
        self.new.set_forbidden((name, commune))
        self.new.confirmed.connect(self.forward)
        self.body.addWidget(self.new)

    def forward(self) -> None:
        """Change it."""
        new = self.new.password()
        if new is not None:
            work = partial(self.access.change_password, self._name, self.mine.text(), new)
            self.run(work, f"Le mot de passe de {self._name} est changé.")


class RenameDialog(AccessDialog):
    """Another name for oneself."""

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            "Changer de nom",
            "Le nom est scellé avec le mot de passe\u00a0: il est demandé pour le changer.",
            "Renommer",
            parent,
        )
        self._name = name
        self.new_name = QLineEdit(name)
        self.new_name.setMaxLength(NAME_LIMIT)
        self.body.addWidget(LabelledField("Prénom et nom", self.new_name))
        self.mine = self.ask_password(f"Mot de passe de {name}")

    def forward(self) -> None:
        """Rename."""
        new = " ".join(self.new_name.text().split())
        work = partial(self.access.rename_user, self._name, self.mine.text(), new)
        self.run(work, f"{self._name} s’appelle maintenant {new}.")


class RemoveDialog(AccessDialog):
    """A person who leaves."""

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            f"Retirer {name}",
            "Son mot de passe n’ouvrira plus ces données ici. Une copie qui aurait été emportée "
            "avant s’ouvre toujours avec lui.",
            "Retirer",
            parent,
        )
        self._name = name
        self.body.addWidget(Text(_AGAIN, wrap=True))
        self.mine = self.ask_password()

    def forward(self) -> None:
        """Remove."""
        mine, name, access = self.mine.text(), self._name, self.access

        def work() -> None:
            access.unlock(mine)
            access.remove_user(name)

        self.run(work, f"{name} ne peut plus ouvrir les données.")


class SheetDialog(AccessDialog):
    """Another recovery sheet: the old one opens nothing any more."""

    def __init__(
        self, desk: Desk, profile: Profile, users: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            "Nouvelle feuille de secours",
            "L’ancienne n’ouvrira plus rien\u00a0: détruisez-la quand la nouvelle sera rangée.",
            "Faire la feuille",
            parent,
        )
        self._profile, self._users = profile, users
        self._drawn, self._warned = False, False
        self.mine = self.ask_password()
        self.sheet = SheetForm(desk.tasks, desk.report)
        self.sheet.hide()
        self.sheet.tried.connect(self._tried)
        self.sheet.try_wanted.connect(lambda: self.button.set_words("Terminer"))
        self.body.addWidget(self.sheet)

    def forward(self) -> None:
        """Ask for the password, show the sheet, try it."""
        if not self._drawn:
            mine, access = self.mine.text(), self.access

            def work() -> RecoveryCode:
                access.unlock(mine)
                return access.renew_code()

            self._rest(busy=True)
            self.desk.tasks.run(work, self._show, failed=self._failed)
        elif not self.sheet.is_trying:
            self.sheet.try_it()
        else:
            self.sheet.check()

    def reject(self) -> None:
        """Say once that the sheet was not tried."""
        if self._drawn and not self._warned and self.isVisible():
            self._warned = True
            self.error.show_text(
                "L’ancienne feuille n’ouvre déjà plus rien\u00a0: essayez la nouvelle avant de "
                "fermer. Fermer encore une fois y renonce."
            )
            self.error.show()
            return
        self.sheet.forget()
        super().reject()

    def _show(self, code: RecoveryCode) -> None:
        self._rest(busy=False)
        self._drawn = True
        self.mine.clear()
        self.mine.hide()
        self.button.set_words("Continuer")
        self.cancel_button.set_words("Fermer")
        self.sheet.show()
        self.sheet.show_sheet(self._profile, code, self._users, self.desk.today())

    def _tried(self) -> None:
        self.sheet.forget()
        self.done_with.emit("La nouvelle feuille de secours est bonne. Détruisez l’ancienne.")
        self.accept()
