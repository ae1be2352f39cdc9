"""What each colour is for, computed from the system's palette and the commune's accent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette

from ctg_desktop.ui.theme.contrast import READABLE, VISIBLE, ink_on, mix, readable


class Tone(StrEnum):
    """The meaning of a coloured word, never said by its colour alone."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARNING = "warning"
    LATE = "late"
    INFORMATION = "information"
    ERROR = "error"


_VIVID = 8.0
_PRACTICE = "#f2c230"
_VERY_READABLE = 7.0

_HUES: dict[Tone, tuple[int, int, int]] = {
    Tone.GOOD: (30, 120, 60),
    Tone.WARNING: (160, 95, 0),
    Tone.LATE: (185, 50, 20),
    Tone.INFORMATION: (40, 95, 165),
    Tone.ERROR: (190, 30, 45),
}


@dataclass(frozen=True, slots=True)
class Roles:
    """The colours of a window.

    Attributes:
        canvas: Behind everything.
        surface: Cards, tables, fields.
        quiet: Secondary text, readable on canvas and surface.
        line: Separations that carry no meaning.
        edge: Borders of controls, visible as WCAG 1.4.11 asks.
        accent: Filled primary action, mark of the current page.
        accent_ink: Text in the accent, readable on canvas and surface.
        band: The coloured band on top.
        practice: The band of a vault whose data is invented, in every commune's colours.
        consulting: The strip of a vault that is only consulted, in every commune's colours.
        chosen: Background of what is selected.
        hover: Background under the pointer.
    """

    dark: bool
    canvas: QColor
    surface: QColor
    text: QColor
    quiet: QColor
    line: QColor
    edge: QColor
    accent: QColor
    on_accent: QColor
    accent_ink: QColor
    accent_pressed: QColor
    band: QColor
    on_band: QColor
    practice: QColor
    on_practice: QColor
    consulting: QColor
    on_consulting: QColor
    chosen: QColor
    on_chosen: QColor
    hover: QColor


def compute_roles(system: QPalette, accent: QColor) -> Roles:
    """Derive the colours of the window from the system's palette and an accent.

    Args:
        system: The palette of the desktop: light, dark or of high contrast.
        accent: The commune's colour; moved towards light or dark where it could not be read.
    """
    canvas, surface = _grounds(system)
    text = _text(system, surface)
    dark = is_dark(system)
    grounds = (surface, canvas)
    filled = readable(accent, *grounds, minimum=_VIVID if dark else READABLE)
    chosen = mix(surface, filled, 0.28 if dark else 0.17)
    band = readable(mix(accent, canvas, 0.15), QColor(255, 255, 255)) if dark else filled
    practice = QColor(_PRACTICE)
    consulting = mix(surface, QColor(*_HUES[Tone.WARNING]), 0.34 if dark else 0.18)
    return Roles(
        dark=dark,
        canvas=canvas,
        surface=surface,
        text=text,
        quiet=readable(mix(text, surface, 0.42), *grounds, chosen),
        line=mix(surface, text, 0.16),
        edge=readable(mix(surface, text, 0.35), *grounds, minimum=VISIBLE),
        accent=filled,
        on_accent=ink_on(filled),
        accent_ink=readable(filled, *grounds, chosen),
        accent_pressed=mix(filled, ink_on(ink_on(filled)), 0.18),
        band=band,
        on_band=ink_on(band),
        practice=practice,
        on_practice=ink_on(practice),
        consulting=consulting,
        on_consulting=readable(text, consulting, minimum=_VERY_READABLE),
        chosen=chosen,
        on_chosen=readable(text, chosen, minimum=READABLE),
        hover=mix(surface, text, 0.06),
    )


def _grounds(system: QPalette) -> tuple[QColor, QColor]:
    """Return canvas and surface: the surface is the lighter one, and never the same."""
    window = system.color(QPalette.ColorRole.Window)
    base = system.color(QPalette.ColorRole.Base)
    if window == base:
        text = system.color(QPalette.ColorRole.Text)
        return (base, mix(base, text, 0.06)) if is_dark(system) else (mix(base, text, 0.04), base)
    if is_dark(system):
        darker, lighter = sorted((window, base), key=QColor.lightnessF)
        return darker, lighter
    return mix(window, base, 0.4), base


def _text(system: QPalette, surface: QColor) -> QColor:
    """Return the system's text, a little softer than black where that stays very readable."""
    text = system.color(QPalette.ColorRole.Text)
    asks_for_contrast = system.color(QPalette.ColorRole.Window) == system.color(
        QPalette.ColorRole.Base
    )
    softened = text if asks_for_contrast else mix(text, surface, 0.09)
    return readable(softened, surface, minimum=_VERY_READABLE)


def to_palette(roles: Roles) -> QPalette:
    """Return the roles as Qt's palette, so that every stock widget follows."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, roles.canvas),
        (role.WindowText, roles.text),
        (role.Base, roles.surface),
        (role.AlternateBase, roles.hover),
        (role.Text, roles.text),
        (role.Button, roles.surface),
        (role.ButtonText, roles.text),
        (role.BrightText, roles.on_accent),
        (role.ToolTipBase, roles.surface),
        (role.ToolTipText, roles.text),
        (role.PlaceholderText, roles.quiet),
        (role.Highlight, roles.chosen),
        (role.HighlightedText, roles.on_chosen),
        (role.Accent, roles.accent),
        (role.Link, roles.accent_ink),
        (role.LinkVisited, roles.accent_ink),
        (role.Light, roles.surface),
        (role.Midlight, roles.line),
        (role.Mid, roles.line),
        (role.Dark, roles.edge),
        (role.Shadow, roles.edge),
    ):
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, roles.quiet)
    return palette


def quiet(palette: QPalette) -> QColor:
    """Return the colour of secondary text."""
    return palette.color(QPalette.ColorRole.PlaceholderText)


def accent(palette: QPalette) -> QColor:
    """Return the colour of the primary action."""
    return palette.color(QPalette.ColorRole.Accent)


def on_accent(palette: QPalette) -> QColor:
    """Return the colour of what is written on the accent."""
    return palette.color(QPalette.ColorRole.BrightText)


def accent_ink(palette: QPalette) -> QColor:
    """Return the accent as a colour of text."""
    return palette.color(QPalette.ColorRole.Link)


def tone_colour(tone: Tone, palette: QPalette) -> QColor:
    """Return the colour of a state, readable on cards, on the canvas and on a selected row."""
    if tone is Tone.NEUTRAL:
        return quiet(palette)
    role = QPalette.ColorRole
    grounds = (role.Base, role.Window, role.Highlight)
    return QColor(_tone(tone, *(palette.color(ground).rgb() for ground in grounds)))


@lru_cache(maxsize=128)
def _tone(tone: Tone, *grounds: int) -> str:
    return readable(QColor(*_HUES[tone]), *(QColor(ground) for ground in grounds)).name()


def is_dark(palette: QPalette) -> bool:
    """Tell whether a palette is light text on a dark ground."""
    return palette.color(QPalette.ColorRole.Base).lightnessF() < 0.5
