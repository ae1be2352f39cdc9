"""The register while it is closed: what it is for, the law, who opens it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.registre.door import words
from ctg_desktop.ui.registre.door.centred import centred, door_card
from ctg_desktop.ui.registre.door.seen import Before
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.password_form import PasswordForm
from ctg_desktop.ui.widgets.buttons import link, primary
from ctg_desktop.ui.widgets.card import Scrolled
from ctg_desktop.ui.widgets.foot import Foot
from ctg_desktop.ui.widgets.text import IconText, Text, page_title

_LINES_BELOW = 6
_OPENED_ALREADY = "Le registre est fermé. Ce qui était tapé est gardé, chiffré."


class ClosedPage(Scrolled):
    """One calm sheet."""

    set_up_wanted = Signal()
    practice_wanted = Signal()
    """The register of the practice commune is to be opened."""
    form_wanted = Signal()
    """The blank form of a request is to be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = IconText(Icon.LOCK, "", Tone.INFORMATION, coloured=False)
        self.form = PasswordForm(word="Ouvrir le registre")
        self.set_up_button = primary("Mettre en place le registre", self.set_up_wanted.emit)
        self.practice_button = primary("Ouvrir le registre", self.practice_wanted.emit, Icon.LOCK)
        self.blank_button = link(
            "Imprimer la demande d’inscription vierge…", self.form_wanted.emit, Icon.PRINT
        )
        self._card = door_card(self)
        ways_in = (self.form.button, self.set_up_button, self.practice_button)
        self._foot = Foot((self.blank_button,), ways_in)
        self._lay_out()
        self.verticalScrollBar().rangeChanged.connect(lambda *_ends: self._reveal_focus())
        self._offer(None)

    def show_door(self, before: Before, *, may_open: bool, was_open: bool) -> None:
        """Show what stands before the register.

        Args:
            before: As the worker saw it.
            may_open: A look can be noted here.
            was_open: It was open until a moment ago.
        """
        self.state.show_text(_state_words(before, may_open=may_open, was_open=was_open))
        if not may_open:
            self._offer(None)
        elif before.is_practice:
            self._offer(self.practice_button)
        elif before.is_set_up:
            self.form.show_users(before.users)
            self.form.show_wait(before.wait)
            self._offer(self.form)
        else:
            self._offer(self.set_up_button)

    def take_focus(self) -> None:
        """Begin with the password, or with the one thing to do."""
        first = (self.set_up_button, self.practice_button, self.form)
        shown = next((one for one in first if not one.isHidden()), self.blank_button)
        if shown is self.form:
            self.form.take_focus()
        else:
            shown.setFocus()
        self._reveal_focus()

    def _reveal_focus(self) -> None:
        """Scroll to what has the focus: with large letters the text above it fills the window.

        What is said below it is seen as well: that the password was wrong, how long to wait.
        """
        focused = self.window().focusWidget()
        if self.isAncestorOf(focused):
            below = _LINES_BELOW * self.fontMetrics().lineSpacing()
            self.ensureWidgetVisible(focused, 0, min(below, self.viewport().height() // 3))

    def _offer(self, offered: QWidget | None) -> None:
        for one in (self.form, self.set_up_button, self.practice_button):
            one.setVisible(one is offered)
        self.form.button.setVisible(offered is self.form)
        self._foot.arrange()

    def _lay_out(self) -> None:
        body = self._card.body
        title = page_title(words.TITLE)
        title.setWordWrap(True)
        body.addWidget(title)
        body.addSpacing(UNIT)
        body.addWidget(Text(words.PURPOSE, wrap=True))
        for said in (words.LAW, words.APART):
            body.addWidget(Text(said, wrap=True, quiet=True))
        body.addSpacing(MARGIN)
        body.addWidget(self.state)
        body.addSpacing(UNIT)
        body.addWidget(self.form)
        body.addSpacing(UNIT)
        body.addWidget(self._foot)
        self.column.addStretch(1)
        self.column.addLayout(centred(self._card))
        self.column.addStretch(2)


def _state_words(before: Before, *, may_open: bool, was_open: bool) -> str:
    if not may_open:
        return words.READING
    if before.is_practice:
        return words.PRACTICE
    if not before.is_set_up:
        return words.FIRST_TIME
    if was_open:
        return _OPENED_ALREADY
    named = wording.joined(before.users)
    many = "Personnes désignées" if len(before.users) > 1 else "Personne désignée"
    return f"{many}\u00a0: {named}."
