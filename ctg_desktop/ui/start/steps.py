"""The steps of the first start: who, which, and what to begin with; the others have files."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ctg_desktop.domain.commune import Role
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.start.answers import Answers, Beginning
from ctg_desktop.ui.start.choices import Choices
from ctg_desktop.ui.start.commune_picker import CommunePicker
from ctg_desktop.ui.start.keys_step import KeysStep
from ctg_desktop.ui.start.step import Means, Step
from ctg_desktop.ui.start.where_step import WhereStep
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.start import checked_profile

_FROM_FILE = (
    "Votre tableur, le répertoire national des associations (RNA) ou l’annuaire de "
    "l’administration (DILA). Vous verrez d’abord ce qu’il contient."
)


class WhoStep(Step):
    """Commune or community."""

    title = "Qui êtes-vous ?"
    explanation = "Le programme s’adapte à votre rôle. Cela pourra être complété plus tard."

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means, parent)
        self.choices = Choices(
            (
                (
                    Role.COMMUNE,
                    "Une commune",
                    "Vous tenez l’annuaire de votre commune et vous imprimez son livret.",
                ),
                (
                    Role.COMMUNITY,
                    "La communauté de communes",
                    "Vous tenez ce qui est commun et vous rassemblez les fichiers des communes.",
                ),
            )
        )
        self.choices.confirmed.connect(self.finished)
        self.column.addWidget(self.choices)
        self.column.addStretch(1)

    def open(self, answers: Answers) -> None:
        """Show the role."""
        self.choices.set_value(answers.role)
        self.choices.take_focus()

    def answer(self, answers: Answers) -> Answers:
        """Return the role; another role forgets the name of before."""
        role = Role(self.choices.value())
        return answers if role is answers.role else Answers(role=role)


class WhichStep(Step):
    """Which commune, or which community."""

    title = "Laquelle ?"
    explanation = "Tapez quelques lettres, choisissez dans la liste, ou écrivez un autre nom."

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means, parent)
        self.picker = CommunePicker(self.start.offered_communes())
        self.name, self.code = QLineEdit(), QLineEdit()
        self.name.setMaxLength(120)
        self.code.setMaxLength(20)
        self._fields = {
            "name": LabelledField("Nom", self.name),
            "code": LabelledField("Code INSEE", self.code),
        }
        self.column.addWidget(self.picker, 1)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self._fields["name"], 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._fields["code"], 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addSpacing(UNIT)
        self.picker.picked.connect(self._take)
        self.picker.unknown.connect(self._take_name)
        self.picker.given_up.connect(self.code.setFocus)
        self.picker.confirmed.connect(self.finished)
        for line in (self.name, self.code):
            line.textEdited.connect(self._typed)
            line.returnPressed.connect(self.finished)

    def open(self, answers: Answers) -> None:
        """Offer the communes to a commune, the territory to a community."""
        is_commune = answers.role is Role.COMMUNE
        self.picker.setVisible(is_commune)
        self._fields["code"].label.setText("Code INSEE" if is_commune else "Numéro SIREN")
        self._fields["code"].set_hint(
            "Cinq caractères." if is_commune else "Neuf chiffres, sur tous vos courriers."
        )
        self.code.setAccessibleName(self._fields["code"].label.text())
        name = answers.name or ("" if is_commune else self.start.territory().name)
        self.name.setText(name)
        self.code.setText(answers.code)
        (self.picker.filter if is_commune else self.name).setFocus()

    def answer(self, answers: Answers) -> Answers | None:
        """Return name and code, when they are of the right form."""
        given = replace(answers, name=self.name.text(), code=self.code.text())
        try:
            profile = checked_profile(given.profile())
        except UserError as error:
            field = self._fields.get(error.field, self._fields["name"])
            field.refuse(sentence(error))
            field.target.setFocus()
            return None
        changed = profile.name != answers.name
        folder = None if changed else answers.folder
        keys = answers.keys if profile == answers.profile() else None
        return replace(answers, name=profile.name, code=profile.code, folder=folder, keys=keys)

    def _take(self, name: str, code: str) -> None:
        self.name.setText(name)
        self.code.setText(code)
        self._typed()

    def _take_name(self, name: str) -> None:
        """Take a name that is not offered; the code of another commune goes."""
        self._take(name, "")

    def _typed(self, _text: str = "") -> None:
        for field in self._fields.values():
            field.accept()


class BeginningStep(Step):
    """What the vault begins with."""

    title = "Par quoi commencer ?"
    explanation = "Vous pourrez faire les autres choses ensuite, quand vous voudrez."

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means, parent)
        self.choices = Choices(
            (
                (
                    Beginning.FILE,
                    "Un fichier",
                    _FROM_FILE,
                ),
                (Beginning.EMPTY, "Un livret vide", "Vous écrivez les fiches une à une."),
                (
                    Beginning.DEMONSTRATION,
                    "La commune de démonstration",
                    "Inventée, pour essayer sans rien risquer. La vôtre est prête, à un clic.",
                ),
            )
        )
        self.choices.confirmed.connect(self.finished)
        self.column.addWidget(self.choices)
        self.column.addStretch(1)

    def open(self, answers: Answers) -> None:
        """Show the choice."""
        self.choices.set_value(answers.beginning)
        self.choices.take_focus()

    def answer(self, answers: Answers) -> Answers:
        """Return the choice."""
        return replace(answers, beginning=Beginning(self.choices.value()))


STEPS: tuple[type[Step], ...] = (WhoStep, WhichStep, KeysStep, WhereStep, BeginningStep)
