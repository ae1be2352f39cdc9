"""The system libraries that Qt loads and that a bare Debian or Ubuntu lacks."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

DRAWING: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND: Mapping[str, str] = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
DISPLAYS: Mapping[str, Mapping[str, str]] = {"DISPLAY": X11, "WAYLAND_DISPLAY": WAYLAND}

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def has_display() -> bool:
    """Tell whether a window can be shown."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in DISPLAYS)


def missing() -> list[str]:
    """Return the Debian packages of what Qt cannot find on this machine, sorted."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(DRAWING)
    for variable, libraries in DISPLAYS.items():
        wanted.update(libraries if os.environ.get(variable) else {})
    packages = {package for library, package in wanted.items() if not _loads(library)}
    return sorted(packages if _has_font() else {*packages, FONT_PACKAGE})


def provide(*others: str) -> None:
    """Install what is missing where that can be done, else say how.

    Args:
        others: Further Debian packages to install.
    """
    packages = [*missing(), *others]
    if not packages:
        return
    if _may_install():
        print("Installing system packages:", " ".join(packages))
        _apt_install(packages)
        packages = [*missing(), *(name for name in others if not _is_installed(name))]
    if packages:
        print(
            "This machine lacks system packages that the program needs; an administrator installs "
            f"them by:\n    apt-get install -y {' '.join(packages)}",
            file=sys.stderr,
        )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(_fonts_in(folder) for folder in folders if folder.is_dir())


def _fonts_in(folder: Path) -> bool:
    return any(any(folder.rglob(f"*.{ending}")) for ending in ("ttf", "otf", "ttc"))


def _may_install() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_install(packages: list[str]) -> None:
    """Install packages, after reading the lists again when the ones at hand do not know them."""
    words = ("install", "--yes", "--quiet", "--no-install-recommends", *packages)
    if _apt(*words):
        _apt("update", "--quiet")
        _apt(*words)


def _apt(*words: str) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", *words]
    done = subprocess.run(
        command, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    return done.returncode


def _is_installed(package: str) -> bool:
    asked = subprocess.run(["/usr/bin/dpkg", "--status", package], check=False, capture_output=True)
    return asked.returncode == 0
