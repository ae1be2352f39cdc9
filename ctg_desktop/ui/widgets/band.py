"""The coloured band: whose vault this is, a switch to another, and the search box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from ctg_desktop.ui.theme.icons import Icon
from ctg_desktop.ui.theme.icons import icon as draw
from ctg_desktop.ui.theme.measures import BAND, MARGIN, UNIT, label_font
from ctg_desktop.ui.vault_choice import VaultChoice
from ctg_desktop.ui.widgets.buttons import Button, ButtonKind
from ctg_desktop.ui.widgets.text import Text, follows, on_button, section_title, tooltip

PRACTICE = "Commune d’entraînement – rien n’est réel"

_STRIPES = 6
_SEARCH_LEAST, _SEARCH_MIN, _SEARCH_MAX = 200, 240, 505
_SWITCH = "changer de commune"
_MARKS = (PRACTICE, "Entraînement")
_SHORTER = (
    (_MARKS[0], _SWITCH, _SEARCH_MIN),
    (_MARKS[1], _SWITCH, _SEARCH_MIN),
    (_MARKS[1], "", _SEARCH_MIN),
    (_MARKS[1], "", _SEARCH_LEAST),
)
"""Mark of a practice vault, words of the switch, width of the search box; ever less of them."""
_ALL_WORDS = "Chercher partout : fiche, manifestation, commande… (Ctrl+K)"
_FEW_WORDS = "Chercher partout (Ctrl+K)"


class Band(QFrame):
    """The top of the window."""

    vault_chosen = Signal(object)
    """Folder (``Path``) of the vault to switch to."""
    other_vault_wanted = Signal()
    """Another vault is to be made or found."""
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self.setFixedHeight(BAND)
        self._choices: Sequence[VaultChoice] = ()
        self._ink = QColor("white")
        self._name = ""
        self.name = section_title("")
        self.mark = Text(_MARKS[0])
        self.mark.setFont(label_font(self.mark.font()))
        self.mark.hide()
        self.switch = Button(_SWITCH, kind=ButtonKind.QUIET)
        self.switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.switch.clicked.connect(self._offer)
        self.search = _SearchLine()
        self.search.setMinimumWidth(_SEARCH_MIN)
        self.search.setMaximumWidth(_SEARCH_MAX)
        self.lock_button = Button("", kind=ButtonKind.QUIET)
        self.lock_button.setToolTip("Verrouiller (Ctrl+L)")
        self.lock_button.setAccessibleName("Verrouiller")
        self.lock_button.clicked.connect(self.lock_wanted)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.addWidget(self.name)
        row.addSpacing(UNIT)
        row.addWidget(self.mark)
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.lock_button)

    def show_vault(self, name: str, *, practice: bool) -> None:
        """Show whose vault is open; one to practise in has another ground, stripes and words."""
        self._name = name
        self.name.setAccessibleName(name)
        self.mark.setVisible(practice)
        self.lock_button.setVisible(not practice)
        self.setProperty("practice", practice)
        self.style().unpolish(self)
        self.style().polish(self)
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw stripes along the foot of a practice vault's band."""
        super().paintEvent(event)
        if self.property("practice"):
            painter = QPainter(self)
            strip = self.rect().adjusted(0, self.height() - _STRIPES, 0, 0)
            for left in range(-_STRIPES, strip.width(), 2 * UNIT):
                painter.fillPath(_stripe(strip, left), self._ink)
            painter.end()

    def set_choices(self, choices: Sequence[VaultChoice]) -> None:
        """Offer these other vaults in the switch."""
        self._choices = choices

    def set_ink(self, colour: QColor) -> None:
        """Draw the icons of the band in this colour."""
        self._ink = colour
        self._paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Never widen the window: what has no room is shortened."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if follows(event) and hasattr(self, "search"):
            self._paint()

    def _fit(self) -> None:
        """Shorten what matters less until the name has its room; the name itself at last."""
        self.name.setText(self._name)
        self.name.setToolTip("")
        for mark, switch, search in _SHORTER:
            self.mark.setText(mark)
            self.switch.setText(switch)
            self.search.setMinimumWidth(search)
            self._row.invalidate()
            missing = self._row.minimumSize().width() - self.width()
            if missing <= 0:
                break
        else:
            self._elide(self.name.sizeHint().width() - missing)
        self.switch.setToolTip("" if self.switch.text() else _SWITCH)

    def _elide(self, room: int) -> None:
        metrics = self.name.fontMetrics()
        self.name.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        self.name.setToolTip(tooltip(self._name))

    def _paint(self) -> None:
        self.switch.setIcon(draw(Icon.DOWN, self._ink))
        self.lock_button.setIcon(draw(Icon.LOCK, self._ink))

    def _offer(self) -> None:
        menu = QMenu(self)
        for choice in self._choices:
            action = menu.addAction(on_button(choice.name))
            action.triggered.connect(
                lambda _checked=False, folder=choice.folder: self.vault_chosen.emit(folder)
            )
        if self._choices:
            menu.addSeparator()
        other = menu.addAction("Ajouter une commune…")
        other.triggered.connect(self.other_vault_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.switch.mapToGlobal(self.switch.rect().bottomLeft()))


class _SearchLine(QLineEdit):
    """Says what it is for in as many words as it has room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Chercher partout")
        self.setToolTip(_FEW_WORDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words in a narrow window."""
        super().resizeEvent(event)
        room = self.width() - 4 * UNIT
        fits = self.fontMetrics().horizontalAdvance(_ALL_WORDS) <= room
        self.setPlaceholderText(_ALL_WORDS if fits else _FEW_WORDS)


def _stripe(strip: QRect, left: int) -> QPainterPath:
    """Return one slanted stripe of a strip."""
    path = QPainterPath(QPointF(left, strip.bottom() + 1))
    path.lineTo(left + _STRIPES, strip.top())
    path.lineTo(left + _STRIPES + UNIT, strip.top())
    path.lineTo(left + UNIT, strip.bottom() + 1)
    path.closeSubpath()
    return path
