"""The life of one record in a form: opened, typed in, kept as a draft, saved, left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ctg_desktop.domain.changes import Changes
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.binding import Binding, R
from ctg_desktop.ui.editing.draft_keeper import Draft, DraftKeeper, DraftShelf, read_draft
from ctg_desktop.ui.editing.form_fields import FormFields, Values
from ctg_desktop.ui.editing.left_unsaved import LeftUnsaved
from ctg_desktop.ui.editing.record_in_hand import RecordInHand
from ctg_desktop.ui.editing.storing import Identity, Storing
from ctg_desktop.ui.latest import Latest


class RecordEditor(RecordInHand[R]):
    """Joins a form, a binding and the drafts."""

    shown = Signal()
    """Another record than before came into the form."""
    opened = Signal()
    """A record, or a blank one, is shown."""
    closed = Signal()
    """Nothing is shown any more."""
    draft_found = Signal(object)
    """The form shows a :class:`Draft` that was kept earlier; a person decides."""
    draft_settled = Signal()
    """The draft was taken up or given up."""
    refused = Signal(object)
    """A ``UserError`` that concerns this form."""
    stored = Signal(object)
    """Saved: the :class:`Changes`."""
    state_changed = Signal()
    """What is typed differs from what is stored, or no longer."""
    left_unsaved = Signal(object)
    """A :class:`LeftUnsaved`."""

    def __init__(
        self,
        desk: Desk,
        binding: Binding[R],
        fields: FormFields,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        shelf: DraftShelf | None = None,
    ) -> None:
        super().__init__(desk, binding, fields, parent)
        self._now = now
        self._latest, self._reloads = Latest(desk.tasks), Latest(desk.tasks)
        self._identity = Identity[R]("")
        self._left_values: Values | None = None
        self._undecided = False
        self.drafts = DraftKeeper(desk, self._collect, self, shelf=shelf)
        fields.edited.connect(self._edited)

    def open(self, record_id: str, done: Callable[[], None] | None = None) -> None:
        """Leave what is open and show a record, with its draft if there is one."""
        self.leave()
        self._fetch(lambda: self._binding.load(record_id), self.key_of(record_id), done)

    def start_new(self, done: Callable[[], None] | None = None, blank: R | None = None) -> None:
        """Leave what is open and show a blank record, or the draft of one."""
        self.leave()
        first = self._binding.blank() if blank is None else blank
        self._fetch(lambda: first, self.key_of(""), done)

    def set_aside(self) -> None:
        """Keep what is typed of a new record as a draft; nothing is open until another is shown."""
        self._latest.drop()
        self.keep()
        self._form.base = None

    def open_changed(
        self, record_id: str, change: Callable[[R], R], done: Callable[[], None] = lambda: None
    ) -> None:
        """Show a stored record, changed by ``change`` but not saved, instead of what is open."""
        self.drafts.forget()
        if not self.record_id:
            self.drafts.drop(self.key)
        self._form.base = None

        def show(record: R) -> None:
            before, after = self._binding.values(record), self._binding.values(change(record))
            touched = {name: value for name, value in after.items() if value != before[name]}
            self._show(record, Draft(self._now(), self._binding.name(after), touched))
            self.take_up_draft()
            self.drafts.note()
            done()

        self._latest.run(lambda: self._binding.load(record_id), show, failed=self._desk.report)

    def reload(self) -> None:
        """What is open was changed elsewhere: read it anew, keeping what is being typed."""
        record_id = self.record_id
        if record_id:
            self._reloads.run(
                lambda: self._binding.load(record_id), self._reloaded, failed=self._gone
            )

    def save(self) -> None:
        """Store what is typed; a refusal stands beside its field."""
        if self._form.base is None or not self.is_dirty:
            return
        self.take_up_draft()
        try:
            record = self.typed()
        except UserError as error:
            self.refused.emit(error)
            return
        self._store(record, failed=self._refuse)

    def store(self, record: R) -> None:
        """Store a record that was made from :meth:`typed`, e.g. with another date."""
        self.take_up_draft()
        self._store(record, failed=self._refuse)

    def leave(self) -> None:
        """Something else will be shown: store what is typed, or keep its draft and say so."""
        self._latest.drop()
        if self._form.base is None or self._undecided or not self.is_dirty:
            self.drafts.flush()
            return
        name, record_id = self._binding.name(self.values()), self.record_id
        self._left_values = self._fields.values()
        self.drafts.note()
        self.drafts.flush()

        def say(error: Exception) -> None:
            self._left(error, record_id, name)

        try:
            record = self.typed()
        except UserError as error:
            say(error)
            return
        self._store(record, failed=say)

    def keep(self) -> None:
        """Keep the draft of what is typed now, and store nothing: nobody may be there to decide."""
        if not self._undecided and self.is_dirty:
            self.drafts.note()
        self.drafts.flush()

    def close(self) -> None:
        """Leave what is open and show nothing."""
        self.leave()
        self._close()

    def drop(self) -> None:
        """The record is no more: forget what was typed of it, and show nothing."""
        self._latest.drop()
        self._reloads.drop()
        self.drafts.forget()
        if self._form.base is not None:
            self.drafts.drop(self.key)
        self._close_gone()

    def take_up_draft(self) -> None:
        """Go on with the draft that is shown, if there is one; typing or saving says so too."""
        if self._undecided:
            self._undecided = False
            self.draft_settled.emit()

    def give_up_draft(self) -> None:
        """Forget what was typed and show what is stored."""
        if self._form.base is None:
            return
        self.drafts.forget()
        self.drafts.drop(self.key)
        self.take_up_draft()
        self._fields.accept_all()
        self._fill(self._form.base, {})

    def _fetch(self, load: Callable[[], R], key: str, done: Callable[[], None] | None) -> None:
        drafts = self.drafts.shelf

        def show(found: tuple[R, Draft | None]) -> None:
            self._show(*found)
            if done is not None:
                done()

        self._latest.run(
            lambda: (load(), read_draft(drafts.get(key))), show, failed=self._desk.report
        )

    def _show(self, record: R, draft: Draft | None) -> None:
        if self._fields.values() != self._left_values:
            self.leave()
        self._reloads.drop()
        self._left_values = None
        self._identity = Identity[R](self._binding.id_of(record))
        self._fields.accept_all()
        self._form.fill(record, {} if draft is None else dict(draft.changes))
        self._undecided = draft is not None and self.is_dirty
        self.shown.emit()
        self.opened.emit()
        if self._undecided:
            self.draft_found.emit(draft)
        else:
            self.draft_settled.emit()

    def _reloaded(self, record: R) -> None:
        if self._form.base is not None and self._binding.id_of(record) == self.record_id:
            self._fill(record, self._form.touched())
            self.opened.emit()

    def _gone(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.drafts.forget()
            self._close_gone()
        else:
            self._desk.report(error)

    def _close_gone(self) -> None:
        """Leave nothing of a record in its inputs, which are only out of sight."""
        self._form.base = None
        self._fields.accept_all()
        self._fields.show(self._binding.values(self._binding.blank()))
        self._left_values = None
        self._close()

    def _close(self) -> None:
        self._form.base, self._undecided = None, False
        self.closed.emit()

    def _fill(self, record: R, touched: Values) -> None:
        self._form.fill(record, touched)
        self.state_changed.emit()

    def _edited(self, _name: str) -> None:
        if self._form.base is None:
            return
        self.take_up_draft()
        if self.is_dirty:
            self.drafts.note()
        else:
            self.drafts.forget()
            self.drafts.drop(self.key)
        self.state_changed.emit()

    def _collect(self) -> tuple[str, Draft] | None:
        if self._form.base is None or not self.is_dirty:
            return None
        return self.key, Draft(self._now(), self._binding.name(self.values()), self._form.touched())

    def _store(self, record: R, failed: Callable[[Exception], None]) -> None:
        self.drafts.forget()
        identity, key, handed = self._identity, self.key, self._fields.values()
        shown = record if self._form.base is None else self._form.base
        work = Storing(self._binding, self.drafts.shelf, identity, record, key, shown)

        def done(result: tuple[R, Changes]) -> None:
            if identity is self._identity and self._form.base is not None:
                self._keep_on(result[0], key, handed)
            self.stored.emit(result[1])
            self._desk.bus.changed.emit(result[1])

        self._desk.tasks.run(work, done, failed=failed)

    def _keep_on(self, stored: R, key: str, handed: Values) -> None:
        """Show what was stored; what was typed since it was handed over stays typed."""
        now = self._fields.values()
        later = {name: value for name, value in now.items() if value != handed[name]}
        self._fill(stored, later)
        if later:
            self.drafts.note()
        if key != self.key:
            self.drafts.drop(key)
        self.opened.emit()

    def _refuse(self, error: Exception) -> None:
        self.drafts.note()
        self.drafts.flush()
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self._desk.report(error)

    def _left(self, error: Exception, record_id: str, name: str) -> None:
        if isinstance(error, UserError):
            self.left_unsaved.emit(LeftUnsaved(record_id, name, error))
        else:
            self._desk.report(error)
