"""The picture of the cover: chosen, shown small, removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.editing.inputs import LineInput
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import plain
from ctg_desktop.ui.widgets.flow import FlowLayout
from ctg_desktop.ui.widgets.text import IconText

_SIZE = QSize(240, 160)
_KINDS = "Images (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"


class CoverInput(QWidget):
    """A picture of the vault, and its description."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk.tasks)
        self._picture = ""
        self.described = LineInput()
        self.thumbnail = QLabel()
        self.thumbnail.hide()
        self.error = IconText(Icon.ERROR, "", Tone.ERROR)
        self.error.hide()
        self.choose_button = plain("Choisir une image…", self._choose, Icon.PICTURE)
        self.remove_button = plain("Retirer l’image", self._remove)
        self.described.edited.connect(self.edited)
        buttons = FlowLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.thumbnail)
        column.addWidget(self.error)
        column.addLayout(buttons)

    def value(self) -> tuple[str, str]:
        """Return the picture's id, empty for none, and its description."""
        return self._picture, self.described.value()

    def show_cover(self, picture: str, described: str) -> None:
        """Show a picture of the vault."""
        self.described.set_value(described)
        if picture != self._picture or not picture:
            self._show(picture)

    def take(self, path: Path) -> None:
        """Keep a copy of a picture file and show it."""
        pictures = self._desk.office.pictures
        self.error.hide()
        self._desk.tasks.run(partial(pictures.add, path), self._taken, failed=self._refused)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Choisir une image", "", _KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _taken(self, picture: str) -> None:
        self._show(picture)
        self.edited.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.error.show_text(sentence(error))
            self.error.show()
        else:
            self._desk.report(error)

    def _remove(self) -> None:
        self._show("")
        self.edited.emit()

    def _show(self, picture: str) -> None:
        self._picture = picture
        self.remove_button.setVisible(bool(picture))
        self.thumbnail.setVisible(bool(picture))
        self._latest.drop()
        if picture:
            self._latest.run(partial(self._small, picture), self._draw)

    def _small(self, picture: str) -> QImage:
        content = self._desk.office.pictures.get(picture).content
        ratio = 2
        return QImage.fromData(content).scaled(
            _SIZE * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def _draw(self, image: QImage) -> None:
        shown = QPixmap.fromImage(image)
        shown.setDevicePixelRatio(2)
        self.thumbnail.setPixmap(shown)
        self.thumbnail.setAccessibleName(self.described.value() or "Image de couverture")
