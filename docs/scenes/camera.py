"""Waits until a window has come to rest, and takes its picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget

from ctg_desktop.ui.main_window import MainWindow
from ctg_desktop.ui.tasks import TaskRunner

PATIENCE = 20.0
_CALM = 0.3


@dataclass(frozen=True)
class Camera:
    """Where pictures go, and how large the window is in them.

    Attributes:
        folder: Of the pictures.
        size: Width and height of the window, in pixels.
    """

    folder: Path
    size: tuple[int, int]

    def take(self, shown: QWidget, name: str) -> None:
        """Take the picture of a window, without a blinking cursor in it."""
        leave_fields()
        calm()
        target = self.folder / f"{name}.png"
        assert shown.grab().save(str(target))
        shrink(target)


def wait(until: Callable[[], bool]) -> None:
    """Let the program work until something is so."""
    end = time.perf_counter() + PATIENCE
    while not until():
        QApplication.processEvents()
        assert time.perf_counter() < end, "the window did not come to rest"


def calm() -> None:
    """Let what was changed be laid out and painted."""
    end = time.perf_counter() + _CALM
    while time.perf_counter() < end:
        QApplication.processEvents()


def rest(tasks: TaskRunner) -> None:
    """Wait until a worker has nothing left, and twice nothing came back."""
    for _ in range(3):
        wait(lambda: not tasks.is_busy)
        calm()


def settle(window: MainWindow) -> None:
    """Wait until the page that is shown has come to rest."""
    page = window.current
    assert page is not None
    rest(page.desk.tasks)


def leave_fields() -> None:
    """Leave the field that has the focus."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def shrink(target: Path) -> None:
    """Keep the file small: 256 colours are enough for a screen of flat colours."""
    with Image.open(target) as picture:
        flat = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    flat.save(target, optimize=True)
    print(target.name)
