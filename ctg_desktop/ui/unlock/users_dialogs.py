"""The small windows in which people come, go and change their passwords."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.domain.wording import of
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.unlock.access_dialog import AccessDialog, DoorInHand
from ctg_desktop.ui.unlock.new_password import NewPassword
from ctg_desktop.ui.unlock.owner_form import NAME_LIMIT, OwnerForm
from ctg_desktop.ui.unlock.sheet_form import SheetForm
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.access import NewUser
from ctg_desktop.usecases.passwords import RecoveryCode

_WIDE_LETTERS = 100
"""The sheet is high: it takes its room in width, so that its buttons stay on a low screen."""

_AGAIN = "Pour continuer, donnez de nouveau votre mot de passe."


class AddDialog(AccessDialog):
    """One more person."""

    def __init__(self, desk: Desk, door: DoorInHand, parent: QWidget) -> None:
        super().__init__(
            desk,
            door,
            "Ajouter une personne",
            f"Elle pourra {door.words.opens} avec son propre mot de passe\u00a0: laissez-la le "
            "taper.",
            "Ajouter",
            parent,
        )
        self.mine = self.ask_password()
        self.owner = OwnerForm("Prénom et nom de la nouvelle personne")
        self.owner.set_forbidden((door.profile.name,))
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

        self.run(work, f"{owner.name} peut maintenant {self.door.words.opens}.")


class ChangeDialog(AccessDialog):
    """Another password for oneself."""

    def __init__(self, desk: Desk, door: DoorInHand, name: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            door,
            "Changer de mot de passe",
            f"Celui {of(name)}. {door.words.holds}\u00a0: c’est immédiat.",
            "Changer",
            parent,
        )
        self._name = name
        self.mine = self.ask_password("Mot de passe actuel")
        self.new = NewPassword("Nouveau mot de passe")
        self.new.set_forbidden((name, door.profile.name))
        self.new.confirmed.connect(self.forward)
        self.body.addWidget(self.new)

    def forward(self) -> None:
        """Change it."""
        new = self.new.password()
        if new is not None:
            work = partial(self.access.change_password, self._name, self.mine.text(), new)
            self.run(work, f"Le mot de passe {of(self._name)} est changé.")


class RenameDialog(AccessDialog):
    """Another name for oneself."""

    def __init__(self, desk: Desk, door: DoorInHand, name: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            door,
            "Changer de nom",
            "Le nom est scellé avec le mot de passe\u00a0: il est demandé pour le changer.",
            "Renommer",
            parent,
        )
        self._name = name
        self.new_name = QLineEdit(name)
        self.new_name.setMaxLength(NAME_LIMIT)
        self.body.addWidget(LabelledField("Prénom et nom", self.new_name))
        self.mine = self.ask_password(f"Mot de passe {of(name)}".replace("&", "&&"))

    def forward(self) -> None:
        """Rename."""
        new = " ".join(self.new_name.text().split())
        work = partial(self.access.rename_user, self._name, self.mine.text(), new)
        self.run(work, f"{self._name} s’appelle maintenant {new}.")


class RemoveDialog(AccessDialog):
    """A person who leaves."""

    def __init__(self, desk: Desk, door: DoorInHand, name: str, parent: QWidget) -> None:
        super().__init__(
            desk,
            door,
            f"Retirer {name}",
            f"Son mot de passe {door.words.against}. Les sauvegardes et les copies faites jusqu’à "
            "maintenant, elles, s’ouvrent encore avec lui\u00a0: gardez-les hors de sa portée.",
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

        self.run(work, f"{name} ne peut plus {self.door.words.opens}.")


class SheetDialog(AccessDialog):
    """Another recovery sheet: the old one opens nothing any more once the new one was tried."""

    def __init__(
        self, desk: Desk, door: DoorInHand, users: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(
            desk,
            door,
            "Nouvelle feuille de secours",
            "Dès qu’elle aura été essayée, l’ancienne n’ouvrira plus rien\u00a0: vous pourrez la "
            "détruire.",
            "Faire la feuille",
            parent,
        )
        self._users = users
        self.letters = _WIDE_LETTERS
        self._drawn, self._warned = False, False
        self._code: RecoveryCode | None = None
        self.mine = self.ask_password()
        words = door.words
        self.sheet = SheetForm(desk.tasks, desk.report, draw=words.draw, warning=words.warning)
        self.sheet.hide()
        self.sheet.tried.connect(self._tried)
        self.sheet.try_wanted.connect(lambda: self.button.set_words("Terminer"))
        self.body.addWidget(self.sheet)

    def forward(self) -> None:
        """Ask for the password, show the sheet, try it."""
        if not self._drawn:
            work = partial(self.access.draw_code, self.mine.text())
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
                "Cette feuille n’a pas été essayée\u00a0: elle n’ouvre rien, l’ancienne reste "
                "bonne. Fermer encore une fois y renonce\u00a0: détruisez alors celle-ci."
            )
            self.error.show()
            return
        self._forget()
        super().reject()

    def _show(self, code: RecoveryCode) -> None:
        self._rest(busy=False)
        self._drawn, self._code = True, code
        self.mine.clear()
        self.mine.hide()
        self.about.hide()
        self.button.set_words("Continuer")
        self.cancel_button.set_words("Fermer")
        self.sheet.show()
        self.sheet.show_sheet(self.door.profile, code, self._users, self.desk.today())

    def _tried(self) -> None:
        if self._code is not None:
            work = partial(self.access.take_code, self._code)
            self.run(work, "La nouvelle feuille de secours est bonne. Détruisez l’ancienne.")

    def _finish(self, said: str, result: object) -> None:
        self._forget()
        super()._finish(said, result)

    def _forget(self) -> None:
        self._code = None
        self.sheet.forget()
