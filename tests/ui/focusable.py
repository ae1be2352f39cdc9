"""What takes the focus, and whether a screen reader has a name for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def focusable(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(root)
        and one.focusProxy() is None
    ]


def nameless(root: QWidget) -> list[str]:
    found = []
    for one in focusable(root):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(
                f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}"
            )
    return found
