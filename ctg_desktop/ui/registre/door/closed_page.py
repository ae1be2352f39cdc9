"""The register while it is closed: what it is for, the law, who opens it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.ui.registre.door import words
from ctg_desktop.ui.registre.door.seen import Before
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.password_form import PasswordForm
from ctg_desktop.ui.widgets.buttons import link, primary
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.text import IconText, Text, page_title

_WIDEST, _LETTERS = 680, 92
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
        self._card = Card()
        self._lay_out()
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
        for one in (self.set_up_button, self.practice_button):
            if not one.isHidden():
                one.setFocus()
                return
        if self.form.isHidden():
            self.blank_button.setFocus()
        else:
            self.form.take_focus()

    def _offer(self, offered: QWidget | None) -> None:
        for one in (self.form, self.set_up_button, self.practice_button):
            one.setVisible(one is offered)
        self.form.button.setVisible(offered is self.form)

    def _lay_out(self) -> None:
        body = self._card.body
        body.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
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
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.blank_button)
        foot.addStretch(1)
        for button in (self.form.button, self.set_up_button, self.practice_button):
            foot.addWidget(button)
        body.addSpacing(UNIT)
        body.addLayout(foot)
        letter = self.fontMetrics().averageCharWidth()  # whoever reads large gets a larger card
        self._card.setMaximumWidth(max(_WIDEST, _LETTERS * letter))
        holder = QVBoxLayout()
        holder.addWidget(self._card)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(holder, 100)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(row)
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
