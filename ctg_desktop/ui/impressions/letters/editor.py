"""The text of a letter, with the words that are filled in for each recipient beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ctg_desktop.domain.letter import TEXTS, LetterModel
from ctg_desktop.domain.letter_template import PLACEHOLDERS, parse
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.model_editor import ModelEditor
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import Text

_WORDS_WIDTH = 280
_BODY_HINT = (
    "Une ligne vide sépare deux paragraphes. Un tiret et une espace au début d’une ligne font "
    "une liste."
)


class LetterEditor(ModelEditor[LetterModel]):
    """Edits the text of one letter."""

    draft_key = "letter"

    def __init__(self, desk: Desk, model: LetterModel, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.office.letter_settings, model, parent)
        self.setWindowTitle("Texte de la lettre")
        self.inputs = {
            "name": LineInput(),
            "subject": LineInput(),
            "salutation": LineInput(),
            "body": AreaInput(10, 24),
            "closing": AreaInput(2, 6),
            "signature": AreaInput(1, 4),
            "enclosures": LineInput(),
        }
        self.fields = self._make_fields()
        self._target: LineInput | AreaInput = self.inputs["body"]
        self.words = QListWidget()
        self.lay_out("Texte de la lettre", self._middle())
        self.begin()

    def value(self) -> LetterModel:
        """Return the model as typed."""
        return replace(self.model, **{name: one.value() for name, one in self.inputs.items()})

    def check(self) -> None:
        """Say beside each text what is not understood in it, while it is typed."""
        for name in TEXTS:
            try:
                parse(self.inputs[name].value(), name)
            except UserError as error:
                self.fields[name].refuse(sentence(error))
            else:
                self.fields[name].accept()

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its input."""
        field = self.fields.get(error.field)
        if field is None:
            return False
        field.refuse(sentence(error))
        field.target.setFocus()
        return True

    def insert(self, name: str) -> None:
        """Write a word to fill in where the cursor was last."""
        word = f"{{{name}}}"
        if isinstance(self._target, AreaInput):
            self._target.insertPlainText(word)
        else:
            self._target.insert(word)
            self.edit()
        self._target.setFocus()

    def _make_fields(self) -> dict[str, LabelledField]:
        inputs = self.inputs
        return {
            "name": LabelledField("Nom du modèle", inputs["name"]),
            "subject": LabelledField("Objet", inputs["subject"]),
            "salutation": LabelledField("Formule d’appel", inputs["salutation"]),
            "body": LabelledField("Texte", inputs["body"], hint=_BODY_HINT),
            "closing": LabelledField("Formule de politesse", inputs["closing"]),
            "signature": LabelledField("Signature", inputs["signature"]),
            "enclosures": LabelledField("Pièces jointes", inputs["enclosures"], optional=True),
        }

    def _middle(self) -> QHBoxLayout:
        typed = Scrolled(margin=0)
        typed.column.setContentsMargins(0, 0, UNIT, 0)
        for field in self.fields.values():
            typed.column.addWidget(field)
        typed.column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(typed, 1)
        middle.addLayout(self._words_column())
        return middle

    def _words_column(self) -> QVBoxLayout:
        self.words.setAccessibleName("Mots à remplir")
        self.words.setFixedWidth(_WORDS_WIDTH)
        self.words.setWordWrap(True)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, meaning in PLACEHOLDERS.items():
            item = QListWidgetItem(f"{{{name}}}\n{meaning}")
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {meaning}")
            self.words.addItem(item)
        self.words.itemActivated.connect(self._insert_item)
        for one in self.inputs.values():
            one.installEventFilter(self)
        column = QVBoxLayout()
        column.setSpacing(UNIT // 2)
        column.addWidget(Text("Mots à remplir"))
        note = Text(
            "Entrée, ou un double clic, écrit le mot dans le texte. {telephone|inconnu} dit "
            "«\u202finconnu\u202f» quand il n’y en a pas.",
            wrap=True,
            quiet=True,
        )
        note.setFixedWidth(_WORDS_WIDTH)
        column.addWidget(note)
        column.addWidget(self.words, 1)
        return column

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Remember which text had the focus last."""
        if event.type() is event.Type.FocusIn and watched in self.inputs.values():
            self._target = watched
        return super().eventFilter(watched, event)

    def _insert_item(self, item: QListWidgetItem) -> None:
        self.insert(str(item.data(Qt.ItemDataRole.UserRole)))
