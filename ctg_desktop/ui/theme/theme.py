"""Applies palette and style sheet to the application, and follows the system at run time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ctg_desktop.ui.theme.icons import Icon, pixmap
from ctg_desktop.ui.theme.roles import Roles, Tone, compute_roles, to_palette, tone_colour
from ctg_desktop.ui.theme.sheet import style_sheet

DEFAULT_ACCENT = "#1f5f5b"


class Theme(QObject):
    """The look of one application: computed anew when the system or the commune changes."""

    changed = Signal()

    def __init__(self, application: QApplication, *, system: QPalette | None = None) -> None:
        """Prepare a theme.

        Args:
            application: What to paint.
            system: A palette to use instead of the system's (pictures, tests).
        """
        super().__init__(application)
        self._application = application
        self._given = system
        self._accent = QColor(DEFAULT_ACCENT)
        self._pictures = QTemporaryDir()
        self._roles = compute_roles(self._system(), self._accent)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self.apply)

    @property
    def application(self) -> QApplication:
        """What is painted."""
        return self._application

    @property
    def roles(self) -> Roles:
        """The colours in use."""
        return self._roles

    def set_accent(self, accent: str) -> None:
        """Use the colour of another commune, ``#rrggbb``; an unknown one keeps the default."""
        colour = QColor(accent)
        self._accent = colour if colour.isValid() else QColor(DEFAULT_ACCENT)
        self.apply()

    def set_system(self, system: QPalette | None) -> None:
        """Use a given palette as the system's, or the system's own again."""
        self._given = system
        self.apply()

    def apply(self) -> None:
        """Compute the colours and paint every window with them."""
        self._roles = compute_roles(self._system(), self._accent)
        palette = to_palette(self._roles)
        self._application.setPalette(palette)
        self._application.setStyleSheet(
            style_sheet(
                self._roles,
                error=tone_colour(Tone.ERROR, palette).name(),
                pictures={
                    "arrow_down": self._picture(Icon.DOWN, self._roles.text),
                    "arrow_up": self._picture(Icon.UP, self._roles.text),
                    "tick": self._picture(Icon.CHECK, self._roles.on_accent),
                },
            )
        )
        self.changed.emit()

    def _system(self) -> QPalette:
        if self._given is not None:
            return self._given
        self._application.setPalette(QPalette())
        return self._application.palette()

    def _picture(self, name: Icon, colour: QColor) -> str:
        folder = self._pictures.path() or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.TempLocation
        )
        target = Path(folder) / f"{name}-{colour.name()[1:]}.png"
        if not target.exists():
            pixmap(name, colour, 16).save(str(target))
            pixmap(name, colour, 16, 2.0).save(str(target.with_stem(f"{target.stem}@2x")))
        return target.as_posix()


def dark_system_palette() -> QPalette:
    """Return a dark palette like the desktop's own, for pictures and tests."""
    palette = QPalette(QColor("#303434"), QColor("#1e2221"))
    for role, colour in (
        (QPalette.ColorRole.Base, "#282b2b"),
        (QPalette.ColorRole.Text, "#eceeed"),
        (QPalette.ColorRole.WindowText, "#eceeed"),
        (QPalette.ColorRole.ButtonText, "#eceeed"),
    ):
        palette.setColor(role, QColor(colour))
    return palette
