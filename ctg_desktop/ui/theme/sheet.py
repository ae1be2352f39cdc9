"""The style sheet of the window, written from roles: the only place where a rule names a colour."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from ctg_desktop.ui.theme.measures import CELL, CONTROL, RADIUS, ROW, UNIT
from ctg_desktop.ui.theme.roles import Roles

# Qt counts min-height without border and padding: 32 = 1 + 3 + 24 + 3 + 1.
_INNER = CONTROL - 8

_RULES = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $edge; padding: 4px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${inner}px; padding: 3px 9px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
  border-color: $text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { padding: 2px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 5px; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"], QComboBox[refused="true"] {
  border: 2px solid $error;
}
QLineEdit[refused="true"], QComboBox[refused="true"] { padding: 2px 8px; }
QPlainTextEdit[refused="true"] { padding: 3px 5px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $canvas; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $canvas; color: $quiet; border-color: $line;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QCalendarWidget QSpinBox {
  border: none; background: transparent; padding: 0 7px; margin: 0; min-height: 0;
}
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $edge; outline: none;
  selection-background-color: $chosen; selection-color: $on_chosen;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; width: 24px; background: transparent;
}
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: 14px; height: 14px; }
QAbstractSpinBox::down-arrow { image: url("$arrow_down"); width: 14px; height: 14px; }

QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  min-height: ${inner}px; padding: 3px 14px;
}
QToolButton { padding: 3px 7px; }
QToolButton[kind="plain"] { padding: 3px 12px 3px 10px; }
QToolButton[kind="plain"]:checked { border-color: $accent; color: $on_chosen; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $chosen; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 2px 13px; }
QToolButton:focus { padding: 2px 6px; }
QPushButton:disabled, QToolButton:disabled {
  color: $quiet; border-color: $line; background: $canvas;
}
QPushButton::menu-indicator { image: url("$arrow_down"); width: 14px; height: 14px;
  subcontrol-position: right center; right: 8px; }
QPushButton[kind="menu"] { padding-right: 28px; }
QToolButton::menu-indicator { image: none; }
QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
  background: $accent_pressed;
}
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $quiet; border-color: $line; }
QPushButton[kind="link"], QToolButton[kind="link"] {
  background: transparent; border: 1px solid transparent; color: $accent_ink;
  padding: 3px 6px; text-align: left;
}
QToolButton[kind="link"] { padding-left: 1px; }
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus {
  border: 2px solid $accent; padding: 2px 5px;
}
QToolButton[kind="link"]:focus { padding-left: 0; }
QPushButton[kind="link"]:disabled, QToolButton[kind="link"]:disabled { color: $quiet; }
QLineEdit > QToolButton {
  background: transparent; border: none; border-radius: 0; min-height: 0; padding: 0;
}
QToolButton[kind="quiet"], QPushButton[kind="quiet"] {
  background: transparent; border: 1px solid transparent;
}
QToolButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:hover { background: $hover; }
QToolButton[kind="quiet"]:focus, QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="chip"] {
  border-radius: 14px; min-height: 20px; padding: 3px 12px; border: 1px solid $edge;
}
QPushButton[kind="chip"]:checked {
  background: $chosen; color: $on_chosen; border: 1px solid $accent;
}
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 2px 11px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: ${inner}px; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 0 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: 16px; height: 16px; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: $accent; border: 1px solid $accent; image: url("$tick");
}
QRadioButton::indicator:checked {
  width: 8px; height: 8px; border: 5px solid $accent; background: $surface;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }

QFrame#band { background: $band; border: none; }
QFrame#band QLabel { color: $on_band; background: transparent; }
QFrame#band QPushButton { background: transparent; color: $on_band; border: 1px solid transparent; }
QFrame#band QPushButton:hover { border-color: $on_band; }
QFrame#band QPushButton:focus { border: 2px solid $on_band; }
QFrame#band QLineEdit { border: 1px solid $band_edge; }
QFrame#band QLineEdit:focus { border: 2px solid $on_band; }

QFrame#band[practice="true"] { background: $practice; }
QFrame#band[practice="true"] QLabel { color: $on_practice; }
QFrame#band[practice="true"] QPushButton { color: $on_practice; }
QFrame#band[practice="true"] QPushButton:hover { border-color: $on_practice; }
QFrame#band[practice="true"] QPushButton:focus { border: 2px solid $on_practice; }

QFrame#consulting { background: $consulting; border: none; border-bottom: 1px solid $edge; }
QFrame#consulting QLabel { color: $on_consulting; background: transparent; }

QFrame#rail { background: $surface; border: none; border-right: 1px solid $line; }
QFrame#rail QToolButton {
  border: none; border-left: 4px solid transparent; border-radius: 0; background: transparent;
  padding: 3px 8px 3px 12px; min-height: 32px; text-align: left;
}
QFrame#rail QToolButton:hover { background: $hover; }
QFrame#rail QToolButton:checked {
  background: $rail_chosen; border-left: 4px solid $accent; font-weight: 600;
}
QFrame#rail QToolButton:focus {
  border: 2px solid $accent; border-left: 4px solid $accent; padding: 1px 6px 1px 12px;
}

QFrame#card { background: $surface; border: 1px solid $line; border-radius: ${round}px; }
QFrame#card QLabel { background: transparent; }
QFrame#banner { background: $chosen; border: 1px solid $accent; border-radius: ${radius}px; }
QFrame#banner QLabel { color: $on_chosen; background: transparent; }
QFrame#statusLine { background: $surface; border: none; border-top: 1px solid $line; }
QLabel[quiet="true"] { color: $quiet; }

QTableView, QListView, QTreeView {
  background: $surface; alternate-background-color: $surface; color: $text;
  border: 1px solid $line; border-radius: ${radius}px; gridline-color: $line; outline: none;
  selection-background-color: $chosen; selection-color: $on_chosen;
}
QListView[flat="true"] { border: none; }
QTableView:focus, QListView:focus { border: 2px solid $accent; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 ${unit}px; }
QTableView::item:selected, QListView::item:selected { background: $chosen; color: $on_chosen; }
QTableView::item:focus { border: 1px solid $accent; }
QListView::item { min-height: ${row}px; padding: 0 ${unit}px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $quiet; border: none; border-bottom: 1px solid $edge;
  padding: 6px ${cell}px; font-weight: 600;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::down-arrow { image: url("$arrow_down"); width: 14px; height: 14px; }
QHeaderView::up-arrow { image: url("$arrow_up"); width: 14px; height: 14px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollArea#previewDesk { background: $hover; border: 1px solid $line;
  border-radius: ${radius}px; }
QScrollArea#previewDesk:focus { border: 2px solid $accent; }
QScrollArea#previewDesk > QWidget > QLabel { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar {
  background: $hover; border: 1px solid $line; border-radius: 4px; min-height: 10px;
  max-height: 10px; text-align: center; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: $chosen; color: $on_chosen; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QCalendarWidget QWidget { alternate-background-color: $hover; }
""")


def style_sheet(roles: Roles, *, error: str, pictures: Mapping[str, str]) -> str:
    """Return the style sheet of a window.

    Args:
        roles: Colours to write in.
        error: Colour of a refused field, ``#rrggbb``.
        pictures: Paths, with forward slashes, of ``arrow_down``, ``arrow_up`` and ``tick``.
    """
    names = (
        *("text", "surface", "edge", "accent", "on_accent", "line", "quiet", "canvas", "chosen"),
        *(
            "practice",
            "consulting",
            "on_consulting",
            "on_practice",
            "on_chosen",
            "hover",
            "accent_pressed",
            "accent_ink",
            "band",
            "on_band",
        ),
    )
    colours = {name: getattr(roles, name).name() for name in names}
    colours["band_edge"] = (roles.edge if roles.dark else roles.surface).name()
    colours["rail_chosen"] = (roles.chosen if roles.dark else roles.canvas).name()
    lengths = {"radius": RADIUS, "round": UNIT, "inner": _INNER, "unit": UNIT, "row": ROW}
    lengths["cell"] = CELL
    return _RULES.substitute(colours, **lengths, **pictures, error=error)
