"""Covers the windows, and waits until nothing is being done behind the cover."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ctg_desktop.ui.tasks import TaskRunner

_DIALOGS_MS = 100


def hide_all_but(shown: QWidget) -> None:
    """Take every other window off the screen; dialogs are given up, as by Escape."""
    for window in QApplication.topLevelWidgets():
        if window is shown or not window.isVisible():
            continue
        if isinstance(window, QDialog):
            window.reject()
        window.hide()


def when_at_rest(
    cover: QWidget, tasks: TaskRunner, owner: QObject, then: Callable[[], None]
) -> None:
    """Go on once no work and no dialog is left; what comes up meanwhile is covered, too.

    Args:
        cover: The only window to be seen.
        tasks: Whose work ends first.
        owner: Nothing is called any more once it is gone.
        then: What comes next.
    """
    hide_all_but(cover)
    if tasks.is_busy or QApplication.activeModalWidget() is not None:
        again = partial(when_at_rest, cover, tasks, owner, then)
        QTimer.singleShot(_DIALOGS_MS, owner, again)
    else:
        QTimer.singleShot(0, owner, then)  # never inside the delivery of a result


def bring_forward(window: QWidget) -> None:
    """Put a window in front of the others."""
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
