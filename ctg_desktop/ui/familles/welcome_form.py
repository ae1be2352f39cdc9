"""What a family is given when it is welcomed: papers to tick, and how the booklet is made."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.families.household import Household
from ctg_desktop.domain.families.welcome import WelcomeOptions, WelcomePart
from ctg_desktop.domain.papers import BookletForm, Language
from ctg_desktop.messages.family_papers import (
    LEFT_OUT_SENTENCES,
    WELCOME_PART_LABELS,
)
from ctg_desktop.ui.editing.inputs import ChoiceInput, TickInput
from ctg_desktop.ui.familles.checklist import step_of
from ctg_desktop.ui.familles.columns import needs_words
from ctg_desktop.ui.familles.next_step import short_day
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.field import LabelledField
from ctg_desktop.ui.widgets.text import IconText
from ctg_desktop.usecases.families.welcome import WelcomePack

_STEPS = {
    WelcomePart.NOTICE: "informed_on",
    WelcomePart.LETTER: "letter_on",
    WelcomePart.INVITATION: "invited_on",
    WelcomePart.BOOKLET: "booklet_on",
}
_SPOKEN = "spoken"
_FORMS = (
    (BookletForm.A4.value, "pages A4"),
    (BookletForm.LARGE_PRINT.value, "gros caractères, A4"),
)
_LANGUAGES = (
    (_SPOKEN, "selon ses langues"),
    (Language.FRENCH.value, "français"),
    (Language.ENGLISH.value, "anglais"),
    (Language.BOTH.value, "français et anglais"),
)


class _PartLine(QWidget):
    """A paper to tick, and what is known of it."""

    def __init__(self, part: WelcomePart, done_on: date | None) -> None:
        super().__init__()
        self.tick = TickInput(WELCOME_PART_LABELS[part])
        self.tick.set_value(done_on is None)
        self.said = IconText(Icon.CHECK, "", Tone.GOOD)
        inset = QHBoxLayout()
        inset.setContentsMargins(4 * UNIT, 0, 0, 0)
        inset.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick)
        column.addLayout(inset)
        self.say(f"déjà fait le {short_day(done_on)}" if done_on else "")

    def say(self, words: str, icon: Icon = Icon.CHECK, tone: Tone = Tone.GOOD) -> None:
        """Say something under the tick."""
        self.said.show_text(words, icon, tone)
        self.said.setVisible(bool(words))


class WelcomeForm(QWidget):
    """The choices of one welcome; what was done before is not ticked again."""

    edited = Signal()

    def __init__(self, household: Household, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {
            part: _PartLine(part, step_of(household, step)) for part, step in _STEPS.items()
        }
        self.form, self.language = ChoiceInput(_FORMS), ChoiceInput(_LANGUAGES)
        needs = needs_words(household.needs)
        self.only_needs = TickInput(f"Seulement ce qui répond à ses besoins\u00a0: {needs.lower()}")
        self.only_needs.setVisible(bool(needs))
        self._booklet = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        for line in self.lines.values():
            line.tick.edited.connect(self._show_booklet)
            line.tick.edited.connect(self.edited)
            column.addWidget(line)
        column.addWidget(self._booklet)
        self._lay_out_booklet()
        self._show_booklet()

    def options(self) -> WelcomeOptions:
        """Return what is chosen."""
        language = self.language.value()
        return WelcomeOptions(
            parts=tuple(part for part in WelcomePart if self.lines[part].tick.value()),
            language=None if language == _SPOKEN else Language(language),
            booklet=BookletForm(self.form.value()),
            only_needs=self.only_needs.value() and not self.only_needs.isHidden(),
        )

    def show_made(self, pack: WelcomePack) -> None:
        """Say which papers were made, and why one was not."""
        for part, line in self.lines.items():
            if part in pack.left_out:
                line.say(LEFT_OUT_SENTENCES[pack.left_out[part]], Icon.WARNING, Tone.WARNING)
            elif part in pack.papers:
                paper = pack.papers[part]
                words = paper.format[0] if paper.pages == 1 else paper.format[1]
                line.say(f"{paper.pages}\u00a0{words}")

    def _lay_out_booklet(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(LabelledField("Livret en", self.form), 1)
        row.addWidget(LabelledField("Langue", self.language), 1)
        column = QVBoxLayout(self._booklet)
        column.setContentsMargins(4 * UNIT, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(row)
        column.addWidget(self.only_needs)

    def _show_booklet(self) -> None:
        self._booklet.setVisible(self.lines[WelcomePart.BOOKLET].tick.value())
