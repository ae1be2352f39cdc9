"""What is done with a household in one click or key, stored at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.changes import Changes
from ctg_desktop.domain.families.dealings import ContactNote, Referral
from ctg_desktop.domain.families.household import Household
from ctg_desktop.errors import UserError
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.record_editor import RecordEditor
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.familles.checklist import INVITED_TO, invited_to, with_step
from ctg_desktop.ui.familles.follow_up import FollowUp
from ctg_desktop.ui.familles.next_step import short_day
from ctg_desktop.ui.familles.referral_dialog import ReferralDialog
from ctg_desktop.ui.familles.referrals_panel import ReferralsPanel
from ctg_desktop.usecases.families.families import Families


class DealingActions(QObject):
    """Acts on the household that an editor shows."""

    notice = Signal(object)
    """What was done, with a button that takes it back."""
    refused = Signal(object)
    """A ``UserError``."""
    noted = Signal()
    """A note was kept: the next can be typed."""
    not_noted = Signal()
    """A note could not be kept."""

    def __init__(self, desk: Desk, editor: RecordEditor[Household], window: QWidget) -> None:
        """Prepare the actions.

        Args:
            desk: Tools.
            editor: Knows which household is shown.
            window: Owner of the dialogs.
        """
        super().__init__(window)
        self._desk, self._editor, self._window = desk, editor, window

    def follow(self, panel: FollowUp, referrals: ReferralsPanel) -> None:
        """Answer what the panels ask for."""
        panel.checklist.done.connect(self.mark)
        panel.welcome_wanted.connect(self.welcome)
        panel.call_back.connect(self.call_back)
        panel.entry.kept.connect(self.keep_note)
        panel.notes.delete_wanted.connect(self.delete_note)
        self.noted.connect(panel.entry.was_kept)
        self.not_noted.connect(panel.entry.was_not_kept)
        referrals.refer_wanted.connect(self.refer)
        referrals.saved.connect(self.save_referral)
        referrals.delete_wanted.connect(self.delete_referral)

    def mark(self, record_id: str, step: str, typed: str) -> None:
        """Note that a step of the welcome was done on a day, or was not; or what it was about."""
        families, today = self._families, self._desk.today()
        if step == INVITED_TO:
            self._do(
                lambda: families.save(invited_to(families.get(record_id), typed), today).changes
            )
            return
        try:
            on = wording.parse_day(typed, today, field=step, past=True) if typed else None
        except UserError as error:
            self.refused.emit(error)
            return

        def work() -> Changes:
            return families.save(with_step(families.get(record_id), step, on), today).changes

        self._do(work)

    def welcome(self) -> None:
        """Ask what the family is given, make it and tick it."""
        from ctg_desktop.ui.familles.welcome_dialog import WelcomeDialog

        base = self._editor.base
        if base is None or not base.id:
            return
        self._editor.save()
        dialog = WelcomeDialog(self._desk, base, self._window)
        dialog.notice.connect(self.notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def call_back(self, on: date | None) -> None:
        """Promise to call on a day; ``None`` when it was done."""
        families, record_id = self._families, self._editor.record_id
        said = "Rappel fait." if on is None else f"À rappeler le {short_day(on)}."
        self._do(lambda: families.call_back(record_id, on), said)

    def keep_note(self, note: ContactNote) -> None:
        """Store a note, new or corrected."""
        families, today = self._families, self._desk.today()
        ready = note if note.id else replace(note, household=self._editor.record_id)

        def work() -> Changes:
            return families.save_note(ready) if ready.id else families.add_note(ready, today)

        said = "Note corrigée." if ready.id else "Échange noté."
        self._do(work, said, self.noted.emit, self.not_noted.emit)

    def delete_note(self, note_id: str) -> None:
        """Take a note away; the notice brings it back."""
        families = self._families
        self._do(lambda: families.delete_note(note_id), "Note supprimée.")

    def refer(self) -> None:
        """Ask where the household is sent."""
        base = self._editor.base
        if base is None or not base.id:
            return
        dialog = ReferralDialog(self._desk, self._window, household=base.id, name=base.name)
        dialog.notice.connect(self.notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_referral(self, referral: Referral) -> None:
        """Note what became of a referral."""
        referrals = self._desk.office.referrals
        self._do(lambda: referrals.save(referral).changes)

    def delete_referral(self, referral_id: str) -> None:
        """Take a referral away; the notice brings it back."""
        referrals = self._desk.office.referrals
        self._do(lambda: referrals.delete([referral_id]), "Orientation supprimée.")

    @property
    def _families(self) -> Families:
        return self._desk.office.families

    def _do(
        self,
        work: Callable[[], Changes],
        said: str = "",
        then: Callable[[], object] = lambda: None,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Do it on the worker; without words, the bottom line alone tells that it was saved."""

        def done(changes: Changes) -> None:
            then()
            self._desk.bus.changed.emit(changes)
            if said:
                self.notice.emit(undo_notice(self._desk, said, changes))

        def failed(error: Exception) -> None:
            otherwise()
            self._failed(error)

        self._desk.tasks.run(work, done, failed=failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self._desk.report(error)
