"""The backups by date, one of which is restored in three clicks, and their second place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.domain.backup import Backup
from ctg_desktop.domain.wording import moment, plural
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.health import WHYS, unread
from ctg_desktop.ui.consulting import keep_out
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.page import Notice
from ctg_desktop.ui.sante.restore_dialog import RestoreDialog
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import ROW, UNIT, card_width
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.card import Card, Scrolled
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText, Text, breakable
from ctg_desktop.usecases.backups import Made
from ctg_desktop.usecases.office import Office

_MEGABYTE = 1024 * 1024
_SHOWN_ROWS = 8
_WHAT = (
    "Une sauvegarde se fait à la fermeture, et avant tout import ou grand changement. Elle est "
    "relue et comptée avant d’être dite bonne. Restaurer garde d’abord ce qui est là\u00a0: on "
    "peut toujours revenir."
)
_SECOND = (
    "Une clé USB ou un autre disque\u00a0: chaque sauvegarde y est copiée, puis relue. Elle y "
    "reste chiffrée\u00a0: qui trouve la clé ne lit rien."
)
_NONE = "Aucun autre endroit n’est choisi."


@dataclass(frozen=True, slots=True)
class _Read:
    """What the section shows."""

    backups: Sequence[Backup]
    place: Path | None
    is_there: bool


def _read(office: Office) -> _Read:
    place = office.backups.second_place()
    return _Read(office.backups.all(), place, place is not None and place.is_dir())


class BackupsSection(QWidget):
    """The backups of the vault."""

    key, word = "sauvegardes", "Sauvegardes"

    backed_up = Signal()
    """A backup was made."""
    notice = Signal(object)
    """Something to say in the banner."""
    restore_wanted = Signal(object)
    """A ``Restoration`` that was confirmed: the vault is to be closed for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._backups: list[Backup] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Sauvegardes, la plus récente d’abord")
        self.list.setMinimumHeight(_SHOWN_ROWS * ROW)
        self.list.currentRowChanged.connect(lambda _row: self._show_state())
        self.list.itemActivated.connect(lambda _item: self._restore())
        self.make_button = plain("Sauvegarder maintenant", self.back_up, Icon.SAVE)
        self.restore_button = plain("Restaurer celle-ci…", self._restore, Icon.HISTORY)
        self.other_button = link("Restaurer depuis une clé…", self._restore_other, Icon.FOLDER)
        self.place = IconText(Icon.FOLDER, _NONE, Tone.NEUTRAL, coloured=False)
        self.place_button = plain("Choisir une clé ou un dossier…", self._choose, Icon.FOLDER)
        self.forget_button = link("Ne plus copier", self._forget)
        keep_out(desk, self.make_button, self.restore_button, self.other_button)
        keep_out(desk, self.place_button, self.forget_button)
        self._lay_out()
        self._show_state()

    def load(self) -> None:
        """Read which backups there are."""
        office = self._desk.office
        self._desk.tasks.run(lambda: _read(office), self._show)

    def back_up(self) -> None:
        """Make a backup now, and its copy."""
        self.make_button.setEnabled(False)
        self._desk.tasks.run(self._desk.office.backups.make, self._made, failed=self._not_made)

    def set_second_place(self, folder: Path | None) -> None:
        """Choose where copies go, and make the first one at once."""
        backups = self._desk.office.backups

        def work() -> Made | None:
            backups.set_second_place(folder)
            return None if folder is None else backups.make()

        self._desk.tasks.run(work, self._made, failed=self._not_made)

    def _show(self, read: _Read) -> None:
        self._backups = list(read.backups)
        self.list.clear()
        for one in self._backups:
            row = QListWidgetItem(_words(one))
            row.setSizeHint(QSize(0, ROW))
            if one.manifest is None:
                row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(row)
        self.list.setCurrentRow(0 if self._backups else -1)
        if read.place is None:
            self.place.show_text(_NONE, Icon.FOLDER, Tone.NEUTRAL)
        elif read.is_there:
            self.place.show_text(breakable(read.place), Icon.CHECKED, Tone.GOOD)
        else:
            away = f"{breakable(read.place)} n’est pas là\u00a0: branchez la clé."
            self.place.show_text(away, Icon.WARNING, Tone.WARNING)
        self.forget_button.setVisible(read.place is not None)
        self._show_state()

    def _made(self, made: Made | None) -> None:
        self.make_button.setEnabled(True)
        if made is not None:
            self.notice.emit(Notice(_said(made)))
            self.backed_up.emit()
        self.load()

    def _not_made(self, error: Exception) -> None:
        self.make_button.setEnabled(True)
        if isinstance(error, CtgError):
            self.notice.emit(Notice(sentence(error)))
        else:
            self._desk.report(error)

    def _restore(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._backups) and self._backups[row].manifest is not None:
            one = self._backups[row]
            self._confirm(self._desk.office.backups.folder_of(one), _words(one))

    def _restore_other(self) -> None:
        dialog = QFileDialog(self, "Choisir la clé ou une sauvegarde")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.restore_from(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore_from(self, chosen: Path) -> None:
        """Propose the backup of this vault that is kept in a folder or on a stick."""
        recovery = self._desk.office.recovery
        self._desk.tasks.run(
            lambda: recovery.pointed_at(chosen),
            lambda found: self._confirm(found.folder, _words(found.backup)),
            failed=self._not_made,
        )

    def _confirm(self, folder: Path, said: str) -> None:
        dialog = RestoreDialog(said, self)
        restoration = self._desk.office.recovery.of(folder)
        dialog.accepted.connect(lambda: self.restore_wanted.emit(restoration))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Choisir une clé ou un dossier")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.set_second_place(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self) -> None:
        self.set_second_place(None)

    def _show_state(self) -> None:
        row = self.list.currentRow()
        good = 0 <= row < len(self._backups) and self._backups[row].manifest is not None
        self.restore_button.setEnabled(good)

    def _lay_out(self) -> None:
        backups, place = Card("Sauvegardes"), Card("Copie ailleurs")
        backups.body.addWidget(Text(_WHAT, wrap=True, quiet=True))
        backups.body.addWidget(self.list)
        backups.body.addWidget(_row(self.make_button, self.restore_button, self.other_button))
        place.body.addWidget(Text(_SECOND, wrap=True, quiet=True))
        place.body.addWidget(self.place)
        place.body.addWidget(_row(self.place_button, self.forget_button))
        scrolled = Scrolled()
        for card in (backups, place):
            card.setMaximumWidth(card_width(self.fontMetrics()))
            scrolled.column.addWidget(card)
        scrolled.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)


def _words(backup: Backup) -> str:
    manifest = backup.manifest
    if manifest is None:
        return f"{backup.name} – {unread(backup)}"
    at = moment(manifest.made_on)
    counts = plural(manifest.counts.get("listing", 0), "fiche", "fiches")
    size = f"{max(1, backup.size // _MEGABYTE)}\u00a0Mo"
    why = WHYS[manifest.why] if backup.verified else "non vérifiée"
    return f"{at[:1].upper()}{at[1:]} – {why} – {counts}, {size}"


def _said(made: Made) -> str:
    if made.second_fault is not None:
        return f"La sauvegarde est faite et vérifiée. {sentence(made.second_fault)}"
    if made.second is not None:
        return "La sauvegarde est faite, copiée et relue. Vous pouvez retirer la clé."
    return "La sauvegarde est faite et vérifiée."


def _row(*buttons: QWidget) -> QWidget:
    """Return buttons side by side, in as many rows as large letters need."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=UNIT)
    for one in buttons:
        flow.addWidget(one)
    return holder
