"""The detail of a family: how it is followed, where it was sent, what is noted of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.household import Household, Role
from ctg_desktop.domain.families.listing import LikenessReason, SimilarHousehold
from ctg_desktop.domain.families.settings import FamilySettings
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.form_fields import Values
from ctg_desktop.ui.editing.growing_form import GrowingForm
from ctg_desktop.ui.editing.record_detail import RecordDetail
from ctg_desktop.ui.editing.tab_order import follow_layout
from ctg_desktop.ui.familles.columns import state_badge
from ctg_desktop.ui.familles.dealing_actions import DealingActions
from ctg_desktop.ui.familles.detail_head import DetailHead
from ctg_desktop.ui.familles.follow_up import FollowUp
from ctg_desktop.ui.familles.form.household_binding import HouseholdBinding
from ctg_desktop.ui.familles.form.household_form import HouseholdForm
from ctg_desktop.ui.familles.form.typed import compared
from ctg_desktop.ui.familles.next_step import short_day
from ctg_desktop.ui.familles.note_drafts import NoteDrafts
from ctg_desktop.ui.familles.reading import Dealings, read_dealings
from ctg_desktop.ui.familles.referrals_panel import ReferralsPanel
from ctg_desktop.ui.familles.rights_menu import RightsMenu
from ctg_desktop.ui.familles.similar_line import SimilarFamilyLine
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.chips import Choice

FOLLOW, REFERRALS, FORM = "suivi", "orientations", "fiche"

_COMPARED = {
    "name": LikenessReason.NAME,
    "persons": LikenessReason.PERSON,
    "phones": LikenessReason.PHONE,
    "emails": LikenessReason.EMAIL,
    "address_lines": LikenessReason.ADDRESS,
}
_SAME_FAMILY = frozenset({LikenessReason.NAME, LikenessReason.PERSON})
"""What tells a family more surely than a phone that two may share."""
_COMPARE_DELAY_MS = 350


class HouseholdDetail(RecordDetail[Household]):
    """Three parts under one head; a new household has only its form."""

    open_wanted = Signal(str)
    same_wanted = Signal(object)
    """A :class:`SimilarHousehold` is the new one being typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.form = HouseholdForm(desk)
        self.parts = QStackedWidget()
        binding = HouseholdBinding(desk.office.families, desk.today)
        middle = QWidget()
        super().__init__(desk, binding, self.form, self.form.fields, parent, middle=middle)
        self._settings = FamilySettings()
        self._read = Latest(desk.tasks)
        self._compared = Latest(desk.tasks)
        self._typed_in: set[LikenessReason] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COMPARE_DELAY_MS)
        self._timer.timeout.connect(self._compare)
        self._is_other, self._is_new = True, False
        self._head = DetailHead()
        self.chips, self.badge = self._head.chips, self._head.badge
        self.follow, self.referrals = FollowUp(desk.today), ReferralsPanel()
        for part in (self.follow, self.referrals):
            self.add_column(part)
        self.note_drafts = NoteDrafts(desk, self.follow.entry, self)
        self.similar = SimilarFamilyLine()
        self.rights = RightsMenu(desk, self)
        self.dealings = DealingActions(desk, self.editor, self)
        self.of_stored = (self.history_button, self.rights.button)
        self._lay_out_parts(middle)
        self.add_note(self.similar)
        self.list_button = plain("Voir la liste", self.back_wanted.emit)
        self.list_button.setToolTip("Échap")
        self.list_button.hide()
        self.set_corner(self.list_button)
        self.set_actions((self.history_button,), (self.rights.button,))
        self._connect()
        self.growing = GrowingForm(self.form.growing())

    def name_of(self, record: Household) -> str:
        """Return the name of a household."""
        return record.name

    def describe(self, base: Household, values: Values) -> None:
        """Say who is shown."""
        self.show_names(str(values["name"]) or "Nouvelle famille", _subtitle(base))
        self.form.describe()

    def show_part(self, part: str) -> None:
        """Show one of the parts."""
        self.chips.choose(part)
        self.parts.setCurrentIndex((FOLLOW, REFERRALS, FORM).index(part))

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self.show_part(FORM)
        super().focus_first()

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 - the state itself
        """Take the whole page, or leave the list its room."""
        self.fill_page(wide=wide)
        self.form.set_wide(wide)
        self.list_button.setVisible(wide)

    def set_settings(self, settings: FamilySettings) -> None:
        """Use what the town hall decided."""
        self._settings = settings
        self.form.set_referents(settings.referents)
        self._show_dealings(self._dealings)

    def reload_dealings(self) -> None:
        """Read the notes and referrals of the household that is shown."""
        record_id, office = self.editor.record_id, self._desk.office
        if record_id:
            today = self._desk.today()
            self._read.run(lambda: read_dealings(office, record_id, today), self._show_read)

    def show_opened(self) -> None:
        """Another household came into the form, or the same one was stored."""
        super().show_opened()
        base = self.editor.base
        if base is None:
            return
        first_stored = self._is_new and bool(base.id) and not self._is_other
        self._is_new = not base.id
        if self._is_other:
            self._is_other = False
            self.note_drafts.turn_to(base.id)
            self.similar.forget()
            self._typed_in.clear()
            self._dealings = Dealings()
            self.show_part(FOLLOW if base.id and not self.editor.is_dirty else FORM)
        self._head.setVisible(bool(base.id))
        self.rights.show_household(base)
        self._show_dealings(self._dealings)
        self.reload_dealings()
        follow_layout(self)
        if first_stored:
            self.show_part(FOLLOW)
            words = "Famille enregistrée."
            self.notice.emit(Notice(words, "Accueillir…", partial(self._welcome, base.id)))
            self.follow.welcome_button.setFocus()

    def show_nothing(self) -> None:
        """Leave nothing of a household in what is only out of sight."""
        self.show_names("", "")
        self._dealings = Dealings()
        self.note_drafts.turn_to("")
        self.follow.show_household(Household(), (), self._settings.retention_months)
        self.referrals.show_referrals(())
        self.rights.show_household(Household())
        self.similar.forget()

    _dealings = Dealings()

    def _lay_out_parts(self, middle: QWidget) -> None:
        self._show_counts()
        self.chips.chosen.connect(self.show_part)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._head)
        column.addWidget(self.parts, 1)
        # Last: a widget is dressed anew each time what holds it moves.
        for part in (self.follow, self.referrals, self.form):
            self.parts.addWidget(part)
        self.show_part(FORM)

    def _note_other(self) -> None:
        self._is_other = True

    def _connect(self) -> None:
        self.editor.shown.connect(self._note_other)
        self.editor.closed.connect(self.show_nothing)
        self.form.edited.connect(self._edited)
        self.similar.open_wanted.connect(self.open_wanted)
        self.similar.same_wanted.connect(self.same_wanted)
        self.rights.notice.connect(self.notice)
        self.rights.edit_wanted.connect(self.focus_first)
        self.rights.leave_form.connect(self.editor.save)
        self.dealings.notice.connect(self.notice)
        self.dealings.refused.connect(self.refuse_error)
        self.follow.review.prolong_wanted.connect(self.rights.prolong)
        self.follow.review.erase_wanted.connect(self.rights.erase_for_time)
        self.dealings.follow(self.follow, self.referrals)

    def _show_counts(self) -> None:
        self.chips.set_choices(
            (
                Choice(FOLLOW, "Suivi", len(self._dealings.notes) or None),
                Choice(REFERRALS, "Orientations", len(self._dealings.referrals) or None),
                Choice(FORM, "Fiche"),
            )
        )

    def _show_read(self, dealings: Dealings) -> None:
        self._show_dealings(dealings)
        self.note_drafts.show(dealings.typed_note)

    def _show_dealings(self, dealings: Dealings) -> None:
        self._dealings = dealings
        base = self.editor.base
        if base is None or not base.id:
            return
        self._show_counts()
        if dealings.state is not None:
            self.badge.show_badge(state_badge(dealings.state))
        self.follow.show_household(base, dealings.notes, self._settings.retention_months)
        self.referrals.show_referrals(dealings.referrals)
        follow_layout(self.parts.currentWidget())

    def _welcome(self, record_id: str) -> None:
        """Welcome a family, which is shown first where another one is by now."""
        if self.editor.record_id == record_id:
            self.dealings.welcome()
        else:
            self.editor.open(record_id, self.dealings.welcome)

    def _edited(self, name: str) -> None:
        self.accept()
        if name in _COMPARED:
            self._typed_in.add(_COMPARED[name])
            self._timer.start()

    def _compare(self) -> None:
        base = self.editor.base
        if base is None:
            return
        typed, families = compared(self.editor.values(), base), self._desk.office.families
        self._compared.run(lambda: families.similar(typed), self._show_similar)

    def _show_similar(self, found: Sequence[SimilarHousehold]) -> None:
        """Say what is alike in what was typed; a phone that two families share is no news."""
        alike = [one for one in found if one.why & self._typed_in]
        alike.sort(key=lambda one: not one.why & _SAME_FAMILY)
        self.similar.show_similar(alike, for_new=not self.editor.record_id)


def _subtitle(household: Household) -> str:
    if not household.id:
        return "Pas encore enregistrée"
    arrived = household.arrival_date
    said = (
        f"arrivée le {short_day(arrived)}" if arrived else "",
        _people(household),
        f"suivie par {household.referent}" if household.referent else "",
    )
    return " · ".join(filter(None, said))


def _people(household: Household) -> str:
    count = len(household.persons)
    children = sum(one.role is Role.CHILD for one in household.persons)
    said = wording.plural(count, "personne", "personnes") if count else ""
    return f"{said}, dont {wording.plural(children, 'enfant', 'enfants')}" if children else said
