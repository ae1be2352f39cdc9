"""The detail of the directory: one listing, edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_merge import merged
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.labels import KIND_LABELS
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.detail_frame import DetailFrame
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.livret.form.listing_binding import ListingBinding
from ctg_desktop.ui.livret.form.listing_form import ListingForm
from ctg_desktop.ui.livret.form.similar_line import SimilarLine
from ctg_desktop.ui.tasks import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.widgets.buttons import link, plain

_COMPARED = {
    "name": Likeness.NAME,
    "phones": Likeness.PHONE,
    "address_lines": Likeness.ADDRESS,
}
_COMPARE_DELAY_MS = 350
_SHORTEST_NAME = 3


class ListingDetail(DetailFrame):
    """Shows a listing, keeps what is typed, and says what looks like it."""

    open_wanted = Signal(str)
    history_wanted = Signal(str, str)
    delete_wanted = Signal(str)
    notice = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.form = ListingForm(desk)
        super().__init__(self.form, parent)
        self._desk = desk
        self._categories: Mapping[str, str] = {}
        binding = ListingBinding(desk.office.directory, desk.today)
        self.editor = RecordEditor[Listing](desk, binding, self.form.fields, self)
        self.similar = SimilarLine()
        self.add_note(self.similar)
        self._compared = Latest(desk.tasks)
        self._typed_in: set[Likeness] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COMPARE_DELAY_MS)
        self.verify_button = plain("Vérifiée aujourd’hui", self.verify)
        self.history_button = plain("Historique", self._ask_history)
        self.delete_button = link("Supprimer", self._ask_delete, Icon.DELETE)
        self.set_actions((self.verify_button, self.history_button), (self.delete_button,))
        self._connect()

    def set_vocabulary(self, categories: Sequence[Category], themes: Sequence[Theme]) -> None:
        """Use the commune's own chapters and themes."""
        self._categories = {one.code: one.label for one in categories}
        self.form.set_categories(categories)
        self.form.set_themes(themes)
        follow_layout(self.form.widget())

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        field = self.form.fields.field("name")
        if field is not None:
            self.form.to_top()
            field.target.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(field.target, QLineEdit):
                field.target.end(False)

    def verify(self) -> None:
        """Note that somebody checked the listing today, with whatever else is typed."""
        try:
            typed = self.editor.typed()
        except UserError as error:
            self._refuse(error)
            return
        if self.editor.is_open:
            self.editor.store(replace(typed, verified_on=self._desk.today()))

    def _connect(self) -> None:
        editor = self.editor
        self.save_button.clicked.connect(editor.save)
        self.draft_line.taken_up.connect(self._take_up)
        self.draft_line.given_up.connect(editor.give_up_draft)
        self.similar.open_wanted.connect(self.open_wanted)
        self.similar.merge_wanted.connect(self._merge)
        self._timer.timeout.connect(self._compare)
        self.form.edited.connect(self._edited)
        editor.shown.connect(self.form.to_top)
        editor.opened.connect(self._opened)
        editor.draft_found.connect(self.draft_line.show_draft)
        editor.draft_settled.connect(self.draft_line.hide)
        editor.refused.connect(self._refuse)
        editor.state_changed.connect(self._show_state)
        editor.drafts.failed.connect(self._desk.report)

    def _opened(self) -> None:
        self.similar.forget()
        self._typed_in.clear()
        self.accept()
        self._show_state()
        follow_layout(self.form.widget())
        stored = bool(self.editor.record_id)
        for button in (self.history_button, self.delete_button, self.verify_button):
            button.setVisible(stored)

    def _edited(self, name: str) -> None:
        self.accept()
        if name in _COMPARED:
            self._typed_in.add(_COMPARED[name])
            self._timer.start()

    def _show_state(self) -> None:
        base = self.editor.base
        if base is None:
            return
        self.show_unsaved(self.editor.is_dirty)
        values = self.editor.values()
        self.show_names(str(values["name"]) or "Nouvelle fiche", self._subtitle(base))
        self.form.describe(_leniently(self.editor))

    def _subtitle(self, base: Listing) -> str:
        if not base.id:
            return "Pas encore enregistrée"
        verified = "jamais vérifiée"
        if base.verified_on is not None:
            verified = f"vérifiée le {wording.day(base.verified_on).split(wording.NBSP, 1)[1]}"
        state = "publiée" if base.published else "brouillon"
        return f"{KIND_LABELS[base.kind]} · {verified} · {state}"

    def _refuse(self, error: UserError) -> None:
        words = sentence(error)
        if not self.form.fields.refuse(error.field, words):
            self.refuse(words)

    def _take_up(self) -> None:
        self.editor.take_up_draft()
        self.focus_first()

    def _ask_history(self) -> None:
        if self.editor.base is not None:
            self.history_wanted.emit(self.editor.record_id, self.editor.base.name)

    def _ask_delete(self) -> None:
        if self.editor.record_id:
            self.delete_wanted.emit(self.editor.record_id)

    def _compare(self) -> None:
        values, record_id = self.editor.values(), self.editor.record_id
        if not values:
            return
        wanted, directory = _compared(values, record_id), self._desk.office.directory
        self._compared.run(lambda: directory.similar(wanted), self._show_similar)

    def _show_similar(self, found: Sequence[Similar]) -> None:
        """Say what is alike in what was typed: several services share the town hall's address."""
        self.similar.show_similar([one for one in found if one.why & self._typed_in])

    def _merge(self, other_id: str) -> None:
        self.similar.forget()
        kept_id = self.editor.record_id
        if not kept_id:
            typed = _leniently(self.editor)
            self.editor.open_changed(other_id, lambda other: merged(other, typed))
            return
        self.editor.save()
        directory = self._desk.office.directory
        self._desk.tasks.run(lambda: directory.merge(kept_id, other_id).changes, self._merged)

    def _merged(self, changes: Changes) -> None:
        self._desk.bus.changed.emit(changes)
        words = "Les deux fiches n’en font plus qu’une."
        self.notice.emit(undo_notice(self._desk, words, changes))


def _leniently(editor: RecordEditor[Listing]) -> Listing:
    """Return the listing as far as it can be read; a day that is none leaves the stored listing."""
    try:
        return editor.typed()
    except UserError:
        return editor.base or Listing()


def _compared(values: Values, record_id: str) -> Listing:
    """Return the part of the form that tells duplicates, with numbers as they are stored."""
    name = str(values["name"]).strip()
    lines = [line.strip() for line in str(values["address_lines"]).split("\n")]
    phones = []
    for row in values["phones"]:
        try:
            phones.append(Phone(parse_phone(str(row["number"]))))
        except UserError:
            continue
    return Listing(
        id=record_id,
        name=name if len(name) >= _SHORTEST_NAME else "",
        phones=tuple(phones),
        address=Address(lines=tuple(filter(None, lines))),
    )
