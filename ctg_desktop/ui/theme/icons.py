"""Line icons, recoloured for the palette and drawn at the screen's own resolution."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ctg_desktop.paths import asset
from ctg_desktop.ui.theme.measures import ICON

_SCALES = (1.0, 1.25, 1.5, 2.0)


class Icon(StrEnum):
    """The icons that are shipped, by the name of their file in ``resources/icons``."""

    HOME = "house"
    BOOKLET = "book-open"
    CALENDAR = "calendar-days"
    CALENDAR_TIME = "calendar-clock"
    PRINT = "printer"
    SETTINGS = "settings"
    SEARCH = "search"
    DOWN = "chevron-down"
    UP = "chevron-up"
    RIGHT = "chevron-right"
    LEFT = "chevron-left"
    ARROW_UP = "arrow-up"
    ARROW_DOWN = "arrow-down"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    CHECK = "check"
    CHECKED = "circle-check"
    CLOCK = "clock"
    WARNING = "triangle-alert"
    ERROR = "circle-alert"
    CLOSED = "ban"
    INFORMATION = "info"
    HELP = "circle-question-mark"
    EDIT = "pencil"
    ADD = "plus"
    CLOSE = "x"
    DELETE = "trash-2"
    UNDO = "undo-2"
    REDO = "redo-2"
    HISTORY = "history"
    FOLDER = "folder-open"
    FILE = "file-text"
    FILE_DOWN = "file-down"
    IMPORT = "upload"
    EXPORT = "download"
    OPEN = "external-link"
    SHOWN = "eye"
    HIDDEN = "eye-off"
    PICTURE = "image"
    PHONE = "phone"
    EMAIL = "mail"
    PLACE = "map-pin"
    WEB = "globe"
    PEOPLE = "users"
    PERSON = "user"
    LIST = "list"
    FILTER = "filter"
    MERGE = "merge"
    COPY = "copy"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    FIT_PAGE = "maximize"
    FIT_WIDTH = "move-horizontal"
    COMMUNITY = "building-2"
    COMMUNE = "landmark"
    SAVE = "save"
    REFRESH = "refresh-cw"
    TAG = "tag"
    LOCK = "lock"
    COMMAND = "command"
    DATA = "database"
    EXCHANGE = "arrow-left-right"


def icon(name: Icon, colour: QColor, size: int = ICON) -> QIcon:
    """Return an icon of one colour, crisp at 100, 125, 150 and 200 %.

    Args:
        name: Which icon.
        colour: Usually of the widget's palette; ask again when the palette changes.
        size: Side, in device-independent pixels.
    """
    result = QIcon()
    for scale in _SCALES:
        picture = pixmap(name, colour, size, scale)
        result.addPixmap(picture)
        result.addPixmap(picture, QIcon.Mode.Selected)
    return result


def pixmap(name: Icon, colour: QColor, size: int = ICON, scale: float = 1.0) -> QPixmap:
    """Return an icon as a picture for a screen of a given scale."""
    return _drawn(name, colour.name(), size, scale)


@lru_cache(maxsize=512)
def _drawn(name: Icon, colour: str, size: int, scale: float) -> QPixmap:
    side = round(size * scale)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    source = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@lru_cache(maxsize=128)
def _source(name: Icon) -> str:
    text = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')
