"""The vaults that exist already, to open one or make another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ctg_desktop.ui.theme.measures import MARGIN, ROW, UNIT
from ctg_desktop.ui.widgets.buttons import link, plain, primary
from ctg_desktop.ui.widgets.flow import ApartLayout
from ctg_desktop.ui.widgets.text import Text, page_title


class Chooser(QWidget):
    """A list of communes; Enter opens one."""

    chosen = Signal(object)
    """Folder (``Path``) of the vault to open."""
    new_wanted = Signal()
    backup_wanted = Signal()
    """A vault is to come back from a backup."""

    def __init__(self, vaults: Sequence[tuple[Path, str]], parent: QWidget | None = None) -> None:
        """Prepare the list.

        Args:
            vaults: Folder and name of each.
            parent: Owner.
        """
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Communes de cet ordinateur")
        for folder, name in vaults:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, folder)
            item.setToolTip(str(folder))
            item.setSizeHint(QSize(0, ROW + UNIT))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._open())
        self.open_button = primary("Ouvrir", self._open)
        foot = ApartLayout()
        others = (
            plain("Ajouter une commune…", self.new_wanted.emit),
            plain("Ouvrir un autre dossier…", self._browse),
            link("Reprendre une sauvegarde…", self.backup_wanted.emit),
        )
        foot.first_apart = len(others)
        for button in (*others, self.open_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(page_title("Quelle commune ouvrir ?"))
        column.addWidget(Text("Chacune a son dossier, ses fiches et son livret.", quiet=True))
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choisir le dossier d’un coffre")
        if chosen:
            self.chosen.emit(Path(chosen))
