"""A vault that is only consulted: what changes it stays out of reach, what it holds can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from ctg_desktop.errors import UserError
from ctg_desktop.messages import sentence
from ctg_desktop.messages.consultation import TITLE
from ctg_desktop.ui.desk import Desk
from ctg_desktop.ui.widgets.details import FoldedDetails
from ctg_desktop.usecases.consultation import REFUSALS

_KEPT_OUT = "keptOut"


def keep_out(desk: Desk, *widgets: QWidget) -> None:
    """Disable what changes a vault, for as long as it is only consulted.

    Args:
        desk: Of the page; nothing happens where its vault may be changed.
        widgets: Buttons, inputs, or what holds them.
    """
    if not desk.may_change:
        for widget in widgets:
            if not widget.property(_KEPT_OUT):
                widget.setProperty(_KEPT_OUT, True)
                widget.setToolTip(TITLE)
                widget.installEventFilter(_StaysDisabled(widget))
            widget.setEnabled(False)


def hold_still(desk: Desk, form: QWidget | None) -> None:
    """Let a form be read and copied from, and not typed in, while a vault is only consulted.

    Args:
        desk: Of the page; nothing happens where its vault may be changed.
        form: With all inputs that it has by now.
    """
    if desk.may_change or form is None:
        return
    for line in form.findChildren(QLineEdit):
        line.setReadOnly(True)
    for text in form.findChildren(QPlainTextEdit):
        text.setReadOnly(True)
    for kind in (QComboBox, QAbstractSpinBox, QAbstractButton, QListView):
        for one in form.findChildren(kind):
            if not isinstance(one.parent(), FoldedDetails):
                keep_out(desk, one)


def refusal(desk: Desk) -> str:
    """Return why nothing can be changed, and what to do; empty where it can."""
    reading = desk.office.consultation
    if reading is None:
        return ""
    return sentence(UserError(REFUSALS[reading.why], host=reading.host))


class _StaysDisabled(QObject):
    """Disables a widget again when a page enables it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at changes of that one state."""
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget):
            holder = watched.parentWidget()
            if watched.isEnabled() if holder is None else watched.isEnabledTo(holder):
                watched.setEnabled(False)
        return False
