"""A vault that is damaged: set aside, never overwritten; the newest good backup is proposed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from ctg_desktop.domain import wording
from ctg_desktop.domain.backup import Backup
from ctg_desktop.domain.wording import of_place
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.unlock.framed_page import FramedPage
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.text import IconText, Text

_WHY = (
    "Le disque ou une panne a abîmé le fichier {of_name}. Il n’a pas été touché\u00a0: s’il est "
    "remplacé, il reste à côté, pour qui saurait en tirer davantage."
)
_LOST = (
    "Le fichier {of_name} n’est pas, ou n’est plus, dans ce dossier. Ses sauvegardes y sont\u00a0: "
    "elles ne sont pas touchées."
)
_TITLE, _TITLE_LOST = "Ces données sont abîmées", "Reprendre une sauvegarde"
_GOOD = "La sauvegarde du {moment} est bonne\u00a0: elle a été rouverte et comptée."
_NONE = (
    "Aucune sauvegarde en bon état n’est dans ce dossier. Branchez la clé des sauvegardes, puis "
    "choisissez-la ici."
)


class DamagedPage(FramedPage):
    """Proposes the backup to go on with."""

    restore_wanted = Signal()
    """The backup that is shown is to be put in its place."""
    other_place = Signal(object)
    """Backups are on a stick (``Path``)."""
    retry_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_TITLE, "", parent)
        self._backup: Backup | None = None
        self.found = IconText(Icon.CHECKED, "", Tone.GOOD)
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("Restauration en cours")
        self.bar.hide()
        self.retry_button = plain("Réessayer", self.retry_wanted.emit, Icon.REFRESH)
        self.button = primary("Reprendre cette sauvegarde", self._restore)
        self.body.addWidget(self.found)
        self.passwords = Text(wrap=True, quiet=True)
        """Which passwords open what is restored."""
        self.body.addWidget(self.passwords)
        self.stick_button = link("Prendre une sauvegarde sur une clé…", self._choose, Icon.FOLDER)
        row = QHBoxLayout()
        row.addWidget(self.stick_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.error)
        self.body.addStretch(1)
        self.foot.addWidget(plain("Une autre commune…", self.other_wanted.emit))
        self.foot.addStretch(1)
        self.foot.addWidget(self.retry_button)
        self.foot.addWidget(self.button)

    def show_damage(self, name: str, backup: Backup | None, *, is_lost: bool = False) -> None:
        """Say whose data it is, and which backup is good.

        Args:
            name: Of the commune.
            backup: The newest good one; ``None`` when there is none.
            is_lost: The data are gone rather than damaged.
        """
        self._backup = backup
        self.title.setText(_TITLE_LOST if is_lost else _TITLE)
        why = _LOST if is_lost else _WHY
        self.said.setText(why.format(of_name=of_place(name)))
        made = backup.manifest.made_on if backup is not None and backup.manifest else None
        if backup is None or made is None:
            self.found.show_text(_NONE, Icon.WARNING, Tone.WARNING)
        else:
            said = _GOOD.format(moment=wording.moment(made))
            self.found.show_text(said, Icon.CHECKED, Tone.GOOD)
        self.button.setVisible(backup is not None)
        self.error.hide()
        self._rest(busy=False)

    def take_focus(self) -> None:
        """Offer the backup."""
        (self.button if self._backup is not None else self.retry_button).setFocus()

    def refuse(self, said: str) -> None:
        """Say why the backup could not be put in place; nothing was touched."""
        self._rest(busy=False)
        self.error.show_text(said)
        self.error.show()

    def _restore(self) -> None:
        if self._backup is not None:
            self._rest(busy=True)
            self.restore_wanted.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Choisir la clé ou une sauvegarde")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.other_place.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _rest(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.button.setEnabled(not busy)
        self.retry_button.setEnabled(not busy)
        self.stick_button.setEnabled(not busy)
