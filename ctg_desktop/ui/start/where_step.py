"""The step of the folders: one for the data, another for a copy of the backups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.start.answers import Answers
from ctg_desktop.ui.start.step import Means, Step
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text
from ctg_desktop.usecases.places import check_place


class WhereStep(Step):
    """Where the data is kept, and a second place for its backups."""

    title = "Où ranger vos données et leurs sauvegardes\u202f?"
    explanation = (
        "Tout tient dans un dossier de cet ordinateur\u202f; celui qui est proposé convient "
        "presque toujours. Les sauvegardes y sont faites d’elles-mêmes."
    )

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means, parent)
        self.line, self.second = QLineEdit(), QLineEdit()
        self.second.setPlaceholderText("Branchez une clé USB, puis choisissez-la")
        self.field = _folder_field("Dossier", self.line, self._choose)
        self.second_field = _folder_field(
            "Deuxième place pour les sauvegardes",
            self.second,
            self._choose_second,
            hint="Une clé USB rangée ailleurs protège du vol, du feu et des pannes de disque.",
            optional=True,
        )
        self.column.addWidget(self.field)
        self.column.addWidget(self.second_field)
        self.column.addWidget(Text("Rien n’est envoyé sur internet.", wrap=True, quiet=True))
        self.column.addStretch(1)
        self.line.textEdited.connect(lambda _text: self.field.accept())
        self.second.textEdited.connect(lambda _text: self.second_field.accept())
        self.line.returnPressed.connect(self.finished)
        self.second.returnPressed.connect(self.finished)

    def open(self, answers: Answers) -> None:
        """Show the folder chosen or proposed."""
        folder = answers.folder or self.start.proposed_folder(answers.name)
        self.line.setText(str(folder))
        self.second.setText(str(answers.second_place or ""))
        self.line.setFocus()

    def answer(self, answers: Answers) -> Answers | None:
        """Return both folders; the network and what is synchronised are refused for the first."""
        folder = _whole(self.line.text())
        if folder is None:
            self.field.refuse("Indiquez un dossier entier, par exemple celui qui était proposé.")
            return None
        try:
            check_place(folder)
        except UserError as error:
            self.field.refuse(sentence(error))
            return None
        second = _whole(self.second.text())
        if self.second.text().strip() and (second is None or not second.is_dir()):
            self.second_field.refuse(
                "Ce dossier n’existe pas. Branchez la clé et choisissez-la, ou laissez vide."
            )
            return None
        if second is not None and second.is_relative_to(folder):
            self.second_field.refuse("Choisissez une place hors du premier dossier.")
            return None
        return replace(answers, folder=folder, second_place=second)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choisir un dossier", self.line.text())
        if chosen:
            self.line.setText(str(Path(chosen) / Path(self.line.text()).name))
            self.field.accept()

    def _choose_second(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choisir une clé", self.second.text())
        if chosen:
            self.second.setText(str(Path(chosen)))
            self.second_field.accept()


def _folder_field(
    label: str,
    line: QLineEdit,
    choose: Callable[[], None],
    *,
    hint: str = "",
    optional: bool = False,
) -> LabelledField:
    """Return a line for a folder, with the button that looks for one."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(UNIT)
    row.addWidget(line, 1)
    button = plain("Choisir…", choose)
    button.setAccessibleName(f"Choisir… – {label}")
    row.addWidget(button)
    return LabelledField(label, holder, hint=hint, optional=optional, focus=line)


def _whole(text: str) -> Path | None:
    """Return the folder that is typed, when it is absolute."""
    folder = Path(text.strip())
    return folder if text.strip() and folder.is_absolute() else None
