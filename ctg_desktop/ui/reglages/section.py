"""One part of the settings: loaded, edited, kept as a draft, saved in one go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.consulting import hold_still
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.measures import MARGIN, card_width
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.usecases.office import Office

T = TypeVar("T")


class Section(QWidget, Generic[T]):
    """Edits one value of the settings.

    A section says what its value is in :meth:`fetch`, :meth:`store`, :meth:`show_value`,
    :meth:`value`, and which fields it has in ``_fields``, by the names that refusals give them;
    the rest is done here.
    """

    key = ""
    word = ""
    kind: type[Any] = object

    modified = Signal()
    """What is typed differs from what is stored, or no longer."""
    saved = Signal()
    """It was saved just now."""
    notice = Signal(object)
    """Something to say in the banner."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._fields: Mapping[str, LabelledField] = {}
        self._stored: T | None = None
        self._saving = False
        self._drafts = DraftKeeper(desk, self._draft, self)
        self._drafts.failed.connect(desk.report)
        scrolled = Scrolled()
        self.column = scrolled.column
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)
        self.column.setSpacing(MARGIN)

    def fetch(self, office: Office) -> T:
        """Read the value. On the worker."""
        raise NotImplementedError

    def store(self, office: Office, value: T) -> Changes:
        """Save the value. On the worker.

        Raises:
            UserError: With the field that is refused.
        """
        raise NotImplementedError

    def show_value(self, value: T) -> None:
        """Show a value without announcing it."""
        raise NotImplementedError

    def value(self) -> T:
        """Return the value as it stands in the inputs."""
        raise NotImplementedError

    def refuse(self, error: UserError) -> bool:
        """Stand an error beside its field; tell whether there is one."""
        field = self._fields.get(error.field)
        if field is not None:
            field.refuse(sentence(error))
            field.target.setFocus()
        return field is not None

    def accept(self) -> None:
        """Take the errors away."""
        for field in self._fields.values():
            field.accept()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change is one of this value."""
        raise NotImplementedError

    @property
    def stored(self) -> T | None:
        """The value as it was stored last; ``None`` before it was read."""
        return self._stored

    @property
    def is_modified(self) -> bool:
        """Whether what is typed differs from what is stored."""
        return self._stored is not None and self.value() != self._stored

    def load(self) -> None:
        """Read the value, and the draft that was kept."""
        self.desk.tasks.run(self._read, self._loaded)

    def reload(self, changes: Changes) -> None:
        """Read again after a change from elsewhere, unless something is being typed."""
        if self._stored is not None and self.concerns(changes) and not self.is_modified:
            self.load()

    def touched(self) -> None:
        """A person typed."""
        self.accept()
        self._drafts.note()
        self.modified.emit()

    def save(self) -> None:
        """Save what is typed."""
        if self._saving or not self.is_modified:
            return
        self._saving = True
        value, office = self.value(), self.desk.office
        self.desk.tasks.run(
            lambda: self.store(office, value), partial(self._saved, value), failed=self._refused
        )

    def discard(self) -> None:
        """Go back to what is stored."""
        if self._stored is not None:
            self._forget_draft()
            self.accept()
            self.show_value(self._stored)
            self.modified.emit()

    def flush(self) -> None:
        """Keep what is typed now."""
        self._drafts.flush()

    def limit_width(self, widget: QWidget) -> QWidget:
        """Keep a form narrow enough to be read."""
        widget.setMaximumWidth(card_width(self.fontMetrics()))
        return widget

    def _read(self) -> tuple[T, Any]:
        return self.fetch(self.desk.office), self.desk.office.drafts.get(self._draft_key())

    def _loaded(self, read: tuple[T, Any]) -> None:
        self._stored, draft = read
        self.show_value(self._stored)
        hold_still(self.desk, self)
        if draft is not None:
            self._show_draft(draft)
        self.modified.emit()

    def _show_draft(self, draft: dict[str, Any]) -> None:
        try:
            value = msgspec.convert(draft["changes"]["value"], self.kind)
        except msgspec.ValidationError:
            self._forget_draft()
            return
        self.show_value(value)
        if self.is_modified:
            self.notice.emit(
                Notice(
                    f"{self.word} : votre saisie non enregistrée a été retrouvée.",
                    "L’abandonner",
                    self.discard,
                )
            )

    def _saved(self, value: T, changes: Changes) -> None:
        self._saving = False
        self._forget_draft()
        if changes:
            self.desk.bus.changed.emit(changes)
        same = self.value() == value
        self._stored = value
        if same:
            self.load()
        self.modified.emit()
        self.saved.emit()

    def _refused(self, error: Exception) -> None:
        self._saving = False
        if not (isinstance(error, UserError) and self.refuse(error)):
            self.desk.report(error)

    def _draft(self) -> tuple[str, Draft] | None:
        if not self.is_modified:
            return None
        at = datetime.now()  # noqa: DTZ005 - the local time is meant
        changes = {"value": msgspec.to_builtins(self.value())}
        return self._draft_key(), Draft(at, self.word, changes)

    def _forget_draft(self) -> None:
        self._drafts.forget()
        self._drafts.drop(self._draft_key())

    def _draft_key(self) -> str:
        return f"settings:{self.key}"
