"""A card whose fields are saved by themselves a moment after the last key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.consulting import hold_still
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import AreaInput, LineInput
from ctg_desktop.ui.impressions.saved_typing import SavedTyping
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.field import LabelledField

T = TypeVar("T")
"""A frozen dataclass of texts, one for each input."""


class SavedCard(Card, Generic[T]):
    """Fields of one setting; subclasses make ``inputs`` and ``fields`` and end with ``begin``."""

    def __init__(
        self, desk: Desk, draft: str, empty: T, title: str = "", parent: QWidget | None = None
    ) -> None:
        """Prepare an empty card.

        Args:
            desk: Tools of the page.
            draft: Key of what is typed and not stored yet.
            empty: The setting before anything is known.
            title: Of the card.
            parent: Owner.
        """
        super().__init__(title, parent)
        self.desk = desk
        self._stored, self._kind = empty, type(empty)
        self.inputs: dict[str, LineInput | AreaInput] = {}
        self.fields: dict[str, LabelledField] = {}
        """By the field that an error names."""
        self.typing = SavedTyping(desk, draft, self._collect, self._save, self)

    def storing(self, value: T) -> Callable[[], tuple[Changes, T]]:
        """Return what stores a value on the worker, and says what is kept then."""
        raise NotImplementedError

    def words_of(self, name: str, value: T) -> str:
        """Return what an input shows of a value."""
        return str(getattr(value, name))

    def begin(self) -> None:
        """Watch the inputs."""
        for one in self.inputs.values():
            one.edited.connect(self._edit)
        hold_still(self.desk, self)

    def show_value(self, stored: T, draft: dict[str, Any] | None) -> T:
        """Show what is kept, or what was typed last and not kept; return which."""
        self._stored = stored
        shown = self._drafted(draft) or stored
        if not self.typing.is_kept:
            for name, one in self.inputs.items():
                one.set_value(self.words_of(name, shown))
        if shown != stored:
            self._edit()
        return shown

    def _value(self) -> T:
        return self._kind(**{name: one.value() for name, one in self.inputs.items()})

    def _collect(self) -> dict[str, Any]:
        return {"value": msgspec.to_builtins(self._value())}

    def _edit(self) -> None:
        for field in self.fields.values():
            field.accept()
        self.typing.note()

    def _save(self) -> None:
        value = self._value()
        if value == self._stored:
            self.typing.done()
        else:
            self.desk.tasks.run(self.storing(value), self._saved, failed=self._refused)

    def _saved(self, done: tuple[Changes, T]) -> None:
        changes, self._stored = done
        self.typing.done()
        if changes:
            self.desk.bus.changed.emit(changes)

    def _refused(self, error: Exception) -> None:
        field = self.fields.get(error.field) if isinstance(error, UserError) else None
        if field is not None and isinstance(error, UserError):
            field.refuse(sentence(error))
        else:
            self.desk.report(error)

    def _drafted(self, draft: dict[str, Any] | None) -> T | None:
        if draft is None:
            return None
        try:
            return msgspec.convert(draft["changes"]["value"], self._kind)
        except (msgspec.ValidationError, KeyError, TypeError):
            return None
