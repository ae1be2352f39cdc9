"""A small window that asks for what one action needs, and says what is wrong beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ctg_desktop.errors import CtgError, UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.editing.kept_typing import FOUND, KeptTyping
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.date_field import DateField
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.question_dialog import QuestionDialog
from ctg_desktop.ui.widgets.text import IconText, announce

T = TypeVar("T")

_NARROWEST, _LETTERS = 480, 68


class AskDialog(QuestionDialog):
    """Its refusals stand beside the fields that they are about."""

    def __init__(self, desk: Desk, title: str, said: str, word: str, parent: QWidget) -> None:
        """Prepare the window.

        Args:
            desk: Tools.
            title: On top.
            said: What will happen; empty for nothing to say.
            word: On the primary button.
            parent: Owner.
        """
        super().__init__(title, said, word, parent, narrowest=_NARROWEST, letters=_LETTERS)
        self.desk = desk
        self.fields: dict[str, LabelledField] = {}

    def put(self, name: str, field: LabelledField) -> None:
        """Add a field; an error of this name stands beside it."""
        self.fields[name] = field
        self.body.addWidget(field)

    def day(self, name: str, label: str, first: date, *, past: bool) -> DateField:
        """Add a field for a day."""
        field = DateField(label, self.desk.today, past=past)
        field.set_value(first)
        self.put(name, field)
        return field

    def keep_typing(self, key: str, **inputs: LineInput | AreaInput) -> None:
        """Let what is typed come back when the window goes before it is done, e.g. by the lock.

        Args:
            key: Of the draft.
            inputs: What is typed in, by name.
        """
        kept = KeptTyping(self.desk, key, inputs, self)
        kept.found.connect(self._say_found)
        self.cancel_button.clicked.connect(kept.drop)

    def read(self, field: DateField, name: str) -> date | None:
        """Return a day that was typed; a refusal stands beside it."""
        try:
            return field.value()
        except UserError as error:
            self.refuse(UserError(error.code, field=name, **error.params))
            return None

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it on the worker; close when it is done, say it when it is refused."""
        for field in self.fields.values():
            field.accept()
        self.error.hide()
        self._let_go(free=False)
        self.desk.tasks.run(work, partial(self._finish, done), failed=self._failed)

    def refuse(self, error: CtgError) -> None:
        """Say what is wrong, beside its field where it has one."""
        said = sentence(error)
        field = self.fields.get(error.field) if isinstance(error, UserError) else None
        if field is not None:
            field.refuse(said)
            field.target.setFocus()
            return
        self.error.show_text(said)
        self.error.show()
        announce(self.error, said)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first field; without one, with the button that changes nothing."""
        super().showEvent(event)
        first = next(iter(self.fields.values()), None)
        (first.target if first is not None else self.cancel_button).setFocus()

    def reject(self) -> None:
        """Close, unless what was asked for is being done: nobody would learn what became of it."""
        if self.cancel_button.isEnabled():
            super().reject()

    def _say_found(self) -> None:
        said = IconText(Icon.HISTORY, FOUND, Tone.INFORMATION, coloured=False)
        self.body.insertWidget(0, said)
        announce(said, FOUND)

    def _let_go(self, *, free: bool) -> None:
        self.button.setEnabled(free)
        self.cancel_button.setEnabled(free)

    def _finish(self, done: Callable[[T], None], result: T) -> None:
        self._let_go(free=True)
        self.accept()
        done(result)

    def _failed(self, error: Exception) -> None:
        self._let_go(free=True)
        if isinstance(error, CtgError):
            self.refuse(error)
        else:
            self.desk.report(error)
