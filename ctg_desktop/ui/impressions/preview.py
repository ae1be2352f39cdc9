"""The print, on screen: the same PDF, one page at a time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.impressions.pdf_pages import PdfPages
from ctg_desktop.ui.latest import Latest
from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.measures import MARGIN, UNIT
from ctg_desktop.ui.widgets.buttons import IconButton
from ctg_desktop.ui.widgets.text import Text

_KEPT_PICTURES = 16
_STEP = 1.25
_LARGEST, _SMALLEST = 5.0, 0.3


class Zoom(StrEnum):
    """How large a page is drawn."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class _Drawn:
    image: QImage
    text: str


class Preview(QWidget):
    """Shows a PDF with arrows, a page count and zoom."""

    page_changed = Signal(int)
    """The page shown, from 0."""
    drawn = Signal()
    """The picture of the page is on screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = Latest(desk.tasks)
        self._pages: PdfPages | None = None
        self._sizes: list[tuple[float, float]] = []
        self._cache: OrderedDict[tuple[int, int], _Drawn] = OrderedDict()
        self._index, self._zoom, self._scale = 0, Zoom.PAGE, 1.0
        self._called = ""
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = _View(self)
        self.view.setWidget(self.sheet)
        self.count = Text()
        self._buttons = self._make_buttons()
        self._lay_out()
        self._name()

    @property
    def index(self) -> int:
        """The page shown, from 0."""
        return self._index

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 before a PDF is shown."""
        return len(self._sizes)

    def set_faded(self, faded: bool) -> None:  # noqa: FBT001 - the state itself
        """Draw the page pale: it is no longer what would be printed."""
        self.sheet.setEnabled(not faded)

    def show_pdf(self, pages: PdfPages, sizes: list[tuple[float, float]], name: str) -> None:
        """Show another PDF, at the page that was shown where it still exists.

        Args:
            pages: Opened by the worker; closed by it when another one comes.
            sizes: Of each page, in points.
            name: What a screen reader calls it.
        """
        self.close_pdf()
        self._pages, self._sizes, self._called = pages, sizes, name
        self._index = min(self._index, len(sizes) - 1)
        self.refresh()

    def clear(self) -> None:
        """Show nothing until another PDF comes."""
        self.close_pdf()
        if self._index:
            self._index = 0
            self.page_changed.emit(0)
        self.sheet.clear()
        self._name()

    def close_pdf(self) -> None:
        """Forget the PDF shown; its picture stays until the next one is drawn."""
        self._latest.drop()
        self._cache.clear()
        if self._pages is not None:
            self._desk.tasks.run(self._pages.close, _ignore)
            self._pages = None
        self._sizes = []

    def go_to(self, index: int) -> None:
        """Show a page; the first or last one where there is none."""
        index = max(0, min(index, self.page_count - 1))
        if index != self._index:
            self._index = index
            self.view.verticalScrollBar().setValue(0)
            self.page_changed.emit(index)
            self.refresh()

    def set_zoom(self, zoom: Zoom) -> None:
        """Fit the page, or its width."""
        self._zoom = zoom
        self.refresh()

    def zoom_by(self, factor: float) -> None:
        """Draw larger or smaller."""
        self._scale = max(_SMALLEST, min(self._fitted() * factor, _LARGEST))
        self._zoom = Zoom.FREE
        self.refresh()

    def refresh(self) -> None:
        """Draw the page, from the cache or on the worker."""
        self._name()
        if self._pages is None or not self._sizes:
            return
        ratio = self.devicePixelRatioF()
        scale = self._fitted() * ratio
        key = (self._index, round(scale * 1000))
        if key in self._cache:
            self._cache.move_to_end(key)
            self._show(self._cache[key], ratio)
            return
        self._latest.run(
            partial(_draw, self._pages, self._index, scale), partial(self._keep, key, ratio)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        if self._zoom is not Zoom.FREE:
            self.refresh()

    def press(self, key: Qt.Key) -> bool:
        """Answer a key; tell whether it means something here."""
        actions = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._index + 1),
            Qt.Key.Key_Right: lambda: self.go_to(self._index + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._index - 1),
            Qt.Key.Key_Left: lambda: self.go_to(self._index - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self.page_count - 1),
            Qt.Key.Key_Plus: lambda: self.zoom_by(_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / _STEP),
            Qt.Key.Key_0: lambda: self.set_zoom(Zoom.PAGE),
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def _make_buttons(self) -> dict[str, IconButton]:
        return {
            "previous": IconButton(
                Icon.LEFT, "Page précédente (Page préc.)", lambda: self.go_to(self._index - 1)
            ),
            "next": IconButton(
                Icon.RIGHT, "Page suivante (Page suiv.)", lambda: self.go_to(self._index + 1)
            ),
            "smaller": IconButton(Icon.ZOOM_OUT, "Réduire (−)", lambda: self.zoom_by(1 / _STEP)),
            "larger": IconButton(Icon.ZOOM_IN, "Agrandir (+)", lambda: self.zoom_by(_STEP)),
            "page": IconButton(Icon.FIT_PAGE, "Page entière (0)", lambda: self.set_zoom(Zoom.PAGE)),
            "width": IconButton(
                Icon.FIT_WIDTH, "Toute la largeur", lambda: self.set_zoom(Zoom.WIDTH)
            ),
        }

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(UNIT // 2)
        bar.addWidget(self._buttons["previous"])
        bar.addWidget(self.count)
        bar.addWidget(self._buttons["next"])
        bar.addStretch(1)
        for name in ("smaller", "larger", "page", "width"):
            bar.addWidget(self._buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def _fitted(self) -> float:
        if self._zoom is Zoom.FREE:
            return self._scale
        width, height = self._sizes[self._index]
        room = self.view.viewport().size()
        across = max(room.width() - 2 * MARGIN, 1) / width
        if self._zoom is Zoom.WIDTH:
            return across
        return min(across, max(room.height() - 2 * MARGIN, 1) / height)

    def _keep(self, key: tuple[int, int], ratio: float, drawn: _Drawn) -> None:
        self._cache[key] = drawn
        while len(self._cache) > _KEPT_PICTURES:
            self._cache.popitem(last=False)
        self._show(drawn, ratio)

    def _show(self, drawn: _Drawn, ratio: float) -> None:
        picture = QPixmap.fromImage(drawn.image)
        picture.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(picture)
        self.view.setAccessibleDescription(drawn.text)
        self.drawn.emit()

    def _name(self) -> None:
        known = self.page_count > 0
        words = f"Page {self._index + 1} sur {self.page_count}" if known else "Aperçu"
        self.count.setText(words)
        self.view.setAccessibleName(f"Aperçu, {words}, {self._called}" if known else words)
        self._buttons["previous"].setEnabled(known and self._index > 0)
        self._buttons["next"].setEnabled(known and self._index < self.page_count - 1)
        for name in ("smaller", "larger", "page", "width"):
            self._buttons[name].setEnabled(known)


class _View(QScrollArea):
    """The desk the page lies on; takes the focus and the keys."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._preview = preview
        self.setObjectName("previewDesk")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._preview.press(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._preview.zoom_by(_STEP if turn > 0 else 1 / _STEP)
            event.accept()
            return
        bar = self.verticalScrollBar()
        if turn < 0 and bar.value() == bar.maximum():
            self._preview.go_to(self._preview.index + 1)
        elif turn > 0 and bar.value() == bar.minimum():
            self._preview.go_to(self._preview.index - 1)
        else:
            super().wheelEvent(event)


def _draw(pages: PdfPages, index: int, scale: float) -> _Drawn:
    return _Drawn(pages.picture(index, scale), pages.text(index))


def _ignore(_result: object) -> None:
    """The answer tells nothing."""
