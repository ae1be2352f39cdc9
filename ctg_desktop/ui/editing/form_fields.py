"""The fields of a form by name: shown, taken back, refused one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ctg_desktop.ui.editing.inputs import Input
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.ui.widgets.field import LabelledField

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said under an input about what stands in it."""

    text: str = ""
    icon: Icon | None = None
    tone: Tone = Tone.NEUTRAL


Explain = Callable[[Any], Hint]


@runtime_checkable
class ManyInputs(Protocol):
    """An input made of several: it knows which one a path points at."""

    def input_at(self, path: list[str]) -> QWidget | None:
        """Return the widget for the rest of a field's path, e.g. ``["0", "number"]``."""


@dataclass(frozen=True, slots=True)
class _Entry:
    field: LabelledField | None
    input: Input
    explain: Explain | None


class FormFields(QObject):
    """All inputs of one form.

    Args:
        aliases: Start of a path in an error → name of the field here.
    """

    edited = Signal(str)
    """A person changed the field of this name."""

    def __init__(
        self, aliases: Mapping[str, str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._aliases = dict(aliases or {})
        self._entries: dict[str, _Entry] = {}

    def add(
        self,
        name: str,
        input_: Input,
        field: LabelledField | None = None,
        explain: Explain | None = None,
    ) -> None:
        """Take an input into the form.

        Args:
            name: The field's name in the values of the form.
            input_: Where it is typed.
            field: Label and error line around it.
            explain: Says under the input what was understood.
        """
        self._entries[name] = _Entry(field, input_, explain)
        input_.edited.connect(lambda: self._edited(name))

    def show(self, values: Mapping[str, Any]) -> None:
        """Show values; inputs whose value is already there keep their cursor."""
        for name, entry in self._entries.items():
            if name in values and entry.input.value() != values[name]:
                entry.input.set_value(values[name])
            self._explain(entry)

    def values(self) -> Values:
        """Return what stands in all inputs."""
        return {name: entry.input.value() for name, entry in self._entries.items()}

    def value(self, name: str) -> Any:
        """Return what stands in one input."""
        return self._entries[name].input.value()

    def field(self, name: str) -> LabelledField | None:
        """Return the label and error line of a field."""
        return self._entries[name].field

    def explain_all(self) -> None:
        """Say anew what was understood, e.g. when a field depends on another."""
        for entry in self._entries.values():
            self._explain(entry)

    def accept_all(self) -> None:
        """Take all errors away."""
        for entry in self._entries.values():
            if entry.field is not None:
                entry.field.accept()

    def refuse(self, path: str, sentence: str) -> bool:
        """Stand an error beside its field, bring it into sight and put the focus there.

        Args:
            path: Dotted path of the field, as in an error.
            sentence: What is wrong and what to do.

        Returns:
            Whether the form has such a field.
        """
        name, rest = self._resolve(path)
        entry = self._entries.get(name)
        if entry is None or entry.field is None:
            return False
        entry.field.refuse(sentence)
        target = entry.input.input_at(rest) if isinstance(entry.input, ManyInputs) else None
        _reveal(target or entry.field.target)
        return True

    def _resolve(self, path: str) -> tuple[str, list[str]]:
        for start, name in self._aliases.items():
            if path == start or path.startswith(f"{start}."):
                return name, []
        name, *rest = path.split(".")
        return name, rest

    def _edited(self, name: str) -> None:
        entry = self._entries[name]
        if entry.field is not None:
            entry.field.accept()
        self._explain(entry)
        self.edited.emit(name)

    @staticmethod
    def _explain(entry: _Entry) -> None:
        if entry.explain is not None and entry.field is not None:
            hint = entry.explain(entry.input.value())
            entry.field.set_hint(hint.text, hint.icon, hint.tone)


def _reveal(widget: QWidget) -> None:
    """Open what folds it away, scroll to it and put the focus on it."""
    parent = widget.parentWidget()
    scroll: QScrollArea | None = None
    while parent is not None:
        if isinstance(parent, FoldedDetails):
            parent.set_open(True)
        if isinstance(parent, QScrollArea):
            scroll = parent
        parent = parent.parentWidget()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if scroll is not None:
        scroll.ensureWidgetVisible(widget, 0, 4 * MARGIN)
