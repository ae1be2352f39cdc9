"""Somebody is told where to go, in three keys: what they need, where to, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.families.dealing_rules import PERSONS
from ctg_desktop.domain.families.dealings import Referral
from ctg_desktop.domain.needs import NEEDS, Need
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import ChoiceInput
from ctg_desktop.ui.editing.listing_picker import ListingPicker
from ctg_desktop.ui.editing.undo_notice import undo_notice
from ctg_desktop.ui.familles.keyed_list import KeyedList
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.dialog_frame import foot, framed_column
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.roomy_dialog import resize_with_letters
from ctg_desktop.ui.widgets.text import IconText, Text, announce, section_title
from ctg_desktop.usecases.families.referrals import SavedReferral

_SIZE = (560, 560)
_VISITOR = "Orienter un visiteur"
_ASK_NEED = "De quoi a-t-on besoin\u202f? Un chiffre suffit."
_ASK_PLACE = "Vers qui\u202f? Un chiffre, puis Entrée pour noter. Retour arrière change de besoin."
_NO_PLACE = "Aucune fiche publiée ne répond à ce besoin\u00a0: écrivez vers qui."
_ELSEWHERE = "Ailleurs, ou une autre fiche"
_REMINDER = "Un service ou un lieu\u202f; jamais le nom de la personne orientée."
"""The words outlive an erasure: they are counted."""


class ReferralDialog(QDialog):
    """First the need, then the place; Enter keeps the referral."""

    notice = Signal(object)
    """What was noted, with a button that takes it back."""

    def __init__(self, desk: Desk, parent: QWidget, *, household: str = "", name: str = "") -> None:
        """Prepare the question.

        Args:
            desk: Tools.
            parent: Owner.
            household: Id of the household concerned; empty for a visitor without a name.
            name: What it is called.
        """
        super().__init__(parent)
        self._desk, self._household = desk, household
        self._latest = Latest(desk.tasks)
        self._need: Need | None = None
        self._proposed: Sequence[tuple[str, str]] = ()
        title = f"Orienter {name}" if household else _VISITOR
        self.setWindowTitle(title)
        resize_with_letters(self, *_SIZE)
        self._title = section_title(title)
        self.said = Text(_ASK_NEED, wrap=True, quiet=True)
        self.needs = KeyedList("Besoin")
        self.needs.show_lines([need.label for need in NEEDS])
        self.places = KeyedList("Vers qui")
        self.elsewhere = ListingPicker(desk, "Une fiche du livret, ou un texte")
        self._picked, self._is_keeping = ("", ""), False
        counts = [(str(one), wording.plural(one, "personne", "personnes")) for one in PERSONS]
        self.persons = ChoiceInput(counts)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.keep_button = primary("Noter", self.keep)
        self.cancel_button = plain("Annuler", self.reject)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def keep(self) -> None:
        """Note the referral."""
        if self._need is None or self._is_keeping:
            return
        listing, name = self._place()
        referral = Referral(
            household=self._household,
            on=self._desk.today(),
            need=self._need.code,
            listing=listing,
            listing_name=name,
            persons=int(self.persons.value()),
        )
        self._wait(keeping=True)
        referrals, today = self._desk.office.referrals, self._desk.today()
        self._desk.tasks.run(
            lambda: referrals.add(referral, today), self._kept, failed=self._failed
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the need."""
        super().showEvent(event)
        self.needs.setFocus()

    def _lay_out(self) -> None:
        second = QWidget()
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.places, 1)
        self._elsewhere = LabelledField("&Ailleurs", self.elsewhere, hint=_REMINDER)
        self._count = LabelledField("&Pour combien de personnes", self.persons)
        column.addWidget(self._elsewhere)
        column.addWidget(self._count)
        self._stack.addWidget(self.needs)
        self._stack.addWidget(second)
        self.keep_button.hide()
        whole = framed_column(self, margin=2 * MARGIN)
        self._title.setWordWrap(True)
        for widget in (self._title, self.said):
            whole.addWidget(widget)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.error)
        whole.addLayout(foot((), (self.cancel_button, self.keep_button)))

    def _connect(self) -> None:
        for signal in (self.needs.chosen, self.needs.confirmed):
            signal.connect(self._choose_need)
        self.places.currentRowChanged.connect(self._show_elsewhere)
        self.places.confirmed.connect(lambda _place: self.keep())
        self.places.chosen.connect(self._enter_elsewhere)
        self.places.back.connect(self._back)
        self.elsewhere.picked.connect(self._pick)
        self.elsewhere.returnPressed.connect(self.keep)
        self.elsewhere.edited.connect(self.error.hide)

    def _choose_need(self, place: int) -> None:
        self._need = need = NEEDS[place]
        referrals = self._desk.office.referrals
        work: Callable[[], Sequence[tuple[str, str]]] = lambda: referrals.proposals(need.code)  # noqa: E731 - one expression for the worker
        self._latest.run(work, self._propose, failed=self._desk.report)
        # What is pressed before the answer comes waits in the list it is meant for.
        self.places.clear()

    def _propose(self, found: Sequence[tuple[str, str]]) -> None:
        self._proposed = found
        said = _ASK_PLACE if found else _NO_PLACE
        label = self._need.label if self._need else ""
        self.said.setText(f"{label}. {said}")
        self.places.show_lines([*(name for _, name in found), _ELSEWHERE])
        self._stack.setCurrentIndex(1)
        self.keep_button.show()
        self._show_elsewhere()
        (self.places if found else self.elsewhere).setFocus()
        announce(self, self.said.text())

    def _back(self) -> None:
        self._need = None
        self.said.setText(_ASK_NEED)
        self.keep_button.hide()
        self._stack.setCurrentIndex(0)
        self.needs.setFocus()

    def _is_elsewhere(self) -> bool:
        return self.places.currentRow() >= len(self._proposed)

    def _show_elsewhere(self) -> None:
        self._elsewhere.setVisible(self._is_elsewhere())

    def _enter_elsewhere(self, _place: int) -> None:
        if self._is_elsewhere():
            self.elsewhere.setFocus()

    def _pick(self, listing_id: str, name: str) -> None:
        self._picked = (listing_id, name)

    def _place(self) -> tuple[str, str]:
        if not self._is_elsewhere():
            return self._proposed[self.places.currentRow()]
        typed = self.elsewhere.value().strip()
        listing, name = self._picked
        return (listing, name) if typed == name else ("", typed)

    def reject(self) -> None:
        """Close, unless it is being noted: nobody would learn of it."""
        if not self._is_keeping:
            super().reject()

    def _wait(self, *, keeping: bool) -> None:
        self._is_keeping = keeping
        self.keep_button.setEnabled(not keeping)
        self.cancel_button.setEnabled(not keeping)

    def _kept(self, saved: SavedReferral) -> None:
        self._desk.bus.changed.emit(saved.changes)
        kept = saved.referral
        label = self._need.label.lower() if self._need else ""
        who = "Orientation notée" if self._household else "Visiteur orienté"
        words = f"{who}\u00a0: {label}, vers «\u202f{kept.listing_name}\u202f»."
        self.notice.emit(undo_notice(self._desk, words, saved.changes))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._wait(keeping=False)
        if isinstance(error, CtgError):
            self.error.show_text(sentence(error))
            self.error.show()
            announce(self.error, self.error.text())
        else:
            self._desk.report(error)
