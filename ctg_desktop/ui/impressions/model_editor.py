"""What the editors of models have in common: a draft, a copy, the way back to what was shipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Generic

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.ui.consulting import hold_still, keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.editing.kept_typing import FOUND
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText, section_title
from ctg_desktop.usecases.text_models import M, ModelSaved, TextModels

_SIZE = QSize(960, 640)


class ModelEditor(QDialog, Generic[M]):
    """Edits one model; what is typed is kept as a draft until it is saved.

    Subclasses make their inputs in ``__init__``, put them in with ``lay_out`` and end with
    ``begin``; they connect what a person edits to ``edit``.
    """

    draft_key = ""
    """Kind of its drafts; the code of the model follows."""
    copy_words = "Enregistrer comme nouveau modèle"

    stored = Signal(object)
    """A :class:`~ctg_desktop.usecases.text_models.ModelSaved`: this text is kept now."""
    notice = Signal(object)
    """A :class:`~ctg_desktop.ui.page.Notice`, with the way back from a removed text."""

    def __init__(
        self, desk: Desk, store: TextModels[M], model: M, parent: QWidget | None = None
    ) -> None:
        """Prepare the buttons of an editor.

        Args:
            desk: Tools of the page.
            store: Where the model is kept.
            model: What is edited.
            parent: Owner.
        """
        super().__init__(parent)
        self.desk, self.model = desk, model
        self._store, self._shipped = store, store.shipped(model.code)
        self._saving = False
        self.resize(_SIZE)
        self.inputs: dict[str, LineInput | AreaInput] = {}
        self.fields: dict[str, LabelledField] = {}
        self.found = IconText(Icon.HISTORY, "", Tone.INFORMATION, coloured=False)
        self.found.hide()
        self.save_button = primary("Enregistrer", self.save, Icon.SAVE)
        self.copy_button = plain(self.copy_words, self.save_copy, Icon.COPY)
        self.reset_button = link(
            "Revenir au modèle d’origine" if self._shipped else "Supprimer ce modèle", self.reset
        )
        self.reset_button.setEnabled(model != self._shipped)
        self._drafts = DraftKeeper(desk, self._draft, self)
        self._drafts.failed.connect(desk.report)

    def value(self) -> M:
        """Return the model as typed."""
        raise NotImplementedError

    def show_model(self, model: M) -> None:
        """Fill the inputs."""
        for name, one in self.inputs.items():
            one.set_value(getattr(model, name))

    def check(self) -> None:
        """Take away what was refused, and say what is not understood in what stands there now."""
        raise NotImplementedError

    def refuse(self, error: UserError) -> bool:
        """Stand an error of saving beside its input; tell whether there is one."""
        raise NotImplementedError

    def lay_out(self, title: str, *parts: QWidget | QLayout) -> None:
        """Put the parts under a title, the last one as high as there is room, above the buttons."""
        close = plain("Fermer", self.reject)
        column = framed_column(self)
        column.addWidget(section_title(title))
        column.addWidget(self.found)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.setStretch(column.count() - 1, 1)
        column.addLayout(foot((self.reset_button,), (close, self.copy_button, self.save_button)))

    def begin(self) -> None:
        """Show the model, and what was typed in it and never saved."""
        self.show_model(self.model)
        for one in self.inputs.values():
            one.edited.connect(self.edit)
        for one in self.inputs.values():
            hold_still(self.desk, one.parentWidget())
        keep_out(self.desk, self.save_button, self.copy_button, self.reset_button)
        self.desk.tasks.run(partial(self.desk.office.drafts.get, self._key), self._show_draft)

    def edit(self) -> None:
        """A person typed something."""
        self.check()
        self._drafts.note()

    def save(self) -> None:
        """Keep the text."""
        self._save(self.value())

    def save_copy(self) -> None:
        """Keep the text as a model of the commune's own."""
        typed = self.value()
        name = typed.name if typed.name != self.model.name else f"{typed.name} (copie)"
        self._save(replace(typed, code="", name=name))

    def reset(self) -> None:
        """Go back to the text that was shipped; remove a model of the commune's own."""
        self.desk.tasks.run(partial(self._store.reset, self.model.code), self._reset_done)

    def flush(self) -> None:
        """Keep the draft now."""
        self._drafts.flush()

    def done(self, result: int) -> None:
        """Close; what was typed and not saved is kept for the next time."""
        if self.value() == self.model:
            self._drop_draft()
        else:
            self.flush()
        super().done(result)

    @property
    def _key(self) -> str:
        return f"{self.draft_key}:{self.model.code}"

    def _save(self, model: M) -> None:
        if self._saving:
            return
        self._saving = True
        self.check()
        self.desk.tasks.run(partial(self._store.save, model), self._saved, failed=self._refused)

    def _saved(self, saved: ModelSaved[M]) -> None:
        self._drop_draft()
        if saved.changes:
            self.desk.bus.changed.emit(saved.changes)
        self.stored.emit(saved)
        self.accept()

    def _reset_done(self, saved: ModelSaved[M]) -> None:
        if saved.changes:
            words = "Texte d’origine rétabli." if self._shipped else "Modèle supprimé."
            self.notice.emit(undo_notice(self.desk, words, saved.changes))
        self._saved(saved)

    def _refused(self, error: Exception) -> None:
        self._saving = False
        if not isinstance(error, UserError) or not self.refuse(error):
            self.desk.report(error)

    def _show_draft(self, kept: dict[str, Any] | None) -> None:
        if kept is None:
            return
        try:
            typed = msgspec.convert(kept["changes"]["value"], type(self.model))
        except (msgspec.ValidationError, KeyError):
            self._drop_draft()
            return
        if typed != self.model:
            self.show_model(typed)
            self.check()
            self.found.show_text(FOUND)
            self.found.show()

    def _draft(self) -> tuple[str, Draft] | None:
        typed = self.value()
        if typed == self.model:
            return None
        at = datetime.now()  # noqa: DTZ005 - the local time is meant
        return self._key, Draft(at, typed.name, {"value": msgspec.to_builtins(typed)})

    def _drop_draft(self) -> None:
        self._drafts.forget()
        self._drafts.drop(self._key)
