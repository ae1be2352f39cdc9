"""The window of the first start, and of the choice among several communes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.start.answers import Answers, Beginning
from ctg_desktop.ui.start.chooser import Chooser
from ctg_desktop.ui.start.step import Means
from ctg_desktop.ui.start.wizard import Wizard
from ctg_desktop.ui.tasks import TaskRunner
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, WINDOW_MIN
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.wanted import VaultWanted
from ctg_desktop.ui.widgets.banner import Banner
from ctg_desktop.ui.widgets.card import Card
from ctg_desktop.ui.widgets.text import section_title
from ctg_desktop.usecases.access import Opened
from ctg_desktop.usecases.start import Start

_SIZE = (760, 640)
_LETTERS = 96
"""Letters of the person's size that a line of the window holds, as far as the screen allows."""
_DEMONSTRATION = "demonstration"
_WHERE = "Choisir la clé, ou le dossier d’une sauvegarde"


class StartWindow(QWidget):
    """Makes or finds a vault."""

    vault_ready = Signal(object)
    """A :class:`VaultWanted`."""
    closed = Signal()

    def __init__(
        self,
        start: Start,
        today: Callable[[], date],
        report: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Prepare the window.

        Args:
            start: Use cases.
            today: The day it is, for the demonstration.
            report: Says an unexpected failure.
            parent: Owner.
        """
        super().__init__(parent)
        self.setWindowTitle("Bienvenue – CTG Desktop")
        self._take_room()
        self._start, self._today, self._report = start, today, report
        self._tasks = TaskRunner(report, self)
        self.banner = Banner()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setAccessibleName("Préparation en cours")
        self.busy.hide()
        vaults = [(folder, start.name_of(folder)) for folder in start.recent()]
        self.chooser = Chooser(vaults)
        self.wizard = Wizard(Means(start, self._tasks, today, report), can_leave=bool(vaults))
        self._stack = QStackedWidget()
        self._lay_out()
        self._stack.setCurrentWidget(self.chooser if vaults else self.wizard)
        self.chooser.chosen.connect(lambda folder: self.vault_ready.emit(VaultWanted(folder)))
        self.chooser.backup_wanted.connect(self._ask_backup)
        self.wizard.backup_wanted.connect(self._ask_backup)
        self.chooser.new_wanted.connect(partial(self._stack.setCurrentWidget, self.wizard))
        self.wizard.left.connect(partial(self._stack.setCurrentWidget, self.chooser))
        self.wizard.completed.connect(self.make)
        self.wizard.demonstration_wanted.connect(
            partial(self.make, Answers(beginning=Beginning.DEMONSTRATION))
        )

    def say(self, text: str) -> None:
        """Say something that went wrong; nothing for an empty text."""
        if text:
            self.banner.say(text, icon=Icon.ERROR, tone=Tone.ERROR)
        else:
            self.banner.dismiss()

    def make(self, answers: Answers) -> None:
        """Make the vault that was answered for, then announce it."""
        self._work(partial(self._make, answers))

    def take_up(self, chosen: Path) -> None:
        """Bring a backup to this computer, then have its gate propose it."""
        from ctg_desktop.usecases.taking_up import take_up

        self._work(lambda: VaultWanted(take_up(self._start, chosen)))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where the first answer is given."""
        super().showEvent(event)
        if self._stack.currentWidget() is self.chooser:
            self.chooser.list.setFocus()
        else:
            self.wizard.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being made, and tell."""
        self._tasks.shutdown()
        super().closeEvent(event)
        self.closed.emit()

    def _take_room(self) -> None:
        """Be as large as the letters ask for, on a small screen as small as other windows."""
        wanted = _LETTERS * self.fontMetrics().averageCharWidth()
        least = [max(one, min(wanted, most)) for one, most in zip(_SIZE, WINDOW_MIN, strict=True)]
        self.setMinimumSize(*least)
        self.resize(min(max(least[0], wanted), self.screen().availableSize().width()), least[1])

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        card.body.addWidget(self.banner)
        self._stack.addWidget(self.wizard)
        self._stack.addWidget(self.chooser)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self.busy)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        head = QHBoxLayout()
        head.addWidget(section_title("CTG Desktop"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(card, 1)

    def _ask_backup(self) -> None:
        dialog = QFileDialog(self, _WHERE)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.take_up(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _work(self, work: Callable[[], VaultWanted]) -> None:
        self.say("")
        self.busy.show()
        self._stack.setEnabled(False)
        self._tasks.run(work, self._made, failed=self._failed)

    def _make(self, answers: Answers) -> VaultWanted:
        wanted = self._make_own(answers)
        if answers.beginning is not Beginning.DEMONSTRATION:
            return wanted
        folder = self._start.proposed_folder(_DEMONSTRATION)
        self._start.demonstration(folder, self._today())
        return VaultWanted(folder)

    def _make_own(self, answers: Answers) -> VaultWanted:
        """Make the vault of the commune, where its keys are known."""
        folder = answers.folder or self._start.proposed_folder(answers.name)
        keys = answers.keys
        if keys is None:
            return VaultWanted(folder)
        self._start.create(folder, answers.profile(), keys)
        opened = Opened(keys.key, keys.keyring.users[0])
        begins_with_file = answers.beginning is Beginning.FILE
        return VaultWanted(folder, begins_with_file, opened, answers.second_place)

    def _made(self, wanted: VaultWanted) -> None:
        self._rest()
        self.vault_ready.emit(wanted)

    def _failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, CtgError):
            self.say(sentence(error))
        else:
            self._report(error)

    def _rest(self) -> None:
        self.busy.hide()
        self._stack.setEnabled(True)
