"""What is looked at in a vault, one line a thing, each with the button that helps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ctg_desktop.domain.access_log import AccessKind
from ctg_desktop.domain.health import Action, Check, State, Subject, worst
from ctg_desktop.messages.health import ACTIONS, STATES, SUBJECTS, said
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT, card_width, label_font
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.text import IconText, Text, announce, breakable

_CHANGING = {Action.BACK_UP, Action.CHOOSE_PLACE, Action.RESTORE, Action.PRINT_ACCESS_LOG}
"""What is done, or noted, in a vault that may be changed."""
_LOOKS = {
    State.OK: (Icon.CHECKED, Tone.GOOD),
    State.WARN: (Icon.WARNING, Tone.WARNING),
    State.BAD: (Icon.ERROR, Tone.ERROR),
}
_WHOLE = {
    State.OK: ("Tout va bien.", "Tout va bien."),
    State.WARN: (
        "Les données vont bien. Un point est à voir.",
        "Les données vont bien. {count} points sont à voir.",
    ),
    State.BAD: ("Un point demande une action.", "{count} points demandent une action."),
}
"""What is said of all checks: one of them is the worst, or several are."""


class HealthSection(QWidget):
    """The checks."""

    key, word = "sante", "Santé du coffre"

    backed_up = Signal()
    """A backup was made."""
    notice = Signal(object)
    """Something to say in the banner."""
    backups_wanted = Signal()
    """Backups are to be shown: to restore one, or to choose a second place."""

    users_wanted = Signal()
    """Who has a password is to be shown, and the recovery sheet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checks: dict[Subject, Check] = {}
        self.whole = IconText(Icon.CLOCK, "Vérification…")
        self.again_button = plain("Vérifier encore", self.load, Icon.REFRESH)
        self.card = Card("Santé du coffre")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(MARGIN)
        self._lay_out()

    def load(self) -> None:
        """Look at what is quick, then read the whole vault."""
        health = self._desk.office.health
        self._checks = {}
        self.again_button.setEnabled(False)
        self._desk.tasks.run(health.quick, self._show)
        self._desk.tasks.run(health.thorough, self._finish, failed=self._stop)

    def _show(self, checks: Sequence[Check]) -> None:
        self._checks |= {one.subject: one for one in checks}
        while (item := self._rows.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        for subject in Subject:
            if subject in self._checks:
                self._rows.addWidget(self._row(self._checks[subject]))

    def _finish(self, checks: Sequence[Check]) -> None:
        self._show(checks)
        state = worst(self._checks.values())
        count = sum(1 for one in self._checks.values() if one.state is state)
        one, several = _WHOLE[state]
        words = one if count == 1 else several.format(count=count)
        icon, tone = _LOOKS[state]
        self.whole.show_text(words, icon, tone)
        announce(self.whole, words)
        self.again_button.setEnabled(True)

    def _stop(self, error: Exception) -> None:
        self.again_button.setEnabled(True)
        self._desk.report(error)

    def _row(self, check: Check) -> QWidget:
        holder = QWidget()
        icon, tone = _LOOKS[check.state]
        title = IconText(icon, SUBJECTS[check.subject], tone, coloured=check.state is not State.OK)
        title.label.setFont(label_font(title.label.font()))
        words = said(check)
        found = Text(breakable(Path(words)) if check.subject is Subject.PLACE else words, wrap=True)
        holder.setAccessibleName(f"{SUBJECTS[check.subject]}, {STATES[check.state]}")
        column = QVBoxLayout()
        column.setSpacing(UNIT // 2)
        column.addWidget(title)
        column.addWidget(found)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN)
        row.addLayout(column, 1)
        if check.action is not Action.NONE:
            button = plain(ACTIONS[check.action], partial(self._act, check.action))
            button.setAccessibleName(f"{ACTIONS[check.action]}\u00a0: {SUBJECTS[check.subject]}")
            if check.action in _CHANGING:
                keep_out(self._desk, button)
            row.addWidget(button)
        return holder

    def _act(self, action: Action) -> None:
        actions = {
            Action.BACK_UP: self._back_up,
            Action.CHOOSE_PLACE: self.backups_wanted.emit,
            Action.RESTORE: self.backups_wanted.emit,
            Action.OPEN_FOLDER: self._open_folder,
            Action.PRINT_ACCESS_LOG: self._print_log,
            Action.CHECK_AGAIN: self.load,
            Action.SEE_USERS: self.users_wanted.emit,
        }
        actions[action]()

    def _back_up(self) -> None:
        office = self._desk.office
        self._desk.tasks.run(office.backups.make, self._backed_up)

    def _backed_up(self, _made: object) -> None:
        self.backed_up.emit()
        self.load()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.office.folder)))

    def _print_log(self) -> None:
        office, today = self._desk.office, self._desk.today()

        def work() -> Path:
            kept = office.opened_papers.keep_private(office.access_log.paper(today))
            office.access_log.note(AccessKind.PRINTED, "access-log")
            return kept

        self._desk.tasks.run(work, self._log_ready)

    def _log_ready(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.notice.emit(Notice(f"Le journal des accès est ouvert\u00a0: {path.name}"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.whole, 1)
        head.addWidget(self.again_button)
        self.card.body.addLayout(head)
        self.card.body.addSpacing(UNIT)
        self.card.body.addLayout(self._rows)
        self.card.setMaximumWidth(card_width(self.fontMetrics()))
        scrolled = Scrolled()
        scrolled.column.addWidget(self.card)
        scrolled.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)
