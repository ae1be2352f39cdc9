"""The text of a letter, with the words that are filled in for each recipient beside it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.letter import TEXTS, LetterModel
from ctg_desktop.domain.letter_models import MODELS
from ctg_desktop.domain.letter_template import PLACEHOLDERS, parse
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, Text, section_title
from ctg_desktop.usecases.letter_settings import ModelSaved

_SIZE = QSize(960, 640)
_WORDS_WIDTH = 280
_SHIPPED = {model.code: model for model in MODELS}
_BODY_HINT = (
    "Une ligne vide sépare deux paragraphes. Un tiret et une espace au début d’une ligne font "
    "une liste."
)


class LetterEditor(QDialog):
    """Edits one model; what is typed is kept as a draft until it is saved."""

    stored = Signal(object)
    """A :class:`ModelSaved`: this text is kept now."""
    notice = Signal(object)
    """A :class:`~ctg_desktop.ui.page.Notice`, with the way back from a removed text."""

    def __init__(self, desk: Desk, model: LetterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._saving = False
        self.setWindowTitle("Texte de la lettre")
        self.resize(_SIZE)
        self.inputs: dict[str, LineInput | AreaInput] = {
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
        self.found = IconText(Icon.HISTORY, "", Tone.INFORMATION, coloured=False)
        self.found.hide()
        self.save_button = primary("Enregistrer", self.save, Icon.SAVE)
        self.copy_button = plain("Enregistrer comme nouveau modèle", self.save_copy, Icon.COPY)
        shipped = model.code in _SHIPPED
        self.reset_button = link(
            "Revenir au modèle d’origine" if shipped else "Supprimer ce modèle", self.reset
        )
        self.reset_button.setEnabled(not shipped or model != _SHIPPED[model.code])
        self._drafts = DraftKeeper(desk, self._draft, self)
        self._drafts.failed.connect(desk.report)
        self._lay_out()
        self._show(model)
        for one in self.inputs.values():
            one.edited.connect(self._edit)
        desk.tasks.run(partial(desk.office.drafts.get, self._key), self._show_draft)

    def value(self) -> LetterModel:
        """Return the model as typed."""
        return replace(self._model, **{name: one.value() for name, one in self.inputs.items()})

    def save(self) -> None:
        """Keep the text."""
        self._store(self.value())

    def save_copy(self) -> None:
        """Keep the text as a model of the commune's own."""
        typed = self.value()
        name = typed.name if typed.name != self._model.name else f"{typed.name} (copie)"
        self._store(replace(typed, code="", name=name))

    def reset(self) -> None:
        """Go back to the text that was shipped; remove a model of the commune's own."""
        settings, code = self._desk.office.letter_settings, self._model.code
        self._desk.tasks.run(
            lambda: (settings.reset_model(code), settings.models()[0]), self._reset_done
        )

    def insert(self, name: str) -> None:
        """Write a word to fill in where the cursor was last."""
        word = f"{{{name}}}"
        if isinstance(self._target, AreaInput):
            self._target.insertPlainText(word)
        else:
            self._target.insert(word)
            self._edit()
        self._target.setFocus()

    def flush(self) -> None:
        """Keep the draft now."""
        self._drafts.flush()

    def done(self, result: int) -> None:
        """Close; what was typed and not saved is kept for the next time."""
        if self.value() == self._model:
            self._drop_draft()
        else:
            self.flush()
        super().done(result)

    @property
    def _key(self) -> str:
        return f"letter:{self._model.code}"

    def _store(self, model: LetterModel) -> None:
        if self._saving:
            return
        self._saving = True
        self._check()
        settings = self._desk.office.letter_settings
        self._desk.tasks.run(lambda: settings.save_model(model), self._stored, failed=self._refused)

    def _stored(self, saved: ModelSaved) -> None:
        self._drop_draft()
        if saved.changes:
            self._desk.bus.changed.emit(saved.changes)
        self.stored.emit(saved)
        self.accept()

    def _reset_done(self, done: tuple[Changes, LetterModel]) -> None:
        changes, first = done
        self._drop_draft()
        if changes:
            self._desk.bus.changed.emit(changes)
            shipped = self._model.code in _SHIPPED
            words = "Texte d’origine rétabli." if shipped else "Modèle supprimé."
            self.notice.emit(undo_notice(self._desk, words, changes))
        self.stored.emit(ModelSaved(_SHIPPED.get(self._model.code, first), changes))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._saving = False
        field = self.fields.get(error.field) if isinstance(error, UserError) else None
        if field is None or not isinstance(error, UserError):
            self._desk.report(error)
            return
        field.refuse(sentence(error))
        field.target.setFocus()

    def _edit(self) -> None:
        self._check()
        self._drafts.note()

    def _check(self) -> None:
        """Say beside each text what is not understood in it, while it is typed."""
        for name in TEXTS:
            try:
                parse(self.inputs[name].value(), name)
            except UserError as error:
                self.fields[name].refuse(sentence(error))
            else:
                self.fields[name].accept()

    def _show(self, model: LetterModel) -> None:
        for name, one in self.inputs.items():
            one.set_value(getattr(model, name))

    def _show_draft(self, kept: dict[str, Any] | None) -> None:
        if kept is None:
            return
        try:
            typed = msgspec.convert(kept["changes"]["value"], LetterModel)
        except (msgspec.ValidationError, KeyError):
            self._drop_draft()
            return
        if typed != self._model:
            self._show(typed)
            self._check()
            self.found.show_text("Votre saisie non enregistrée a été retrouvée.")
            self.found.show()

    def _draft(self) -> tuple[str, Draft] | None:
        typed = self.value()
        if typed == self._model:
            return None
        at = datetime.now()  # noqa: DTZ005 - the local time is meant
        return self._key, Draft(at, typed.name, {"value": asdict(typed)})

    def _drop_draft(self) -> None:
        self._drafts.forget()
        self._drafts.drop(self._key)

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

    def _lay_out(self) -> None:
        typed = Scrolled(margin=0)
        typed.column.setContentsMargins(0, 0, UNIT, 0)
        for field in self.fields.values():
            typed.column.addWidget(field)
        typed.column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(typed, 1)
        middle.addLayout(self._words_column())
        foot = QHBoxLayout()
        foot.addWidget(self.reset_button)
        foot.addStretch(1)
        foot.addWidget(plain("Fermer", self.reject))
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT)
        column.addWidget(section_title("Texte de la lettre"))
        column.addWidget(self.found)
        column.addLayout(middle, 1)
        column.addLayout(foot)

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
