"""Take the pictures of docs/pictures: every page of the real window, and pages of the booklet.

Everything shows the demonstration commune as of the day they are taken. Run it by
``make screenshots``; by hand, also elsewhere, in the dark, with large letters, in a small window::

    .venv/bin/python docs/make_pictures.py --to /tmp/pictures --dark --letters 200 --size 1024x700
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1366, 768)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is chosen first
from scenes.booklet import take_booklet  # noqa: E402
from scenes.camera import Camera  # noqa: E402
from scenes.doors import (  # noqa: E402
    take_consultation,
    take_first_start,
    take_gate,
    take_health,
)
from scenes.families import take_families  # noqa: E402
from scenes.pages import show, take_import, take_pages, take_papers  # noqa: E402
from scenes.register import take_closed, take_register  # noqa: E402
from scenes.vaults import (  # noqa: E402
    LOCKED,
    PRACTICE,
    UNLOCKED,
    lock_practice,
    make_locked,
    make_practice,
    opened,
)

from ctg_desktop.ui.app import make_application  # noqa: E402
from ctg_desktop.ui.pages import PageKey  # noqa: E402
from ctg_desktop.ui.theme.theme import Theme, dark_system_palette  # noqa: E402
from ctg_desktop.usecases.start import Start  # noqa: E402


def main(words: list[str] | None = None) -> int:
    """Take every picture."""
    given = _options().parse_args(words)
    given.to.mkdir(parents=True, exist_ok=True)
    camera = Camera(given.to.absolute(), given.size)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        start = Start(Path("données"))
        make_practice(start)
        take_booklet(camera.folder / "booklet.png")
        _take_windows(camera, start, _theme(given), dark=given.dark)
    return 0


def _take_windows(camera: Camera, start: Start, theme: Theme, *, dark: bool) -> None:
    take_first_start(camera, theme)
    with opened(start, theme, PRACTICE) as window:
        window.resize(*camera.size)
        take_pages(camera, window)
        take_families(camera, window)
        take_register(camera, window)
        take_papers(camera, window)
        take_import(camera, window)
    key = make_locked(start)
    take_gate(camera, start, theme, LOCKED)
    with opened(start, theme, LOCKED, key) as window:
        window.resize(*camera.size)
        take_closed(camera, window)
    by = lock_practice(start)
    take_consultation(camera, start, theme, UNLOCKED, by)
    with opened(start, theme, UNLOCKED, by) as window:
        window.resize(*camera.size)
        take_health(camera, window)
        if not dark:
            theme.set_system(dark_system_palette())
            show(window, PageKey.DIRECTORY)
            camera.take(window, "livret-sombre")


def _theme(given: Namespace) -> Theme:
    application = make_application()
    letters = QApplication.font()
    letters.setPointSizeF(letters.pointSizeF() * given.letters / 100)
    application.setFont(letters)
    theme = Theme(application)
    theme.apply()
    if given.dark:
        theme.set_system(dark_system_palette())
    return theme


def _options() -> ArgumentParser:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=PICTURES, help="folder of the pictures")
    parser.add_argument("--dark", action="store_true", help="with the colours of a dark system")
    parser.add_argument("--letters", type=int, default=100, help="size of the letters, in percent")
    parser.add_argument("--size", type=_size, default=SIZE, help="of the window, e.g. 1024x700")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
