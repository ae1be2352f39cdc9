"""A picture or a logo: chosen, pasted or dropped; kept reduced and without its position."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ctg_desktop.domain.booklet import Picture
from ctg_desktop.errors import CtgError
from ctg_desktop.messages import sentence
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import UNIT
from ctg_desktop.ui.theme.roles import Tone
from ctg_desktop.ui.widgets.buttons import link, plain
from ctg_desktop.ui.widgets.text import IconText, Text, announce

_SIDE = 120
_PATTERNS = "Images (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"


class PictureInput(QFrame):
    """The id of a stored picture, shown small."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk.tasks)
        self._id = ""
        self.setAcceptDrops(True)
        self._shown = QLabel()
        self._shown.setFixedSize(_SIDE, _SIDE)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = plain("Choisir…", self._choose, Icon.PICTURE)
        self._paste = plain("Coller", self.paste, Icon.COPY)
        self._remove = link("Retirer l’image", self._clear, Icon.CLOSE)
        self._words = Text("Ou déposez une image ici.", wrap=True, quiet=True)
        self.refusal = IconText(Icon.ERROR, "", Tone.ERROR)
        self.refusal.hide()
        pair = QHBoxLayout()
        pair.setSpacing(UNIT)
        pair.addWidget(self.choose_button)
        pair.addWidget(self._paste)
        pair.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(UNIT // 2)
        buttons.addLayout(pair)
        buttons.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self._words)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self._shown, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self._show_nothing()

    def value(self) -> str:
        """Return the id of the picture; empty for none."""
        return self._id

    def set_value(self, value: str) -> None:
        """Show a stored picture."""
        self._id = value
        self.refusal.hide()
        self._show_nothing()
        if value:
            pictures = self._desk.office.pictures
            self._latest.run(lambda: pictures.get(value), self._show, failed=self._refuse)
        else:
            self._latest.drop()

    def add_file(self, path: Path) -> None:
        """Keep a reduced copy of a file."""
        pictures = self._desk.office.pictures
        self._desk.tasks.run(lambda: pictures.add(path), self._added, failed=self._refuse)

    def paste(self) -> None:
        """Keep what the clipboard holds: a picture, or the file of one."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self._say("Le presse-papiers ne contient pas d’image.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept pictures and files."""
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def _take(self, data: QMimeData) -> bool:
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.add_file(Path(files[0]))
            return True
        image = data.imageData()
        if not isinstance(image, QImage) or image.isNull():
            return False
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide takes the name as str
        content, pictures = bytes(buffer.data().data()), self._desk.office.pictures
        self._desk.tasks.run(lambda: pictures.add_bytes(content), self._added, failed=self._refuse)
        return True

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choisir une image", "", _PATTERNS)
        if path:
            self.add_file(Path(path))

    def _added(self, picture_id: str) -> None:
        self.set_value(picture_id)
        self.edited.emit()

    def _clear(self) -> None:
        self.set_value("")
        self.choose_button.setFocus()
        self.edited.emit()

    def _show(self, picture: Picture) -> None:
        image = QPixmap()
        image.loadFromData(picture.content)
        ratio = self.devicePixelRatioF()
        side = int(_SIDE * ratio)
        mode = Qt.AspectRatioMode.KeepAspectRatio
        fitted = image.scaled(side, side, mode, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self._shown.setPixmap(fitted)
        self._shown.setVisible(True)

    def _show_nothing(self) -> None:
        self._shown.clear()
        self._shown.setVisible(bool(self._id))
        self._remove.setVisible(bool(self._id))
        self._words.setVisible(not self._id)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, CtgError):
            self._say(sentence(error))
        else:
            self._desk.report(error)

    def _say(self, words: str) -> None:
        self.refusal.show_text(words)
        self.refusal.show()
        announce(self.choose_button, words)
