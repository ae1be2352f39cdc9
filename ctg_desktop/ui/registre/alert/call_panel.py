"""The person to call: their phone in large digits, whom to warn, and four buttons."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.register.calls import CallRow
from ctg_desktop.domain.register.entry import CallResult, RegisterContact
from ctg_desktop.ui.registre.alert.call_words import (
    ALONE,
    BUTTON_WORDS,
    KEYS,
    call_words,
    contact_words,
    person_words,
    unanswered,
)
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import DETAIL_MAX, DETAIL_MIN, UNIT, label_font, title_font
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import Button, link, plain
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText, Text, section_title

_ICONS = {
    CallResult.WELL: Icon.CHECKED,
    CallResult.NO_ANSWER: Icon.WARNING,
    CallResult.CALL_AGAIN: Icon.CLOCK,
    CallResult.HELP_SENT: Icon.PEOPLE,
}


class CallPanel(Card):
    """Beside the list; its buttons show the keys that do the same."""

    result_chosen = Signal(object)
    """The :class:`CallResult`."""
    earlier_wanted = Signal()
    """A call that was made at another time is to be noted."""
    back_wanted = Signal()
    """The last call was noted by mistake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setMinimumWidth(DETAIL_MIN)
        self.setMaximumWidth(DETAIL_MAX)
        self.name = section_title("")
        self.name.setWordWrap(True)
        self.phone = Text()
        self.phone.setFont(title_font(QApplication.font()))
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: dict[CallResult, Button] = {}
        self.last = Text(wrap=True, quiet=True)
        self.earlier_button = link(
            "Noter un appel déjà fait…", self.earlier_wanted.emit, Icon.CLOCK
        )
        self.back_button = link("Annuler ce dernier appel", self.back_wanted.emit, Icon.UNDO)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(UNIT // 2)
        self._lay_out()
        self.show_person(None, date.min)

    def show_person(self, row: CallRow | None, today: date) -> None:
        """Show whom to call; ``None`` when there is nobody."""
        for one in (*self.buttons.values(), self.phone, self.earlier_button):
            one.setVisible(row is not None)
        self.name.setText(row.name if row else "Personne à appeler")
        self._clear()
        self._scrolled.to_top()
        called = row.last if row else None
        self.last.setText(call_words(called) if called else "")
        self.last.setVisible(called is not None)
        self.back_button.setVisible(called is not None)
        if row is None:
            return
        self.phone.setText(wording.phone(row.phone) or "sans téléphone\u00a0: visite")
        late = unanswered(row, today)
        if row.to_warn:
            self._contacts("À prévenir", row.to_warn, late=late)
        if row.home_services:
            self._contacts("Services à domicile", row.home_services, late=False)
        if row.is_alone:
            self._lines.addWidget(IconText(Icon.WARNING, ALONE, Tone.WARNING))
        self._head("Âge et adresse")
        for words in person_words(row, today):
            self._lines.addWidget(Text(words, wrap=True))

    def _contacts(self, title: str, contacts: tuple[RegisterContact, ...], *, late: bool) -> None:
        self._head(title)
        tone = Tone.LATE if late else Tone.NEUTRAL
        for one in contacts:
            line = IconText(Icon.PHONE, contact_words(one), tone, coloured=late)
            self._lines.addWidget(line)

    def _head(self, words: str) -> None:
        head = Text(words)
        head.setFont(label_font(head.font()))
        self._lines.addSpacing(UNIT)
        self._lines.addWidget(head)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()

    def _lay_out(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder)
        for digit, result in KEYS.items():
            button = plain(
                f"{digit}  {BUTTON_WORDS[result]}",
                partial(self.result_chosen.emit, result),
                _ICONS[result],
            )
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            font = QFont(button.font())
            font.setWeight(QFont.Weight.DemiBold)
            button.setFont(font)
            self.buttons[result] = button
            flow.addWidget(button)
        self._scrolled = scrolled = Scrolled()
        scrolled.column.setSpacing(UNIT)
        scrolled.column.addWidget(self.name)
        scrolled.column.addWidget(self.phone)
        scrolled.column.addWidget(holder)
        scrolled.column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)
        scrolled.column.addWidget(self.last)
        scrolled.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        scrolled.column.addLayout(self._lines)
        scrolled.column.addStretch(1)
        self.body.addWidget(scrolled, 1)
