"""The detail of the directory: one listing, edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.category import Category, Theme
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.contact import Address, Phone
from ctg_desktop.domain.directory import Likeness, Similar
from ctg_desktop.domain.listing import Listing
from ctg_desktop.domain.listing_merge import merged
from ctg_desktop.domain.phone import parse_phone
from ctg_desktop.errors import UserError
from ctg_desktop.messages.labels import KIND_LABELS
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.editing.record_detail import RecordDetail
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.livret.form.listing_binding import ListingBinding
from ctg_desktop.ui.livret.form.listing_form import ListingForm
from ctg_desktop.ui.livret.form.similar_line import SimilarListingLine
from ctg_desktop.ui.widgets.buttons import plain

_COMPARED = {
    "name": Likeness.NAME,
    "phones": Likeness.PHONE,
    "address_lines": Likeness.ADDRESS,
}
_COMPARE_DELAY_MS = 350
_SHORTEST_NAME = 3


class ListingDetail(RecordDetail[Listing]):
    """Shows a listing, keeps what is typed, and says what looks like it."""

    open_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.form = ListingForm(desk)
        binding = ListingBinding(desk.office.directory, desk.today)
        super().__init__(desk, binding, self.form, self.form.fields, parent)
        self._categories: Mapping[str, str] = {}
        self.similar = SimilarListingLine()
        self.add_note(self.similar)
        self._compared = Latest(desk.tasks)
        self._typed_in: set[Likeness] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COMPARE_DELAY_MS)
        self.verify_button = plain("Vérifiée aujourd’hui", self.verify)
        self.of_stored += (self.verify_button,)
        self.set_actions((self.verify_button, self.history_button), (self.delete_button,))
        keep_out(desk, self.verify_button, self.similar)
        self._connect()

    def set_vocabulary(self, categories: Sequence[Category], themes: Sequence[Theme]) -> None:
        """Use the commune's own chapters and themes."""
        self._categories = {one.code: one.label for one in categories}
        self.form.set_categories(categories)
        self.form.set_themes(themes)
        follow_layout(self.form.widget())

    def verify(self) -> None:
        """Note that somebody checked the listing today, with whatever else is typed."""
        try:
            typed = self.editor.typed()
        except UserError as error:
            self.refuse_error(error)
            return
        if self.editor.is_open:
            self.editor.store(replace(typed, verified_on=self._desk.today()))

    def name_of(self, record: Listing) -> str:
        """Return the name of a listing."""
        return record.name

    def describe(self, base: Listing, values: Values) -> None:
        """Say who is shown, and what is typed in other words."""
        self.show_names(str(values["name"]) or "Nouvelle fiche", self._subtitle(base))
        self.form.describe(self.typed_so_far(base))

    def show_opened(self) -> None:
        """Another listing came into the form: nothing was typed in it yet."""
        self.similar.forget()
        self._typed_in.clear()
        super().show_opened()

    def _connect(self) -> None:
        self.similar.open_wanted.connect(self.open_wanted)
        self.similar.merge_wanted.connect(self._merge)
        self._timer.timeout.connect(self._compare)
        self.form.edited.connect(self._edited)

    def _edited(self, name: str) -> None:
        self.accept()
        if name in _COMPARED:
            self._typed_in.add(_COMPARED[name])
            self._timer.start()

    def _subtitle(self, base: Listing) -> str:
        if not base.id:
            return "Pas encore enregistrée"
        verified = "jamais vérifiée"
        if base.verified_on is not None:
            verified = f"vérifiée le {wording.day(base.verified_on).split(wording.NBSP, 1)[1]}"
        state = "publiée" if base.published else "brouillon"
        return f"{KIND_LABELS[base.kind]} · {verified} · {state}"

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
            typed = self.typed_so_far(self.editor.base or Listing())
            self.editor.open_changed(other_id, lambda other: merged(other, typed))
            return
        self.editor.save()
        directory = self._desk.office.directory
        self._desk.tasks.run(lambda: directory.merge(kept_id, other_id).changes, self._merged)

    def _merged(self, changes: Changes) -> None:
        self._desk.bus.changed.emit(changes)
        words = "Les deux fiches n’en font plus qu’une."
        self.notice.emit(undo_notice(self._desk, words, changes))


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
