"""The backup at closing: when it fails, the person is told what is kept, and may try again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ctg_desktop.domain.backup import Backup, Why
from ctg_desktop.domain.health import Damage, damage_of
from ctg_desktop.domain.wording import moment
from ctg_desktop.errors import CtgError
from ctg_desktop.logs import LOGGER
from ctg_desktop.messages import sentence
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain, primary
from ctg_desktop.ui.widgets.roomy_dialog import RoomyDialog
from ctg_desktop.ui.widgets.text import IconText, Text, section_title

if TYPE_CHECKING:
    from ctg_desktop.usecases.office import Office

_NARROWEST, _LETTERS = 520, 74
_AWAY = "second-place-away"
_NOT_MADE = "La sauvegarde de fermeture n’a pas pu être faite."
_NOT_COPIED = "La sauvegarde est faite sur cet ordinateur, mais pas sa copie ailleurs."
_UNEXPECTED = "Une erreur inattendue l’a empêchée\u202f; le journal du programme la note."
_KEPT = "Tout ce que vous avez enregistré est gardé dans le coffre."
_KEPT_BACKUPS = "Les autres sauvegardes n’ont pas été touchées."
_LAST = "La dernière sauvegarde vérifiée est celle du {moment}."
_NO_LAST = "Il n’y a encore aucune sauvegarde vérifiée\u00a0: faites-en une bientôt."


@dataclass(frozen=True, slots=True)
class NotBackedUp:
    """Why a vault is closed without a new backup, or without its copy.

    Attributes:
        error: What was raised.
        last: When the last verified backup was made; ``None`` when there is none.
        copy_only: The backup is made; only its copy in the second place is not.
    """

    error: Exception
    last: datetime | None
    copy_only: bool = False

    @property
    def title(self) -> str:
        """What did not happen."""
        return _NOT_COPIED if self.copy_only else _NOT_MADE

    @property
    def reason(self) -> str:
        """Why, and what to do."""
        return sentence(self.error) if isinstance(self.error, CtgError) else _UNEXPECTED

    @property
    def kept(self) -> str:
        """What there is all the same."""
        if self.copy_only:
            return _KEPT
        last = _NO_LAST if self.last is None else _LAST.format(moment=moment(self.last))
        return f"{_KEPT_BACKUPS if self._is_damage else _KEPT} {last}"

    @property
    def _is_damage(self) -> bool:
        """Whether the vault itself is why: nobody knows what of it is still whole."""
        return isinstance(self.error, CtgError) and damage_of(self.error.code) is Damage.DAMAGED

    @property
    def said(self) -> str:
        """All of it, for one line."""
        return f"{self.title} {self.reason} {self.kept}"


def closing_backup(office: Office) -> NotBackedUp | None:
    """Back a vault up because it is closed. On the worker.

    Returns:
        What went wrong; a second place that is away is no fault.
    """
    if office.consultation is not None:
        return None
    try:
        made = office.backups.make(Why.CLOSING)
    except Exception as error:  # noqa: BLE001 - told to the person, who decides
        _note(error)
        return NotBackedUp(error, _last(office))
    fault = made.second_fault
    if fault is None or fault.code == _AWAY:
        return None
    _note(fault)
    return NotBackedUp(fault, _moment(made.backup), copy_only=True)


class ClosingDialog(RoomyDialog):
    """Accepted: try again. Rejected: close all the same."""

    def __init__(self, failure: NotBackedUp, parent: QWidget | None = None) -> None:
        """Prepare the question.

        Args:
            failure: What went wrong.
            parent: Owner.
        """
        super().__init__(_NARROWEST, _LETTERS, parent)
        self.setWindowTitle("Sauvegarde de fermeture")
        self.retry_button = primary("Réessayer", self.accept, Icon.REFRESH)
        self.close_button = plain("Fermer quand même", self.reject)
        self.reason = IconText(Icon.WARNING, failure.reason, Tone.WARNING, coloured=False)
        self.kept = Text(failure.kept, wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.retry_button)
        title = section_title(failure.title)
        title.setWordWrap(True)
        column = self.column
        column.addWidget(title)
        column.addWidget(self.reason)
        column.addWidget(self.kept)
        column.addSpacing(UNIT)
        column.addLayout(foot)
        self.retry_button.setFocus()


def try_again(failure: NotBackedUp, parent: QWidget | None = None) -> bool:
    """Ask whether the backup shall be tried once more before the vault is closed."""
    dialog = ClosingDialog(failure, parent)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def _last(office: Office) -> datetime | None:
    with suppress(CtgError):
        return _moment(office.backups.newest())
    return None


def _moment(backup: Backup | None) -> datetime | None:
    return backup.manifest.made_on if backup is not None and backup.manifest else None


def _note(error: Exception) -> None:
    code = error.code if isinstance(error, CtgError) else type(error).__name__
    LOGGER.warning("no backup was made at closing: %s", code)
